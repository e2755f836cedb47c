// A background worker has work that is planned, wanted now, or due while its key is under way.
import assert from 'node:assert/strict';
import { working } from '../support/worker-bench.js';

describe('work that is planned', () => {
  it('runs once, when its time has come, however the wall clock is set', async () => {
    const { worker, clock, began, short } = working();
    worker.schedule('a', 5000, short('a'));
    clock.steps(3600);
    await clock.passes(4);
    assert.deepEqual([began, worker.isPlanned('a')], [[], true]);
    clock.steps(-7200);
    await clock.passes(60);
    assert.deepEqual([began, worker.isPlanned('a')], [['a 5'], false]);
  });

  it('runs at the earliest of several times, other keys at theirs', async () => {
    const { worker, clock, began, short } = working();
    worker.schedule('a', 5000, short('a at 5'));
    worker.schedule('a', 2000, short('a at 2'));
    worker.schedule('a', 9000, short('a at 9'));
    worker.schedule('b', 3000, short('b'));
    await clock.passes(60);
    assert.deepEqual(began, ['a at 2 2', 'b 3']);
  });

  it('may be put off, or off the list', async () => {
    const { worker, clock, began, short } = working();
    worker.schedule('a', 2000, short('a at 2'));
    worker.reschedule('a', 9000, short('a at 9'));
    worker.schedule('b', 2000, short('b'));
    worker.reschedule('b', undefined, short('b'));
    worker.schedule('c', 2000, short('c'));
    worker.forget('c');
    await clock.passes(60);
    assert.deepEqual(began, ['a at 9 9']);
    assert.equal(clock.waiting, 0);
  });

  it('can plan itself again', async () => {
    const { worker, clock, began, note } = working();
    const tick = async () => {
      note('tick');
      worker.schedule('a', 10_000, tick);
    };
    void worker.runNow('a', tick);
    await clock.passes(35);
    assert.deepEqual(began, ['tick 0', 'tick 10', 'tick 20', 'tick 30']);
  });
});

describe('work that is wanted now', () => {
  it('begins at once, in place of what is planned', async () => {
    const { worker, clock, began, short } = working();
    worker.schedule('a', 5000, short('planned'));
    const run = worker.runNow('a', short('now'));
    assert.deepEqual(began, ['now 0']);
    await run;
    await clock.passes(60);
    assert.deepEqual(began, ['now 0']);
  });

  it('waits for the runs of its key, also while one begins, and not for those of others', async () => {
    const { worker, began, long, short, end, isOver } = working();
    const first = worker.runNow('a', () => {
      void worker.runNow('a', short('from within'));
      return long('first')();
    });
    const second = worker.runNow('a', short('second'));
    void worker.runNow('b', short('other'));
    await new Promise(setImmediate);
    assert.deepEqual(began, ['first 0', 'other 0']);
    assert.deepEqual([await isOver(first), await isOver(second)], [false, false]);
    await end('first');
    assert.deepEqual(began, ['first 0', 'other 0', 'from within 0', 'second 0']);
    assert.deepEqual([await isOver(first), await isOver(second)], [true, true]);
  });

  it('takes the place of what was planned while it waited', async () => {
    const { worker, clock, began, long, short, end } = working();
    void worker.runNow('a', long('first'));
    void worker.runNow('a', short('second'));
    worker.schedule('a', 1000, short('third'));
    await end('first');
    await clock.passes(60);
    assert.deepEqual(began, ['first 0', 'second 0']);
  });

  it('is not more than so many runs at once, if that is wanted', async () => {
    const { worker, began, long, short, end } = working({ atOnce: 2 });
    for (const key of ['a', 'b']) void worker.runNow(key, long(key));
    void worker.runNow('c', short('c'));
    await new Promise(setImmediate);
    assert.deepEqual(began, ['a 0', 'b 0']);
    assert.deepEqual(worker.counts, { underWay: 3, planned: 0 });
    await end('a');
    assert.deepEqual(began, ['a 0', 'b 0', 'c 0']);
  });

  it('is of one thing only where the key is one', async () => {
    const { worker, began, long } = working();
    void worker.runNow({}, long('one'));
    void worker.runNow({}, long('other'));
    assert.deepEqual(began, ['one 0', 'other 0']);
  });
});

describe('work whose time comes while its key is under way', () => {
  it('is under way itself once the one before has ended', async () => {
    const { worker, long, end } = working();
    void worker.runNow('a', long('first'));
    void worker.runNow('a', long('second'));
    await end('first');
    assert.equal(worker.isRunning('a'), true);
    await end('second');
    assert.equal(worker.isRunning('a'), false);
  });

  it('runs after it', async () => {
    const { worker, clock, began, long, short, end } = working();
    void worker.runNow('a', long('first'));
    worker.schedule('a', 1000, short('second'));
    await clock.passes(5);
    assert.deepEqual([began, worker.isRunning('a'), worker.isPlanned('a')], [['first 0'], true, false]);
    await end('first');
    assert.deepEqual([began, worker.isRunning('a')], [['first 0', 'second 5'], false]);
  });
});
