// A background worker stops or is idle, alone or with all others, and where its runs come from.
import assert from 'node:assert/strict';
import { BackgroundWorkers } from '../../src/runtime/background-worker.js';
import { correlated, currentOrigin } from '../../src/runtime/correlation.js';
import { currentUrgency } from '../../src/runtime/waited-for.js';
import { minuteToMinutes, working } from '../support/worker-bench.js';

describe('a worker that stops', () => {
  it('waits for what is under way, and drops what waits or is planned', async () => {
    const { worker, clock, began, long, short, end, isOver } = working();
    void worker.runNow('a', long('first'));
    const waiting = worker.runNow('a', short('second'));
    worker.schedule('b', 1000, short('b'));
    const stopping = worker.stop();
    assert.deepEqual([worker.isStopped, await isOver(stopping), clock.waiting], [true, false, 0]);
    await end('first');
    assert.deepEqual([await isOver(stopping), await isOver(waiting)], [true, true]);
    await clock.passes(60);
    assert.deepEqual(began, ['first 0']);
  });

  it('takes nothing more, and plans no retry', async () => {
    const { worker, clock, began, short } = working({ backOff: minuteToMinutes });
    let fail = () => {};
    void worker.runNow('a', () => new Promise((_, reject) => (fail = () => reject(new Error('broken')))));
    const stopping = worker.stop();
    fail();
    await stopping;
    await worker.runNow('b', short('now'));
    worker.schedule('b', 0, short('later'));
    worker.reschedule('b', 0, short('later'));
    assert.deepEqual([clock.waiting, worker.isPlanned('b')], [0, false]);
    await clock.passes(60);
    assert.deepEqual(began, []);
  });

  it('drops what waits for its place among the runs at once', async () => {
    const { worker, began, long, short, end } = working({ atOnce: 1 });
    void worker.runNow('a', long('a'));
    void worker.runNow('b', short('b'));
    await new Promise(setImmediate);
    const stopping = worker.stop();
    await end('a');
    await stopping;
    assert.deepEqual(began, ['a 0']);
  });
});

describe('a worker that is idle', () => {
  it('has nothing under way or waiting, whatever is planned', async () => {
    const { worker, long, short, end, isOver } = working();
    worker.schedule('a', 60_000, short('later'));
    assert.equal(await isOver(worker.idle()), true);
    void worker.runNow('a', long('first'));
    const idle = worker.idle();
    void worker.runNow('b', long('second'));
    await end('first');
    assert.equal(await isOver(idle), false);
    await end('second');
    assert.equal(await isOver(idle), true);
  });
});

describe('where a run comes from', () => {
  const idNow = () => currentOrigin()?.correlationId;

  it('stays known while it is planned, waits, fails and is run again', async () => {
    const { worker, clock } = working({ backOff: minuteToMinutes, atOnce: 1 });
    const seen: (string | undefined)[] = [];
    const work = async () => {
      seen.push(idNow());
      if (seen.length === 1) throw new Error('broken');
    };
    const id = correlated((correlationId) => {
      worker.schedule('a', 1000, work);
      void worker.runNow('b', async () => undefined);
      return correlationId;
    });
    await clock.passes(60);
    assert.deepEqual(seen, [id, id]);
  });

  it('is the run itself where each has an id of its own', async () => {
    const { worker } = working({ hasOwnOrigin: true });
    const seen = new Set<string | undefined>();
    await correlated(async (id) => {
      seen.add(id);
      for (const key of ['a', 'b']) await worker.runNow(key, async () => void seen.add(idNow()));
    });
    assert.equal(seen.size, 3);
    assert.equal(seen.has(undefined), false);
  });
});

describe('how urgent work is', () => {
  it('is that no person waits for it, whoever has begun or planned it', async () => {
    const { worker, clock } = working();
    const seen: string[] = [];
    const see = async () => void seen.push(currentUrgency());
    worker.schedule('planned', 1000, see);
    await worker.runNow('at once', see);
    await clock.passes(1);
    assert.deepEqual([...seen, currentUrgency()], ['notice', 'notice', 'answer']);
  });
});

describe('all workers', () => {
  it('are idle when none has anything under way, also not what another one has brought', async () => {
    const { clock, log, long, end, isOver } = working();
    const workers = new BackgroundWorkers(clock, log);
    const [one, other] = [workers.open({ failed: 'checkFailed' }), workers.open({ failed: 'cardsNotDrawn' })];
    void other.runNow('a', async () => {
      await long('first')();
      void one.runNow('a', long('second'));
    });
    const idle = workers.idle();
    await end('first');
    assert.equal(await isOver(idle), false);
    await end('second');
    assert.equal(await isOver(idle), true);
  });

  it('stop together: what one still does brings nothing to another', async () => {
    const { clock, log, began, long, short, end } = working();
    const workers = new BackgroundWorkers(clock, log);
    const [one, other] = [workers.open({ failed: 'checkFailed' }), workers.open({ failed: 'cardsNotDrawn' })];
    void one.runNow('a', async () => {
      await long('first')();
      await other.runNow('a', short('second'));
    });
    const stopping = workers.stop();
    await end('first');
    await stopping;
    assert.deepEqual(began, ['first 0']);
  });
});
