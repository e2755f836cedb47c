// Who waits for a lock goes on as themselves.
import assert from 'node:assert/strict';
import { correlated, currentOrigin } from '../../src/runtime/correlation.js';
import { keyedLock } from '../../src/runtime/keyed-lock.js';
import { currentUrgency, inBackground } from '../../src/runtime/waited-for.js';
import { latch } from '../support/latch.js';

describe('work that waited for a lock', () => {
  for (const way of ['run', 'tryRun'] as const)
    it(`has its own origin and urgency, and not those of who had the lock before: ${way}`, async () => {
      const locks = keyedLock();
      const take = (work: () => Promise<unknown>) =>
        way === 'run' ? locks.run('one', work) : locks.tryRun('one', work, 1000);
      const held = latch();
      const before = inBackground(() => correlated(() => take(() => held.ended), 'a’s'));
      const waiting = correlated(() => take(async () => [currentOrigin()?.conversationId, currentUrgency()]), 'b’s');
      held.end();
      await before;
      assert.deepEqual(await waiting, ['b’s', 'answer']);
    });
});
