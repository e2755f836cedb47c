// The system's clock.
import type { Clock } from '../operations/ports/ports.js';

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
