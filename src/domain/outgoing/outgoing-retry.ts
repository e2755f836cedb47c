// When an event that wasn't taken is sent again, and when it's given up.
import { addSeconds, type Instant, secondsBetween } from '../time.js';
import type { OutgoingEvent } from './outgoing-event.js';

/** What came of sending: a 2xx; the receiver wants no more (410); or neither, where `retryAfterSeconds` is what it asked for. */
export type OutgoingAnswer =
  | {
      readonly is: 'taken';
      /** What it says that its ticket is, as it came. Absent: it says nothing. */
      readonly ticket?: string | undefined;
    }
  | { readonly is: 'unwanted'; readonly answer: string }
  | { readonly is: 'failed'; readonly answer: string; readonly retryAfterSeconds?: number | undefined };

// Seconds before the second and each further try, as Standard Webhooks proposes; the last one stays.
const waits = [5, 300, 1800, 7200, 18_000, 36_000];
const givenUpAfterSeconds = 28 * 3600;
const triedAgainAfterSeconds = 86_400;
/** How long an event that was given up is kept, in seconds. */
export const outgoingKeptSeconds = 30 * 86_400;

/** An event that wasn't taken, as it goes on: it waits, or, after 28 hours, is given up and tried once a day. */
export function outgoingAfter(
  event: OutgoingEvent,
  answer: Exclude<OutgoingAnswer, { readonly is: 'taken' }>,
  now: Instant,
): OutgoingEvent {
  const tries = event.tries + 1;
  const isOver = answer.is === 'unwanted' || secondsBetween(event.at, now) >= givenUpAfterSeconds;
  if (isOver || event.givenUpAt !== undefined) {
    const dueAt = addSeconds(now, triedAgainAfterSeconds);
    return { ...event, tries, dueAt, givenUpAt: event.givenUpAt ?? now, answer: answer.answer };
  }
  const wait = waits[Math.min(event.tries, waits.length - 1)] ?? 0;
  const asked = answer.is === 'failed' ? (answer.retryAfterSeconds ?? 0) : 0;
  return { ...event, tries, dueAt: addSeconds(now, Math.max(wait, Math.min(asked, 36_000))), answer: answer.answer };
}

/** An event that was given up, to be sent now after all: its target takes events again. */
export function outgoingAgain({ givenUpAt: _, ...event }: OutgoingEvent, now: Instant): OutgoingEvent {
  return { ...event, tries: 0, dueAt: now };
}

/** Whether an event is so old that it's deleted. */
export function isOutgoingOver({ at }: Pick<OutgoingEvent, 'at'>, now: Instant): boolean {
  return secondsBetween(at, now) >= outgoingKeptSeconds;
}
