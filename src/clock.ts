// What time is it, really?
import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from './operations/ports.js';

/** The system's clock. What it plans does not keep the process alive. */
export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds);
    timer.unref();
    return () => clearTimeout(timer);
  },
  pause: (milliseconds) => pause(milliseconds),
};
