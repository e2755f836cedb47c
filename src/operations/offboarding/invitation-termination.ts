// How is the access terminated that came of a watched request, once an admin wants that?
import { confirmationPatienceSeconds } from '../../domain/access/delegated-admin.js';
import { isRefusal, NotFound, Refused } from '../../domain/errors.js';
import type { Problem } from '../../domain/health/problem.js';
import type { WatchedInvitation } from '../../domain/offboarding/invitation.js';
import { nextOnTermination } from '../../domain/offboarding/watch-invitation.js';
import type { Person } from '../../domain/person.js';
import { secondsSince } from '../../domain/time.js';
import { busy } from '../../runtime/keyed-lock.js';
import { entryOf, type HeldRequest, heldRequest, inTurn, sight, turnOf, type WatchMeans } from './invitation-watch.js';

/** What asking for a termination came to; with the request as it is now, unless it is over. */
export interface TerminationAsked {
  readonly watched?: WatchedInvitation | undefined;
  /** Why nothing was done. `notApproved`: there is nothing to terminate yet. Absent: it was, or had been before. */
  readonly refused?: 'over' | 'notApproved' | 'busy' | undefined;
}

// Teams gives a click about ten seconds.
const patienceMs = 5000;

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
  return inTurn(means, relationshipId, async (held) => {
    const { watched } = held;
    const { termination } = watched;
    if (!termination) return;
    const relationship = await means.microsoft.relationship(relationshipId);
    // What has been terminated stays listed for a year. Whether it is gone, a sweep's list tells as well.
    if (!relationship) return;
    await sight(means, held, relationship);
    if (!means.store.invitation(relationshipId)) return;
    const next = nextOnTermination(watched, relationship.status, means.clock.now());
    if (next === 'send') await send(means, held, termination);
    if (next === 'giveUp') {
      const { requestId } = termination;
      await refuse(means, held, { reason: 'unexpectedAnswer', service: 'graph', requestId });
    }
  });
}

async function ask(means: WatchMeans, relationshipId: string, by: Person): Promise<TerminationAsked> {
  const { store, audit, clock } = means;
  const held = heldRequest(store, relationshipId);
  if (!held) return { refused: 'over' };
  const { watched, row } = held;
  if (watched.termination) return { watched };
  if (watched.becameActiveAt === undefined) return { watched, refused: 'notApproved' };
  await audit.append([entryOf(means, watched, { what: 'invitationTerminationAsked', by: by.id })]);
  const next: WatchedInvitation = {
    ...watched,
    termination: { by, at: clock.now() },
    refused: undefined,
    told: 'becameActive',
  };
  await row.commit({ invitations: [next] });
  return { watched: next };
}

async function send(
  means: WatchMeans,
  held: HeldRequest,
  termination: NonNullable<WatchedInvitation['termination']>,
): Promise<void> {
  const { microsoft, audit, clock, log } = means;
  const { watched, row } = held;
  const { relationshipId } = watched;
  const by = termination.by.id;
  try {
    const { requestId } = await microsoft.terminateRelationship(relationshipId);
    await audit.append([entryOf(means, watched, { what: 'invitationTerminationSent', by, requestId })]);
    const sent = { ...termination, sentAt: clock.now(), requestId };
    await row.commit({ invitations: [{ ...watched, termination: sent }] });
    log.info('invitationTerminationSent', { relationshipId, requestId });
  } catch (error) {
    const isNotNow = error instanceof Refused && error.problem.reason === 'notPossibleNow';
    const hasWaitedLong = secondsSince(termination.at, clock.now()) >= confirmationPatienceSeconds;
    if (isNotNow && hasWaitedLong) return refuse(means, held, error.problem);
    // What is not there any more the next reading tells.
    if (isNotNow || error instanceof NotFound || !isRefusal(error)) throw error;
    return refuse(means, held, error.problem);
  }
}

async function refuse(means: WatchMeans, { watched, row }: HeldRequest, problem: Problem): Promise<void> {
  const { audit } = means;
  const by = watched.termination?.by.id;
  const { reason: why, requestId } = problem;
  await audit.append([entryOf(means, watched, { what: 'invitationTerminationRefused', by, why, requestId })]);
  await row.commit({ invitations: [{ ...watched, termination: undefined, refused: problem }] });
}
