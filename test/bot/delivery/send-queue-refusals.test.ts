// What the send queue makes of what Teams does not take: repeats, failures, and conversations that are lost.
import assert from 'node:assert/strict';
import { answering, aWayOut, unanswered } from '../../support/send-queue-bench.js';

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

  it('takes no turn any more once it is handed back', async () => {
    const { clock, send, answer, went } = aWayOut();
    send('chat', 'first', answering(429, '60'));
    send('chat', 'handed back');
    await clock.passes(61);
    answer('answer');
    await clock.passes(1);
    send('chat', 'third');
    await clock.passes(1);
    assert.deepEqual(
      went.map(({ what }) => what),
      ['first', 'answer', 'third'],
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

  it('gets notices again as soon as it takes an answer', async () => {
    const { clock, send, answer, went } = aWayOut();
    send('chat', 'refused', answering(403, undefined, 'BotNotInConversationRoster'));
    await clock.passes(0);
    answer('answer');
    await clock.passes(5);
    send('chat', 'notice');
    await clock.passes(0);
    assert.deepEqual(
      went.slice(1).map(({ what }) => what),
      ['answer', 'notice'],
    );
  });

  it('is not back with a message that is not wanted any more, for which Teams is asked nothing', async () => {
    const { clock, reach, sendQueue } = await refused(60, [403, 'ServiceError']);
    await clock.passes(300);
    const isFailing = sendQueue.failing('chat');
    assert.equal(await sendQueue.send('chat', 'notice', () => undefined), undefined);
    assert.ok(isFailing);
    assert.deepEqual([reach, sendQueue.failing('chat')], [[], isFailing]);
  });

  it('leaves its place in every window to others where it is not wanted any more', async () => {
    const { clock, send, sendQueue, times } = aWayOut();
    for (let count = 0; count < 30; count += 1) await sendQueue.send('chat', 'answer', () => undefined);
    for (let count = 0; count < 7; count += 1) send('chat', '', undefined, 'answer');
    await clock.passes(0.5);
    assert.equal(times().length, 7);
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
