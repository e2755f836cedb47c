// A person takes a tenant on; everyone sees it, and it ends by them, by an admin or by time.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { en } from '../../src/views/words/en/index.js';
import { assertGoodCard } from '../support/card-lint.js';
import { buttonVerbs, inputsOf, rangeOn, textOf } from '../support/card-reading.js';
import { onEachStore } from '../support/each-store.js';
import { aWorldForEach, people, tenantIds } from '../support/world.js';

const day = 86_400;
const groupOfPeople = { OPERATORS: people.megan.aadObjectId, ADMINS: people.alex.aadObjectId };

describe('a tenant that someone looks after', () => {
  const w = aWorldForEach({ ...groupOfPeople, RECONCILE_SECONDS: '43200' });
  const megans = () => w.world.chat(people.megan, 'chat-of-megan');
  const owner = async (id: string = tenantIds.contoso) => (await w.world.tenant(id)).owner?.person.name;
  const taken = async () => {
    const all = await Promise.all(Object.values(tenantIds).map((id) => w.world.tenant(id)));
    return all.flatMap((tenant) => tenant.owner?.person.name ?? []);
  };
  const audited = async () => {
    const text = await readFile(join(w.world.folder, 'data', 'audit.jsonl'), 'utf8');
    const lines = text.split('\n').filter((line) => line.includes('"ownership'));
    return lines.map((line) => JSON.parse(line)).map(({ what, by }) => [what, by]);
  };

  it('is taken with the button in the menu of its card, which everyone’s card then says', async () => {
    const megan = megans();
    const list = await megan.says('/tenants "contoso"');
    const card = await megan.presses(list, { verb: 'tenant.open', data: { tenantId: tenantIds.contoso } });
    assert.ok(buttonVerbs(card).includes('tenant.take'));
    const taken = await megan.presses(list, 'tenant.take');
    assert.ok(textOf(taken).includes(en.tenant.facts.owner) && textOf(taken).includes(people.megan.name));
    assert.ok(buttonVerbs(taken).includes('tenant.release') && !buttonVerbs(taken).includes('tenant.take'));
    assert.equal(await owner(), people.megan.name);
    const again = await w.chat.says('/take contoso');
    assert.ok(w.chat.reads(again).includes(people.megan.name));
  });

  it('is named with /take and released with /release, by its owner and by an admin', async () => {
    const megan = megans();
    await megan.says(`/take ${tenantIds.contoso}`);
    await megan.says(`/take ${tenantIds.northwind}`);
    await megan.says(`/release ${tenantIds.contoso}`);
    assert.deepEqual([await owner(), await owner(tenantIds.northwind)], [undefined, people.megan.name]);
    await w.chat.says(`/release ${tenantIds.northwind}`);
    assert.equal(await owner(tenantIds.northwind), undefined);
    await w.chat.says(`/take ${tenantIds.contoso}`);
    const refused = await megan.says(`/release ${tenantIds.contoso}`);
    assert.ok(megan.reads(refused).includes(people.alex.name));
    assert.equal(await owner(), people.alex.name);
    assert.deepEqual(await audited(), [
      ['ownershipTaken', people.megan.aadObjectId],
      ['ownershipTaken', people.megan.aadObjectId],
      ['ownershipReleased', people.megan.aadObjectId],
      ['ownershipReleased', people.alex.aadObjectId],
      ['ownershipTaken', people.alex.aadObjectId],
    ]);
  });

  onEachStore('are many at once with a query, once the dry run got its yes, but for those of others', async () => {
    await megans().says(`/take ${tenantIds.northwind}`);
    const question = await w.chat.says('/take issues found');
    assertGoodCard(question.card);
    const count = Number(/\d+/.exec(w.chat.reads(question))?.[0]);
    assert.ok(count > 1);
    assert.equal((await taken()).length, 1);
    await w.chat.presses(question, 'batch.begin');
    await w.world.passes(60);
    const owned = await taken();
    assert.equal(owned.filter((name) => name === people.alex.name).length, count);
    assert.equal(await owner(tenantIds.northwind), people.megan.name);
    const again = await w.chat.says('/take issues found');
    assert.ok(w.chat.reads(again).includes(en.batches.nothingToDo));
  });

  it('is found by owner:me, which others read with a name, and the rest by owner:none', async () => {
    await megans().says(`/take ${tenantIds.northwind}`);
    const mine = await megans().says('/tenants owner:me');
    assert.deepEqual(rangeOn(mine.card), [1, 1, 1]);
    assert.equal(inputsOf(mine.card).search, `owner:"${people.megan.name}"`);
    assert.deepEqual(rangeOn((await w.chat.says('/tenants owner:megan')).card), [1, 1, 1]);
    assert.equal(rangeOn((await w.chat.says('/tenants owner:me')).card), undefined);
    const list = await w.chat.says('/tenants');
    const search = { verb: 'tenants.list', input: 'search' } as const;
    assert.deepEqual(rangeOn(await w.chat.presses(list, search, { search: 'owner:none' })), [1, 10, 17]);
    assert.equal(rangeOn(await w.chat.presses(list, search, { search: 'owner:me' })), undefined);
  });
});

describe('a tenant that its owner leaves alone', () => {
  const w = aWorldForEach({ RECONCILE_SECONDS: '43200', OWNERSHIP_DAYS: '1' });
  const owner = async () => (await w.world.tenant(tenantIds.contoso)).owner?.person.name;

  it('is no one’s after the days that are set, counted from what they last did, also while Gatehouse was down', async () => {
    await w.chat.says(`/take ${tenantIds.contoso}`);
    await w.world.passes(day - 600);
    await w.chat.says('/tag "contoso" vip');
    await w.world.passes(1200);
    assert.equal(await owner(), people.alex.name);
    await w.world.stopBot();
    await w.world.clock.passes(day);
    await w.world.startBot();
    await w.world.passes(60);
    assert.equal(await owner(), undefined);
    const { history } = await w.world.tenant(tenantIds.contoso);
    assert.deepEqual([history.at(-1)?.what, history.at(-1)?.by], ['ownershipReleased', undefined]);
  });
});
