// Files that wait go once they're over, though no one asks for another.
import assert from 'node:assert/strict';
import { pruneWaitingFiles } from '../../../src/bot/files/prune-waiting-files.js';
import { BackgroundWorkers } from '../../../src/runtime/background-worker.js';
import { ManualClock } from '../../support/manual-clock.js';
import { noLog } from '../../support/test-dependencies.js';

describe('files that wait', () => {
  it('are pruned every ten minutes, also after it has failed', async () => {
    const clock = new ManualClock();
    const prunedAt: number[] = [];
    const start = clock.milliseconds;
    let isAway = false;
    const place = {
      prune: async () => {
        prunedAt.push((clock.milliseconds - start) / 1000);
        if (isAway) throw new Error('the database is away');
      },
    };
    const workers = new BackgroundWorkers(clock, noLog);
    pruneWaitingFiles([place], workers);
    await clock.passes(599);
    assert.deepEqual(prunedAt, []);
    isAway = true;
    await clock.passes(601);
    isAway = false;
    await clock.passes(600);
    assert.deepEqual(prunedAt, [600, 1200, 1800]);
    await workers.stop();
    assert.equal(clock.waiting, 0);
  });
});
