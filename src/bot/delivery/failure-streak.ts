// What a streak of failed requests says about a conversation.
import { backOff } from '../../domain/back-off.js';
import type { Instant } from '../../domain/time.js';
import type { DeliveryError, DeliveryFailure } from './messenger.js';

/** Why, and since when, a conversation can't be reached. */
export interface Unreachable {
  /** Teams' last answer. */
  readonly why: string;
  readonly since: Instant;
}

/** Requests of one conversation that failed one after the other. The first that Teams accepts ends it. */
export interface FailureStreak extends Unreachable {
  /** Number of refusals, for any reason. */
  readonly refusals: number;
  /** Number of answers in a row that are documented as lasting, and since when by the monotonic clock. */
  readonly lasting: { readonly count: number; readonly sinceMs: number };
}

const lastingKinds: readonly DeliveryFailure[] = ['blocked', 'gone'];
const refusingKinds: readonly DeliveryFailure[] = [...lastingKinds, 'denied'];

// Conversations have been reported as not found, and worked seconds later.
// @see https://github.com/MicrosoftDocs/msteams-docs/issues/9425 (checked 2026-11-28)
const leastRefusals = 3;
const leastMs = 5 * 60_000;

const rests = { first: 15_000, factor: 4, longest: 5 * 60_000 };

/** Whether Teams doesn't let the bot write there, even if only for a moment. */
export function isRefusedByTeams({ kind }: DeliveryError): boolean {
  return refusingKinds.includes(kind);
}

/** The streak with one more failure. */
export function withFailure(
  streak: FailureStreak | undefined,
  error: DeliveryError,
  now: Instant,
  elapsedMs: number,
): FailureStreak {
  const { since = now, refusals = 0, lasting = { count: 0, sinceMs: elapsedMs } } = streak ?? {};
  const isLasting = lastingKinds.includes(error.kind);
  return {
    why: error.message,
    since,
    refusals: isRefusedByTeams(error) ? refusals + 1 : refusals,
    lasting: isLasting
      ? { count: lasting.count + 1, sinceMs: lasting.count === 0 ? elapsedMs : lasting.sinceMs }
      : { count: 0, sinceMs: elapsedMs },
  };
}

/** Whether it's only tried from time to time now, until a person writes from it: Teams has said so for minutes. */
export function isLost({ lasting }: FailureStreak, elapsedMs: number): boolean {
  return lasting.count >= leastRefusals && elapsedMs - lasting.sinceMs >= leastMs;
}

const leastAwaySeconds = 15 * 60;
const mostAwaySeconds = 86_400;

/** How long an unreachable conversation is left alone before one message is tried: as long again as it has been away, a day at most. */
export function secondsAsleep(awaySeconds: number): number {
  return Math.min(mostAwaySeconds, Math.max(leastAwaySeconds, awaySeconds));
}

/** How long the conversation rests, in milliseconds. */
export function restMs({ refusals }: FailureStreak): number {
  return refusals === 0 ? 0 : backOff(rests, refusals);
}
