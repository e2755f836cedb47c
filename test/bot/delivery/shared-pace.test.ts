// Two ways out that share a pace, and a pace that takes its time to say what it says.
import assert from 'node:assert/strict';
import { LocalPace } from '../../../src/runtime/local-pace.js';
import type { NoPlace, Pace, Place } from '../../../src/runtime/pace.js';
import { ManualClock } from '../../support/manual-clock.js';
import { answering, aWayOut, unanswered } from '../../support/send-queue-bench.js';

const within = (times: readonly number[], from: number, to: number) =>
  times.filter((at) => at >= from && at < to).length;

describe('two ways out with one pace', () => {
  const two = () => {
    const clock = new ManualClock();
    const pace = new LocalPace(clock);
    return { clock, a: aWayOut({ clock, pace }), b: aWayOut({ clock, pace }) };
  };

  it('share what Teams takes in all', async () => {
    const { clock, a, b } = two();
    for (let count = 0; count < 300; count += 1) {
      a.send(`chat-a-${count}`);
      b.send(`chat-b-${count}`);
    }
    await clock.passes(10);
    const times = [...a.times(), ...b.times()];
    for (let second = 0; second < 9; second += 1) assert.equal(within(times, second, second + 1), 50);
    assert.ok(within(a.times(), 0, 10) > 100 && within(b.times(), 0, 10) > 100);
  });

  it('share what Teams takes in a conversation', async () => {
    const { clock, a, b } = two();
    for (let count = 0; count < 8; count += 1) for (const { answer } of [a, b]) answer('');
    await clock.passes(1.5);
    assert.equal([...a.times(), ...b.times()].length, 8);
  });

  it('leave a conversation alone together for as long as Teams asks, even with answers', async () => {
    const { clock, a, b } = two();
    const answers = [answering(429, '30'), async () => undefined];
    a.answer('first', () => (answers.shift() ?? unanswered)());
    await clock.passes(1);
    b.answer('second');
    b.send('other');
    await clock.passes(28);
    assert.deepEqual([a.times(), b.times()], [[0], [1]]);
    await clock.passes(2);
    assert.deepEqual(
      [a.times(), b.times()],
      [
        [0, 30],
        [1, 30],
      ],
    );
  });
});

describe('a pace that takes its time', () => {
  /** Says what the test has it say, when it has it say it. */
  const slow = () => {
    const asked: { readonly urgency: string; readonly says: (said: Place | NoPlace) => void }[] = [];
    const ends: string[] = [];
    const place = (name: string): Place => ({
      end: () => void ends.push(`${name} ends`),
      giveBack: () => void ends.push(`${name} is given back`),
    });
    const pace: Pace = {
      ask: (_rates, urgency) => new Promise((says) => void asked.push({ urgency, says })),
      rest: () => undefined,
    };
    const says = async (said: Place | NoPlace) => {
      asked.at(-1)?.says(said);
      await clock.passes(0);
    };
    const clock = new ManualClock();
    return { ...aWayOut({ clock, pace }), asked: () => asked.map(({ urgency }) => urgency), says, ends, place };
  };

  it('is asked one thing at a time, and next for what is most urgent by then', async () => {
    const { clock, send, answer, asked, says, place, went } = slow();
    send('one', 'first');
    send('two', 'second');
    await clock.passes(0);
    answer('answer');
    await clock.passes(0);
    assert.deepEqual(asked(), ['notice']);
    await says(place('first'));
    await says(place('answer'));
    await says(place('second'));
    assert.deepEqual(asked().slice(0, 3), ['notice', 'answer', 'notice']);
    assert.deepEqual(
      went.map(({ what }) => what),
      ['first', 'answer', 'second'],
    );
  });

  it('is asked for an answer that comes while it says that all have to wait', async () => {
    const { clock, send, answer, asked, says, place, went } = slow();
    send('one', 'notice');
    await clock.passes(0);
    answer('answer');
    await clock.passes(0);
    await says({ waitMs: 5000, rate: 'teams' });
    await says(place('answer'));
    assert.deepEqual(
      went.map(({ what }) => what),
      ['answer'],
    );
    assert.deepEqual(asked().slice(0, 2), ['notice', 'answer']);
  });

  it('has its place back where Teams has said meanwhile that the conversation has to rest', async () => {
    const { clock, send, says, ends, place, went } = slow();
    // Slow enough to hold up no other any more, and then refused.
    let refuse: () => void = () => undefined;
    const refused = new Promise<void>((resolve) => (refuse = resolve)).then(answering(429, '5'));
    send('chat', 'slow', () => refused);
    await clock.passes(0);
    await says(place('slow'));
    await clock.passes(3);
    send('chat', 'answer', undefined, 'answer');
    await clock.passes(0);
    refuse();
    await clock.passes(0);
    await says(place('answer'));
    assert.deepEqual(ends, ['slow ends', 'answer is given back']);
    assert.deepEqual(
      went.map(({ what }) => what),
      ['slow'],
    );
    await clock.passes(5);
    await says(place('answer again'));
    assert.deepEqual(went.at(-1), { what: 'answer', at: 8 });
  });
});
