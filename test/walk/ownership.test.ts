// A person takes a tenant on; everyone sees it, and it ends by them, by an admin or by time.
import assert from 'node:assert/strict';
import { en } from '../../src/views/words/en/index.js';
import { assertGoodCard } from '../support/card-lint.js';
import { buttonVerbs, inputsOf, rangeOn, textOf } from '../support/card-reading.js';
import { onEachStore } from '../support/each-store.js';
import { aWorldForEach, people, tenantIds } from '../support/world.js';

const day = 86_400;
const nestors = { id: '29:nestor', name: 'Nestor Wilke', aadObjectId: '00000000-0000-4000-8000-000000000022' };
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
    const lines = (await w.world.auditLog()).split('\n').filter((line) => line.includes('"ownership'));
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

  onEachStore('is named with /take and released with /release, by its owner and by an admin', async () => {
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
    await w.world.passes(30);
    await megans().says(`/take ${tenantIds.woodgrove}`);
    const question = await w.chat.says('/take issues found');
    assertGoodCard(question.card);
    assert.ok(w.chat.reads(question).includes(en.batches.cannot({ count: 1, why: en.batches.why.ownedByOther })));
    const count = Number(/Look after (\d+)/.exec(w.chat.reads(question))?.[1]);
    assert.ok(count > 1);
    assert.equal((await taken()).length, 1);
    await w.chat.presses(question, 'batch.begin');
    await w.world.passes(60);
    const owned = await taken();
    assert.equal(owned.filter((name) => name === people.alex.name).length, count);
    assert.equal(await owner(tenantIds.woodgrove), people.megan.name);
    const again = await w.chat.says('/take issues found');
    assert.ok(w.chat.reads(again).includes(en.batches.fine({ count })), w.chat.reads(again));
  });

  onEachStore('are released many at once with a query: one’s own, and by an admin also those of others', async () => {
    await w.world.passes(30);
    const megan = megans();
    for (const id of [tenantIds.woodgrove, tenantIds.litware]) await megan.says(`/take ${id}`);
    await w.chat.says(`/take ${tenantIds.northwind}`);
    const question = await megan.says('/release all');
    assertGoodCard(question.card);
    const own = [
      en.batches.ask.release({ count: 2 }),
      en.batches.cannot({ count: 1, why: en.batches.why.ownedByOther }),
    ];
    for (const said of own) assert.ok(megan.reads(question).includes(said), megan.reads(question));
    assert.equal((await taken()).length, 3);
    await megan.presses(question, 'batch.begin');
    await w.world.passes(60);
    assert.deepEqual(await taken(), [people.alex.name]);
    const none = await megan.says('/release status:issues-found');
    assert.ok(megan.reads(none).includes(en.batches.noneNeeds), megan.reads(none));
    await megan.says(`/take ${tenantIds.woodgrove}`);
    const ofAll = await w.chat.says('/release -owner:none');
    assert.ok(w.chat.reads(ofAll).includes(en.batches.ask.releaseOther({ count: 2 })), w.chat.reads(ofAll));
    await w.chat.presses(ofAll, 'batch.begin');
    await w.world.passes(60);
    assert.deepEqual(await taken(), []);
    const released = (await audited()).filter(([what]) => what === 'ownershipReleased');
    const [ofMegan, ofAlex] = [people.megan.aadObjectId, people.alex.aadObjectId];
    assert.deepEqual(released.map(([, by]) => by).sort(), [ofMegan, ofMegan, ofAlex, ofAlex].sort());
    // What the card of an admin carries is nothing that others may.
    for (const id of [tenantIds.northwind, tenantIds.woodgrove]) await w.chat.says(`/take ${id}`);
    await megan.says(`/take ${tenantIds.litware}`);
    const ownOnly = await w.chat.says('/release owner:me');
    assert.ok(w.chat.reads(ownOnly).includes(en.batches.ask.release({ count: 2 })), w.chat.reads(ownOnly));
    const asked = await w.chat.says('/release all');
    assert.ok(w.chat.reads(asked).includes(en.batches.ask.releaseOther({ count: 3 })), w.chat.reads(asked));
    await w.world.chat(people.megan, 'chat-of-alex').presses(asked, 'batch.begin');
    await w.world.passes(60);
    assert.deepEqual((await taken()).sort(), [people.alex.name, people.alex.name, people.megan.name]);
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

describe('a tenant that is handed to another', () => {
  const w = aWorldForEach({
    ...{ ADMINS: people.alex.aadObjectId, OPERATORS: people.megan.aadObjectId },
    ...{ VIEWERS: nestors.aadObjectId, RECONCILE_SECONDS: '43200' },
  });
  const id = tenantIds.contoso;
  const owner = async () => (await w.world.tenant(id)).owner?.person;
  const { assign, done } = en.attention;
  const headline = en.notices.headlines.ownershipGiven({ tenant: 'Contoso Ltd', cause: people.alex.name } as never);
  const news = () => w.world.teams.messages.filter(({ summary }) => summary === headline);

  onEachStore('is theirs from then on, which they are told of once in their own chat', async () => {
    await w.world.chat(people.megan, 'chat-of-megan').installs();
    const channel = w.world.chat(people.alex, '19:team@thread.tacv2', 'channel', 'team-1');
    await channel.installs();
    const card = await channel.mentions(people.megan, `/assign ${id}`);
    const said = done.assign({ tenant: 'Contoso Ltd' as never, person: people.megan.name as never });
    assert.ok(channel.reads(card).includes(said), channel.reads(card));
    assert.ok(!channel.reads(card).includes(assign.notTold({ person: people.megan.name as never })));
    assert.deepEqual(await owner(), { id: people.megan.aadObjectId, name: people.megan.name });
    await w.world.passes(120);
    assert.deepEqual(
      news().map(({ conversationId }) => conversationId),
      ['chat-of-megan'],
    );
    const again = await w.chat.says(`/assign ${id} @megan bowen`);
    assert.ok(w.chat.reads(again).includes(en.notices.refused.alreadyDone({ tenant: 'Contoso Ltd' as never })));
    await w.world.passes(900);
    assert.equal(news().length, 1);
    assert.match(await w.world.auditLog(), new RegExp(`"ownershipGiven".*owner ${people.megan.aadObjectId}`));
  });

  it('can be every one that matches, once the dry run got its yes, but for those that others look after', async () => {
    const megan = w.world.chat(people.megan, 'chat-of-megan');
    await megan.installs();
    for (const tenantId of [tenantIds.contoso, tenantIds.fabrikam, tenantIds.litware])
      await w.chat.says(`/tag ${tenantId} vip`);
    await megan.says(`/take ${tenantIds.fabrikam}`);
    const question = await w.chat.says(`/assign tag:vip @${people.megan.name}`);
    assertGoodCard(question.card);
    const to = { count: 2, person: people.megan.name as never };
    assert.ok(w.chat.reads(question).includes(en.batches.ask.assign(to)), w.chat.reads(question));
    assert.ok(w.chat.reads(question).includes(en.batches.fine({ count: 1 })));
    assert.equal(await owner(), undefined);
    await w.chat.presses(question, 'import.begin');
    assert.ok(w.chat.reads(question).includes(en.batches.title.assign(to)), w.chat.reads(question));
    await w.world.passes(60);
    assert.equal((await owner())?.name, people.megan.name);
    assert.equal(news().length, 0);
    await w.chat.says(`/take ${tenantIds.woodgrove}`);
    await w.chat.says(`/tag ${tenantIds.woodgrove} vip`);
    const theirs = await megan.says(`/assign tag:vip @${people.alex.name}`);
    const toAlex = { count: 3, person: people.alex.name as never };
    assert.ok(megan.reads(theirs).includes(en.batches.ask.assign(toAlex)), megan.reads(theirs));
    const mine = await megan.says(`/assign tag:vip @${people.megan.name}`);
    const cannot = en.batches.cannot({ count: 1, why: en.batches.why.ownedByOther });
    assert.ok(megan.reads(mine).includes(cannot), megan.reads(mine));
  });

  it('takes its owner or an admin, and someone with a role who can', async () => {
    const megan = w.world.chat(people.megan, 'chat-of-megan');
    await megan.installs();
    await w.world.chat(nestors, 'chat-of-nestor').installs();
    const nestor = await w.chat.says(`/assign ${id} ${nestors.name}`);
    assert.ok(w.chat.reads(nestor).includes(assign.mayNotOwn({ person: nestors.name as never })));
    const unknown = await w.chat.says(`/assign ${id} @Nobody Atall`);
    assert.ok(w.chat.reads(unknown).includes(assign.unknown({ given: 'Nobody Atall' as never })));
    assert.equal(await owner(), undefined);
    await w.chat.says(`/take ${id}`);
    const refused = await megan.says(`/assign ${id} ${people.megan.aadObjectId}`);
    assert.ok(megan.reads(refused).includes(people.alex.name), megan.reads(refused));
    assert.equal((await owner())?.name, people.alex.name);
    await w.chat.says(`/assign ${id} ${people.megan.aadObjectId}`);
    await megan.says(`/assign ${id} ${people.alex.name}`);
    assert.equal((await owner())?.name, people.alex.name);
    await w.chat.says(`/assign ${id} ${people.megan.aadObjectId}`);
    await w.chat.says(`/assign ${id} me`);
    assert.equal((await owner())?.name, people.alex.name);
    for (const short of ['/assign', `/assign ${id}`])
      assert.ok(w.chat.reads(await w.chat.says(short)).includes(assign.howToAsk), short);
    const none = await w.chat.says('/assign nobody @Megan Bowen');
    assert.ok(w.chat.reads(none).includes(en.attention.noTenant({ given: 'nobody' as never })));
  });

  it('is told to no one else where the new owner has no chat with Gatehouse, which the answer says', async () => {
    await w.world.chat(people.megan, 'a-group', 'groupChat').says('/tenants');
    const group = w.world.chat(people.alex, 'a-group', 'groupChat');
    const card = await group.mentions(people.megan, `/assign ${id}`);
    assert.ok(group.reads(card).includes(assign.notTold({ person: people.megan.name as never })), group.reads(card));
    await w.world.passes(120);
    assert.equal((await owner())?.name, people.megan.name);
    assert.equal(news().length, 0);
  });
});

describe('a tenant that its owner leaves alone', () => {
  const w = aWorldForEach({ RECONCILE_SECONDS: '43200', OWNERSHIP_DAYS: '1' });
  const owner = async () => (await w.world.tenant(tenantIds.contoso)).owner?.person.name;

  onEachStore(
    'is no one’s after the days that are set, counted from what they last did, also while Gatehouse was down',
    async () => {
      await w.chat.says(`/take ${tenantIds.contoso}`);
      await w.world.skips((day - 600) / day);
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
    },
  );
});
