// Gatehouse checks and listens at its own pace when the wall clock is set.

import assert from 'node:assert/strict';
import type { CheckupDeps } from '../../../src/operations/health/checkup.js';
import { Checkup } from '../../../src/operations/health/checkup-round.js';
import { DelegatedAdminReader } from '../../../src/operations/reads/delegated-admin.js';
import { ReconcileAll } from '../../../src/operations/reconcile/reconcile-all.js';
import { ReconcileScheduler } from '../../../src/operations/reconcile/reconcile-scheduler.js';
import { WebhookHeartbeat } from '../../../src/operations/reconcile/webhook-heartbeat.js';
import { BackgroundWorkers } from '../../../src/runtime/background-worker.js';
import { aTenant, contoso } from '../../support/builders.js';
import { ManualClock } from '../../support/manual-clock.js';
import { standIn } from '../../support/stand-in.js';
import { steps } from '../../support/steps.js';
import { noLog, testDependencies } from '../../support/test-dependencies.js';

for (const [step, seconds] of steps) {
  describe(`the wall clock steps by ${step}`, () => {
    let clock: ManualClock;
    let workers: BackgroundWorkers;
    beforeEach(() => {
      clock = new ManualClock();
      workers = new BackgroundWorkers(clock, noLog);
    });

    it('and reconciles are made at their pace, and their age is right', async () => {
      let reconciles = 0;
      const reconcileAll = async () => {
        reconciles += 1;
        return undefined;
      };
      const timer = new ReconcileScheduler({
        reconcileAll: standIn(ReconcileAll, { run: reconcileAll }),
        ...testDependencies(),
        clock,
        workers,
        seconds: 300,
        heartbeat: standIn(WebhookHeartbeat, { paceSeconds: 3600 }),
      });
      timer.start();
      await clock.passes(1000);
      clock.steps(seconds);
      assert.equal(timer.secondsSinceReconciled, 1000);
      await clock.passes(2599);
      assert.equal(reconciles, 1);
      await clock.passes(1);
      assert.equal(reconciles, 2);
      timer.soon();
      clock.steps(seconds);
      await clock.passes(60);
      assert.equal(reconciles, 3);
      await workers.stop();
    });

    it('and events are relied on for as long as they were before', async () => {
      let asked = 0;
      const address = { eventsUrl: 'https://a.example/hook' };
      const webhooks = {
        registration: async () => ({ url: address.eventsUrl }),
        async sendTest() {
          asked += 1;
        },
        auditRecord: async () => undefined,
      };
      const heartbeat = new WebhookHeartbeat({
        ...testDependencies(),
        ...{ clock, log: noLog, workers, webhooks, address, reconcileSeconds: 300 },
      });
      heartbeat.start();
      await workers.idle();
      clock.steps(seconds);
      await clock.passes(599);
      heartbeat.recordTest();
      assert.equal(heartbeat.arrives, true);
      clock.steps(seconds);
      await clock.passes(4199);
      assert.deepEqual({ arrives: heartbeat.arrives, asked }, { arrives: true, asked: 2 });
      await clock.passes(1);
      assert.equal(heartbeat.arrives, false);
      await workers.stop();
    });

    it('and a checkup serves everybody for a minute', async () => {
      let checked = 0;
      const check = async () => {
        checked += 1;
        return [];
      };
      const checks = () => new Map([['clock' as const, check]]);
      const checkup = new Checkup({ clock } as unknown as CheckupDeps, noLog, checks);
      await checkup.findings(6000);
      clock.steps(seconds);
      await clock.passes(59);
      await checkup.findings(6000);
      assert.equal(checked, 1);
      await clock.passes(1);
      await checkup.findings(6000);
      assert.equal(checked, 2);
    });

    it('and delegated admin is read again after five minutes', async () => {
      const deps = testDependencies(aTenant());
      let read = 0;
      deps.microsoft.customers.hasDelegatedAdmin = async () => {
        read += 1;
        return true;
      };
      const delegatedAdmin = new DelegatedAdminReader(deps);
      await delegatedAdmin.read(contoso);
      deps.clock.steps(seconds);
      await deps.clock.passes(299);
      await delegatedAdmin.read(contoso);
      assert.equal(read, 1);
      await deps.clock.passes(1);
      await delegatedAdmin.read(contoso);
      assert.equal(read, 2);
    });
  });
}
