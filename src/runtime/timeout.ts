// How long is an answer waited for?
import type { Clock } from './clock.js';

/** Waits for an answer; `undefined`: it takes longer than so many milliseconds. */
export type Within = <T>(milliseconds: number, answer: Promise<T>) => Promise<T | undefined>;

/**
 * The answer, or `undefined` when it takes longer than so many milliseconds. It is then left to itself, and so is its
 * failure.
 */
export function within<T>(clock: Clock, milliseconds: number, answer: Promise<T>): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(milliseconds, () => resolve(undefined));
    answer.then(resolve, reject).finally(cancel);
  });
}
