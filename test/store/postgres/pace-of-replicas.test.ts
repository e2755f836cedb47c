// Three replicas, in processes of their own, send as much as they may, and whom they send to counts.
import assert from 'node:assert/strict';
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { systemClock } from '../../../src/runtime/clock.js';
import { exceededBy, tooMany } from '../../support/busy-teams.js';
import { type TestDatabase, testDatabase } from '../../support/postgres.js';

const replica = fileURLToPath(new URL('../../support/pace-replica.ts', import.meta.url));
const startsMs = 1500;
// By hand on a machine that does nothing else, such as 30: then what may go out has to be used up, too.
const asked = process.env.PACE_SECONDS;
const seconds = Number(asked ?? 4);
const restSeconds = 4;
// What had been let go before the one that was refused had its answer.
const onItsWayMs = 1000;

describe('three replicas with more to send than may go out', function () {
  // Three processes start beside the other tests.
  this.timeout(240_000 + seconds * 2000);
  const arrivals: { readonly conversationId: string; readonly at: number; readonly from: number }[] = [];
  const ofPartnerCenter: { readonly at: number }[] = [];
  const ofGraph: { readonly at: number; readonly isRefused: boolean }[] = [];
  let on: TestDatabase;
  let server: Server;
  const children: ChildProcess[] = [];
  let from = 0;

  before(async () => {
    on = await testDatabase();
    server = createServer((request, response) => {
      const at = performance.now();
      const [, service, conversationId = ''] = (request.url ?? '').split('/');
      const isRefused = service === 'graph' && ofGraph.length % 100 === 3;
      if (service === 'teams') arrivals.push({ conversationId, at, from: Number(conversationId.split('-')[1]) });
      if (service === 'partnerCenter') ofPartnerCenter.push({ at });
      if (service === 'graph') ofGraph.push({ at, isRefused });
      request.resume();
      const status = isRefused ? { status: 429, headers: { 'retry-after': `${restSeconds}` } } : { status: 200 };
      // Not the same for any two, as on a network.
      setTimeout(
        () => {
          // A replica on a busy machine may have given up waiting.
          if (!response.destroyed) response.writeHead(status.status, status.headers);
          response.end('{}');
        },
        (at * 7919) % 30,
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    children.push(
      ...['0', '1', '2'].map((number) => fork(replica, [number, on.url, url], { execArgv: ['--import', 'tsx'] })),
    );
    await Promise.all(children.map((child) => once(child, 'message')));
    for (const child of children) child.send('go');
    from = performance.now() + startsMs;
    await systemClock.pause(startsMs + seconds * 1000);
  });

  after(async () => {
    const ends = children.map((child) => once(child, 'exit'));
    for (const child of children) child.disconnect();
    await Promise.all(ends);
    server.closeAllConnections();
    server.close();
    await on.drop();
  });

  it('never send more than Teams takes, in all and in a conversation', () => {
    assert.deepEqual(exceededBy(arrivals), []);
    assert.ok(arrivals.filter(({ conversationId }) => conversationId === 'one-for-all').length > 7);
  });

  it('use what Teams takes, and each of them gets some of it', () => {
    const went = arrivals.filter(({ at }) => at >= from && at < from + seconds * 1000);
    for (const number of [0, 1, 2]) assert.ok(went.some((each) => each.from === number));
    if (asked !== undefined) assert.ok(went.length >= 0.95 * 50 * seconds, `${went.length / seconds} a second`);
  });

  it('call Partner Center five hundred times in a minute, and no more', () => {
    assert.deepEqual(tooMany('Partner Center', ofPartnerCenter, [[500, 60_000]]), []);
    if (asked !== undefined) assert.ok(ofPartnerCenter.length >= 500, `${ofPartnerCenter.length}`);
  });

  it('leave Graph alone, all of them, for as long as it asks one of them to', () => {
    const refusals = ofGraph.filter(({ isRefused }) => isRefused);
    assert.ok(refusals.length > 0);
    for (const { at } of refusals) {
      const tooSoon = ofGraph.filter((each) => each.at > at + onItsWayMs && each.at < at + restSeconds * 1000);
      assert.deepEqual(tooSoon, []);
    }
  });
});
