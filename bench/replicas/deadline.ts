// No part of the benchmark waits for ever.
import { setTimeout as pause } from 'node:timers/promises';

/** What work comes to. @throws Error when that takes longer than so many milliseconds; the work is then left to itself */
export async function within<T>(what: string, ms: number, work: Promise<T>): Promise<T> {
  const late = new AbortController();
  const tooLate = pause(ms, undefined, { signal: late.signal }).then(() => {
    throw new Error(`${what}: not within ${ms / 1000} s`);
  });
  tooLate.catch(() => undefined);
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    late.abort();
  }
}

/** Looks again and again until there's something. @throws Error when that takes longer than so many milliseconds */
export async function untilThere<T>(what: () => string, ms: number, look: () => Promise<T | undefined>): Promise<T> {
  const deadline = performance.now() + ms;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > deadline) throw new Error(`${what()}: not within ${ms / 1000} s`);
    await pause(100);
  }
}
