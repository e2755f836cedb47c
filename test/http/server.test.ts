// What monitoring learns of the process.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { downloadsRoute } from '../../src/http/downloads-route.js';
import { eventsRoute } from '../../src/http/events-route.js';
import { messagesRoute } from '../../src/http/messages-route.js';
import type { Refuse } from '../../src/http/refuse.js';
import { type Listening, listen } from '../../src/http/server.js';
import { ManualClock } from '../support/manual-clock.js';
import { aWorldForEach } from '../support/world.js';

const nobodysEvents = {
  refuse: () => ({ refused: 401, why: 'no signature' }) as const,
  receive: () => assert.fail('no body is read'),
};
const nobody = { answerActivity: () => assert.fail('nothing is answered') };

describe('the server', () => {
  let server: Listening;
  let isReady: boolean;
  let refused: string[];

  const start = (isAnonymous: boolean) => {
    const clock = new ManualClock();
    const refuse: Refuse = (_status, code) => {
      refused.push(code);
      return { code, correlationId: '' };
    };
    return listen({
      host: '127.0.0.1',
      port: 0,
      isAnonymous,
      refuse,
      readiness: { whyNotReady: () => (isReady ? [] : ['starting or stopping']), troubles: () => [] },
      routes: [
        messagesRoute({ bot: nobody, refuse, clock, isAnonymous }),
        eventsRoute({ receiver: nobodysEvents, clock }, refuse),
        downloadsRoute({ downloads: { path: '/certificates', open: async () => undefined }, clock }, refuse),
      ],
    });
  };

  beforeEach(async () => {
    isReady = false;
    refused = [];
    server = await start(true);
  });
  afterEach(() => server.close());

  const asked = async (path: string) => {
    const answer = await fetch(`${server.url}${path}`);
    return { status: answer.status, body: await answer.text() };
  };

  it('is alive before and after it is ready, and says nothing else to the outside', async () => {
    assert.deepEqual(await asked('/healthz'), { status: 200, body: '{"status":"ok"}' });
    assert.deepEqual(await asked('/readyz'), {
      status: 503,
      body: '{"status":"notReady","why":["starting or stopping"]}',
    });
    isReady = true;
    assert.deepEqual(await asked('/readyz'), { status: 200, body: '{"status":"ready"}' });
    isReady = false;
    assert.equal((await asked('/readyz')).status, 503);
    assert.equal((await asked('/healthz')).status, 200);
  });

  const statusOf = (path: string, method: string, headers: Readonly<Record<string, string>>) =>
    new Promise<number | undefined>((resolve, reject) => {
      request(`${server.url}${path}`, { method, headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      })
        .on('error', reject)
        .end();
    });
  const doors = [
    ['POST', '/api/messages'],
    ['POST', '/api/partner-center'],
    ['GET', '/certificates/token'],
    ['GET', '/readyz'],
    ['GET', '/nowhere'],
  ] as const;

  for (const [method, path] of doors) {
    it(`answers no web page at ${path} while the bot is anonymous, whatever name led the browser here`, async () => {
      assert.equal(await statusOf(path, method, { host: 'evil.example:3978' }), 421);
      const { host } = new URL(server.url);
      assert.equal(await statusOf(path, method, { host, origin: 'https://evil.example' }), 403);
      assert.equal(await statusOf(path, method, { host, 'sec-fetch-site': 'cross-site' }), 403);
      assert.deepEqual(refused, ['HostNotLoopback', 'ForeignSite', 'ForeignSite']);
      assert.ok(![421, 403].includes((await statusOf(path, method, { host })) ?? 0));
    });
  }

  it('answers by any name once the bot has an identity: then Microsoft says who asks', async () => {
    await server.close();
    server = await start(false);
    assert.equal(await statusOf('/healthz', 'GET', { host: 'gatehouse.example.com' }), 200);
    assert.equal(await statusOf('/api/messages', 'POST', { host: 'gatehouse.example.com' }), 401);
  });

  /** What a stranger is answered who sends `start`, and after that a byte a second; and after how many seconds. */
  const dripping = (start: string) =>
    new Promise<{ readonly answer: string; readonly seconds: number }>((resolve) => {
      const since = performance.now();
      const socket = connect(Number(new URL(server.url).port), '127.0.0.1', () => socket.write(start));
      const drip = setInterval(() => socket.write('x'), 1000);
      let answer = '';
      socket.on('data', (chunk) => {
        answer += chunk;
      });
      socket.on('error', () => undefined);
      socket.once('close', () => {
        clearInterval(drip);
        resolve({ answer, seconds: (performance.now() - since) / 1000 });
      });
    });
  const post = 'POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n';

  it('waits seconds for a request that drips, whoever sends it, and never minutes', async () => {
    const all = await Promise.all([
      dripping('POST /api/messages HTTP/1.1\r\n'),
      dripping(`${post}Content-Length: 1000\r\n\r\n{`),
      dripping(`${post}Transfer-Encoding: chunked\r\n\r\n1000\r\n{`),
      dripping('POST /nowhere HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000\r\n\r\n{'),
    ]);
    for (const { answer, seconds } of all) {
      assert.match(answer, /^HTTP\/1\.1 40[48] /);
      assert.ok(seconds < 15, `${seconds} s`);
    }
  }).timeout(30_000);

  it('refuses a body that is too large before it has come, where the headers say so, or at the byte too many', async () => {
    const said = await dripping(`${post}Content-Length: ${256 * 1024 + 1}\r\n\r\n`);
    assert.match(said.answer, /^HTTP\/1\.1 413 [\s\S]*PayloadTooLarge/);
    const chunk = `20000\r\n${'x'.repeat(0x20000)}\r\n`;
    const unsaid = await dripping(`${post}Transfer-Encoding: chunked\r\n\r\n${chunk.repeat(3)}`);
    assert.match(unsaid.answer, /^HTTP\/1\.1 413 /);
    assert.ok(said.seconds < 2 && unsaid.seconds < 2);
  });

  it('reads no body of a stranger who does not even say who they are, once the bot has an identity', async () => {
    await server.close();
    server = await start(false);
    const { answer, seconds } = await dripping(`${post}Content-Length: 1000\r\n\r\n`);
    assert.match(answer, /^HTTP\/1\.1 401 [\s\S]*Unauthorized/);
    assert.ok(seconds < 2);
  });

  it('speaks HTTP, and keeps no connection open for what would rather speak something else', async () => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    socket.write('GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
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
    assert.ok(world.log.some(({ event }) => event === 'notReconciled'));
    assert.equal(await status(), 200);
    const { app } = world;
    await world.stopBot();
    await assert.rejects(fetch(`${app.url}/readyz`));
  });
});
