// The moments at which the process is killed, and how the killer hears of them.
import type { Seeded } from './seeded.js';

/** What a kill may wait for. */
export const events = [
  // From the start of the process, before it is ready.
  'started',
  'ready',
  // A click is on its way to the bot; or its answer has come.
  'clicked',
  'answered',
  // A write has come to Microsoft, which does it or never gets to it; or has done it; or has said so.
  'writeArrived',
  'writeDone',
  'writeTold',
  // A refresh token has been redeemed, and the answer is under way.
  'tokenRedeemed',
  // Teams has not yet taken a message that tells news; or has just said that it has.
  'newsArrived',
  'newsTold',
] as const;

/** One of them. */
export type Event = (typeof events)[number];

/** When to kill. */
export interface Moment {
  readonly event: Event;
  /** How often the event has to come first. */
  readonly after: number;
  /** How many others are let pass, once one of those has to do. */
  readonly spares: number;
  /** Milliseconds from the event; 0: while whoever waits for an answer still waits. */
  readonly delayMs: number;
}

const weighted: readonly [Event, ...Event[]] = [
  'started',
  'ready',
  'ready',
  'clicked',
  'clicked',
  'answered',
  'writeArrived',
  'writeDone',
  'writeDone',
  'writeTold',
  'writeTold',
  'tokenRedeemed',
  'newsArrived',
  'newsArrived',
  'newsTold',
  'newsTold',
];

// How long after an event it still is that event which the kill hits.
const longestMs: Readonly<Record<Event, number>> = {
  started: 600,
  ready: 1200,
  clicked: 60,
  answered: 60,
  writeArrived: 0,
  writeDone: 0,
  writeTold: 60,
  tokenRedeemed: 0,
  newsArrived: 0,
  newsTold: 40,
};

// Five tenants are clicked, answered and worked on at the same time.
const mostSpared = 20;

/** The next moment. */
export function nextMoment(seeded: Seeded): Moment {
  const event = seeded.oneOf(weighted);
  const most = event === 'started' || event === 'ready' || event === 'tokenRedeemed' ? 0 : 2;
  return {
    event,
    after: Math.floor(seeded.soon(most)),
    spares: Math.floor(seeded.next() * mostSpared),
    delayMs: Math.round(seeded.soon(longestMs[event])),
  };
}

/** Tells one listener of events. */
export class Bell {
  /** Kills now, or in a moment; hears of everything. */
  listener: ((event: Event) => void) | undefined;

  /** An event has come. */
  readonly ring = (event: Event): void => this.listener?.(event);
}
