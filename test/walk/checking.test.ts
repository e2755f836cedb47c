// Reconcile: what looking at Microsoft costs, and that one bad tenant never stops the rest.

import assert from 'node:assert/strict';
import { en } from '../../src/views/words/en/index.js';
import { rangeOn } from '../support/card-reading.js';
import { issuesFoundNews, limitationsOn } from '../support/wording.js';
import { aWorldForEach, tenantIds, World } from '../support/world.js';

describe('a reconcile', () => {
  const w = aWorldForEach();

  /** Paths asked of Microsoft in a stretch of time, ids and all. */
  const askedIn = async (seconds: number): Promise<readonly string[]> => {
    w.world.sandbox.controls.clearRequests();
    await w.world.passes(seconds);
    return w.world.sandbox.controls.requests().map(({ method, path }) => `${method} ${path}`);
  };

  it('costs the pages of customers and of relationships, and a check of those who wait', async () => {
    // Coho has expired by then, Fourth Coffee is active, and Lucerne's check fails for good.
    await w.world.passes(1300);
    const asked = await askedIn(300);
    const pages = asked.filter((path) => /size=500|delegatedAdminRelationships$/.test(path));
    assert.equal(pages.length, 2);
    const others = asked.filter((path) => !/size=500|delegatedAdminRelationships$|oauth2/.test(path));
    const concerns = (path: string) => path.includes('000000000016') || path.includes('000000000004');
    assert.ok(others.every(concerns), others.join('\n'));
  });

  it('looks closer at a tenant whose relationship has changed, and only once', async () => {
    await w.world.passes(1300);
    const [relationship] = w.world.sandbox.controls.relationships(tenantIds.fabrikam);
    w.world.sandbox.controls.dropRole(relationship?.id ?? '', 'Exchange Administrator');
    const closer = (asked: readonly string[]) =>
      asked.filter((path) => path.includes(`${relationship?.id}/accessAssignments`));
    assert.equal(closer(await askedIn(300)).length, 1);
    assert.equal(closer(await askedIn(300)).length, 0);
    const news = issuesFoundNews(await w.world.tenant(tenantIds.fabrikam));
    assert.ok(news.includes('Exchange Administrator'), news);
    assert.ok(w.chat.messages.some(({ summary }) => summary === news));
  });

  it('goes on with the other tenants when one cannot be looked at', async () => {
    const path = new RegExp(`${w.world.sandbox.controls.relationships(tenantIds.fabrikam)[0]?.id}/accessAssignments`);
    w.world.sandbox.controls.failNext({ path, kind: 'invalidJson', times: 1000 });
    for (const tenantId of [tenantIds.fabrikam, tenantIds.margie]) {
      const [relationship] = w.world.sandbox.controls.relationships(tenantId);
      w.world.sandbox.controls.dropRole(relationship?.id ?? '', 'Exchange Administrator');
    }
    await w.world.passes(310);
    const news = issuesFoundNews(await w.world.tenant(tenantIds.margie));
    assert.ok(w.chat.messages.some(({ summary }) => summary === news));
  });

  it('changes nothing when Microsoft is down, and goes on when it is back', async () => {
    const before = w.chat.reads(await w.chat.says(`/tenants ${en.statuses.approved}`));
    w.world.sandbox.controls.failNext({ path: '/v1', kind: 'reset', times: 1000 });
    await w.world.passes(330);
    const during = w.chat.reads(await w.chat.says(`/tenants ${en.statuses.approved}`));
    assert.equal(during.includes('Fabrikam Inc'), before.includes('Fabrikam Inc'));
    assert.ok(w.world.log.some(({ event, fields }) => event === 'notReconciled' && fields.what === 'customers'));
    w.world.sandbox.controls.clearFaults();
    await w.world.passes(600);
    assert.match(w.chat.reads(await w.chat.says('/tenants')), /{{DATE\(2026-11-22T10:1/);
  });
});

describe('ten thousand customers', () => {
  let world: World;

  afterEach(() => world.end());

  it('are in the list after one reconcile, which is answered from memory', async function () {
    this.timeout(60_000);
    world = await World.start({ SANDBOX_CUSTOMERS: '10000' });
    const chat = world.chat({ id: 'x', name: 'Alex', aadObjectId: 'x' }, 'chat');
    world.sandbox.controls.clearRequests();
    const start = performance.now();
    // One is a customer by GDAP alone, whom Partner Center doesn't list.
    assert.deepEqual(rangeOn((await chat.says('/tenants')).card), [1, 10, 10_001]);
    assert.match(chat.reads(await chat.says('/tenants 09999')), /Contoso 09999/);
    assert.ok(performance.now() - start < 10_000);
    assert.deepEqual(world.sandbox.controls.requests(), []);
  });
});

describe('an access template that has grown', () => {
  let world: World;

  afterEach(() => world.end());

  it('turns tenants that lack the new role to Issues found, by its name', async () => {
    world = await World.start();
    await world.passes(20);
    const chat = world.chat({ id: 'x', name: 'Alex', aadObjectId: 'x' }, 'chat');
    await chat.installs();
    const { template } = world;
    await world.stopBot();
    template.assignments[0]?.roles.push('Global Reader');
    await world.startBot({ ACCESS_TEMPLATE: await world.file('template.json', JSON.stringify(template)) });
    await world.passes(5);
    const list = await chat.says('/tenants fabrikam');
    await chat.presses(list, 'tenant.reviewLimitations');
    const tenant = await world.tenant(tenantIds.fabrikam);
    assert.deepEqual(limitationsOn(chat.sees(list), tenant), ['templateChanged']);
    assert.match(chat.reads(list), /Global Reader/);
  });
});
