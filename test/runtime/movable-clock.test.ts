// A clock that is put forward: what was planned is due, and what waits for an answer waits on.
import assert from 'node:assert/strict';
import { AsyncLocalStorage } from 'node:async_hooks';
import { MovableClock } from '../../src/runtime/movable-clock.js';
import { ManualClock } from '../support/manual-clock.js';

const day = 86_400_000;

describe('a movable clock', () => {
  let machine: ManualClock;
  let clock: MovableClock;
  let rung: string[];
  const ring = (name: string) => () => void rung.push(name);
  beforeEach(() => {
    machine = new ManualClock('2026-11-22T10:00:00.000Z');
    clock = new MovableClock(machine);
    rung = [];
  });

  it('is as the machine’s until it’s put forward', async () => {
    clock.after(5000, ring('planned'));
    assert.equal(clock.now(), machine.now());
    assert.equal(clock.elapsedMs(), machine.elapsedMs());
    await machine.passes(4);
    assert.deepEqual(rung, []);
    await machine.passes(1);
    assert.deepEqual(rung, ['planned']);
    assert.equal(machine.waiting, 0);
  });

  it('is ahead by what was skipped, in instants and in durations', () => {
    clock.skip(3 * day);
    clock.skip(500);
    assert.equal(clock.now(), '2026-11-25T10:00:00.500Z');
    assert.equal(clock.elapsedMs() - machine.elapsedMs(), 3 * day + 500);
  });

  it('rings what was planned in the skipped time, in its order, and the rest when it’s due', async () => {
    clock.after(2 * day, ring('second'));
    clock.after(1000, ring('first'));
    clock.after(day + 1000, ring('later'));
    const cancel = clock.after(2000, ring('canceled'));
    cancel();
    clock.skip(day);
    await machine.passes(0);
    assert.deepEqual(rung, ['first']);
    await machine.passes(1);
    assert.deepEqual(rung, ['first', 'later']);
    clock.skip(day);
    await machine.passes(0);
    assert.deepEqual(rung, ['first', 'later', 'second']);
    assert.equal(machine.waiting, 0);
  });

  it('cancels what was planned before the skip and isn’t due yet', async () => {
    const cancel = clock.after(2 * day, ring('canceled'));
    clock.skip(day);
    cancel();
    clock.skip(day);
    await machine.passes(0);
    assert.deepEqual(rung, []);
    assert.equal(machine.waiting, 0);
  });

  it('ends a wait that reaches into the skipped time', async () => {
    const waited = clock.pause(60_000).then(ring('waited'));
    clock.skip(59_000);
    await machine.passes(0);
    assert.deepEqual(rung, []);
    clock.skip(1000);
    await machine.passes(0);
    await waited;
  });

  it('lets no answer be late for what was skipped', async () => {
    clock.limit(10_000, ring('late'));
    clock.skip(365 * day);
    await machine.passes(9);
    assert.deepEqual(rung, []);
    await machine.passes(1);
    assert.deepEqual(rung, ['late']);
  });

  it('rings in the context of who planned, not of who skips', async () => {
    const context = new AsyncLocalStorage<string>();
    context.run('planner', () => clock.after(day, () => ring(context.getStore() ?? 'none')()));
    context.run('page', () => clock.skip(day));
    await machine.passes(0);
    assert.deepEqual(rung, ['planner']);
  });
});
