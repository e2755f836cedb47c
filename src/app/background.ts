// Who looks at Microsoft, and when? Whoever waits, sweeps, and what Partner Center's events bring.

import { sweepPaceSeconds } from '../domain/health/webhook-heartbeat.js';
import type { PartnerEvent } from '../domain/partner-event.js';
import { askForEvent } from '../microsoft/partner-center/request-test-event.js';
import type { Webhooks } from '../microsoft/partner-center/webhooks.js';
import type { Means } from '../operations/dependencies.js';
import { Sentinel } from '../operations/offboarding/approval-request-monitor.js';
import { advancer } from '../operations/reconcile/advance.js';
import { EventTaker } from '../operations/reconcile/partner-events.js';
import { sweeper } from '../operations/reconcile/reconcile-all.js';
import { SweepTimer } from '../operations/reconcile/reconcile-scheduler.js';
import { Watch } from '../operations/reconcile/tenant-scheduler.js';
import { EventPulse } from '../operations/reconcile/webhook-heartbeat.js';
import type { BackgroundWorkers } from '../runtime/background-worker.js';

/** What looking takes. */
export interface LooksParts {
  readonly means: Means;
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
export interface Looks {
  readonly watch: Watch;
  readonly sweeps: SweepTimer;
  readonly pulse: EventPulse;
  readonly sentinel: Sentinel;
  /** Takes an event of Partner Center's. Never fails. */
  takeEvent(event: PartnerEvent): void;
  /** Takes up what was waiting when the last process ended, and goes on from there. */
  start(): void;
}

/** Puts it together; nothing is looked at before it is started. */
export function looksOf({ means, webhooks, ourUrl, reconcileSeconds, workers, whoHears }: LooksParts): Looks {
  const { store, clock, log } = means;
  const askForOne = (areOurs: boolean) => askForEvent(webhooks, { ourUrl: ourUrl(), areOurs }, log);
  const pulse = new EventPulse({ clock, log, workers, askForOne });
  const paceSeconds = () => sweepPaceSeconds(reconcileSeconds, pulse.arrives);
  const noticed = () => ({ sweepSeconds: paceSeconds(), byEvents: pulse.arrives });
  const watch = new Watch({ advance: advancer(means), store, clock, workers, noticed });
  const sentinel = new Sentinel({ means: { ...means, whoHears }, workers });
  const sweep = sweeper(
    means,
    (tenantId, listed) => watch.look(tenantId, listed),
    (relationships) => sentinel.take(relationships),
  );
  const sweeps = new SweepTimer({ sweep, clock, workers, seconds: reconcileSeconds, paceSeconds });
  const taker = new EventTaker(means, {
    workers,
    lookAt: (tenantId) => watch.look(tenantId),
    sweepSoon: () => sweeps.soon(),
    lookAtInvitation: (relationshipId) => sentinel.hint(relationshipId),
    async auditRecord(id) {
      const record = await webhooks.auditRecord(id);
      return record && { tenantId: record.customerId || undefined };
    },
    heard: () => pulse.heard(),
    tested: () => pulse.tested(),
  });
  return {
    watch,
    sweeps,
    pulse,
    sentinel,
    takeEvent(event) {
      pulse.seen();
      taker.take(event);
    },
    start() {
      watch.start();
      sentinel.start();
      sweeps.start();
      pulse.start();
    },
  };
}
