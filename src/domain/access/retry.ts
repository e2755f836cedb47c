// A step at Microsoft that failed and is tried again: since when, how often, and when next.
import { backOff } from '../back-off.js';
import { lagPatienceSeconds, mayBeLag, type Problem, passes } from '../problem.js';
import { addSeconds, type Instant, secondsBetween, secondsSince } from '../time.js';

/** A step with its subject. `step`: what it does, as `Step` calls it. */
export type TriedStep =
  | { readonly step: 'createRelationship'; readonly relationshipName: string }
  | { readonly step: 'lockForApproval'; readonly relationshipName: string }
  | { readonly step: 'assignAccess'; readonly groupId: string }
  | { readonly step: 'widenAssignment'; readonly groupId: string }
  | { readonly step: 'removeAssignment'; readonly groupId: string }
  | { readonly step: 'endEarlier'; readonly earlierName: string }
  | KeepStep;

/** A step of keeping access beyond its end. */
export type KeepStep =
  | { readonly step: 'setAutoExtend'; readonly relationshipId: string }
  | { readonly step: 'removeGlobalAdministrator'; readonly relationshipId: string }
  | { readonly step: 'createSuccessor'; readonly successorName: string }
  | { readonly step: 'lockSuccessor'; readonly successorName: string };

/** What's tried: the read itself, or a step. */
export type Tried = { readonly step: 'read' } | TriedStep;

/** A step that Microsoft refused; it isn't tried again until a person asks. */
export type StepRefusal = TriedStep & { readonly problem: Problem };

/** Whether a step is one of keeping access. */
export function isKeepStep<T extends Tried>(tried: T): tried is Extract<T, KeepStep> {
  return 'relationshipId' in tried || 'successorName' in tried;
}

/** Whether Microsoft refused the request to the customer itself, without which there's nothing to assign. */
export function isRequestRefusal(
  refusal: StepRefusal,
): refusal is Extract<StepRefusal, { readonly relationshipName: string }> {
  return 'relationshipName' in refusal;
}

/** Something that Microsoft refused or didn't answer, and that's tried again. */
export interface Retry {
  readonly tried: Tried;
  /** How the last try failed. */
  readonly problem: Problem;
  /** How many tries failed. */
  readonly tries: number;
  /** The first failed try. */
  readonly since: Instant;
  /** Since when, and how often, it has failed for the reason of the last try. */
  readonly same: { readonly since: Instant; readonly tries: number };
  /** The last try. */
  readonly lastAt: Instant;
  /** Not tried again before this. */
  readonly nextAt: Instant;
}

const leastTries = 4;
const longestLagPauseSeconds = 60;

/** Whether two tries are of the same thing. The name of a relationship to create may differ between them. */
export function isSameTry(one: Tried, other: Tried): boolean {
  return one.step === other.step && groupOf(one) === groupOf(other);
}

/** The retry of a thing; `undefined`: its last try succeeded, or there was none. */
export function retryOf(retries: readonly Retry[] | undefined, tried: Tried): Retry | undefined {
  return retries?.find((retry) => isSameTry(retry.tried, tried));
}

/**
 * Whether a problem is Microsoft's final answer, which only a person can change. `known` are the failures before it. Not
 * found, not valid and name taken count only once they've been said for minutes.
 */
export function isFinal(tried: Tried, problem: Problem, known: Retry | undefined, now: Instant): boolean {
  if (passes(problem)) return false;
  // A creation names roles and a customer, and nothing that was just made; nor does what keeps access.
  const namesOld =
    tried.step === 'createRelationship' ||
    tried.step === 'endEarlier' ||
    (isKeepStep(tried) && tried.step !== 'lockSuccessor');
  if (!mayBeLag(problem) || (namesOld && problem.reason === 'notAccepted')) return true;
  if (known?.problem.reason !== problem.reason) return false;
  return known.same.tries + 1 >= leastTries && secondsSince(known.same.since, now) >= lagPatienceSeconds;
}

/** The retry after one more failure. `retryAfterSeconds` is Microsoft's own and a lower bound of the pause. */
export function afterFailure(
  known: Retry | undefined,
  { tried, problem, retryAfterSeconds }: { tried: Tried; problem: Problem; retryAfterSeconds: number },
  now: Instant,
): Retry {
  const since = known?.since ?? now;
  const tries = (known?.tries ?? 0) + 1;
  const isSame = known?.problem.reason === problem.reason;
  const same = isSame ? { since: known.same.since, tries: known.same.tries + 1 } : { since: now, tries: 1 };
  const pause = Math.max(retryAfterSeconds, pauseSeconds(problem, tries, secondsSince(since, now)));
  return { tried, problem, tries, since, same, lastAt: now, nextAt: addSeconds(now, pause) };
}

const longestPauseSeconds = 300;
const longestEverSeconds = 21_600;

// Doubles up to a minute or five minutes; later a tenth of the time that it has been failing, at most six hours.
function pauseSeconds(problem: Problem, tries: number, failingSeconds: number): number {
  const longest = mayBeLag(problem) ? longestLagPauseSeconds : longestPauseSeconds;
  const doubled = backOff({ first: 1, longest }, tries);
  return Math.min(longestEverSeconds, Math.max(doubled, failingSeconds / 10));
}

/** Whether it's time to try. A clock that was set back doesn't put it off. */
export function isDue({ lastAt, nextAt }: Retry, now: Instant): boolean {
  return now >= nextAt || now < lastAt;
}

/** Seconds until the first of them is due again, at least one; `undefined`: none is still ahead. */
export function secondsToNextTry(retries: readonly Retry[] | undefined, now: Instant): number | undefined {
  const ahead = (retries ?? [])
    .filter(({ lastAt, nextAt }) => nextAt > now || now < lastAt)
    .map(({ lastAt, nextAt }) => (now < lastAt ? 1 : secondsBetween(now, nextAt)));
  return ahead.length === 0 ? undefined : Math.max(1, Math.min(...ahead));
}

const triesUntilTold = 3;
const secondsUntilTold = 120;

/** Whether people are told of it. A single failure that the next try makes good isn't told. */
export function isTold({ tries, since }: Retry, now: Instant): boolean {
  return tries >= triesUntilTold || secondsSince(since, now) >= secondsUntilTold;
}

function groupOf(tried: Tried): string | undefined {
  return 'groupId' in tried ? tried.groupId : undefined;
}
