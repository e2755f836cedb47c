// How does what is seen of a watched request, or asked about it, become what we remember and what people hear?
import { confirmationPatienceSeconds } from '../domain/delegated-admin.js';
import { isRefusal, NotFound, Refused, UnexpectedAnswer } from '../domain/errors.js';
import type { InvitationNews, WatchedInvitation } from '../domain/exit/invitation.js';
import { nextOnTermination, sightingOf, untold, type WatchOver } from '../domain/exit/watch-invitation.js';
import type { Person } from '../domain/person.js';
import type { Problem } from '../domain/problem.js';
import type { ListedRelationship } from '../domain/relationship.js';
import { secondsBetween } from '../domain/time.js';
import type { Means } from './means.js';
import { busy } from './one-at-a-time.js';
import type { AuditEntry } from './ports.js';
import type { InvitationDelivery } from './store-port.js';

/** What watching requests takes. */
export interface WatchMeans extends Means {
  /** The conversations of those who run Gatehouse. */
  readonly whoHears: () => Promise<readonly string[]>;
}

/** What asking for a termination came to; with the request as it is now, unless it is over. */
export interface TerminationAsked {
  readonly watched?: WatchedInvitation | undefined;
  /** Why nothing was done. `notApproved`: there is nothing to terminate yet. Absent: it was, or had been before. */
  readonly refused?: 'over' | 'notApproved' | 'busy' | undefined;
}

// Teams gives a click about ten seconds.
const patienceMs = 5000;

/**
 * Takes note of how a watched request reads; `undefined`: Microsoft does not know it any more.
 * @throws StoreError
 */
export function takeSighting(
  means: WatchMeans,
  relationshipId: string,
  relationship: ListedRelationship | undefined,
): Promise<void> {
  return inTurn(means, relationshipId, (watched) => sight(means, watched, relationship));
}

/**
 * Tells the admins what they have not heard yet. Resolves to whether somebody has still to hear of it, because nobody is
 * known who could.
 * @throws StoreError
 */
export async function tellUntold(means: WatchMeans, relationshipId: string): Promise<boolean> {
  let isUnheard = false;
  await inTurn(means, relationshipId, async (watched) => {
    const news = untold(watched);
    if (news === undefined) return;
    const deliveries = await dueTo(means, watched, news);
    isUnheard = deliveries.length === 0;
    // Nobody has heard of it, so it has not been told.
    if (!isUnheard) await means.store.commit({ invitations: [{ ...watched, told: news }], deliveries });
  });
  return isUnheard;
}

/**
 * Somebody wants the access terminated. That is saved; Microsoft is asked afterwards, by `carryOnTermination`.
 * @throws StoreError
 */
export async function askTermination(means: WatchMeans, relationshipId: string, by: Person): Promise<TerminationAsked> {
  const { store, audit, clock, turns } = means;
  const tried = await turns.tryRun(turnOf(relationshipId), () => ask(means, relationshipId, by), patienceMs);
  const asked: TerminationAsked =
    tried === busy ? { watched: store.invitation(relationshipId), refused: 'busy' } : tried;
  if (asked.refused !== undefined) {
    const tenantId = asked.watched?.tenantId;
    const what = { what: 'commandRefused', asked: 'terminateInvitation', why: asked.refused };
    await audit.append([{ at: clock.now(), ...what, by: by.id, ...(tenantId !== undefined && { tenantId }) }]);
  }
  return asked;
}

/**
 * Takes a termination that somebody asked for as far as it can go now.
 * @throws MicrosoftError when Microsoft could not be asked.
 * @throws StoreError
 */
export function carryOnTermination(means: WatchMeans, relationshipId: string): Promise<void> {
  return inTurn(means, relationshipId, async (watched) => {
    const { termination } = watched;
    if (!termination) return;
    const relationship = await means.microsoft.relationship(relationshipId);
    // What has been terminated stays listed for a year. Whether it is gone, a sweep's list tells as well.
    if (!relationship) return;
    await sight(means, watched, relationship);
    if (!means.store.invitation(relationshipId)) return;
    const next = nextOnTermination(watched, relationship.status, means.clock.now());
    if (next === 'send') await send(means, watched, termination);
    if (next === 'giveUp') {
      const { requestId } = termination;
      await refuse(means, watched, { reason: 'unexpectedAnswer', service: 'graph', requestId });
    }
  });
}

async function sight(
  means: WatchMeans,
  watched: WatchedInvitation,
  relationship: ListedRelationship | undefined,
): Promise<void> {
  const { store, audit, clock } = means;
  const { customerTenantId } = relationship ?? {};
  if (customerTenantId !== undefined && customerTenantId !== watched.tenantId) {
    throw new UnexpectedAnswer('a watched request is shown as another tenant’s', 'It is looked at again by itself.', {
      reason: 'unexpectedAnswer',
      service: 'graph',
    });
  }
  const sighting = sightingOf(watched, relationship, store.tenant(watched.tenantId), clock.now());
  if (sighting.is === 'over') return end(means, watched, sighting.why);
  if (sighting.is === 'asBefore') return;
  await audit.append([entryOf(means, watched, { what: 'invitationBecameActive' })]);
  await store.commit({ invitations: [{ ...watched, becameActiveAt: clock.now() }] });
}

async function end(means: WatchMeans, watched: WatchedInvitation, why: WatchOver): Promise<void> {
  const { store, audit, log } = means;
  const { relationshipId, tenantId, told } = watched;
  // Whoever heard that it began hears that it is over, unless they were the ones who wanted it.
  const isToTell = told !== undefined && why !== 'onboarded';
  const deliveries = isToTell ? await dueTo(means, watched, 'terminated') : [];
  await audit.append([entryOf(means, watched, { what: 'invitationOver', why })]);
  await store.commit({ overInvitationIds: [relationshipId], deliveries });
  log.info('invitationOver', { relationshipId, tenantId, why });
}

async function ask(means: WatchMeans, relationshipId: string, by: Person): Promise<TerminationAsked> {
  const { store, audit, clock } = means;
  const watched = store.invitation(relationshipId);
  if (!watched) return { refused: 'over' };
  if (watched.termination) return { watched };
  if (watched.becameActiveAt === undefined) return { watched, refused: 'notApproved' };
  await audit.append([entryOf(means, watched, { what: 'invitationTerminationAsked', by: by.id })]);
  const next: WatchedInvitation = {
    ...watched,
    termination: { by, at: clock.now() },
    refused: undefined,
    told: 'becameActive',
  };
  await store.commit({ invitations: [next] });
  return { watched: next };
}

async function send(
  means: WatchMeans,
  watched: WatchedInvitation,
  termination: NonNullable<WatchedInvitation['termination']>,
): Promise<void> {
  const { microsoft, store, audit, clock, log } = means;
  const { relationshipId } = watched;
  const by = termination.by.id;
  try {
    const { requestId } = await microsoft.terminateRelationship(relationshipId);
    await audit.append([entryOf(means, watched, { what: 'invitationTerminationSent', by, requestId })]);
    const sent = { ...termination, sentAt: clock.now(), requestId };
    await store.commit({ invitations: [{ ...watched, termination: sent }] });
    log.info('invitationTerminationSent', { relationshipId, requestId });
  } catch (error) {
    const isNotNow = error instanceof Refused && error.problem.reason === 'notPossibleNow';
    const hasWaitedLong = secondsBetween(termination.at, clock.now()) >= confirmationPatienceSeconds;
    if (isNotNow && hasWaitedLong) return refuse(means, watched, error.problem);
    // What is not there any more the next reading tells.
    if (isNotNow || error instanceof NotFound || !isRefusal(error)) throw error;
    return refuse(means, watched, error.problem);
  }
}

async function refuse(means: WatchMeans, watched: WatchedInvitation, problem: Problem): Promise<void> {
  const { store, audit } = means;
  const by = watched.termination?.by.id;
  const { reason: why, requestId } = problem;
  await audit.append([entryOf(means, watched, { what: 'invitationTerminationRefused', by, why, requestId })]);
  await store.commit({ invitations: [{ ...watched, termination: undefined, refused: problem }] });
}

function entryOf(
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

function inTurn(
  { turns, store }: WatchMeans,
  relationshipId: string,
  work: (watched: WatchedInvitation) => Promise<void>,
): Promise<void> {
  return turns.run(turnOf(relationshipId), async () => {
    const watched = store.invitation(relationshipId);
    if (watched) await work(watched);
  });
}

// No tenant has this id.
function turnOf(relationshipId: string): string {
  return `invitation ${relationshipId}`;
}
