// The system's clock.
import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from './operations/ports.js';

/** The longest time that Node's own timers count: they take anything beyond it for one millisecond. */
const longestTimerMs = 2 ** 31 - 1;

/** The system's clock. What it plans does not keep the process alive. */
export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  elapsedMs: () => performance.now(),
  after(milliseconds, callback) {
    let timer: NodeJS.Timeout;
    const wait = (left: number) => {
      const part = Math.min(left, longestTimerMs);
      timer = setTimeout(() => (left > part ? wait(left - part) : callback()), part);
      timer.unref();
    };
    wait(milliseconds);
    return () => clearTimeout(timer);
  },
  async pause(milliseconds) {
    let left = milliseconds;
    for (; left > longestTimerMs; left -= longestTimerMs) await pause(longestTimerMs);
    await pause(left);
  },
};
