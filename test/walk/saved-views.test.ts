// A person keeps searches by names of their own, opens them, changes them and deletes them.
import assert from 'node:assert/strict';
import { en } from '../../src/views/words/en/index.js';
import type { Text } from '../../src/views/words/text-types.js';
import { inputsOf, rangeOn, textOf } from '../support/card-reading.js';
import { aWorldForEach, people } from '../support/world.js';

const { savedViews } = en;
const name = 'Approved ones' as Text;

describe('views', () => {
  const w = aWorldForEach();

  const saveFromList = async () => {
    const list = await w.chat.says('/tenants status:approved');
    const form = await w.chat.presses(list, 'view.edit');
    assert.equal(inputsOf(form).search, 'status:approved');
    return w.chat.presses(list, { verb: 'view.save' }, { name, search: 'status:approved', opensList: 'false' });
  };

  it('are saved from the list, which goes on showing it, and opened by their name', async () => {
    const saved = await saveFromList();
    assert.ok(textOf(saved).includes(savedViews.saved({ name })));
    assert.deepEqual(rangeOn(saved), [1, 3, 3]);
    for (const said of ['/view approved ones', 'Ansicht APPROVED ONES', '/vue approved-ones']) {
      const opened = await w.chat.says(said);
      assert.deepEqual(rangeOn(opened.card), [1, 3, 3], said);
      assert.ok(w.chat.reads(opened).includes(savedViews.opened({ name })), said);
    }
    assert.deepEqual(rangeOn((await w.chat.says('/tenants')).card), [1, 10, 18]);
  });

  it('are saved by a sentence, or by a name for what the list shows, and listed with what each finds', async () => {
    await w.chat.says('/view save Wartend = status:needs-approval');
    await w.chat.says('/tenants status:approved');
    const form = await w.chat.says('/view save Approved ones');
    assert.deepEqual([inputsOf(form.card).name, inputsOf(form.card).search], [name, 'status:approved']);
    await w.chat.presses(form, 'view.save');
    const views = w.chat.reads(await w.chat.says('/views'));
    assert.ok(views.includes('Wartend') && views.includes(savedViews.count({ count: 3 })), views);
    const shown = await w.chat.says('/views');
    const opened = await w.chat.presses(shown, { verb: 'tenants.list', data: { query: 'status:approved' } });
    assert.deepEqual(rangeOn(opened), [1, 3, 3]);
  });

  it('are asked for again where a sentence says no name or nothing to search for', async () => {
    for (const said of ['/view save', '/view save x', '/view save tag:vip', '/view add tag:vip ends<30d'])
      assert.ok(w.chat.reads(await w.chat.says(said)).includes(savedViews.howToSave), said);
    const refused = await w.chat.says(`/view save ${'n'.repeat(41)} = tag:vip`);
    assert.ok(w.chat.reads(refused).includes(savedViews.refused.longName({ most: 40 })));
  });

  it('are found by a misspelt name, with a question', async () => {
    await saveFromList();
    const unknown = await w.chat.says('/view aproved ons');
    assert.ok(w.chat.reads(unknown).includes(savedViews.didYouMean({ name })));
    assert.equal(rangeOn(unknown.card), undefined);
  });

  it('are renamed and deleted on their card, and say what they were', async () => {
    await saveFromList();
    const views = await w.chat.says('/views');
    const form = await w.chat.presses(views, { verb: 'view.edit', data: { viewName: name } });
    assert.deepEqual([inputsOf(form).name, inputsOf(form).search], [name, 'status:approved']);
    const about = { viewName: name };
    const changed = await w.chat.presses(
      views,
      { verb: 'view.save', data: about },
      { name: 'Gut', search: 'status:approved', opensList: 'false' },
    );
    assert.ok(textOf(changed).includes('Gut') && !textOf(changed).includes(name));
    const deleted = await w.chat.says('/view delete gut');
    const said = { name: 'Gut' as Text, query: 'status:approved' as Text };
    assert.ok(w.chat.reads(deleted).includes(savedViews.deleted(said)));
    assert.ok(w.chat.reads(await w.chat.says('/views')).includes(savedViews.none));
  });

  it('are nobody else’s, and go with the person’s own chat', async () => {
    await saveFromList();
    const alex = w.world.chat(people.alex, 'group', 'groupChat');
    const megan = w.world.chat(people.megan, 'group', 'groupChat');
    const posted = await alex.says('/views');
    assert.ok(!alex.reads(posted).includes(name) && alex.reads(posted).includes(savedViews.inCompany));
    assert.ok(textOf(await alex.presses(posted, 'views.list')).includes(name));
    assert.ok(textOf(await megan.presses(posted, 'views.list')).includes(savedViews.none));
    assert.deepEqual(rangeOn((await alex.says('/tenants')).card), [1, 10, 18]);
    await w.chat.uninstalls();
    const again = await alex.says('/views');
    assert.ok(textOf(await alex.presses(again, 'views.list')).includes(savedViews.none));
  });

  it('open with /tenants in one’s own chat, until that is taken back', async () => {
    await saveFromList();
    const form = async (opensList: string) => {
      const views = await w.chat.says('/views');
      await w.chat.presses(views, { verb: 'view.edit', data: { viewName: name } });
      const typed = { name, search: 'status:approved', opensList };
      return w.chat.presses(views, { verb: 'view.save', data: { viewName: name } }, typed);
    };
    assert.ok(textOf(await form('true')).includes(savedViews.opensList));
    assert.deepEqual(rangeOn((await w.chat.says('/tenants')).card), [1, 3, 3]);
    await form('false');
    assert.deepEqual(rangeOn((await w.chat.says('/tenants')).card), [1, 10, 18]);
  });
});
