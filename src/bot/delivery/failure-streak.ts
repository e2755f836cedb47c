// What does a row of failed requests say about a conversation?
import { backOff } from '../../domain/back-off.js';
import type { Instant } from '../../domain/time.js';
import type { DeliveryError, DeliveryFailure } from './messenger.js';

/** Why, and since when, nothing reaches a conversation. */
export interface Unreachable {
  /** What Teams said the last time. */
  readonly why: string;
  readonly since: Instant;
}

/** Requests of one conversation that failed one after the other. The first that Teams takes ends it. */
export interface FailureStreak extends Unreachable {
  /** How often Teams has refused, for whatever reason. */
  readonly refusals: number;
  /** How often in a row, and since when by the clock that never steps, with an answer that is documented as lasting. */
  readonly lasting: { readonly count: number; readonly sinceMs: number };
}

const lastingKinds: readonly DeliveryFailure[] = ['blocked', 'gone'];
const refusingKinds: readonly DeliveryFailure[] = [...lastingKinds, 'denied'];

// Conversations have been seen to be not found, and to work seconds later.
// @see https://github.com/MicrosoftDocs/msteams-docs/issues/9425 (checked 2026-11-28)
const leastRefusals = 3;
const leastMs = 5 * 60_000;

const rests = { first: 15_000, factor: 4, longest: 5 * 60_000 };

/** Whether Teams does not let the bot write there, be it for a moment. */
export function isRefusedByTeams({ kind }: DeliveryError): boolean {
  return refusingKinds.includes(kind);
}

/** The row with one more failure. */
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

/** Whether nothing more is to be sent there until somebody writes from it: Teams has said so for minutes. */
export function isLost({ lasting }: FailureStreak, elapsedMs: number): boolean {
  return lasting.count >= leastRefusals && elapsedMs - lasting.sinceMs >= leastMs;
}

/** How long the conversation is left alone, in milliseconds. */
export function restMs({ refusals }: FailureStreak): number {
  return refusals === 0 ? 0 : backOff(rests, refusals);
}
