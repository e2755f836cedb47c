// How does what is seen of a watched request become what we remember and what people hear?

import type { ListedRelationship } from '../../domain/access/relationship.js';
import { UnexpectedAnswer } from '../../domain/errors.js';
import { sightingOf, untold, type WatchOver } from '../../domain/offboarding/watch-request.js';
import type { WatchedRequest, WatchedRequestNews } from '../../domain/offboarding/watched-request.js';
import { HeldRow } from '../commit.js';
import type { Dependencies } from '../dependencies.js';
import type { AuditEntry } from '../ports/audit.js';
import type { Store, WatchedRequestDelivery } from '../ports/store.js';

/** What watching requests takes. */
export interface WatchedRequestDependencies extends Dependencies {
  /** The conversations of those who run Gatehouse. */
  readonly whoHears: () => Promise<readonly string[]>;
}

/** A watched request in its own turn, and the row that changes of it are committed to. */
export interface HeldRequest {
  readonly watched: WatchedRequest;
  readonly row: HeldRow;
}

/**
 * Takes note of how a watched request reads; `undefined`: Microsoft does not know it any more.
 * @throws StoreError
 */
export function recordSighting(
  deps: WatchedRequestDependencies,
  relationshipId: string,
  relationship: ListedRelationship | undefined,
): Promise<void> {
  return locked(deps, relationshipId, (held) => sight(deps, held, relationship));
}

/**
 * Tells the admins what they have not heard yet. Resolves to whether somebody has still to hear of it, because nobody is
 * known who could.
 * @throws StoreError
 */
export async function tellUntold(deps: WatchedRequestDependencies, relationshipId: string): Promise<boolean> {
  let isUnheard = false;
  await locked(deps, relationshipId, async ({ watched, row }) => {
    const news = untold(watched);
    if (news === undefined) return;
    const deliveries = await dueTo(deps, watched, news);
    isUnheard = deliveries.length === 0;
    // Nobody has heard of it, so it has not been told.
    if (!isUnheard) await row.commit({ watchedRequests: [{ ...watched, told: news }], deliveries });
  });
  return isUnheard;
}

/** Takes note of a reading in the request's own turn. @throws StoreError or UnexpectedAnswer */
export async function sight(
  deps: WatchedRequestDependencies,
  held: HeldRequest,
  relationship: ListedRelationship | undefined,
): Promise<void> {
  const { store, audit, clock } = deps;
  const { watched, row } = held;
  const { customerTenantId } = relationship ?? {};
  if (customerTenantId !== undefined && customerTenantId !== watched.tenantId) {
    throw new UnexpectedAnswer('a watched request is shown as another tenant’s', 'It is looked at again by itself.', {
      reason: 'unexpectedAnswer',
      service: 'graph',
    });
  }
  const sighting = sightingOf(watched, relationship, store.tenant(watched.tenantId), clock.now());
  if (sighting.is === 'over') return end(deps, held, sighting.why);
  if (sighting.is === 'asBefore') return;
  await audit.append([entryOf(deps, watched, { what: 'watchedRequestBecameActive' })]);
  await row.commit({ watchedRequests: [{ ...watched, becameActiveAt: clock.now() }] });
}

async function end(deps: WatchedRequestDependencies, { watched, row }: HeldRequest, why: WatchOver): Promise<void> {
  const { audit, log } = deps;
  const { relationshipId, tenantId, told } = watched;
  // Whoever heard that it began hears that it is over, unless they were the ones who wanted it.
  const isToTell = told !== undefined && why !== 'onboarded';
  const deliveries = isToTell ? await dueTo(deps, watched, 'terminated') : [];
  await audit.append([entryOf(deps, watched, { what: 'watchedRequestOver', why })]);
  await row.commit({ endedRequestIds: [relationshipId], deliveries });
  log.info('watchedRequestOver', { relationshipId, tenantId, why });
}

/** A line of the audit log about a watched request. */
export function entryOf(
  { clock }: WatchedRequestDependencies,
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
  { clock, whoHears }: WatchedRequestDependencies,
  { relationshipId, tenantId }: WatchedRequest,
  news: WatchedRequestNews,
): Promise<readonly WatchedRequestDelivery[]> {
  const at = clock.now();
  const conversations = await whoHears();
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

/** Does work on a request while nothing else does, unless it is over. */
export function locked(
  { locks, store }: WatchedRequestDependencies,
  relationshipId: string,
  work: (held: HeldRequest) => Promise<void>,
): Promise<void> {
  return locks.run(lockKeyOf(relationshipId), async () => {
    const held = heldRequest(store, relationshipId);
    if (held) await work(held);
  });
}

/** A watched request as it is now, for its own turn; `undefined`: it is over. */
export function heldRequest(store: Store, relationshipId: string): HeldRequest | undefined {
  const watched = store.watchedRequest(relationshipId);
  return watched && { watched, row: new HeldRow(store, 'watchedRequests', relationshipId) };
}

/** What the request's turn goes by. No tenant has this id. */
export function lockKeyOf(relationshipId: string): string {
  return `invitation ${relationshipId}`;
}
