// Waiting for an answer no longer than so many milliseconds.
import type { Clock } from './clock.js';

/** Waits for an answer; `undefined`: it takes longer than so many milliseconds. */
export type Within = <T>(milliseconds: number, answer: Promise<T>) => Promise<T | undefined>;

type Timers = Pick<Clock, 'limit'>;

/** The answer, or `undefined` when it takes longer. It is then left to itself, and so is its failure. */
export function withTimeout<T>(clock: Timers, milliseconds: number, answer: Promise<T>): Promise<T | undefined> {
  return withTimeoutOr(clock, milliseconds, answer, async () => undefined);
}

/** The answer, or what comes of `late`, its failure included, when it takes longer. */
export function withTimeoutOr<T, Late>(
  clock: Timers,
  milliseconds: number,
  answer: Promise<T>,
  late: () => Promise<Late>,
): Promise<T | Late> {
  return new Promise((resolve, reject) => {
    const cancel = clock.limit(milliseconds, () => resolve(late()));
    answer.then(resolve, reject).finally(cancel);
  });
}

/** Does work whose signal is aborted with a `TimeoutError` after so many milliseconds, and waits for what it makes of that. */
export async function abortAfter<T>(
  clock: Timers,
  milliseconds: number,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const limit = new AbortController();
  const answer = work(limit.signal);
  return withTimeoutOr(clock, milliseconds, answer, () => {
    limit.abort(new DOMException('no answer in time', 'TimeoutError'));
    return answer;
  });
}
