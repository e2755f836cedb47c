// What an event of Partner Center's leads to: a look at the one tenant that it concerns, or at everything if it doesn't say.
import { NotFound } from '../../domain/errors.js';
import type { PartnerEvent } from '../../domain/partner-event.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { BackgroundWorker, BackgroundWorkers } from '../../runtime/background-worker.js';
import { coalesce } from '../../runtime/coalesce.js';
import { recordDelegatedAdmin } from '../commands/delegated-admin.js';
import type { Dependencies } from '../dependencies.js';
import { syncLeftoverAccess } from './sync-relationships.js';

/** What taking events takes besides the means. */
export interface EventPorts {
  readonly workers: BackgroundWorkers;
  /** Looks at a tenant; takes care of its own failures. */
  readonly check: (tenantId: string) => Promise<void>;
  /** Looks at everything, soon. */
  readonly reconcileSoon: () => void;
  /** What an audit record says; `undefined`: there is no such record of ours. @throws MicrosoftError */
  readonly auditRecord: (auditRecordId: string) => Promise<{ readonly tenantId: string | undefined } | undefined>;
  /** Looks at a watched request to a tenant that was offboarded; takes care of its own failures. */
  readonly checkWatchedRequest: (relationshipId: string) => Promise<void>;
  /** The event is about something of ours, so that events do reach us. */
  readonly heard: () => void;
  /** The event is one that means nothing, such as we ask for ourselves. */
  readonly tested: () => void;
}

// Sent because somebody asked whether events arrive.
const testEvent = 'test-created';
// What nobody else asks Microsoft about for long. An event may be ahead of what Graph tells.
const news = /^granular-admin-relationship-(approved|terminated|expired)$/;
const checkAgainAfterSeconds = [10, 60];

/** Whom an event concerns. */
interface Concerned {
  /** A tenant in our list. Absent: one that is not in it, or nobody can say which. */
  readonly tenantId?: string | undefined;
  /** Whether it is about something of ours. Absent: that cannot be told. */
  readonly isOurs?: boolean;
}

/** Reconciles, now, the tenant that an event concerns. What an event says is a hint, so nothing but looking comes of it. */
export class PartnerEventHandler {
  readonly #deps: Dependencies;
  readonly #ports: EventPorts;
  readonly #reconcile = coalesce((tenantId) => this.#reconcileOne(tenantId));
  readonly #worker: BackgroundWorker;

  constructor(deps: Dependencies, ports: EventPorts) {
    this.#deps = deps;
    this.#ports = ports;
    this.#worker = ports.workers.open({ failed: 'eventNotFollowed' });
  }

  /** Takes an event. Never fails: where it cannot be followed, a sweep finds out what it meant. */
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
      log.info('eventFollowed', { name, tenantId, isOurs });
      if (isOurs) this.#ports.heard();
      // The signature says that Microsoft sent it, and not to whom: another partner may have handed on one of its own.
      if (isOurs === false) return;
      if (tenantId === undefined) return this.#ports.reconcileSoon();
      if (name.startsWith('dap-')) await this.#readDelegatedAdmin(tenantId);
      const before = standing(store.tenant(tenantId));
      await this.#reconcile(tenantId);
      if (news.test(name) && standing(store.tenant(tenantId)) === before)
        this.#checkAgain(tenantId, checkAgainAfterSeconds);
    } catch (error) {
      log.warn('eventNotFollowed', { name, error });
      this.#ports.reconcileSoon();
    }
  }

  /** Whom an event concerns. No event is believed to be ours before something of ours has been found behind it. */
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

  /** A look where there is something to look after; else what is left of ours at the customer is read. */
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
      // Whoever is no customer any more has taken it away as well.
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
      await this.#reconcile(tenantId).catch((error) => log.warn('eventNotFollowed', { tenantId, error }));
      if (standing(store.tenant(tenantId)) === before) this.#checkAgain(tenantId, later);
    });
  }
}

/** What such an event changes of a tenant. */
function standing(tenant: Tenant | undefined): string {
  return [tenant?.status, tenant?.leftoverAccess, tenant?.onboarding?.relationship?.status].join(' ');
}
