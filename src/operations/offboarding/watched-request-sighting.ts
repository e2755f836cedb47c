// From a reading of a watched request to what's saved of it and what people hear.

import type { ListedRelationship } from '../../domain/access/relationship.js';
import { UnexpectedAnswer } from '../../domain/errors.js';
import { sightingOf, untold, type WatchOver } from '../../domain/offboarding/watch-request.js';
import type { WatchedRequest, WatchedRequestNews } from '../../domain/offboarding/watched-request.js';
import type { AuditEntry } from '../../domain/tenant/audit-entry.js';
import type { HeldLock } from '../../runtime/keyed-lock.js';
import { HeldRow } from '../commit.js';
import type { Dependencies } from '../dependencies.js';
import type { Hearers } from '../ports/hearers.js';
import type { WatchedRequestDelivery } from '../ports/rows.js';
import type { Store } from '../ports/store.js';

/** What watching requests takes. */
export interface WatchedRequestDeps extends Dependencies {
  /** The conversations of admins. */
  readonly hearers: Hearers;
}

/** A watched request while its lock is held, and the row that its changes are committed to. */
export interface HeldRequest {
  readonly watched: WatchedRequest;
  readonly row: HeldRow;
}

/**
 * Saves what a reading says of a watched request; `undefined`: Microsoft doesn't know it any more.
 * @throws StoreError
 */
export function recordSighting(
  deps: WatchedRequestDeps,
  relationshipId: string,
  relationship: ListedRelationship | undefined,
): Promise<void> {
  return locked(deps, relationshipId, (held) => sight(deps, held, relationship));
}

/**
 * Tells the admins what they haven't heard yet. Resolves to whether news is left over, because no admin can be reached.
 * @throws StoreError
 */
export async function tellUntold(deps: WatchedRequestDeps, relationshipId: string): Promise<boolean> {
  let isUnheard = false;
  await locked(deps, relationshipId, async ({ watched, row }) => {
    const news = untold(watched);
    if (news === undefined) return;
    const deliveries = await dueTo(deps, watched, news);
    isUnheard = deliveries.length === 0;
    // With no one to tell, it hasn't been told.
    if (!isUnheard) await row.commit({ watchedRequests: [{ ...watched, told: news }], deliveries });
  });
  return isUnheard;
}

/** Saves a reading while the request's lock is held. @throws StoreError or UnexpectedAnswer */
export async function sight(
  deps: WatchedRequestDeps,
  held: HeldRequest,
  relationship: ListedRelationship | undefined,
): Promise<void> {
  const { store, clock } = deps;
  const { watched, row } = held;
  const { customerTenantId } = relationship ?? {};
  if (customerTenantId !== undefined && customerTenantId !== watched.tenantId) {
    throw new UnexpectedAnswer('a watched request is shown as another tenant’s', {
      reason: 'unexpectedAnswer',
      service: 'graph',
    });
  }
  const sighting = sightingOf(watched, relationship, store.tenant(watched.tenantId)?.onboarding, clock.now());
  if (sighting.kind === 'over') return end(deps, held, sighting.why);
  if (sighting.kind === 'asBefore') return;
  await row.commit({
    watchedRequests: [{ ...watched, becameActiveAt: clock.now() }],
    audit: [entryOf(deps, watched, { what: 'watchedRequestBecameActive' })],
  });
}

async function end(deps: WatchedRequestDeps, { watched, row }: HeldRequest, why: WatchOver): Promise<void> {
  const { log } = deps;
  const { relationshipId, tenantId, told } = watched;
  // Admins who heard that it began hear that it's over, except when the tenant was onboarded again.
  const isToTell = told !== undefined && why !== 'onboarded';
  const deliveries = isToTell ? await dueTo(deps, watched, 'terminated') : [];
  const audit = [entryOf(deps, watched, { what: 'watchedRequestOver', why })];
  await row.commit({ endedRequestIds: [relationshipId], deliveries, audit });
  log.info('watchedRequestOver', { relationshipId, tenantId, why });
}

/** A line of the audit log about a watched request. */
export function entryOf(
  { clock }: WatchedRequestDeps,
  { tenantId, relationshipId }: WatchedRequest,
  { what, by, why, requestId }: Pick<AuditEntry, 'what' | 'by' | 'why' | 'requestId'>,
): AuditEntry {
  return {
    at: clock.now(),
    what,
    ...(by !== undefined && by !== '' && { by }),
    tenantId,
    subject: `relationship ${relationshipId}`,
    ...(why !== undefined && { why }),
    ...(requestId !== undefined && { requestId }),
  };
}

async function dueTo(
  { clock, hearers }: WatchedRequestDeps,
  { relationshipId, tenantId }: WatchedRequest,
  news: WatchedRequestNews,
): Promise<readonly WatchedRequestDelivery[]> {
  const at = clock.now();
  const conversations = await hearers.ofAdmins('leftovers');
  return conversations.map((conversationId) => ({
    id: `${relationshipId} ${news} ${at} ${conversationId}`,
    conversationId,
    kind: 'watchedRequest',
    relationshipId,
    tenantId,
    news,
    at,
  }));
}

/** Works on a request under its lock, unless it's over. */
export function locked(
  { locks, store }: WatchedRequestDeps,
  relationshipId: string,
  work: (held: HeldRequest, lock: HeldLock) => Promise<void>,
): Promise<void> {
  return locks.run(lockKeyOf(relationshipId), async (lock) => {
    const held = heldRequest(store, relationshipId);
    if (held) await work(held, lock);
  });
}

/** A watched request as it is now, for use under its lock; `undefined`: it's over. */
export function heldRequest(store: Store, relationshipId: string): HeldRequest | undefined {
  const watched = store.watchedRequest(relationshipId);
  return watched && { watched, row: new HeldRow(store, 'watchedRequests', relationshipId) };
}

/** The key of the request's lock. No tenant has this id. */
export function lockKeyOf(relationshipId: string): string {
  return `invitation ${relationshipId}`;
}
