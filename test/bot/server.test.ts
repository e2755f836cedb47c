// What does whoever watches over the process learn?
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { teamsAdapter } from '../../src/bot/adapter.js';
import { type Listening, listen } from '../../src/bot/server.js';
import type { TeamsBot } from '../../src/bot/teams-bot.js';
import { ManualClock } from '../support/manual-clock.js';
import { nobodysDownloads } from '../support/nobodys-downloads.js';
import { aWorldForEach } from '../support/world.js';

const nobodysEvents = {
  refuse: () => ({ refused: 401, why: 'no signature' }) as const,
  receive: () => assert.fail('no body is read'),
};
const silent = { info() {}, warn() {}, error() {} };

describe('the server', () => {
  let server: Listening;
  let isReady: boolean;

  beforeEach(async () => {
    isReady = false;
    server = await listen({
      host: '127.0.0.1',
      port: 0,
      adapter: teamsAdapter(undefined, silent),
      // Nobody says anything to it here.
      bot: {} as TeamsBot,
      refuse: (_status, code) => ({ code, correlationId: '' }),
      isReady: () => isReady,
      downloads: nobodysDownloads(),
      events: { receiver: nobodysEvents, take: () => undefined, clock: new ManualClock() },
    });
  });
  afterEach(() => server.close());

  const asked = async (path: string) => {
    const answer = await fetch(`${server.url}${path}`);
    return { status: answer.status, body: await answer.text() };
  };

  it('is alive before and after it is ready, and says nothing else to the outside', async () => {
    assert.deepEqual(await asked('/healthz'), { status: 200, body: '{"status":"ok"}' });
    assert.deepEqual(await asked('/readyz'), { status: 503, body: '{"status":"notReady"}' });
    isReady = true;
    assert.deepEqual(await asked('/readyz'), { status: 200, body: '{"status":"ready"}' });
    isReady = false;
    assert.equal((await asked('/readyz')).status, 503);
    assert.equal((await asked('/healthz')).status, 200);
  });

  it('speaks HTTP, and keeps no connection open for what would rather speak something else', async () => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
    const [answer] = await once(socket, 'data');
    assert.match(String(answer), /^HTTP\/1.1 200 /);
    socket.destroy();
  });
});

describe('the running product', () => {
  const held = aWorldForEach();

  it('is ready once it has started, also while Microsoft is out of reach, and not while it stops', async () => {
    const { world } = held;
    const status = async () => (await fetch(`${world.app.url}/readyz`)).status;
    assert.equal(await status(), 200);
    world.sandbox.controls.failNext({ path: /^\/v1/, status: 503, times: 1000 });
    await world.passes(400);
    assert.ok(world.log.some(({ event }) => event === 'notSwept'));
    assert.equal(await status(), 200);
    const { app } = world;
    await world.stopBot();
    await assert.rejects(fetch(`${app.url}/readyz`));
  });
});
