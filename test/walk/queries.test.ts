// A person asks for tenants in the words of a query, typed or in the box of the list.
import assert from 'node:assert/strict';
import { onDayInWords } from '../../src/views/render/text.js';
import { en } from '../../src/views/words/en/index.js';
import { buttonFor, inputsOf, rangeOn, statusesOn, textOf } from '../support/card-reading.js';
import { aWorldForEach, tenantIds } from '../support/world.js';

describe('a query for tenants', () => {
  const w = aWorldForEach();

  it('is typed after /tenants, with one status as the filter that is chosen', async () => {
    const either = await w.chat.says('/tenants status:issues,needs approval');
    assert.deepEqual(rangeOn(either.card), [1, 7, 7]);
    const approved = await w.chat.says('/tenants STATUS: approved -dap:yes');
    assert.deepEqual([...new Set(statusesOn(approved.card))], ['approved']);
    assert.equal(inputsOf(approved.card).search, '-dap:yes');
    const all = await w.chat.presses(either, { verb: 'tenants.list', data: { filter: 'any' } });
    assert.deepEqual(rangeOn(all), [1, 10, 18]);
  });

  it('is typed into the box of the list, with filters that count what it finds', async () => {
    const list = await w.chat.says('/tenants');
    const found = await w.chat.presses(
      list,
      { verb: 'tenants.list', input: 'search' },
      { search: '-status:approved -contoso' },
    );
    assert.deepEqual(rangeOn(found), [1, 10, 14]);
    assert.ok(textOf(found).includes(`${en.tenantList.all} 17`));
    const filter = { verb: 'tenants.list', data: { filter: 'approved' } } as const;
    const approved = await w.chat.presses(list, filter, { search: '-status:approved -contoso' });
    assert.deepEqual(rangeOn(approved), [1, 3, 3]);
  });

  it('is corrected with one press where a word of it is misspelt', async () => {
    const misspelt = await w.chat.says('/tenants staus:aproved');
    assert.equal(rangeOn(misspelt.card), undefined);
    const corrected = await w.chat.presses(misspelt, { verb: 'tenants.list', data: { query: 'status:approved' } });
    assert.deepEqual(rangeOn(corrected), [1, 3, 3]);
    // Never nothing without a word.
    const unknown = await w.chat.says('/tenants tag:gold');
    assert.ok(w.chat.reads(unknown).includes(en.query.problems.unknownValue.tag({ given: 'gold' as never })));
  });

  it('is explained by a card, from the list or by /help, whose examples are buttons', async () => {
    const list = await w.chat.says('/tenants');
    const help = await w.chat.presses(list, 'search.help');
    assert.ok(textOf(help).includes(en.query.help.title));
    for (const said of ['/help search', 'help Search', '/hilfe filter'])
      assert.ok(w.chat.reads(await w.chat.says(said)).includes(en.query.help.title), said);
    assert.ok(!w.chat.reads(await w.chat.says('/help')).includes(en.query.help.what));
    const found = await w.chat.presses(await w.chat.says('/help search'), {
      verb: 'tenants.list',
      data: { query: 'status:needs-approval,issues-found' },
    });
    assert.deepEqual(rangeOn(found), [1, 7, 7]);
  });

  it('has each row say when access ends, where that’s asked for', async () => {
    const { onboarding } = await w.world.tenant(tenantIds.coho);
    const says = en.expiring.endsOn({
      when: onDayInWords(onboarding?.coverage?.on ?? assert.fail(), en, w.world.clock.now()),
    });
    assert.ok(w.chat.reads(await w.chat.says('/tenants ends<30d')).includes(says));
    assert.ok(!w.chat.reads(await w.chat.says('/tenants coho')).includes(says));
  });

  it('names tenants for another command', async () => {
    assert.ok(buttonFor((await w.chat.says('/history contoso -hotels')).card, 'tenant.open'));
  });
});
