// Time: what a clock is, and the system's own.
import type { Instant } from '../domain/time.js';

/** Time, so that tests can hold it in their hands. */
export interface Clock {
  /** The wall clock: may step, forwards and backwards. For instants that people or Microsoft read, never for durations. */
  now(): Instant;
  /** Milliseconds since a fixed moment in this process. Never steps. For durations: time-outs, rates, lifetimes of what is kept in memory. */
  elapsedMs(): number;
  /** Calls back once after so many milliseconds, however many they are; the answer cancels it. For what is planned. */
  after(milliseconds: number, callback: () => void): () => void;
  /** Resolves after so many milliseconds. For work that is under way and has to wait. */
  pause(milliseconds: number): Promise<void>;
}

/** The longest time that Node's own timers count: they take anything beyond it for one millisecond. */
const longestTimerMs = 2 ** 31 - 1;

/** The system's clock. What it plans does not keep the process alive; what pauses does. */
export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  elapsedMs: () => performance.now(),
  after: (milliseconds, callback) => startTimer(milliseconds, callback, (timer) => timer.unref()),
  pause: (milliseconds) =>
    new Promise((resolve) => {
      startTimer(milliseconds, resolve);
    }),
};

/** The system's timers, which keep the process alive until they have called back. */
export const lastingTimers: Pick<Clock, 'after'> = {
  after: (milliseconds, callback) => startTimer(milliseconds, callback),
};

/** Calls back after so many milliseconds, however many they are. Gives what cancels it. */
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
