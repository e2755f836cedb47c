// A crash or a full disk neither loses nor repeats the alarm of a watched request.

import assert from 'node:assert/strict';
import { id, reading, terminating, watching } from '../../../support/a-watched-request-monitor.js';
import { alex, now } from '../../../support/builders.js';
import { aWatchedRequest } from '../../../support/watched-request-builders.js';

describe('a crash', () => {
  it('between noticing and telling loses nothing, and repeats nothing', async () => {
    const { workers, restart, told, clock } = await watching(aWatchedRequest({ becameActiveAt: now }));
    for (let starts = 0; starts < 2; starts += 1) {
      const watchedRequestMonitor = restart();
      watchedRequestMonitor.start();
      await workers.idle();
      await clock.passes(5);
    }
    assert.deepEqual(told(), ['alex becameActive', 'megan becameActive']);
  });

  it('between asking and sending sends after all', async () => {
    const { workers, restart, microsoft, calls, watched } = await watching(terminating);
    microsoft.listedRelationships = [reading('active')];
    const watchedRequestMonitor = restart();
    watchedRequestMonitor.start();
    await workers.idle();
    assert.equal(calls(), 1);
    assert.equal(watched()?.termination?.requestId, `request-${microsoft.asked.length}`);
  });

  it('between sending and saving sends nothing more once Microsoft shows that it is at work', async () => {
    const { workers, restart, microsoft, calls, clock, told } = await watching(terminating);
    microsoft.listedRelationships = [reading('terminating')];
    const watchedRequestMonitor = restart();
    watchedRequestMonitor.start();
    await workers.idle();
    microsoft.listedRelationships = [reading('terminated')];
    await clock.passes(60);
    assert.deepEqual([calls(), told()], [0, ['alex terminated', 'megan terminated']]);
  });

  it('of the disk at any write is made good by what comes after it', async () => {
    for (let writes = 0; writes < 8; writes += 1) {
      const { watchedRequestMonitor, reconciles, store, passes, told, microsoft, watched } = await watching(
        aWatchedRequest(),
      );
      const { commit } = store;
      let left = writes;
      store.commit = (change) => {
        store.isBroken = left-- === 0;
        return commit.call(store, change);
      };
      await reconciles(reading('active'));
      await reconciles(reading('active'));
      await watchedRequestMonitor.terminate(id, alex).catch(() => watchedRequestMonitor.terminate(id, alex));
      await passes(5);
      microsoft.listedRelationships = [reading('terminated')];
      await passes(60);
      assert.equal(watched(), undefined, `write ${writes}`);
      const expected = ['alex becameActive', 'megan becameActive', 'alex terminated', 'megan terminated'];
      assert.deepEqual(told(), expected, `write ${writes}`);
    }
  });
});
