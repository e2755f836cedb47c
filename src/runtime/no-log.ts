// A log that nothing is written to.
import type { Log } from './log.js';

/** For a command that tells of what goes wrong where it ends, and of nothing else. */
export const noLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
