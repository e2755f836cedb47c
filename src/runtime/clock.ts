// Time: what a clock is, and the system's own.
import { type Instant, secondsBetween } from '../domain/time.js';

/** Time, by a port, so that tests control it. */
export interface Clock {
  /** The wall clock: may step, forwards and backwards. For instants that people or Microsoft read, never for durations. */
  now(): Instant;
  /** Milliseconds since a fixed moment in this process. Never steps. For durations: time-outs, rates, lifetimes of what is kept in memory. */
  elapsedMs(): number;
  /** Calls back once after so many milliseconds, without an upper limit; the result cancels it. For planned work. */
  after(milliseconds: number, callback: () => void): () => void;
  /** The same, for how long an answer may take that is under way: a time-out. Time that is skipped doesn't count. */
  limit(milliseconds: number, callback: () => void): () => void;
  /** Resolves after so many milliseconds. For work under way that has to wait. */
  pause(milliseconds: number): Promise<void>;
}

/** A moment of the past by the clock that never steps, as the two clocks stand to each other now. */
export function elapsedMsAt(clock: Pick<Clock, 'now' | 'elapsedMs'>, at: Instant): number {
  return clock.elapsedMs() - Math.max(0, secondsBetween(at, clock.now())) * 1000;
}

/** The longest time that Node's timers count; anything beyond it becomes one millisecond. */
const longestTimerMs = 2 ** 31 - 1;

// A turn asks many times in one millisecond, and writing a moment takes longer than asking for it.
let last = { ms: Number.NaN, instant: '' };

/** The system's clock. `after` and `limit` don't keep the process alive; `pause` does. */
export const systemClock: Clock = {
  now() {
    const ms = Date.now();
    if (ms !== last.ms) last = { ms, instant: new Date(ms).toISOString() };
    return last.instant;
  },
  elapsedMs: () => performance.now(),
  after: (milliseconds, callback) => startTimer(milliseconds, callback, (timer) => timer.unref()),
  limit: (milliseconds, callback) => startTimer(milliseconds, callback, (timer) => timer.unref()),
  pause: (milliseconds) =>
    new Promise((resolve) => {
      startTimer(milliseconds, resolve);
    }),
};

/** The system's timers, which keep the process alive until they have called back. */
export const lastingTimers: Pick<Clock, 'limit'> = {
  limit: (milliseconds, callback) => startTimer(milliseconds, callback),
};

/** Calls back after any number of milliseconds; the result cancels it. */
function startTimer(milliseconds: number, callback: () => void, onTimer?: (timer: NodeJS.Timeout) => void): () => void {
  let timer: NodeJS.Timeout;
  const wait = (left: number) => {
    const part = Math.min(Math.max(0, left), longestTimerMs);
    timer = setTimeout(() => (left > part ? wait(left - part) : callback()), part);
    onTimer?.(timer);
  };
  wait(milliseconds);
  return () => clearTimeout(timer);
}
