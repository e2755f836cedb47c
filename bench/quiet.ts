// A log that discards everything, for measurements.
import type { Log } from '../src/runtime/log.js';

/** Says nothing. */
export const quiet: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
