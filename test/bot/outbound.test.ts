// In which order, how fast and how often does what we send reach Teams?
import assert from 'node:assert/strict';
import { DeliveryError } from '../../src/bot/messenger.js';
import { Outbound } from '../../src/bot/outbound.js';
import { delivered } from '../../src/bot/teams-messenger.js';
import { ManualClock } from '../support/manual-clock.js';

/** A way out, and when each request went out, in seconds. */
function aWayOut() {
  const clock = new ManualClock();
  const outbound = new Outbound(clock);
  const start = clock.milliseconds;
  const went: { readonly what: string; readonly at: number }[] = [];
  const failures: DeliveryError[] = [];
  /** Sends something; its answer is what `request` comes to, at once unless said otherwise. */
  const send = (conversationId: string, what = '', request: () => Promise<unknown> = async () => undefined) =>
    outbound
      .send(conversationId, () => {
        went.push({ what, at: (clock.milliseconds - start) / 1000 });
        return delivered(request);
      })
      .catch((error: unknown) => {
        assert.ok(error instanceof DeliveryError, String(error));
        failures.push(error);
      });
  return { clock, send, failures, went, times: () => went.map(({ at }) => at) };
}

/** What the connector's client throws when Teams answers so. */
function answering(status: number, retryAfter?: string) {
  const response = { headers: { get: () => retryAfter } };
  return () => Promise.reject(Object.assign(new Error(`${status}`), { statusCode: status, response }));
}

const unanswered = () => new Promise<never>(() => undefined);

describe('what goes out to one conversation', () => {
  it('keeps its order, and waits until what came before has been taken', async () => {
    const { clock, send, went } = aWayOut();
    let take: (value?: unknown) => void = () => undefined;
    send('chat', 'first', () => new Promise((resolve) => (take = resolve)));
    send('chat', 'second');
    await clock.passes(5);
    assert.deepEqual(went, [{ what: 'first', at: 0 }]);
    take();
    await clock.passes(5);
    assert.equal(went.at(-1)?.what, 'second');
  });

  it('goes out seven times a second and eight times in two', async () => {
    const { clock, send, times } = aWayOut();
    for (let count = 0; count < 17; count += 1) send('chat');
    await clock.passes(10);
    assert.deepEqual(times(), [0, 0, 0, 0, 0, 0, 0, 1, 2, 2, 2, 2, 2, 2, 2, 3, 4]);
  });

  it('goes out sixty times in half a minute; what would have to wait for long is handed back', async () => {
    const { clock, send, times, failures } = aWayOut();
    for (let count = 0; count < 61; count += 1) send('chat');
    await clock.passes(29);
    assert.equal(times().length, 60);
    const lastAt = times().at(-1) ?? 0;
    assert.deepEqual(
      failures.map(({ kind, retryAfterMs }) => ({ kind, retryAfterMs })),
      [{ kind: 'passing', retryAfterMs: (30 - lastAt) * 1000 }],
    );
  });
});

describe('what goes out to many conversations', () => {
  it('is fifty a second in all', async () => {
    const { clock, send, times } = aWayOut();
    for (let count = 0; count < 60; count += 1) send(`chat-${count}`);
    await clock.passes(10);
    assert.equal(times().filter((at) => at === 0).length, 50);
    assert.equal(times().filter((at) => at === 1).length, 10);
  });

  it('is not held up by one that does not answer, which is given up after fifteen seconds', async () => {
    const { clock, send, went, failures } = aWayOut();
    send('hanging', 'hanging', unanswered);
    send('hanging', 'next');
    send('other', 'other');
    await clock.passes(14.9);
    assert.deepEqual(
      went.map(({ what }) => what),
      ['hanging', 'other'],
    );
    await clock.passes(2);
    assert.deepEqual(
      failures.map(({ kind }) => kind),
      ['passing'],
    );
    assert.equal(went.at(-1)?.what, 'next');
  });
});

describe('what Teams does not take', () => {
  for (const status of [412, 429, 502, 504]) {
    it(`is sent three times when it asks for that with ${status}`, async () => {
      const { clock, send, times, failures } = aWayOut();
      send('chat', '', answering(status));
      await clock.passes(10);
      assert.equal(times().length, 3);
      assert.equal(failures[0]?.kind, 'passing');
    });
  }

  for (const [status, kind] of [
    [400, 'refused'],
    [403, 'blocked'],
    [404, 'gone'],
    [413, 'tooLarge'],
    [500, 'passing'],
    [503, 'passing'],
  ] as const) {
    it(`is not sent again when it answers ${status}, which means ${kind}`, async () => {
      const { clock, send, times, failures } = aWayOut();
      send('chat', '', answering(status));
      await clock.passes(10);
      assert.equal(times().length, 1);
      assert.equal(failures[0]?.kind, kind);
    });
  }

  it('is sent again no sooner than it asks, and neither is what comes after it', async () => {
    const { clock, send, went } = aWayOut();
    const answers = [answering(429, '4'), async () => undefined];
    send('chat', 'first', () => (answers.shift() ?? unanswered)());
    send('chat', 'second');
    await clock.passes(10);
    assert.deepEqual(went, [
      { what: 'first', at: 0 },
      { what: 'first', at: 4 },
      { what: 'second', at: 4 },
    ]);
  });

  it('is handed back when it asks for longer than anybody waits, with all that follows until then', async () => {
    const { clock, send, times, failures } = aWayOut();
    send('chat', 'first', answering(429, '60'));
    send('chat', 'second');
    await clock.passes(59);
    send('other');
    assert.deepEqual(times(), [0]);
    assert.deepEqual(
      failures.map(({ retryAfterMs }) => retryAfterMs),
      [60_000, 60_000],
    );
  });
});
