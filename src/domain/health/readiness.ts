// Whether the process is stuck, so that what watches over it should restart it.
import { reconcilePaceSeconds } from './webhook-heartbeat.js';

/** Signs that work goes on. Durations are by the monotonic clock. */
export interface LifeSigns {
  /** Whether everything is open and nothing is shutting down. */
  readonly isServing: boolean;
  /** For how long answers or news have been due while nothing was handed to Teams; 0: nothing is due. */
  readonly nothingSentSeconds: number;
  /** For how long no reconcile has finished, successful or not; 0: before the first one. */
  readonly noReconcileSeconds: number;
  /** Seconds between two reconciles, by the settings. */
  readonly reconcileSeconds: number;
}

// A conversation that waits for Teams' rate limits, or for Teams to come back, is tried again within five minutes.
const longestSilenceSeconds = 600;

/**
 * Why no new requests should come here; empty: all is well. Microsoft or Teams being unreachable is no reason, since a
 * restart wouldn't fix it: only what's sent counts, not its result.
 */
export function whyNotReady(signs: LifeSigns): readonly string[] {
  if (!signs.isServing) return ['starting or stopping'];
  const { nothingSentSeconds, noReconcileSeconds, reconcileSeconds } = signs;
  const reasons = [];
  if (nothingSentSeconds > longestSilenceSeconds)
    reasons.push(`messages have been due for ${minutes(nothingSentSeconds)}, and nothing has been sent to Teams`);
  // Twice the slowest pace, plus time to reconcile thousands of tenants.
  if (noReconcileSeconds > 2 * reconcilePaceSeconds(reconcileSeconds, true) + longestSilenceSeconds)
    reasons.push(`no sweep has ended for ${minutes(noReconcileSeconds)}`);
  return reasons;
}

function minutes(seconds: number): string {
  return `${Math.floor(seconds / 60)} minutes`;
}
