// What a Partner Center event leads to: a check of the one tenant that it concerns, or a reconciliation if it doesn't say.
import { NotFound } from '../../domain/errors.js';
import type { PartnerEvent } from '../../domain/partner-event.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { BackgroundWorker, BackgroundWorkers } from '../../runtime/background-worker.js';
import { coalesce } from '../../runtime/coalesce.js';
import { recordDelegatedAdmin } from '../commands/delegated-admin.js';
import type { Dependencies } from '../dependencies.js';
import { syncLeftoverAccess } from './sync-relationships.js';

/** What handling events needs besides the usual. */
export interface PartnerEventPorts {
  readonly workers: BackgroundWorkers;
  /** Checks a tenant; never fails. */
  readonly check: (tenantId: string) => Promise<void>;
  /** Brings the next reconciliation forward. */
  readonly reconcileSoon: () => void;
  /** Partner Center's audit record; `undefined`: we have none of that id. @throws MicrosoftError */
  readonly auditRecord: (auditRecordId: string) => Promise<{ readonly tenantId: string | undefined } | undefined>;
  /** Checks a watched request; never fails. */
  readonly checkWatchedRequest: (relationshipId: string) => Promise<void>;
  /** The event is about something of ours: events do reach us. */
  readonly heard: () => void;
  /** The event is a test event, such as the heartbeat asks for. */
  readonly tested: () => void;
}

// Sent on request, to show that events arrive.
const testEvent = 'test-created';
// Tenants that no schedule checks soon. An event may be ahead of what Graph tells.
const news = /^granular-admin-relationship-(approved|terminated|expired)$/;
const checkAgainAfterSeconds = [10, 60];

/** The tenant that an event concerns. */
interface Concerned {
  /** Absent: not in our list, or not known. */
  readonly tenantId?: string | undefined;
  /** Absent: not known. */
  readonly isOurs?: boolean;
}

/** Checks the tenant that an event concerns, now. An event is a hint: it's followed and never believed. */
export class PartnerEventHandler {
  readonly #deps: Dependencies;
  readonly #ports: PartnerEventPorts;
  readonly #reconcile = coalesce((tenantId) => this.#reconcileOne(tenantId));
  readonly #worker: BackgroundWorker;

  constructor(deps: Dependencies, ports: PartnerEventPorts) {
    this.#deps = deps;
    this.#ports = ports;
    this.#worker = ports.workers.open({ failed: 'partnerEventNotHandled' });
  }

  /** Never fails: an event that can't be followed brings the next reconciliation forward. */
  take(event: PartnerEvent): void {
    const { name, at } = event;
    this.#deps.log.info('partnerEvent', { name, at });
    if (name === testEvent) this.#ports.tested();
    else void this.#worker.runNow(event, () => this.#follow(event));
  }

  async #follow(event: PartnerEvent): Promise<void> {
    const { log, store } = this.#deps;
    const { name, relationshipId } = event;
    try {
      const isWatched = relationshipId !== undefined && store.watchedRequest(relationshipId) !== undefined;
      if (isWatched) await this.#ports.checkWatchedRequest(relationshipId);
      const { tenantId, isOurs } = await this.#concerned(event);
      log.info('partnerEventHandled', { name, tenantId, isOurs });
      if (isOurs) this.#ports.heard();
      // The signature shows that Microsoft sent it, not to whom: another partner may have replayed one of its own.
      if (isOurs === false) return;
      if (tenantId === undefined) return this.#ports.reconcileSoon();
      if (name.startsWith('dap-')) await this.#readDelegatedAdmin(tenantId);
      const before = standing(store.tenant(tenantId));
      await this.#reconcile(tenantId);
      if (news.test(name) && standing(store.tenant(tenantId)) === before)
        this.#checkAgain(tenantId, checkAgainAfterSeconds);
    } catch (error) {
      log.warn('partnerEventNotHandled', { name, error });
      this.#ports.reconcileSoon();
    }
  }

  /** An event counts as ours only once something of ours has been found behind it. */
  async #concerned({ relationshipId, tenantId, auditRecordId }: PartnerEvent): Promise<Concerned> {
    const { store, microsoft } = this.#deps;
    const known = (id: string | undefined) => (id === undefined ? undefined : store.tenant(id)?.tenantId);
    if (relationshipId !== undefined) {
      for (const tenant of store.tenants()) {
        if (tenant.onboarding?.relationship?.id === relationshipId) return { tenantId: tenant.tenantId, isOurs: true };
      }
      const relationship = await microsoft.relationship(relationshipId);
      return relationship ? { tenantId: known(relationship.customerTenantId), isOurs: true } : { isOurs: false };
    }
    if (tenantId !== undefined) return known(tenantId) ? { tenantId, isOurs: true } : {};
    if (auditRecordId === undefined) return {};
    const record = await this.#ports.auditRecord(auditRecordId);
    return record ? { tenantId: known(record.tenantId), isOurs: true } : { isOurs: false };
  }

  /** A check where onboarding or a removal is under way; else the customer's leftover access is read. */
  async #reconcileOne(tenantId: string): Promise<void> {
    const { store, microsoft } = this.#deps;
    const tenant = store.tenant(tenantId);
    if (!tenant) return;
    if (tenant.onboarding || tenant.delegatedAdmin.removal) return this.#ports.check(tenantId);
    const relationships = await microsoft.relationshipsOf(tenantId);
    // What is missing from a partial list may still be there.
    if (!relationships.isPartial) await syncLeftoverAccess(this.#deps, tenant, relationships);
  }

  async #readDelegatedAdmin(tenantId: string): Promise<void> {
    try {
      await recordDelegatedAdmin(this.#deps, tenantId, await this.#deps.microsoft.delegatedAdmin(tenantId));
    } catch (error) {
      // A former customer has taken it away as well.
      if (!(error instanceof NotFound)) throw error;
      this.#ports.reconcileSoon();
    }
  }

  // Under a key of its own: another event neither hurries nor ends it.
  #checkAgain(tenantId: string, [seconds, ...later]: readonly number[]): void {
    const { store, log } = this.#deps;
    if (seconds === undefined) return;
    const before = standing(store.tenant(tenantId));
    this.#worker.schedule(Symbol(tenantId), seconds * 1000, async () => {
      if (standing(store.tenant(tenantId)) !== before) return;
      await this.#reconcile(tenantId).catch((error) => log.warn('partnerEventNotHandled', { tenantId, error }));
      if (standing(store.tenant(tenantId)) === before) this.#checkAgain(tenantId, later);
    });
  }
}

/** What such an event changes of a tenant. */
function standing(tenant: Tenant | undefined): string {
  return [tenant?.status, tenant?.leftoverAccess, tenant?.onboarding?.relationship?.status].join(' ');
}
