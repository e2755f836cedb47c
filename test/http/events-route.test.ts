// What Partner Center, or a stranger, hears at POST /api/partner-center.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { eventsRoute } from '../../src/http/events-route.js';
import { refuser } from '../../src/http/refuse.js';
import { type Listening, listen } from '../../src/http/server.js';
import type { EventRefusal } from '../../src/operations/ports/webhooks.js';
import { ManualClock } from '../support/manual-clock.js';

describe('POST /api/partner-center', () => {
  let server: Listening;
  let clock: ManualClock;
  let bodies: Buffer[];
  let early: EventRefusal | undefined;
  let outcome: EventRefusal | undefined;
  let onReceive: () => Promise<void>;
  let lines: { readonly event: string; readonly fields: unknown }[];

  beforeEach(async () => {
    clock = new ManualClock();
    bodies = [];
    lines = [];
    early = undefined;
    outcome = undefined;
    onReceive = async () => undefined;
    const record = (event: string, fields?: unknown) => void lines.push({ event, fields });
    const refuse = refuser({ info: record, warn: record, error: record }, (work) => work('an id'));
    const receiver = {
      refuse: () => early,
      async receive(_: unknown, body: Buffer) {
        bodies.push(body);
        await onReceive();
        return outcome;
      },
    };
    server = await listen({
      host: '127.0.0.1',
      port: 0,
      isAnonymous: true,
      refuse,
      readiness: { whyNotReady: () => [], troubles: () => [] },
      routes: [eventsRoute({ receiver, clock }, refuse)],
    });
  });
  afterEach(() => server.close());

  const post = async (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) => {
    const response = await fetch(`${server.url}/api/partner-center`, { method: 'POST', body, headers });
    const { status, headers: said } = response;
    return { status, text: await response.text(), connection: said.get('connection') };
  };
  /** The first line of the answer to what is written by hand. */
  const written = (...chunks: string[]) => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    socket.on('error', () => undefined);
    for (const chunk of chunks) socket.write(chunk);
    const answer = once(socket, 'data').then(([data]) => String(data).split('\r\n')[0]);
    return { socket, answer };
  };

  it('takes an event, and hands over its bytes as they came, whatever they are said to be', async () => {
    const bytes = new Uint8Array([0xff, 0x00, 0x7b, 0x0d, 0x0a]);
    for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded', 'nonsense'])
      assert.equal((await post(bytes, { 'content-type': type })).status, 200);
    assert.deepEqual(bodies, [bytes, bytes, bytes, bytes].map(Buffer.from));
    assert.equal(clock.next(Number.POSITIVE_INFINITY), false, 'nothing is waited for any more');
  });

  for (const [refused, code] of [
    [400, 'BadRequest'],
    [401, 'SignatureVerificationFailed'],
    [503, 'TryAgain'],
  ] as const) {
    it(`answers ${refused} with a code, and tells only the log why`, async () => {
      outcome = { refused, why: 'a reason of ours' };
      const { status, text, connection } = await post('{"secret":1}');
      assert.equal(status, refused);
      assert.equal(connection, 'close');
      assert.deepEqual(JSON.parse(text), { code, correlationId: 'an id' });
      assert.match(JSON.stringify(lines), /a reason of ours/);
      assert.doesNotMatch(JSON.stringify(lines), /secret/);
    });
  }

  it('reads no body whose headers are wrong', async () => {
    early = { refused: 401, why: 'no signature' };
    const { answer } = written('POST /api/partner-center HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000\r\n\r\n');
    assert.equal(await answer, 'HTTP/1.1 401 Unauthorized');
    assert.deepEqual(bodies, []);
  });

  it('takes 64 KB and not a byte more, said or unsaid', async () => {
    assert.equal((await post('x'.repeat(65_536))).status, 200);
    const { answer } = written('POST /api/partner-center HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 65537\r\n\r\n');
    assert.equal(await answer, 'HTTP/1.1 413 Payload Too Large');
    const chunk = `10000\r\n${'x'.repeat(65_536)}\r\n`;
    const unsaid = written(
      'POST /api/partner-center HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n',
      chunk,
      chunk,
    );
    assert.equal(await unsaid.answer, 'HTTP/1.1 413 Payload Too Large');
    assert.equal(bodies.length, 1);
  });

  it('takes nothing that is compressed', async () => {
    assert.equal((await post('x', { 'content-encoding': 'gzip' })).status, 415);
    assert.equal((await post('x', { 'content-encoding': 'identity' })).status, 200);
  });

  it('waits ten seconds for a body, and no longer', async () => {
    const { answer } = written(
      'POST /api/partner-center HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 10\r\n\r\n',
      'half',
    );
    // The request has arrived once the server has planned the end of its patience.
    while (!clock.next(clock.milliseconds + 10_000)) await new Promise((resolve) => setImmediate(resolve));
    assert.equal(await answer, 'HTTP/1.1 408 Request Timeout');
    assert.deepEqual(bodies, []);
  });

  it('forgets whoever goes away in the middle', async () => {
    const { socket } = written(
      'POST /api/partner-center HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 10\r\n\r\n',
      'half',
    );
    const turn = () => new Promise((resolve) => setImmediate(resolve));
    // Its patience for the body is what is planned while it waits for one, and nothing is once it has forgotten it.
    while (clock.waiting === 0) await turn();
    socket.destroy();
    while (clock.waiting > 0) await turn();
    assert.equal((await post('{}')).status, 200);
    assert.equal(bodies.length, 1);
  });

  it('asks to come back when there are more at once than there can be, and goes on after that', async () => {
    let go = () => {};
    const throttleGate = new Promise<void>((resolve) => {
      go = resolve;
    });
    onReceive = () => throttleGate;
    const first = Array.from({ length: 50 }, () => post('{}'));
    while (bodies.length < 50) await new Promise((resolve) => setImmediate(resolve));
    const { status, text } = await post('{}');
    assert.equal(status, 503);
    assert.equal(JSON.parse(text).code, 'Busy');
    go();
    assert.ok((await Promise.all(first)).every((each) => each.status === 200));
    assert.equal((await post('{}')).status, 200);
  });

  it('lets whoever has kept it waiting longest for a body go, where there is no room for another', async () => {
    const start = `POST /api/partner-center HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 2\r\n\r\n{`;
    const slow = [];
    for (let n = 0; n < 50; n += 1) {
      slow.push(written(start));
      // So that it is known which one is the first.
      while (clock.waiting < slow.length) await new Promise((resolve) => setImmediate(resolve));
    }
    assert.equal((await post('{}')).status, 200);
    assert.match((await slow[0]?.answer) ?? '', / 503 /);
    slow[1]?.socket.write('}');
    assert.match((await slow[1]?.answer) ?? '', / 200 /);
    for (const { socket } of slow) socket.destroy();
  });

  it('does not thank for what could not be taken', async () => {
    onReceive = () => Promise.reject(new Error('broken'));
    const { status, text } = await post('{}');
    assert.equal(status, 500);
    assert.doesNotMatch(text, /broken/);
  });
});
