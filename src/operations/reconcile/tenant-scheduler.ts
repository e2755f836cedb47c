// When tenants are checked: each at its own pace, and at once when asked, by the replica whose duty it is.

import { isTakenWith } from '../../domain/access/observation.js';
import type { Relationship } from '../../domain/access/relationship.js';
import { secondsToNextRepair } from '../../domain/onboarding/repairs-due.js';
import { secondsToNextLapse } from '../../domain/tenant/lapsed.js';
import { isCheckAskedFor, secondsToEnd, secondsToNextCheck } from '../../domain/tenant/next-check.js';
import { secondsToNudge } from '../../domain/tenant/waiting-request.js';
import type { BackgroundWorker, BackgroundWorkers } from '../../runtime/background-worker.js';
import { inSlices } from '../../runtime/in-slices.js';
import type { Dependencies } from '../dependencies.js';
import { templateOf } from '../ports/templates.js';
import { advance } from './advance.js';
import type { WebhookHeartbeat } from './webhook-heartbeat.js';

/** What scheduling needs. */
export interface TenantSchedulerDeps extends Dependencies {
  readonly workers: BackgroundWorkers;
  readonly heartbeat: WebhookHeartbeat;
}

// Enough at once to keep up with a morning's onboarding, few enough for Microsoft and for a click.
const atOnce = 4;
const backOff = { first: 2000, longest: 300_000 };

// Nearly all access ends in months. A timer for each of a hundred thousand tenants would take more memory than all their names.
const plannedAheadMs = 86_400_000;
const distant = 'distant';

/**
 * Checks tenants when that is due, one check of a tenant at a time, and never gives up. The duty of a tenant's checks is that
 * of its id; any replica may check any tenant now.
 */
export class TenantScheduler {
  readonly #deps: TenantSchedulerDeps;
  readonly #worker: BackgroundWorker;
  readonly #rounds: BackgroundWorker;

  constructor(deps: TenantSchedulerDeps) {
    this.#deps = deps;
    this.#worker = deps.workers.open({ failed: 'checkFailed', keyName: 'tenantId', atOnce, backOff });
    this.#rounds = deps.workers.open({ failed: 'checksNotPlanned', level: 'error', backOff });
  }

  /** Takes up what was waiting when the process ended. What is due in more than a day is planned when its day has come. */
  async start(): Promise<void> {
    for await (const slice of inSlices(this.#deps.store.tenants()))
      for (const { tenantId } of slice) this.schedule(tenantId);
    this.#planLater();
  }

  /** Goes on with what has become ours, and leaves to others what is theirs now. What's planned already stays so. */
  async takeUp(): Promise<void> {
    for await (const slice of inSlices(this.#deps.store.tenants())) {
      for (const { tenantId } of slice)
        if (!this.#isMine(tenantId) || !this.#isUnderWay(tenantId)) this.schedule(tenantId);
    }
  }

  #planLater(): void {
    this.#rounds.schedule(distant, plannedAheadMs / 2, async () => {
      await this.takeUp();
      this.#planLater();
    });
  }

  /** Plans the next check of a tenant of ours again: at once if what a person has just asked for needs one. */
  schedule(tenantId: string): void {
    const tenant = this.#deps.store.tenant(tenantId);
    if (!this.#isMine(tenantId)) this.#worker.forget(tenantId);
    else if (tenant && isCheckAskedFor(tenant)) this.#worker.reschedule(tenantId, 0, () => this.#checkNow(tenantId));
    else this.#planNext(tenantId);
  }

  /**
   * After a command of ours: checks the tenant now if it has another template than at its last check, whoever's duty it is;
   * else plans its next check. What others change isn't looked at so: their files may differ from ours.
   */
  scheduleAfterCommand(tenantId: string): void {
    const tenant = this.#deps.store.tenant(tenantId);
    const { fingerprint } = tenant?.onboarding ?? {};
    if (tenant && fingerprint !== undefined && !isTakenWith(fingerprint, templateOf(this.#deps, tenant)))
      void this.checkNow(tenantId);
    else this.schedule(tenantId);
  }

  /** Never fails: a failed check is logged and made again. `listed`: its relationships, if they have just been read. */
  checkNow(tenantId: string, listed?: readonly Relationship[]): Promise<void> {
    // A list is too old for a second try.
    return this.#worker.runNow(tenantId, (isRetry) => this.#checkNow(tenantId, isRetry ? undefined : listed));
  }

  /** Tenants that are being checked or wait for it, and tenants with a planned check. */
  counts(): { readonly underWay: number; readonly planned: number } {
    return this.#worker.counts;
  }

  async #checkNow(tenantId: string, listed?: readonly Relationship[]): Promise<void> {
    await advance(this.#deps, tenantId, listed);
    this.#planNext(tenantId);
  }

  #isMine(tenantId: string): boolean {
    return this.#deps.duties.isMine(tenantId);
  }

  #isUnderWay(tenantId: string): boolean {
    return this.#worker.isPlanned(tenantId) || this.#worker.isRunning(tenantId);
  }

  // After a check the tenant waits at its own pace, or for nothing.
  #planNext(tenantId: string): void {
    if (!this.#isMine(tenantId)) return;
    const { store, clock, heartbeat, expiryWarningDays, nudgeDays, ownershipDays } = this.#deps;
    const tenant = store.tenant(tenantId);
    const now = clock.now();
    const waits = tenant
      ? [
          secondsToNextCheck(tenant, now, heartbeat.noticed),
          secondsToEnd(tenant, now, expiryWarningDays),
          secondsToNudge(tenant, now, nudgeDays),
          secondsToNextLapse(tenant, now, ownershipDays),
          secondsToNextRepair(tenant, templateOf(this.#deps, tenant), now),
        ]
      : [];
    const seconds = waits.filter((each) => each !== undefined);
    const inMs = Math.min(...seconds) * 1000;
    this.#worker.reschedule(tenantId, inMs <= plannedAheadMs ? inMs : undefined, () => this.#checkNow(tenantId));
  }
}
