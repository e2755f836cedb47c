// What a Partner Center event leads to: a check of the one tenant that it concerns, or a reconciliation if it doesn't say.
import { leftoverOf, saysWhatIsLeft } from '../../domain/access/leftover-access.js';
import type { ListedRelationship, RelationshipStatus } from '../../domain/access/relationship.js';
import { NotFound } from '../../domain/errors.js';
import type { WatchedRequest } from '../../domain/offboarding/watched-request.js';
import type { ReceivedEvent } from '../../domain/partner-event.js';
import { FollowedRelationships } from '../../domain/tenant/followed-relationships.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { BackgroundWorker, BackgroundWorkers } from '../../runtime/background-worker.js';
import { coalesce } from '../../runtime/coalesce.js';
import { correlated } from '../../runtime/correlation.js';
import type { Dependencies } from '../dependencies.js';
import type { WatchedRequestMonitor } from '../offboarding/watched-request-monitor.js';
import type { PartnerWebhooks } from '../ports/webhooks.js';
import { recordDelegatedAdmin } from '../reads/delegated-admin.js';
import { IndexedTenants } from '../reads/indexed-tenants.js';
import type { ReconcileScheduler } from './reconcile-scheduler.js';
import { syncLeftoverAccess } from './sync-relationships.js';
import type { TenantScheduler } from './tenant-scheduler.js';
import type { WebhookHeartbeat } from './webhook-heartbeat.js';

/** What handling events needs. */
export interface PartnerEventDeps extends Dependencies {
  readonly workers: BackgroundWorkers;
  readonly scheduler: TenantScheduler;
  readonly reconciles: ReconcileScheduler;
  readonly watchedRequestMonitor: WatchedRequestMonitor;
  readonly webhooks: PartnerWebhooks;
  readonly heartbeat: WebhookHeartbeat;
}

// Sent on request, to show that events arrive.
const testEvent = 'test-created';
// Events of tenants that no schedule checks soon, by the statuses that Graph tells once it knows of them: an event may be ahead.
const ended: readonly RelationshipStatus[] = ['expired', 'terminated', 'gone'];
const news: Readonly<Record<string, readonly RelationshipStatus[]>> = {
  'granular-admin-relationship-approved': ['approved', 'activating', 'active', ...ended],
  'granular-admin-relationship-terminated': ended,
  'granular-admin-relationship-expired': ended,
};
const checkAgainAfterSeconds = [10, 60];
// A bot that was away for long may have thousands waiting.
const atOnce = 64;
const backOff = { first: 2000, longest: 300_000 };

/** The tenant that an event concerns. */
interface Concerned {
  /** Absent: not in our list, or not known. */
  readonly tenantId?: string | undefined;
  /** Absent: not known. */
  readonly isOurs?: boolean;
  /** The relationship that it's about. Absent: it's about none, or that needn't be read to know whom it concerns. */
  readonly relationship?: ListedRelationship | undefined;
}

/**
 * Checks the tenant that an event concerns, now. An event is a hint: it's followed and never believed. It stays in the store
 * until nothing is left to do for it, so that it's followed anew after a crash.
 */
export class PartnerEventHandler {
  readonly #deps: PartnerEventDeps;
  /** Events of a tenant that come while it's being checked share one more check. */
  readonly #check = coalesce((tenantId) => this.#checkTenant(tenantId));
  readonly #followed: IndexedTenants<FollowedRelationships, never>;
  readonly #worker: BackgroundWorker;

  constructor(deps: PartnerEventDeps) {
    this.#deps = deps;
    this.#followed = new IndexedTenants(deps.store, () => new FollowedRelationships());
    this.#worker = deps.workers.open({ failed: 'partnerEventNotHandled', atOnce, backOff });
  }

  /** Takes up the events that wait and are ours to follow. */
  takeUp(): void {
    for (const event of this.#deps.store.partnerEvents()) this.#begin(event);
  }

  /** Follows events that have come. Never fails: one that can't be followed brings the next reconciliation forward. */
  handle(eventIds: readonly string[]): void {
    const { store, heartbeat } = this.#deps;
    for (const id of eventIds) {
      const event = store.partnerEvent(id);
      // One that is followed by now is told of too.
      if (!event) continue;
      heartbeat.recordAny();
      this.#begin(event);
    }
  }

  #begin(event: ReceivedEvent): void {
    const { id, name, at } = event;
    const { duties, log } = this.#deps;
    if (this.#worker.isRunning(id) || this.#worker.isPlanned(id) || !duties.isMine(`event ${id}`)) return;
    correlated(() => {
      log.info('partnerEvent', { name, at });
      void this.#worker.runNow(id, () => this.#handle(event));
    });
  }

  async #handle(event: ReceivedEvent): Promise<void> {
    const { store, heartbeat } = this.#deps;
    if (!store.partnerEvent(event.id)) return;
    let aheadFor: string | undefined;
    if (event.name === testEvent) heartbeat.recordTest();
    else aheadFor = await this.#follow(event);
    if (aheadFor === undefined) await this.#end(event);
    else await this.#checkAgain(event, aheadFor, checkAgainAfterSeconds);
  }

  async #end({ id }: ReceivedEvent): Promise<void> {
    await this.#deps.store.commit({ followedEventIds: [id] });
  }

  /** Never fails. Resolves to the tenant that has to be checked again, since Graph may not tell yet what the event tells. */
  async #follow(event: ReceivedEvent): Promise<string | undefined> {
    const { log, store } = this.#deps;
    const { name, relationshipId } = event;
    try {
      const watched = relationshipId === undefined ? undefined : store.watchedRequest(relationshipId);
      if (watched) await this.#deps.watchedRequestMonitor.checkNow(watched.relationshipId);
      const { tenantId, isOurs, relationship } = await this.#concerned(event, watched);
      log.info('partnerEventHandled', { name, tenantId, isOurs });
      if (isOurs) this.#deps.heartbeat.recordOurs();
      // The signature shows that Microsoft sent it, not to whom: another partner may have replayed one of its own.
      if (isOurs === false) return undefined;
      if (tenantId === undefined) {
        await this.#deps.reconciles.soon();
        return undefined;
      }
      if (name.startsWith('dap-')) await this.#readDelegatedAdmin(tenantId);
      const before = fingerprintOf(store.tenant(tenantId));
      await this.#take(tenantId, relationship);
      const tenant = store.tenant(tenantId);
      return fingerprintOf(tenant) === before && isAhead(event, tenant) ? tenantId : undefined;
    } catch (error) {
      log.warn('partnerEventNotHandled', { name, error });
      await this.#deps.reconciles.soon();
      return undefined;
    }
  }

  /** An event counts as ours only once something of ours has been found behind it. */
  async #concerned(event: ReceivedEvent, watched: WatchedRequest | undefined): Promise<Concerned> {
    const { store, microsoft } = this.#deps;
    const { relationshipId, tenantId, auditRecordId } = event;
    const known = (id: string | undefined) => (id === undefined ? undefined : store.tenant(id)?.tenantId);
    if (relationshipId !== undefined) {
      await this.#followed.ready();
      const followedBy = this.#followed.index().tenantIdOf(relationshipId);
      if (followedBy !== undefined) return { tenantId: followedBy, isOurs: true };
      if (watched) return { tenantId: known(watched.tenantId), isOurs: true };
      const relationship = await microsoft.relationships.find(relationshipId);
      return relationship
        ? { tenantId: known(relationship.customerTenantId), isOurs: true, relationship }
        : { isOurs: false };
    }
    if (tenantId !== undefined) return known(tenantId) ? { tenantId, isOurs: true } : {};
    if (auditRecordId === undefined) return {};
    const record = await this.#deps.webhooks.auditRecord(auditRecordId);
    return record ? { tenantId: known(record.customerId), isOurs: true } : { isOurs: false };
  }

  /** Takes what has been read of a tenant, where that alone says what is left at Microsoft; else checks the tenant. */
  async #take(tenantId: string, relationship: ListedRelationship | undefined): Promise<void> {
    const tenant = this.#deps.store.tenant(tenantId);
    const isManaged = tenant?.onboarding !== undefined || tenant?.delegatedAdmin.removal !== undefined;
    if (tenant && !isManaged && relationship && saysWhatIsLeft(relationship, tenant.leftoverAccess))
      await syncLeftoverAccess(this.#deps, tenant, leftoverOf([relationship]));
    else await this.#check(tenantId);
  }

  /** A check where onboarding or a removal is under way; else the customer's leftover access is read. */
  async #checkTenant(tenantId: string): Promise<void> {
    const { store, microsoft } = this.#deps;
    const tenant = store.tenant(tenantId);
    if (!tenant) return;
    if (tenant.onboarding || tenant.delegatedAdmin.removal) return this.#deps.scheduler.checkNow(tenantId);
    const relationships = await microsoft.relationships.listFor(tenantId);
    // What is missing from a partial list may still be there.
    if (!relationships.isPartial) await syncLeftoverAccess(this.#deps, tenant, leftoverOf(relationships));
  }

  async #readDelegatedAdmin(tenantId: string): Promise<void> {
    try {
      await recordDelegatedAdmin(
        this.#deps,
        tenantId,
        await this.#deps.microsoft.customers.hasDelegatedAdmin(tenantId),
      );
    } catch (error) {
      // A former customer has taken it away as well.
      if (!(error instanceof NotFound)) throw error;
      await this.#deps.reconciles.soon();
    }
  }

  // By the event: another one of the same tenant neither hurries nor ends it.
  async #checkAgain(event: ReceivedEvent, tenantId: string, [seconds, ...later]: readonly number[]): Promise<void> {
    const { store, log } = this.#deps;
    const before = fingerprintOf(store.tenant(tenantId));
    const hasMoved = () => fingerprintOf(store.tenant(tenantId)) !== before;
    if (seconds === undefined) return this.#end(event);
    this.#worker.schedule(event.id, seconds * 1000, async () => {
      if (!store.partnerEvent(event.id)) return;
      if (!hasMoved())
        await this.#check(tenantId).catch((error) => log.warn('partnerEventNotHandled', { tenantId, error }));
      await (hasMoved() ? this.#end(event) : this.#checkAgain(event, tenantId, later));
    });
  }
}

/**
 * Whether Graph may not have told yet what an event tells. It has where the event before, such as that of an ended assignment, led
 * to a check that has seen the same.
 */
function isAhead({ name, relationshipId }: ReceivedEvent, tenant: Tenant | undefined): boolean {
  const relationship = tenant?.onboarding?.relationship;
  const told = Object.hasOwn(news, name) ? news[name] : undefined;
  return (
    told !== undefined && !(relationship?.id === relationshipId && relationship && told.includes(relationship.status))
  );
}

/** What such an event changes of a tenant. */
function fingerprintOf(tenant: Tenant | undefined): string {
  return [tenant?.status, tenant?.leftoverAccess, tenant?.onboarding?.relationship?.status].join(' ');
}
