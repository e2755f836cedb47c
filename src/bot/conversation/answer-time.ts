// The time that the answer to an activity may take in all.

import type { TurnContext } from 'botbuilder';
import type { Clock } from '../../runtime/clock.js';
import type { BotServices } from '../bot-services.js';

/**
 * From the arrival of an activity to its answer. Teams gives a click about ten seconds, and the way back takes some of them.
 * @see https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/work-with-universal-actions-for-adaptive-cards (checked 2026-11-28)
 */
export const answerWithinMs = 7000;

// What is waited for inside an answer ends before that, so that the answer can say what it was.
const reserveMs = 500;

const arrivedAt = Symbol('arrivedAt');

/** Keeps when an activity has arrived, by the clock's `elapsedMs`. */
export function recordArrival({ turnState }: TurnContext, elapsedMs: number): void {
  turnState.set(arrivedAt, elapsedMs);
}

/** Milliseconds that are left for an answer. */
export type TimeLeft = () => number;

/** The time for the answer to an activity, counted from its arrival. */
export function timeFor({ turnState }: TurnContext, clock: Clock): TimeLeft {
  const noted: unknown = turnState.get(arrivedAt);
  const from = typeof noted === 'number' ? noted : clock.elapsedMs();
  return () => Math.max(0, from + answerWithinMs - clock.elapsedMs());
}

/** The services for one answer: nothing is waited for longer than what is left of its time. */
export function servicesInTime(services: BotServices, timeLeft: TimeLeft): BotServices {
  const capped = (milliseconds: number) => Math.max(0, Math.min(milliseconds, timeLeft() - reserveMs));
  return {
    ...services,
    within: (milliseconds, answer) => services.within(capped(milliseconds), answer),
    checkup: (milliseconds) => services.checkup(capped(milliseconds)),
  };
}
