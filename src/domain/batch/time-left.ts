// How long the rest of a batch takes, by what it has taken so far.
import { addSeconds, type Instant, secondsBetween } from '../time.js';
import type { Batch } from './batch.js';
import { secondsFor } from './plan.js';

/** How far a batch is whose rest is estimated. */
export interface TimeLeftReading {
  readonly batch: Pick<Batch, 'action' | 'at' | 'second'>;
  /** When each tenant that has been asked was, in any order. */
  readonly askedAt: readonly Instant[];
  /** How many are left, those under way at Microsoft included. */
  readonly left: number;
  /** How many of them may take a request at Microsoft. */
  readonly requests: number;
  readonly now: Instant;
}

// What was so slow or so fast earlier, such as before an outage, says nothing of now.
const recentSeconds = 600;
// Fewer, or in a shorter time, are chance.
const fewestMeasured = 5;
const leastSeconds = 10;
// For as long a tenant may be tried again before another has its turn. After that, no one knows when it goes on.
const longestPause = 600;
// Further ahead nothing is foreseen.
const mostSeconds = 86_400;

/**
 * About how many seconds the rest takes; 0: not worth telling, or not known, as nothing has come of it for long. Until a few tenants
 * have been asked it's what the dry run said, and never less than Microsoft's pace of requests takes.
 */
export function secondsLeft(reading: TimeLeftReading, requestsPerMinute: number): number {
  const { batch, askedAt, left, requests, now } = reading;
  const foreseen = secondsFor(batch.action, { count: left, requests }, requestsPerMinute);
  const begunAt = batch.second?.approved?.at ?? batch.at;
  const lastAt = askedAt.reduce((last, at) => (at > last ? at : last), begunAt);
  if (left === 0 || secondsBetween(lastAt, now) > longestPause) return 0;
  const recentAt = addSeconds(lastAt, -recentSeconds);
  const from = recentAt > begunAt ? recentAt : begunAt;
  const count = askedAt.filter((at) => at > from).length;
  const seconds = secondsBetween(from, lastAt);
  if (foreseen === 0 || count < fewestMeasured || seconds < leastSeconds) return foreseen;
  const measured = Math.ceil(Math.max((left * seconds) / count, (requests * 60) / requestsPerMinute));
  return measured > mostSeconds ? 0 : measured;
}
