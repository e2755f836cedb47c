// Many customers are asked at a Microsoft that fails one time in ten, and the bot is killed twice: each is asked once, in pace.
import assert from 'node:assert/strict';
import { buttonFor } from '../support/card-reading.js';
import { disturb } from '../support/traffic.js';
import { aWorldForEach } from '../support/world.js';

// A few hundred take minutes: BATCH_TENANTS=500 says how many.
const customers = Number(process.env.BATCH_TENANTS ?? 60);
const share = 0.1;
const allowedPerMinute = 60;

describe(`a batch of ${customers} customers, at a Microsoft that fails one time in ten`, () => {
  const w = aWorldForEach({ SANDBOX_CUSTOMERS: `${customers}` });

  afterEach(() => disturb(undefined));

  it('comes to its end, with one request for each tenant and no minute with more than are allowed', async () => {
    const { clock } = w.world;
    /** When each request was asked for, be it refused. */
    const asked: number[] = [];
    let [calls, failed] = [0, 0];
    const unreliable = () =>
      disturb(async ({ method, url: { pathname }, go }) => {
        if (method === 'POST' && pathname.endsWith('/delegatedAdminRelationships')) asked.push(clock.milliseconds);
        if (!pathname.includes('/tenantRelationships/')) return go();
        calls += 1;
        // Each tenth, in turn: carried out with the answer lost, refused, throttled.
        if (calls % (1 / share) !== 0) return go();
        failed += 1;
        if (failed % 3 === 0) await go();
        return failed % 3 === 1
          ? new Response('{"error":{"code":"TooManyRequests"}}', { status: 429, headers: { 'retry-after': '2' } })
          : new Response('{"error":{"code":"serviceUnavailable"}}', { status: 503 });
      });
    const ours = () =>
      w.world.sandbox.controls.relationships().filter(({ displayName }) => displayName.startsWith('Gatehouse-'));
    const before = new Set(ours().map(({ id }) => id));
    const message = await w.chat.says('/enable not configured');
    const count = Number(/Enable (\d+) tenants/.exec(w.chat.reads(message))?.[1]);
    assert.ok(count > customers / 2);
    unreliable();
    const start = clock.milliseconds;
    await w.chat.presses(message, 'batch.begin');
    for (const part of [0.3, 0.4]) {
      for (let seconds = 0; seconds < count * part; seconds += 10) await w.world.passes(10);
      await w.world.crash();
    }
    const ends = async () => (await w.world.contents()).batches.values().next().value?.endedAt;
    for (let minutes = 0; (await ends()) === undefined && minutes < 60; minutes += 1)
      for (let seconds = 0; seconds < 60; seconds += 10) await w.world.passes(10);
    const endedAt = (await ends()) ?? assert.fail('it has not ended');
    disturb(undefined);
    const came = ours().filter(({ id }) => !before.has(id));
    const tenantIds = came.map(({ displayName }) => displayName.replace(/^Gatehouse-(.+)-\d+$/, '$1'));
    assert.equal(new Set(tenantIds).size, tenantIds.length, 'a tenant was asked twice');
    const again = await w.chat.says('/enable not configured');
    assert.ok(!buttonFor(w.chat.sees(again), 'batch.begin'));
    const busiest = Math.max(...asked.map((at) => asked.filter((other) => other >= at && other < at + 60_000).length));
    const seconds = (Date.parse(endedAt) - start) / 1000;
    const used = ((came.length / seconds) * 60) / allowedPerMinute;
    const figures = `${count} tenants, ${came.length} requests in ${seconds} s, ${failed} of ${calls} calls failed, busiest minute ${busiest} calls, ${Math.round(used * 100)} % of the rate`;
    if (process.env.BATCH_TENANTS) process.stdout.write(`${figures}\n`);
    assert.ok(failed > count / 10, figures);
    // What failed is asked again beside the pace.
    assert.ok(busiest <= allowedPerMinute * (1 + 2 * share), figures);
    assert.ok(used > 0.3, figures);
  }).timeout(900_000);
});
