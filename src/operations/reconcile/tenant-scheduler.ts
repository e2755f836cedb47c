// When waiting tenants are looked at: each at its own pace, at once when asked.

import type { Relationship } from '../../domain/access/relationship.js';
import { isCheckDueByAge, type Noticed, secondsToNextCheck } from '../../domain/tenant/next-check.js';
import type { BackgroundWorker, BackgroundWorkers } from '../../runtime/background-worker.js';
import type { Clock } from '../../runtime/clock.js';
import type { Store } from '../ports/store.js';
import type { Advance } from './advance.js';

/** What watching takes. */
export interface TenantSchedulerPorts {
  readonly advance: Advance;
  readonly store: Store;
  readonly clock: Clock;
  readonly workers: BackgroundWorkers;
  /** How changes are noticed otherwise, as things are now; no waiting tenant is looked at less often than by a sweep. */
  readonly noticed: () => Noticed;
}

// Enough at once to keep up with a morning's onboarding, few enough for Microsoft and for a click.
const atOnce = 4;
const backOff = { first: 2000, longest: 300_000 };

/** Looks at tenants when a look is due, one look at a tenant at a time, and never gives up. */
export class TenantScheduler {
  readonly #ports: TenantSchedulerPorts;
  readonly #worker: BackgroundWorker;

  constructor(ports: TenantSchedulerPorts) {
    this.#ports = ports;
    this.#worker = ports.workers.open({ failed: 'checkFailed', keyName: 'tenantId', atOnce, backOff });
  }

  /** Takes up what was waiting when the process ended. */
  start(): void {
    for (const { tenantId } of this.#ports.store.tenants()) this.schedule(tenantId);
  }

  /** A person asked for something: a look is due at once if it takes one, else the next one is planned anew. */
  schedule(tenantId: string): void {
    const tenant = this.#ports.store.tenant(tenantId);
    if (tenant && isCheckDueByAge(tenant)) this.#worker.reschedule(tenantId, 0, () => this.#checkNow(tenantId));
    else this.#planNext(tenantId);
  }

  /** Looks at a tenant now. Never fails: a failed look is logged and made again. */
  checkNow(tenantId: string, listed?: readonly Relationship[]): Promise<void> {
    // A list is too old for a second try.
    return this.#worker.runNow(tenantId, (isRetry) => this.#checkNow(tenantId, isRetry ? undefined : listed));
  }

  /** How many tenants are being looked at or wait for it, and for how many a look is planned. */
  counts(): { readonly underWay: number; readonly planned: number } {
    return this.#worker.counts;
  }

  async #checkNow(tenantId: string, listed?: readonly Relationship[]): Promise<void> {
    await this.#ports.advance(tenantId, listed);
    this.#planNext(tenantId);
  }

  // After a look the tenant waits at its own pace, or for nothing, whatever was asked for.
  #planNext(tenantId: string): void {
    const { store, clock, noticed } = this.#ports;
    const tenant = store.tenant(tenantId);
    const seconds = tenant && secondsToNextCheck(tenant, clock.now(), noticed());
    const inMs = seconds === undefined ? undefined : seconds * 1000;
    this.#worker.reschedule(tenantId, inMs, () => this.#checkNow(tenantId));
  }
}
