// How far a batch is, and which tenants are next.
import type { Tenant } from '../tenant/tenant.js';
import { type Instant, secondsBetween } from '../time.js';
import { askedHours, type Batch, type BatchTenant, isBatchOver } from './batch.js';
import { isAtMicrosoft, mayRequest, takesPlace } from './batch-command.js';
import { groupsOf, isFine, type LeftReason, type RefusedGroup } from './refused.js';
import { secondsLeft } from './time-left.js';

/** How many tenants of a batch go on at Microsoft at once. */
export const atOnce = 5;

/** What a batch is measured by, as everything is at one moment. */
export interface BatchReading {
  readonly batch: Batch;
  readonly tenants: Iterable<BatchTenant>;
  readonly tenant: (tenantId: string) => Tenant | undefined;
  readonly now: Instant;
}

/** How far a batch is. The four counts together are its tenants. */
export interface BatchProgress {
  /** Asked for; what follows at Microsoft, if anything, is under way in `underWay` of them, or waits there to be tried again. */
  readonly done: number;
  readonly underWay: number;
  /** The tenants that it was done to, as they are now; without those that aren't known any longer. */
  readonly doneTo: readonly Tenant[];
  /** Had what is asked for when their turn came. */
  readonly fine: number;
  readonly refused: readonly RefusedGroup[];
  /** Not asked yet; of a stopped batch, left as they are. */
  readonly waiting: number;
  /** How many of those may take a request at Microsoft. */
  readonly requests: number;
  /** About how long the rest takes, see `secondsLeft`; 0: not worth telling, or not known. */
  readonly secondsLeft: number;
  /** The tenants to ask now, as many as may be; none, once it's over. */
  readonly next: readonly BatchTenant[];
  /** When the last tenant was asked that may have taken a request. Absent: none was. */
  readonly lastRequestAt?: Instant | undefined;
  /** Nothing waits and nothing is under way: it can be ended. */
  readonly isAtRest: boolean;
}

/** Reads how far a batch is. */
export function progressOf({ batch, tenants, tenant, now }: BatchReading, requestsPerMinute: number): BatchProgress {
  let [done, underWay, places, fine, requests] = [0, 0, 0, 0, 0];
  const refused = new Map<LeftReason, number>();
  const waiting: BatchTenant[] = [];
  const doneTo: Tenant[] = [];
  const askedAt: Instant[] = [];
  let lastRequestAt: Instant | undefined;
  for (const row of tenants) {
    const { result } = row;
    const known = tenant(row.tenantId);
    if (result) askedAt.push(result.at);
    if (!result) {
      waiting.push(row);
      if (known && mayRequest(batch.action, known)) requests += 1;
    } else if (result.is === 'done') {
      done += 1;
      if (known) doneTo.push(known);
      if (result.requests && (lastRequestAt === undefined || result.at > lastRequestAt)) lastRequestAt = result.at;
      if (known && isAtMicrosoft(batch.action, known, now)) underWay += 1;
      if (known && takesPlace(batch.action, known, now)) places += 1;
    } else if (isFine(result.why)) fine += 1;
    else {
      const why = result.because ?? result.why;
      refused.set(why, (refused.get(why) ?? 0) + 1);
    }
  }
  const isOver = isBatchOver(batch);
  return {
    done,
    underWay,
    doneTo,
    fine,
    refused: groupsOf(refused),
    waiting: waiting.length,
    requests,
    secondsLeft: isOver
      ? 0
      : secondsLeft({ batch, askedAt, left: waiting.length + underWay, requests, now }, requestsPerMinute),
    next: isOver ? [] : waiting.slice(0, Math.max(0, atOnce - places)),
    lastRequestAt,
    isAtRest: underWay === 0 && (waiting.length === 0 || batch.stopped !== undefined),
  };
}

/**
 * Milliseconds until a tenant may be asked that may take a request: evenly spaced, so that no minute has more than
 * `requestsPerMinute`, whatever was killed in between. A clock that was set back doesn't put it off for longer.
 */
export function msToNextRequest(lastRequestAt: Instant | undefined, now: Instant, requestsPerMinute: number): number {
  if (lastRequestAt === undefined) return 0;
  const apartMs = 60_000 / requestsPerMinute;
  const sinceMs = secondsBetween(lastRequestAt, now) * 1000;
  return sinceMs < 0 ? apartMs : Math.max(0, apartMs - sinceMs);
}

// For so long people look at the card that follows what they have just begun.
const lookedAtSeconds = 30;

/** Whether a batch was over before the person who began it had turned away. One that a second admin approves may begin hours later. */
export function isOverAtOnce({ at, endedAt }: Pick<Batch, 'at' | 'endedAt'>): boolean {
  return endedAt !== undefined && secondsBetween(at, endedAt) <= lookedAtSeconds;
}

/** Whether a yes to what can't be undone is so old that it isn't done by it any more. */
export function isYesTooOld({ action, at, second }: Batch, now: Instant): boolean {
  const saidAt = second?.approved?.at ?? at;
  return action.do === 'endEarlier' && secondsBetween(saidAt, now) >= askedHours * 3600;
}

/** Whether a batch ended, or was asked about without a yes, so long ago that it needn't be kept. */
export function isForgettable({ endedAt, isAsked, at }: Batch, now: Instant, days: number): boolean {
  if (isAsked) return secondsBetween(at, now) >= askedHours * 3600;
  return endedAt !== undefined && secondsBetween(endedAt, now) >= days * 86_400;
}
