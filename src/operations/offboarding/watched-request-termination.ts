// Terminates the access that came of a watched request, when an admin asks for it.
import { confirmationPatienceSeconds } from '../../domain/access/delegated-admin.js';
import { isRefusal, NotFound, Refused } from '../../domain/errors.js';
import { nextOnTermination } from '../../domain/offboarding/watch-request.js';
import type { WatchedRequest } from '../../domain/offboarding/watched-request.js';
import type { Person } from '../../domain/person.js';
import type { Problem } from '../../domain/problem.js';
import type { AuditEntry } from '../../domain/tenant/audit-entry.js';
import { secondsSince } from '../../domain/time.js';
import { busy } from '../../runtime/keyed-lock.js';
import { commitDone } from '../commit.js';
import type { LockedDependencies } from '../dependencies.js';
import {
  entryOf,
  type HeldRequest,
  heldRequest,
  locked,
  lockKeyOf,
  sight,
  type WatchedRequestDeps,
} from './watched-request-sighting.js';

/** The answer to asking for a termination; `watched` is the request as it is now, unless it's over. */
export interface TerminationAsked {
  readonly watched?: WatchedRequest | undefined;
  /** Why nothing was done. `notApproved`: there's nothing to terminate yet. Absent: it was asked for, now or before. */
  readonly refused?: 'over' | 'notApproved' | 'busy' | undefined;
}

// Teams gives a click about ten seconds.
const patienceMs = 5000;

/**
 * Asks for a termination. That's saved; Microsoft is asked afterwards, by `carryOnTermination`.
 * @throws StoreError
 */
export async function askTermination(
  deps: WatchedRequestDeps,
  relationshipId: string,
  by: Person,
): Promise<TerminationAsked> {
  const { store, audit, clock, locks } = deps;
  const tried = await locks.tryRun(lockKeyOf(relationshipId), () => ask(deps, relationshipId, by), patienceMs);
  const asked: TerminationAsked =
    tried === busy ? { watched: store.watchedRequest(relationshipId), refused: 'busy' } : tried;
  if (asked.refused !== undefined) {
    const tenantId = asked.watched?.tenantId;
    const what = { what: 'commandRefused', asked: 'terminateWatchedRequest', why: asked.refused };
    await audit.append([{ at: clock.now(), ...what, by: by.id, ...(tenantId !== undefined && { tenantId }) }]);
  }
  return asked;
}

/**
 * Carries a requested termination as far as it can go now.
 * @throws MicrosoftError when Microsoft couldn't be asked.
 * @throws StoreError
 */
export function carryOnTermination(deps: WatchedRequestDeps, relationshipId: string): Promise<void> {
  return locked(deps, relationshipId, async (held, lock) => {
    const { watched } = held;
    const { termination } = watched;
    if (!termination) return;
    const relationship = await deps.microsoft.relationships.find(relationshipId);
    // A terminated relationship stays listed for a year, so a reconcile's list also tells whether it's gone.
    if (!relationship) return;
    await sight(deps, held, relationship);
    if (!deps.store.watchedRequest(relationshipId)) return;
    const next = nextOnTermination(watched, relationship.status, deps.clock.now());
    if (next === 'send') await send({ ...deps, writes: deps.writesUnder(lock) }, held, termination);
    if (next === 'giveUp') {
      const { requestId } = termination;
      await refuse(deps, held, { reason: 'unexpectedAnswer', service: 'graph', requestId });
    }
  });
}

async function ask(deps: WatchedRequestDeps, relationshipId: string, by: Person): Promise<TerminationAsked> {
  const { store, clock } = deps;
  const held = heldRequest(store, relationshipId);
  if (!held) return { refused: 'over' };
  const { watched, row } = held;
  if (watched.termination) return { watched };
  if (watched.becameActiveAt === undefined) return { watched, refused: 'notApproved' };
  const next: WatchedRequest = {
    ...watched,
    termination: { by, at: clock.now() },
    refused: undefined,
    told: 'becameActive',
  };
  const audit = [entryOf(deps, watched, { what: 'watchedRequestTerminationAsked', by: by.id })];
  await row.commit({ watchedRequests: [next], audit });
  return { watched: next };
}

async function send(
  deps: WatchedRequestDeps & LockedDependencies,
  held: HeldRequest,
  termination: NonNullable<WatchedRequest['termination']>,
): Promise<void> {
  const { writes, clock, log } = deps;
  const { watched } = held;
  const { relationshipId } = watched;
  const by = termination.by.id;
  try {
    const { requestId } = await writes.relationships.terminate(relationshipId);
    const sent = { ...termination, sentAt: clock.now(), requestId };
    const line = entryOf(deps, watched, { what: 'watchedRequestTerminationSent', by, requestId });
    await commitWith(deps, held, { ...watched, termination: sent }, line);
    log.info('watchedRequestTerminationSent', { relationshipId, requestId });
  } catch (error) {
    const isNotNow = error instanceof Refused && error.problem.reason === 'notPossibleNow';
    const hasWaitedLong = secondsSince(termination.at, clock.now()) >= confirmationPatienceSeconds;
    if (isNotNow && hasWaitedLong) return refuse(deps, held, error.problem);
    // If it isn't there any more, the next reading tells.
    if (isNotNow || error instanceof NotFound || !isRefusal(error)) throw error;
    return refuse(deps, held, error.problem);
  }
}

function refuse(deps: WatchedRequestDeps, held: HeldRequest, problem: Problem): Promise<void> {
  const { watched } = held;
  const by = watched.termination?.by.id;
  const { reason: why, requestId } = problem;
  const line = entryOf(deps, watched, { what: 'watchedRequestTerminationRefused', by, why, requestId });
  return commitWith(deps, held, { ...watched, termination: undefined, refused: problem }, line);
}

/** Commits what Microsoft has answered. */
function commitWith(
  { audit }: WatchedRequestDeps,
  { row }: HeldRequest,
  watched: WatchedRequest,
  line: AuditEntry,
): Promise<void> {
  return commitDone(row, { watchedRequests: [watched], audit: [line] }, audit, [line]);
}
