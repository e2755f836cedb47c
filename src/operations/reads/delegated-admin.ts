// Delegated admin (DAP): whether it is granted, and what stands in the way of its removal, as Partner Center tells now.
import type { Reservation } from '../../domain/access/delegated-admin.js';
import { NotFound } from '../../domain/errors.js';
import { isInPartnerCenter, type Tenant } from '../../domain/tenant/tenant.js';
import type { Dependencies } from '../dependencies.js';
import { recordFact } from '../recording/record-fact.js';

/** What a person should know before they confirm the removal. */
export interface RemovalCheck {
  readonly granted: boolean;
  /** Each must be cancelled first. */
  readonly reservations: readonly Reservation[];
}

const freshForMs = 300_000;

/** One call for a tenant that is opened, none for the list: N customers would cost N calls. */
export class DelegatedAdminReader {
  readonly #deps: Dependencies;
  /** When it was last read, by tenant and the clock's `elapsedMs`. */
  readonly #readAtMs = new Map<string, number>();

  constructor(deps: Dependencies) {
    this.#deps = deps;
  }

  /** Reads it for a tenant that a person opens, unless it was read in the last five minutes. Never fails. */
  async read(tenantId: string): Promise<void> {
    const { microsoft, store, clock, log } = this.#deps;
    const last = this.#readAtMs.get(tenantId);
    const now = clock.elapsedMs();
    if (last !== undefined && now - last < freshForMs) return;
    this.#readAtMs.set(tenantId, now);
    try {
      await recordDelegatedAdmin(this.#deps, tenantId, await microsoft.customers.hasDelegatedAdmin(tenantId));
    } catch (error) {
      this.#readAtMs.delete(tenantId);
      // Partner Center answers only about the customers that it lists.
      const tenant = store.tenant(tenantId);
      if (error instanceof NotFound && tenant && !isInPartnerCenter(tenant)) return;
      log.warn('delegatedAdminNotRead', { tenantId, error });
    }
  }

  /**
   * The check before a person confirms a removal; what it says of delegated admin is recorded.
   * @throws MicrosoftError or StoreError
   */
  async checkRemoval(tenantId: string): Promise<RemovalCheck> {
    const check = await readRemovalCheck(this.#deps, tenantId);
    await recordDelegatedAdmin(this.#deps, tenantId, check.granted);
    return check;
  }
}

/**
 * Reads from Microsoft whether there's something to remove and whether something stands in the way.
 * @throws MicrosoftError
 */
export async function readRemovalCheck({ microsoft }: Dependencies, tenantId: string): Promise<RemovalCheck> {
  const [granted, reservations] = await Promise.all([
    microsoft.customers.hasDelegatedAdmin(tenantId),
    microsoft.purchases.reservations(tenantId),
  ]);
  return { granted, reservations };
}

/**
 * Records what was read, if it's new.
 * @throws StoreError
 */
export function recordDelegatedAdmin(deps: Dependencies, tenantId: string, granted: boolean): Promise<void> {
  return recordFact(deps, tenantId, (tenant) =>
    isKnown(tenant, granted) ? undefined : { type: 'delegatedAdminRead', granted },
  );
}

// While a removal is under way, its own follow-up reads.
function isKnown({ delegatedAdmin }: Tenant, granted: boolean): boolean {
  return delegatedAdmin.removal !== undefined || delegatedAdmin.state === (granted ? 'granted' : 'none');
}
