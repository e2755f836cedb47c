// How does what is seen of a watched request become what we remember and what people hear?

import type { ListedRelationship } from '../../domain/access/relationship.js';
import { UnexpectedAnswer } from '../../domain/errors.js';
import type { InvitationNews, WatchedInvitation } from '../../domain/offboarding/invitation.js';
import { sightingOf, untold, type WatchOver } from '../../domain/offboarding/watch-invitation.js';
import { HeldRow } from '../commit.js';
import type { Means } from '../dependencies.js';
import type { AuditEntry } from '../ports/ports.js';
import type { InvitationDelivery, Store } from '../ports/store.js';

/** What watching requests takes. */
export interface WatchMeans extends Means {
  /** The conversations of those who run Gatehouse. */
  readonly whoHears: () => Promise<readonly string[]>;
}

/** A watched request in its own turn, and the row that changes of it are committed to. */
export interface HeldRequest {
  readonly watched: WatchedInvitation;
  readonly row: HeldRow;
}

/**
 * Takes note of how a watched request reads; `undefined`: Microsoft does not know it any more.
 * @throws StoreError
 */
export function takeSighting(
  means: WatchMeans,
  relationshipId: string,
  relationship: ListedRelationship | undefined,
): Promise<void> {
  return inTurn(means, relationshipId, (held) => sight(means, held, relationship));
}

/**
 * Tells the admins what they have not heard yet. Resolves to whether somebody has still to hear of it, because nobody is
 * known who could.
 * @throws StoreError
 */
export async function tellUntold(means: WatchMeans, relationshipId: string): Promise<boolean> {
  let isUnheard = false;
  await inTurn(means, relationshipId, async ({ watched, row }) => {
    const news = untold(watched);
    if (news === undefined) return;
    const deliveries = await dueTo(means, watched, news);
    isUnheard = deliveries.length === 0;
    // Nobody has heard of it, so it has not been told.
    if (!isUnheard) await row.commit({ invitations: [{ ...watched, told: news }], deliveries });
  });
  return isUnheard;
}

/** Takes note of a reading in the request's own turn. @throws StoreError or UnexpectedAnswer */
export async function sight(
  means: WatchMeans,
  held: HeldRequest,
  relationship: ListedRelationship | undefined,
): Promise<void> {
  const { store, audit, clock } = means;
  const { watched, row } = held;
  const { customerTenantId } = relationship ?? {};
  if (customerTenantId !== undefined && customerTenantId !== watched.tenantId) {
    throw new UnexpectedAnswer('a watched request is shown as another tenant’s', 'It is looked at again by itself.', {
      reason: 'unexpectedAnswer',
      service: 'graph',
    });
  }
  const sighting = sightingOf(watched, relationship, store.tenant(watched.tenantId), clock.now());
  if (sighting.is === 'over') return end(means, held, sighting.why);
  if (sighting.is === 'asBefore') return;
  await audit.append([entryOf(means, watched, { what: 'invitationBecameActive' })]);
  await row.commit({ invitations: [{ ...watched, becameActiveAt: clock.now() }] });
}

async function end(means: WatchMeans, { watched, row }: HeldRequest, why: WatchOver): Promise<void> {
  const { audit, log } = means;
  const { relationshipId, tenantId, told } = watched;
  // Whoever heard that it began hears that it is over, unless they were the ones who wanted it.
  const isToTell = told !== undefined && why !== 'onboarded';
  const deliveries = isToTell ? await dueTo(means, watched, 'terminated') : [];
  await audit.append([entryOf(means, watched, { what: 'invitationOver', why })]);
  await row.commit({ overInvitationIds: [relationshipId], deliveries });
  log.info('invitationOver', { relationshipId, tenantId, why });
}

/** A line of the audit log about a watched request. */
export function entryOf(
  { clock }: WatchMeans,
  { tenantId, relationshipId }: WatchedInvitation,
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
  { clock, whoHears }: WatchMeans,
  { relationshipId, tenantId }: WatchedInvitation,
  invitation: InvitationNews,
): Promise<readonly InvitationDelivery[]> {
  const at = clock.now();
  const conversations = await whoHears();
  return conversations.map((conversationId) => ({
    id: `${relationshipId} ${invitation} ${at} ${conversationId}`,
    conversationId,
    relationshipId,
    tenantId,
    invitation,
    at,
  }));
}

/** Does work on a request while nothing else does, unless it is over. */
export function inTurn(
  { turns, store }: WatchMeans,
  relationshipId: string,
  work: (held: HeldRequest) => Promise<void>,
): Promise<void> {
  return turns.run(turnOf(relationshipId), async () => {
    const held = heldRequest(store, relationshipId);
    if (held) await work(held);
  });
}

/** A watched request as it is now, for its own turn; `undefined`: it is over. */
export function heldRequest(store: Store, relationshipId: string): HeldRequest | undefined {
  const watched = store.invitation(relationshipId);
  return watched && { watched, row: new HeldRow(store, 'invitations', relationshipId) };
}

/** What the request's turn goes by. No tenant has this id. */
export function turnOf(relationshipId: string): string {
  return `invitation ${relationshipId}`;
}
