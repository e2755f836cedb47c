// The order and the rates at which messages go out to Teams.
import assert from 'node:assert/strict';
import { answering, aWayOut, unanswered } from '../../support/send-queue-bench.js';

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

  it('leaves three of every two seconds to answers', async () => {
    const { clock, send, times } = aWayOut();
    for (let count = 0; count < 13; count += 1) send('chat');
    await clock.passes(10);
    assert.deepEqual(times(), [0, 0, 0, 0, 0, 2, 2, 2, 2, 2, 4, 4, 4]);
  });

  it('is spread over half a minute, of which it leaves two to answers, once many go out', async () => {
    const { clock, send, times, failures } = aWayOut();
    for (let count = 0; count < 70; count += 1) send('chat');
    await clock.passes(29.9);
    assert.equal(times().length, 58);
    const pauses = times().map((at, index) => at - (times()[index - 1] ?? at));
    assert.ok(pauses.slice(21).every((pause) => pause > 0.4 && pause < 0.8));
    assert.deepEqual(failures, []);
  });
});

describe('an answer', () => {
  it('overtakes notices and card updates that wait, and finds room though they have used up theirs', async () => {
    const { clock, send, answer, went } = aWayOut();
    for (let count = 0; count < 70; count += 1) send('chat', 'notice');
    send('chat', 'update', undefined, 'update');
    await clock.passes(29.9);
    answer('answer');
    await clock.passes(0);
    assert.deepEqual(went.at(-1), { what: 'answer', at: 29.9 });
    assert.equal(went.length, 59);
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

  it('holds up what comes after it, though the slow one before it is taken meanwhile', async () => {
    const { clock, send, answer, went } = aWayOut();
    let take: (value?: unknown) => void = () => undefined;
    send('chat', 'slow', () => new Promise((resolve) => (take = resolve)));
    answer('answer', unanswered);
    await clock.passes(4);
    take();
    await clock.passes(0);
    send('chat', 'next');
    await clock.passes(3);
    assert.deepEqual(went, [
      { what: 'slow', at: 0 },
      { what: 'answer', at: 3 },
      { what: 'next', at: 6 },
    ]);
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

describe('a way out', () => {
  it('is idle once what came while that was waited for has gone as well', async () => {
    const { clock, sendQueue, send } = aWayOut();
    const takes: ((value?: unknown) => void)[] = [];
    const slow = () => new Promise((resolve) => takes.push(resolve));
    send('chat', 'first', slow);
    let isIdle = false;
    const idle = sendQueue.idle().then(() => {
      isIdle = true;
    });
    send('chat', 'second', slow);
    await clock.passes(1);
    takes[0]?.();
    await clock.passes(1);
    assert.deepEqual([takes.length, isIdle], [2, false]);
    takes[1]?.();
    await idle;
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
  it('is fifty a second in all, the answers first', async () => {
    const { clock, send, went } = aWayOut();
    for (let count = 0; count < 60; count += 1) send(`chat-${count}`);
    await clock.passes(0);
    for (let count = 0; count < 60; count += 1) send(`chat-${count}`, 'answer', undefined, 'answer');
    await clock.passes(10);
    const within = (from: number, to: number) => went.filter(({ at }) => at >= from && at < to);
    assert.equal(within(0, 1).length, 50);
    assert.equal(within(0, 1).filter(({ what }) => what === 'answer').length, 42);
    assert.equal(within(0, 1.1).filter(({ what }) => what === 'answer').length, 60);
    assert.equal(within(0, 3).length, 120);
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
