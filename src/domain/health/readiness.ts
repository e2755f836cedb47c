// Is there a reason to take the process for stuck, so that whoever watches over it starts it anew?
import { reconcilePaceSeconds } from './webhook-heartbeat.js';

/** What tells that work goes on. Durations by a clock that nobody sets. */
export interface LifeSigns {
  /** Whether everything is open and nothing is being closed. */
  readonly isServing: boolean;
  /** For how long answers or news have been due while nothing at all was handed to Teams; 0: nothing is due. */
  readonly nothingSentSeconds: number;
  /** For how long no sweep has come to its end, whatever it came to; 0: before the first one. */
  readonly noReconcileSeconds: number;
  /** Seconds between two sweeps, by the settings. */
  readonly reconcileSeconds: number;
}

// A conversation whose messages have to wait for Teams' rates, or for Teams to come back, is tried again within five minutes.
const longestSilenceSeconds = 600;

/**
 * Why no new requests should come here; empty: all is well. Microsoft's or Teams' being out of reach is no reason, since
 * a new start would not mend it: only what goes out counts, not what comes of it.
 */
export function whyNotReady(signs: LifeSigns): readonly string[] {
  if (!signs.isServing) return ['starting or stopping'];
  const { nothingSentSeconds, noReconcileSeconds, reconcileSeconds } = signs;
  const reasons = [];
  if (nothingSentSeconds > longestSilenceSeconds)
    reasons.push(`messages have been due for ${minutes(nothingSentSeconds)}, and nothing has been sent to Teams`);
  // Twice the slowest pace, and time for a sweep of thousands of tenants.
  if (noReconcileSeconds > 2 * reconcilePaceSeconds(reconcileSeconds, true) + longestSilenceSeconds)
    reasons.push(`no sweep has ended for ${minutes(noReconcileSeconds)}`);
  return reasons;
}

function minutes(seconds: number): string {
  return `${Math.floor(seconds / 60)} minutes`;
}
