// The order, the pace and the repeats of what goes out to Teams.
import assert from 'node:assert/strict';
import { DeliveryError } from '../../../src/bot/delivery/messenger.js';
import { SendQueue, type Urgency } from '../../../src/bot/delivery/send-queue.js';
import { delivered } from '../../../src/bot/delivery/teams-messenger.js';
import { ManualClock } from '../../support/manual-clock.js';

/** A way out, and when each request went out, in seconds. */
function aWayOut() {
  const clock = new ManualClock();
  const sendQueue = new SendQueue(clock);
  const reach: string[] = [];
  sendQueue.onReach({
    taken: (conversationId, wasFailing) => wasFailing && reach.push(`${conversationId} is back`),
    lost: (conversationId, { why }) => reach.push(`${conversationId} is lost: ${why}`),
  });
  const start = clock.milliseconds;
  const went: { readonly what: string; readonly at: number }[] = [];
  const failures: DeliveryError[] = [];
  /** Sends something; its answer is what `request` comes to, at once unless said otherwise. */
  const send = (
    conversationId: string,
    what = '',
    request: () => Promise<unknown> = async () => undefined,
    urgency: Urgency = 'notice',
  ) =>
    sendQueue
      .send(conversationId, urgency, () => {
        went.push({ what, at: (clock.milliseconds - start) / 1000 });
        return delivered(request);
      })
      .catch((error: unknown) => {
        assert.ok(error instanceof DeliveryError, String(error));
        failures.push(error);
      });
  const answer = (what: string, request?: () => Promise<unknown>) => send('chat', what, request, 'answer');
  return { clock, sendQueue, reach, send, answer, failures, went, times: () => went.map(({ at }) => at) };
}

/** What the connector's client throws when Teams answers so. */
function answering(status: number, retryAfter?: string, code?: string) {
  const response = { headers: { get: () => retryAfter } };
  return () => Promise.reject(Object.assign(new Error(`${status}`), { statusCode: status, response, code }));
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

  it('is answered seven times a second and eight times in two', async () => {
    const { clock, answer, times } = aWayOut();
    for (let count = 0; count < 17; count += 1) answer('');
    await clock.passes(10);
    assert.deepEqual(times(), [0, 0, 0, 0, 0, 0, 0, 1, 2, 2, 2, 2, 2, 2, 2, 3, 4]);
  });

  it('leaves a quarter of every second to answers', async () => {
    const { clock, send, times } = aWayOut();
    for (let count = 0; count < 13; count += 1) send('chat');
    await clock.passes(10);
    assert.deepEqual(times(), [0, 0, 0, 0, 0, 1, 2, 2, 2, 2, 2, 3, 4]);
  });

  it('goes out 45 times in half a minute unasked; what would have to wait for long is handed back', async () => {
    const { clock, send, times, failures } = aWayOut();
    for (let count = 0; count < 46; count += 1) send('chat');
    await clock.passes(29);
    assert.equal(times().length, 45);
    const lastAt = times().at(-1) ?? 0;
    assert.deepEqual(
      failures.map(({ kind, retryAfterMs }) => ({ kind, retryAfterMs })),
      [{ kind: 'passing', retryAfterMs: (30 - lastAt) * 1000 }],
    );
  });
});

describe('an answer', () => {
  it('overtakes notices and card updates that wait, and finds room though they have used up theirs', async () => {
    const { clock, send, answer, went } = aWayOut();
    for (let count = 0; count < 60; count += 1) send('chat', 'notice');
    send('chat', 'update', undefined, 'update');
    await clock.passes(20);
    answer('answer');
    await clock.passes(0);
    assert.deepEqual(went.at(-1), { what: 'answer', at: 20 });
    assert.equal(went.length, 46);
  });

  it('goes before the notice, and the notice before the card update, that came first', async () => {
    const { clock, send, answer, went } = aWayOut();
    let take: (value?: unknown) => void = () => undefined;
    send('chat', 'under way', () => new Promise((resolve) => (take = resolve)));
    send('chat', 'update', undefined, 'update');
    send('chat', 'notice');
    answer('answer');
    await clock.passes(1);
    take();
    await clock.passes(1);
    assert.deepEqual(
      went.map(({ what }) => what),
      ['under way', 'answer', 'notice', 'update'],
    );
  });

  it('is not held up for more than three seconds by a notice that Teams is slow to take', async () => {
    const { clock, send, answer, went } = aWayOut();
    send('chat', 'slow', unanswered);
    answer('answer');
    await clock.passes(3);
    assert.deepEqual(went.at(-1), { what: 'answer', at: 3 });
  });

  it('is never dropped because it has to wait: sixty-six questions in a second are all answered', async () => {
    const { clock, answer, failures, times } = aWayOut();
    for (let count = 0; count < 66; count += 1) answer('answer');
    await clock.passes(60);
    assert.deepEqual([times().length, failures.length], [66, 0]);
  });

  it('waits for as long as Teams asks, and then goes out', async () => {
    const { clock, answer, failures, times } = aWayOut();
    const answers = [answering(429, '60'), async () => undefined];
    answer('answer', () => (answers.shift() ?? unanswered)());
    await clock.passes(61);
    assert.deepEqual([times(), failures], [[0, 60], []]);
  });

  it('is given up only after eight tries', async () => {
    const { clock, answer, failures, times } = aWayOut();
    answer('answer', answering(500));
    await clock.passes(600);
    assert.deepEqual([times().length, failures.length], [8, 1]);
  });

  it('is refused once three hundred of one conversation wait, so that nobody can fill the memory', async () => {
    const { clock, answer, failures } = aWayOut();
    for (let count = 0; count < 310; count += 1) answer('', unanswered);
    await clock.passes(0);
    assert.equal(failures.length, 9);
  });
});

describe('the rates', () => {
  for (const seconds of [-3600, 3600]) {
    it(`hold whatever the wall clock does: ${seconds} s`, async () => {
      const { clock, send, answer, times } = aWayOut();
      for (let count = 0; count < 5; count += 1) send('chat');
      await clock.passes(0);
      const before = clock.milliseconds;
      clock.steps(seconds);
      for (let count = 0; count < 4; count += 1) answer('');
      await clock.passes(2);
      assert.equal(times().length, 9);
      assert.ok(clock.milliseconds - before === (seconds + 2) * 1000);
      assert.equal(times().filter((at) => at === 0 || at === seconds).length, 7);
    });
  }
});

describe('what goes out to many conversations', () => {
  it('is fifty a second in all, of which a quarter is kept for answers', async () => {
    const { clock, send, went } = aWayOut();
    for (let count = 0; count < 60; count += 1) send(`chat-${count}`);
    for (let count = 0; count < 60; count += 1) send(`chat-${count}`, 'answer', undefined, 'answer');
    await clock.passes(10);
    const second = (at: number) => went.filter((each) => each.at === at);
    assert.equal(second(0).length, 50);
    assert.equal(second(0).filter(({ what }) => what === 'answer').length, 13);
    assert.equal(went.length, 120);
    assert.ok(went.every(({ at }) => at <= 2));
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
  for (const status of [412, 429, 502, 503, 504]) {
    it(`is sent three times when it asks for that with ${status}`, async () => {
      const { clock, send, times, failures } = aWayOut();
      send('chat', '', answering(status));
      await clock.passes(10);
      assert.equal(times().length, 3);
      assert.equal(failures[0]?.kind, 'passing');
    });
  }

  for (const [status, code, kind] of [
    [400, 'BadArgument', 'refused'],
    [403, 'BotNotInConversationRoster', 'blocked'],
    [403, 'BotDisabledByAdmin', 'blocked'],
    [403, 'ConversationBlockedByUser', 'blocked'],
    [403, 'ForbiddenOperationException', 'blocked'],
    [403, 'ServiceError', 'denied'],
    [403, undefined, 'denied'],
    [403, 'InvalidBotApiHost', 'denied'],
    [404, 'ConversationNotFound', 'gone'],
    [404, 'ActivityNotFoundInConversation', 'messageGone'],
    [404, undefined, 'denied'],
    [413, 'MessageSizeTooBig', 'tooLarge'],
    [500, 'ServiceError', 'passing'],
  ] as const) {
    it(`is not sent again when it answers ${status} ${code}, which means ${kind}`, async () => {
      const { clock, send, times, failures } = aWayOut();
      send('chat', '', answering(status, undefined, code));
      await clock.passes(10);
      assert.equal(times().length, 1);
      assert.equal(failures[0]?.kind, kind);
      assert.equal(failures[0]?.message, `Teams answered ${status}${code === undefined ? '' : ` ${code}`}`);
    });
  }

  it('is read as blocked where Teams says so in the text of the message', async () => {
    const { clock, send, failures } = aWayOut();
    const message = JSON.stringify({ errorCode: 209, message: JSON.stringify({ subCode: 'MessageWritesBlocked' }) });
    send('chat', '', () => Promise.reject(Object.assign(new Error(message), { statusCode: 403 })));
    await clock.passes(0);
    assert.deepEqual(
      failures.map(({ kind, message }) => [kind, message]),
      [['blocked', 'Teams answered 403 MessageWritesBlocked']],
    );
  });

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

describe('a conversation that Teams refuses', () => {
  /** Sends a notice, and again as soon as it may, until so many seconds have passed. */
  const refused = async (
    seconds: number,
    ...refusals: readonly (readonly [status: number, code?: string | undefined])[]
  ) => {
    const way = aWayOut();
    const { clock, send, failures, times } = way;
    for (let count = 0; clock.milliseconds < Date.parse('2026-11-22T10:00:00.000Z') + seconds * 1000; count += 1) {
      const [status, code] = refusals[Math.min(count, refusals.length - 1)] ?? assert.fail();
      send('chat', '', answering(status, undefined, code));
      await clock.passes(0);
      await clock.passes((failures.at(-1)?.retryAfterMs ?? 0) / 1000);
    }
    return { ...way, times: times() };
  };

  it('is asked again after 15 s, 1 min, 4 min and every 5 min', async () => {
    const { times } = await refused(900, [403, 'BotNotInConversationRoster']);
    assert.deepEqual(times, [0, 15, 75, 315, 615]);
  });

  it('is lost once Teams has said for five minutes that it lasts, and not after one refusal', async () => {
    const early = await refused(300, [404, 'ConversationNotFound']);
    assert.deepEqual(early.reach, []);
    const late = await refused(320, [404, 'ConversationNotFound']);
    assert.deepEqual(late.reach, ['chat is lost: Teams answered 404 ConversationNotFound']);
  });

  for (const [status, code] of [
    [403, 'ServiceError'],
    [403, 'NotEnoughPermissions'],
    [403, undefined],
    [404, undefined],
  ] as const) {
    it(`is never lost over ${status} ${code}, which is not documented as lasting`, async () => {
      const { reach, sendQueue } = await refused(3600, [status, code]);
      assert.deepEqual(reach, []);
      assert.equal(sendQueue.failing('chat')?.since, '2026-11-22T10:00:00.000Z');
    });
  }

  it('is not lost while other answers come in between', async () => {
    const { reach } = await refused(300, [403, 'BotDisabledByAdmin'], [404, 'ConversationNotFound'], [403], [403]);
    assert.deepEqual(reach, []);
  });

  it('is back with the first request that it takes', async () => {
    const { send, clock, reach, sendQueue } = await refused(60, [403, 'ServiceError']);
    await clock.passes(300);
    send('chat');
    await clock.passes(0);
    assert.deepEqual([reach, sendQueue.failing('chat')], [['chat is back'], undefined]);
  });

  it('is answered all the same when somebody asks there: once, and three times more over 42 seconds', async () => {
    const { clock, answer, times, failures } = aWayOut();
    answer('answer', answering(404, undefined, 'ConversationNotFound'));
    await clock.passes(120);
    assert.equal(failures.length, 1);
    const [first, second = 0, third = 0, fourth = 0] = times();
    assert.equal(first, 0);
    assert.ok(second >= 2 && third - second >= 8 && fourth - third >= 32 && fourth <= 70, String(times()));
  });
});
