// A log that nobody reads, for what is measured.
import type { Log } from '../src/runtime/log.js';

/** Says nothing. */
export const quiet: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
