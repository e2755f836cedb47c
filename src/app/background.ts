// Who looks at Microsoft, and when? Whoever waits, sweeps, and what Partner Center's events bring.

import { reconcilePaceSeconds } from '../domain/health/webhook-heartbeat.js';
import type { PartnerEvent } from '../domain/partner-event.js';
import { requestTestEvent } from '../microsoft/partner-center/request-test-event.js';
import type { Webhooks } from '../microsoft/partner-center/webhooks.js';
import type { Dependencies } from '../operations/dependencies.js';
import { WatchedRequestMonitor } from '../operations/offboarding/watched-request-monitor.js';
import { advancer } from '../operations/reconcile/advance.js';
import { PartnerEventHandler } from '../operations/reconcile/partner-events.js';
import { reconciler } from '../operations/reconcile/reconcile-all.js';
import { ReconcileScheduler } from '../operations/reconcile/reconcile-scheduler.js';
import { TenantScheduler } from '../operations/reconcile/tenant-scheduler.js';
import { WebhookHeartbeat } from '../operations/reconcile/webhook-heartbeat.js';
import type { BackgroundWorkers } from '../runtime/background-worker.js';

/** What looking takes. */
export interface BackgroundParts {
  readonly deps: Dependencies;
  readonly webhooks: Webhooks;
  /** Where events come in; `undefined`: nobody has said where the internet reaches us. */
  readonly ourUrl: () => string | undefined;
  /** Seconds between two sweeps while no events arrive. */
  readonly reconcileSeconds: number;
  readonly workers: BackgroundWorkers;
  /** The conversations of those who run Gatehouse. */
  readonly whoHears: () => Promise<readonly string[]>;
}

/** What looks at Microsoft by itself. */
export interface BackgroundJobs {
  readonly scheduler: TenantScheduler;
  readonly reconciles: ReconcileScheduler;
  readonly heartbeat: WebhookHeartbeat;
  readonly watchedRequestMonitor: WatchedRequestMonitor;
  /** Takes an event of Partner Center's. Never fails. */
  handlePartnerEvent(event: PartnerEvent): void;
  /** Takes up what was waiting when the last process ended, and goes on from there. */
  start(): void;
}

/** Puts it together; nothing is looked at before it is started. */
export function backgroundJobs({
  deps,
  webhooks,
  ourUrl,
  reconcileSeconds,
  workers,
  whoHears,
}: BackgroundParts): BackgroundJobs {
  const { store, clock, log } = deps;
  const requestOne = (areOurs: boolean) => requestTestEvent(webhooks, { ourUrl: ourUrl(), areOurs }, log);
  const heartbeat = new WebhookHeartbeat({ clock, log, workers, requestOne });
  const paceSeconds = () => reconcilePaceSeconds(reconcileSeconds, heartbeat.arrives);
  const noticed = () => ({ reconcileSeconds: paceSeconds(), byEvents: heartbeat.arrives });
  const scheduler = new TenantScheduler({ advance: advancer(deps), store, clock, workers, noticed });
  const watchedRequestMonitor = new WatchedRequestMonitor({ deps: { ...deps, whoHears }, workers });
  const reconcileAll = reconciler(
    deps,
    (tenantId, listed) => scheduler.checkNow(tenantId, listed),
    (relationships) => watchedRequestMonitor.take(relationships),
  );
  const reconciles = new ReconcileScheduler({ reconcileAll, clock, workers, seconds: reconcileSeconds, paceSeconds });
  const eventHandler = new PartnerEventHandler(deps, {
    workers,
    check: (tenantId) => scheduler.checkNow(tenantId),
    reconcileSoon: () => reconciles.soon(),
    checkWatchedRequest: (relationshipId) => watchedRequestMonitor.hint(relationshipId),
    async auditRecord(id) {
      const record = await webhooks.auditRecord(id);
      return record && { tenantId: record.customerId || undefined };
    },
    heard: () => heartbeat.heard(),
    tested: () => heartbeat.tested(),
  });
  return {
    scheduler,
    reconciles,
    heartbeat,
    watchedRequestMonitor,
    handlePartnerEvent(event) {
      heartbeat.seen();
      eventHandler.take(event);
    },
    start() {
      scheduler.start();
      watchedRequestMonitor.start();
      reconciles.start();
      heartbeat.start();
    },
  };
}
