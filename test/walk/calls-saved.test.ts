// The calls that Partner Center's events save: the same partner, for six hours, with them and without.

import assert from 'node:assert/strict';
import { newsOf } from '../support/wording.js';
import { aWorldForEach, tenantIds, World } from '../support/world.js';

const hours = 6;

/** Calls to Graph and Partner Center in six hours in which nothing happens, with requests that wait for customers. */
const callsIn = async (isRegistered: boolean): Promise<{ readonly pages: number; readonly all: number }> => {
  const world = await World.start();
  try {
    await world.passes(1300);
    if (isRegistered) {
      const { url } = world.app;
      await world.stopBot();
      // The same address as before, so that it is still the one that is registered.
      await world.startBot({ PORT: new URL(url).port });
      world.sandbox.controls.registerWebhook(`${url}/api/partner-center`);
      await world.passes(3600);
    }
    world.sandbox.controls.clearRequests();
    await world.passes(hours * 3600);
    const all = world.sandbox.controls.requests().map(({ path }) => path);
    const pages = all.filter((path) => /size=500|delegatedAdminRelationships$/.test(path)).length;
    return { pages, all: all.filter((path) => !path.includes('/oauth2/')).length };
  } finally {
    await world.end();
  }
};

describe('six quiet hours', () => {
  it('cost a tenth of the pages, and a quarter of all calls, while events arrive', async function () {
    this.timeout(180_000);
    const without = await callsIn(false);
    const withEvents = await callsIn(true);
    // The pages are what grows with the partner. What else is asked concerns tenants that Microsoft works on or refuses to show.
    assert.ok(
      withEvents.pages * 10 <= without.pages,
      `${withEvents.pages} pages with events, ${without.pages} without`,
    );
    assert.ok(withEvents.all * 4 <= without.all, `${withEvents.all} calls with events, ${without.all} without`);
  });
});

describe('a customer who approves while reconciles are slow', () => {
  const w = aWorldForEach();

  it('is told within seconds, and nobody has asked in between', async () => {
    const { url } = w.world.app;
    w.world.sandbox.controls.registerWebhook(`${url}/api/partner-center`);
    await w.world.passes(2 * 3600);
    const reconciles = () => w.world.log.filter(({ event }) => event === 'reconciled').length;
    const before = reconciles();
    const [relationship] = w.world.sandbox.controls.relationships(tenantIds.northwind);
    w.world.sandbox.controls.clearRequests();
    await w.world.passes(1800);
    const asked = w.world.sandbox.controls.requests().filter(({ path }) => path.includes(tenantIds.northwind));
    assert.deepEqual(asked, []);
    w.world.sandbox.controls.approve(relationship?.id ?? '');
    await w.world.passes(30);
    assert.ok(w.chat.messages.some(({ summary }) => summary === newsOf('Northwind Traders', 'approved')));
    assert.ok(reconciles() - before <= 1);
  });
});

describe('events that stop coming', () => {
  const w = aWorldForEach();

  it('bring the reconciles back to their usual pace by themselves', async () => {
    w.world.sandbox.controls.registerWebhook(`${w.world.app.url}/api/partner-center`);
    await w.world.passes(2 * 3600);
    const reconcilesIn = async (seconds: number) => {
      const count = () => w.world.log.filter(({ event }) => event === 'reconciled').length;
      const before = count();
      await w.world.passes(seconds);
      return count() - before;
    };
    assert.ok((await reconcilesIn(3600)) <= 1);
    w.world.sandbox.controls.setEventBehaviour({ lost: true });
    await w.world.passes(2 * 3600);
    assert.ok(w.world.log.some(({ event }) => event === 'partnerEventsMissing'));
    assert.ok((await reconcilesIn(3600)) >= 11);
  });
});
