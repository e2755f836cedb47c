// When a waiting tenant is checked again.

import { knownCoverage } from '../access/coverage.js';
import { secondsToEndCheck } from '../access/expiry-warnings.js';
import type { Keeping } from '../access/keeping.js';
import type { Limitation } from '../access/limitation.js';
import { secondsToNextTry } from '../access/retry.js';
import { approvalLapsesAt, type Offboarding, stageOf } from '../offboarding/offboarding.js';
import { tasksAtWork } from '../offboarding/task.js';
import { addDays, type Instant, secondsBetween, secondsSince } from '../time.js';
import type { Tenant } from './tenant.js';

/** How often a kind of waiting is checked: after a share of the time waited, at least `leastSeconds`. */
interface Pace {
  readonly leastSeconds: number;
  readonly share: number;
}

const microsoftWorks: Pace = { leastSeconds: 1, share: 0.1 };
const customerDecides: Pace = { leastSeconds: 2, share: 0.05 };
const checkFails: Pace = { leastSeconds: 10, share: 0.1 };

/** How else a change at Microsoft is noticed. */
export interface Noticed {
  /** Seconds between two reconciliations. */
  readonly reconcileSeconds: number;
  /** Whether Partner Center's events arrive, which tell that a customer has approved. */
  readonly byEvents: boolean;
}

/**
 * Seconds until the next check; `undefined`: the tenant waits for nothing that the next reconciliation, which costs no call
 * for it, or an event wouldn't tell in time. The pause grows with the time already waited, so that news is never older
 * than a small share of it and a request that waits for weeks costs next to nothing.
 */
export function secondsToNextCheck(tenant: Tenant, now: Instant, noticed: Noticed): number | undefined {
  const waits = waitsOf(tenant)
    .filter(({ pace }) => !(noticed.byEvents && pace === customerDecides))
    .map(({ pace, since }) => Math.max(pace.leastSeconds, pace.share * secondsSince(since, now)));
  const next = Math.min(Number.POSITIVE_INFINITY, ...waits);
  // No reconciliation tells how an offboarding goes on, and its beginning was promised to the second.
  const ofOffboarding = tenant.offboarding && secondsToOffboardingsNextCheck(tenant.offboarding, now);
  // The card says when something is tried again. While a tenant is offboarded, nothing is.
  const nextTry = tenant.offboarding ? undefined : secondsToNextTry(tenant.onboarding?.retries, now);
  const promised = [ofOffboarding, nextTry].filter((each) => each !== undefined);
  const orNext = next < noticed.reconcileSeconds ? next : undefined;
  return promised.length === 0 ? orNext : Math.min(...promised, next);
}

function secondsToOffboardingsNextCheck(offboarding: Offboarding, now: Instant): number | undefined {
  const { beginsAt } = offboarding;
  const until = (instant: Instant) => Math.max(0, secondsBetween(now, instant));
  const stage = stageOf(offboarding);
  switch (stage) {
    case 'awaitsApproval':
      return until(approvalLapsesAt(offboarding));
    case 'grace':
      // A clock that was set back makes no one wait longer than they agreed to.
      return Math.min(until(beginsAt ?? now), offboarding.graceSeconds);
    case 'running': {
      const waitedSince = tasksAtWork(offboarding.tasks).map(({ state }) =>
        state.is === 'sent' ? state.at : state.is === 'due' ? (state.triedAt ?? now) : now,
      );
      const since = waitedSince.sort()[0] ?? now;
      return Math.max(microsoftWorks.leastSeconds, microsoftWorks.share * secondsSince(since, now));
    }
    case 'stopped':
      return undefined;
    case 'finished':
      return 0;
    default:
      return stage satisfies never;
  }
}

/** Seconds until a tenant is checked for the sake of its access' end; `undefined`: none is ahead, or an offboarding ends it. */
export function secondsToEnd(
  { onboarding, offboarding }: Tenant,
  now: Instant,
  thresholds: readonly number[],
): number | undefined {
  if (!onboarding || offboarding) return undefined;
  return secondsToEndCheck({ coverage: knownCoverage(onboarding), told: onboarding.toldEnds, thresholds }, now);
}

/**
 * Whether the tenant waits for something, so that every reconciliation checks it. That a customer answers a request beside living
 * access shows in the list of relationships, and a check would ask for that access each time.
 */
export function isWaiting(tenant: Tenant): boolean {
  return waitsOf(tenant).some(({ isListed }) => !isListed);
}

// Assignments and Azure plans change without a sign of it in the list of relationships.
const checkEveryDays = 1;

/**
 * Tells of a tenant that waits for nothing whether it's due for a check: its last one was a day ago or more, or lies in the
 * future because the clock was set back.
 */
export function dueByAge(now: Instant): (tenant: Tenant) => boolean {
  const dueSince = addDays(now, -checkEveryDays);
  return ({ onboarding }) => {
    const checkedAt = onboarding?.checkedAt;
    return checkedAt !== undefined && (checkedAt <= dueSince || checkedAt > now);
  };
}

/** Whether a person asked for something that hasn't begun, so that a check is due at once. */
export function isCheckAskedFor({ onboarding, delegatedAdmin }: Tenant): boolean {
  return (
    isKeepingUnbegun(onboarding?.keeping) ||
    onboarding?.wanted === true ||
    onboarding?.revalidation !== undefined ||
    (onboarding?.earlierEnding !== undefined && onboarding.earlierEnding.sentAt === undefined) ||
    isUnsent(delegatedAdmin.removal)
  );
}

function isKeepingUnbegun(keeping: Keeping | undefined): boolean {
  return keeping !== undefined && !keeping.removal && keeping.extendedAt === undefined && !keeping.successor;
}

function isUnsent(removal: Tenant['delegatedAdmin']['removal']): boolean {
  return removal !== undefined && removal.sentAt === undefined;
}

// What may pass by itself.
const passing: readonly Limitation['code'][] = ['couldNotCheck', 'takesTooLong', 'keepsFailing', 'assignmentStuck'];

/** Microsoft's own time for asking about an operation is kept; a request waits for the customer. */
function waitOfKeeping({ at, removal, extendedAt, successor, lockedAt }: Keeping): Wait {
  if (successor?.status === 'approvalPending') return { pace: customerDecides, since: lockedAt ?? at, isListed: true };
  if (extendedAt !== undefined || !removal) return { pace: microsoftWorks, since: extendedAt ?? at };
  const leastSeconds = Math.max(microsoftWorks.leastSeconds, secondsBetween(removal.sentAt, removal.askFrom));
  return { pace: { ...microsoftWorks, leastSeconds }, since: removal.sentAt };
}

interface Wait {
  readonly pace: Pace;
  readonly since: Instant;
  /** Whether the list of relationships shows that it's over. Absent: it doesn't. */
  readonly isListed?: boolean;
}

function waitsOf(tenant: Tenant): readonly Wait[] {
  const { status, since, onboarding, delegatedAdmin } = tenant;
  const { removal } = delegatedAdmin;
  const waits: Wait[] = [];
  if (removal) waits.push({ pace: microsoftWorks, since: removal.sentAt ?? removal.at });
  if (onboarding?.revalidation) waits.push({ pace: microsoftWorks, since: onboarding.revalidation.at });
  if (onboarding?.earlierEnding)
    waits.push({ pace: microsoftWorks, since: onboarding.earlierEnding.sentAt ?? onboarding.earlierEnding.at });
  if (onboarding?.keeping) waits.push(waitOfKeeping(onboarding.keeping));
  // What was begun before a crash.
  const begun = status === 'approved' ? onboarding?.repairs?.find(({ groupIds }) => groupIds) : undefined;
  if (begun) waits.push({ pace: microsoftWorks, since: begun.lastAt });
  if (status === 'awaitingMicrosoft') waits.push({ pace: microsoftWorks, since });
  if (status === 'needsApproval') {
    waits.push({ pace: customerDecides, since: onboarding?.linkCopiedAt ?? since });
  }
  if (onboarding?.limitations.some(({ code }) => passing.includes(code))) {
    waits.push({ pace: checkFails, since });
  }
  return waits;
}
