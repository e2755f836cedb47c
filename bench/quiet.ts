// A log that nobody reads, for what is measured.
import type { Log } from '../src/operations/ports/ports.js';

/** Says nothing. */
export const quiet: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
