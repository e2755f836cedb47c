// What every background worker holds to, so that those who use one need not show it again.
import assert from 'node:assert/strict';
import { Throttled } from '../../src/domain/errors.js';
import { BackgroundWorker, BackgroundWorkers, type WorkerOptions } from '../../src/runtime/background-worker.js';
import { correlated, currentOrigin } from '../../src/runtime/correlation.js';
import { ManualClock } from '../support/manual-clock.js';

interface Line {
  readonly level: string;
  readonly event: string;
  readonly fields: Readonly<Record<string, unknown>> | undefined;
}

/** A worker, and work that says when it began, in seconds, and goes on until it is ended. */
function working(options: Partial<WorkerOptions> = {}) {
  const clock = new ManualClock();
  const start = clock.milliseconds;
  const lines: Line[] = [];
  const to = (level: string) => (event: string, fields?: Readonly<Record<string, unknown>>) =>
    void lines.push({ level, event, fields });
  const log = { info: to('info'), warn: to('warn'), error: to('error') };
  const worker = new BackgroundWorker(clock, log, { failed: 'checkFailed', ...options });
  const began: string[] = [];
  const ends = new Map<string, () => void>();
  const seconds = () => (clock.elapsedMs() - start) / 1000;
  const note = (name: string) => void began.push(`${name} ${seconds()}`);
  return {
    clock,
    lines,
    log,
    worker,
    began,
    note,
    /** Is over at once. */
    short: (name: string) => async () => note(name),
    /** Lasts until it is ended. */
    long: (name: string) => () => {
      note(name);
      return new Promise<void>((resolve) => {
        ends.set(name, resolve);
      });
    },
    async end(name: string) {
      ends.get(name)?.();
      await new Promise(setImmediate);
    },
    isOver: async (promise: Promise<unknown>) => {
      let isOver = false;
      void promise.then(() => {
        isOver = true;
      });
      await new Promise(setImmediate);
      return isOver;
    },
  };
}

const minuteToMinutes = { first: 1000, longest: 60_000 };

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

describe('work that fails', () => {
  const broken = new Error('broken');
  const failing = async () => {
    throw broken;
  };

  it('is logged with its key, rejects nothing, and ends nothing', async () => {
    const { worker, clock, lines, began, short } = working({ keyName: 'tenantId' });
    await worker.runNow('a', failing);
    assert.deepEqual(lines, [{ level: 'warn', event: 'checkFailed', fields: { tenantId: 'a', error: broken } }]);
    assert.equal(clock.waiting, 0);
    worker.schedule('a', 1000, short('again'));
    await clock.passes(1);
    assert.deepEqual(began, ['again 1']);
  });

  it('is logged when it throws at once, and as an error where it is our bug', async () => {
    const { worker, lines } = working({ level: 'error' });
    await worker.runNow('a', () => {
      throw broken;
    });
    assert.deepEqual(lines, [{ level: 'error', event: 'checkFailed', fields: { error: broken } }]);
    assert.equal(worker.isRunning('a'), false);
  });

  it('does not keep those that wait from their run', async () => {
    const { worker, began, short } = working();
    void worker.runNow('a', failing);
    await worker.runNow('a', short('next'));
    assert.deepEqual(began, ['next 0']);
  });

  /** Runs that fail so often, and are told when the worker itself runs them again. */
  const failingTimes = (count: number, error: unknown = broken) => {
    const bench = working({ backOff: minuteToMinutes, keyName: 'tenantId' });
    let left = count;
    const work = async (isRetry: boolean) => {
      bench.note(isRetry ? 'retry' : 'try');
      left -= 1;
      if (left >= 0) throw error;
    };
    return { ...bench, work };
  };

  it('is run again after one second, twice as long each time, a minute at most, until it gets through', async () => {
    const { worker, clock, lines, began, work } = failingTimes(8);
    await worker.runNow('a', work);
    await clock.passes(3600);
    const times = [1, 3, 7, 15, 31, 63, 123, 183];
    assert.deepEqual(began, ['try 0', ...times.map((at) => `retry ${at}`)]);
    assert.deepEqual(
      lines.map(({ fields }) => fields?.failures),
      [1, 2, 3, 4, 5, 6, 7, 8],
    );
  });

  it('is not run again before the other side wants to be asked', async () => {
    const { worker, clock, began, work } = failingTimes(1, new Throttled('429', { reason: 'throttled' }, 30));
    await worker.runNow('a', work);
    await clock.passes(3600);
    assert.deepEqual(began, ['try 0', 'retry 30']);
    const ofTeams = failingTimes(1, Object.assign(new Error('429'), { retryAfterMs: 20_000 }));
    await ofTeams.worker.runNow('a', ofTeams.work);
    await ofTeams.clock.passes(3600);
    assert.deepEqual(ofTeams.began, ['try 0', 'retry 20']);
  });

  it('waits as asked, whatever was planned while it was under way', async () => {
    const { worker, clock, began, short, note } = working({ backOff: minuteToMinutes });
    let isFirst = true;
    const work = async () => {
      note('run');
      if (isFirst) worker.schedule('a', 100, short('sooner'));
      isFirst = false;
      if (began.length === 1) throw broken;
    };
    await worker.runNow('a', work);
    await clock.passes(60);
    assert.deepEqual(began, ['run 0', 'run 1']);
  });

  it('begins with the first wait again once it has got through, or once it is forgotten', async () => {
    const { worker, clock, lines, work } = failingTimes(4);
    await worker.runNow('a', work);
    await clock.passes(1);
    worker.forget('a');
    await worker.runNow('a', work);
    await clock.passes(1);
    await clock.passes(3600);
    assert.deepEqual(
      lines.map(({ fields }) => fields?.failures),
      [1, 2, 1, 2],
    );
    const again = failingTimes(1);
    await again.worker.runNow('a', again.work);
    await again.clock.passes(60);
    await again.worker.runNow('a', failing);
    assert.deepEqual(
      again.lines.map(({ fields }) => fields?.failures),
      [1, 1],
    );
  });
});

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
