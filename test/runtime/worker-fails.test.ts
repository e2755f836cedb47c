// A run of a background worker fails: it is logged, ends nothing, and is run again later each time.
import assert from 'node:assert/strict';
import { Throttled } from '../../src/domain/errors.js';
import { minuteToMinutes, working } from '../support/worker-bench.js';

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
