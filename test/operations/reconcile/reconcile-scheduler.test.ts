// When all tenants are reconciled again.
import assert from 'node:assert/strict';
import { ReconcileAll } from '../../../src/operations/reconcile/reconcile-all.js';
import { ReconcileScheduler } from '../../../src/operations/reconcile/reconcile-scheduler.js';
import { WebhookHeartbeat } from '../../../src/operations/reconcile/webhook-heartbeat.js';
import { BackgroundWorkers } from '../../../src/runtime/background-worker.js';
import { ManualClock } from '../../support/manual-clock.js';
import { standIn } from '../../support/stand-in.js';
import { noLog, testDependencies } from '../../support/test-dependencies.js';

/** Its timers ring a little early, as Node's may. */
class EarlyClock extends ManualClock {
  override after(milliseconds: number, callback: () => void): () => void {
    return super.after(milliseconds > 10 ? milliseconds - 1 : milliseconds, callback);
  }
}

describe('the next reconcile', () => {
  it('comes in time where a timer rings a little early, and not a whole pause later', async () => {
    const clock = new EarlyClock();
    const workers = new BackgroundWorkers(clock, noLog);
    let reconciles = 0;
    const run = async () => {
      reconciles += 1;
      return undefined;
    };
    const scheduler = new ReconcileScheduler({
      ...testDependencies(),
      ...{ clock, workers, seconds: 300 },
      reconcileAll: standIn(ReconcileAll, { run }),
      heartbeat: standIn(WebhookHeartbeat, { paceSeconds: 300 }),
    });
    scheduler.start();
    await clock.passes(301);
    assert.equal(reconciles, 2);
    await workers.stop();
  });
});
