// Who looks again, and when? Waiting tenants at their own pace, and everything at every sweep.
import pLimit from 'p-limit';
import type { Relationship } from '../../domain/access/relationship.js';
import { Throttled } from '../../domain/errors.js';
import { isLookDue, type Noticed, secondsToNextLook } from '../../domain/tenant/next-check.js';
import type { Clock, Log } from '../ports/ports.js';
import type { Store } from '../ports/store.js';
import type { Advance } from './advance.js';

/** What watching takes. */
export interface WatchPorts {
  readonly advance: Advance;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  /** How changes are noticed otherwise, as things are now; no waiting tenant is looked at less often than by a sweep. */
  readonly noticed: () => Noticed;
}

// So many looks at once: enough to keep up with a morning's onboarding, few enough for Microsoft and for a click.
const looksAtOnce = 4;
const longestPauseSeconds = 300;

/** Looks at tenants when a look is due, one look at a tenant at a time, and never gives up. */
export class Watch {
  readonly #ports: WatchPorts;
  readonly #limit = pLimit(looksAtOnce);
  /** Cancels the look that is planned for a tenant. */
  readonly #planned = new Map<string, () => void>();
  readonly #looking = new Map<string, Promise<void>>();
  readonly #failures = new Map<string, number>();
  #isRunning = true;

  constructor(ports: WatchPorts) {
    this.#ports = ports;
  }

  /** Takes up what was waiting when the process ended. */
  start(): void {
    for (const { tenantId } of this.#ports.store.tenants()) this.note(tenantId);
  }

  /** Somebody has asked for something: a look is due at once if it takes one, else the next one is planned anew. */
  note(tenantId: string): void {
    const tenant = this.#ports.store.tenant(tenantId);
    if (tenant && isLookDue(tenant)) this.#plan(tenantId, 0);
    else this.#planNext(tenantId);
  }

  /** Looks at a tenant now. Never fails: a look that came to nothing is logged and planned again. */
  look(tenantId: string, listed?: readonly Relationship[]): Promise<void> {
    this.#cancel(tenantId);
    const previous = this.#looking.get(tenantId) ?? Promise.resolve();
    const look = previous.then(() => this.#limit(() => this.#lookOnce(tenantId, listed)));
    const tracked = look.finally(() => {
      if (this.#looking.get(tenantId) === tracked) this.#looking.delete(tenantId);
    });
    this.#looking.set(tenantId, tracked);
    return tracked;
  }

  /** Resolves when no look is under way. */
  async idle(): Promise<void> {
    while (this.#looking.size > 0) await Promise.all(this.#looking.values());
  }

  /** How many tenants are being looked at, or wait for their turn, and for how many a look is planned. */
  counts(): { readonly underWay: number; readonly planned: number } {
    return { underWay: this.#looking.size, planned: this.#planned.size };
  }

  /** Plans nothing more and waits for what is under way. */
  async stop(): Promise<void> {
    this.#isRunning = false;
    for (const tenantId of [...this.#planned.keys()]) this.#cancel(tenantId);
    await this.idle();
  }

  async #lookOnce(tenantId: string, listed: readonly Relationship[] | undefined): Promise<void> {
    if (!this.#isRunning) return;
    const { advance, log } = this.#ports;
    try {
      await advance(tenantId, listed);
      this.#failures.delete(tenantId);
      this.#planNext(tenantId);
    } catch (error) {
      const failures = (this.#failures.get(tenantId) ?? 0) + 1;
      this.#failures.set(tenantId, failures);
      log.warn('lookFailed', { tenantId, failures, error });
      // Whatever pace the tenant would have, a failure slows it down, and Microsoft's own word counts most.
      const retryAfter = error instanceof Throttled ? error.retryAfterSeconds : 0;
      this.#plan(tenantId, Math.max(retryAfter, Math.min(longestPauseSeconds, 2 ** Math.min(failures, 10))));
    }
  }

  // After a look the tenant waits at its own pace, or for nothing, whatever was asked for.
  #planNext(tenantId: string): void {
    const { store, clock, noticed } = this.#ports;
    const tenant = store.tenant(tenantId);
    const seconds = tenant && secondsToNextLook(tenant, clock.now(), noticed());
    if (seconds === undefined) this.#cancel(tenantId);
    else this.#plan(tenantId, seconds);
  }

  #plan(tenantId: string, seconds: number): void {
    this.#cancel(tenantId);
    if (!this.#isRunning) return;
    const cancel = this.#ports.clock.after(seconds * 1000, () => void this.look(tenantId));
    this.#planned.set(tenantId, cancel);
  }

  #cancel(tenantId: string): void {
    this.#planned.get(tenantId)?.();
    this.#planned.delete(tenantId);
  }
}
