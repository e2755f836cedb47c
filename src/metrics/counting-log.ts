// A log that counts its lines, so that no other part knows of metrics.
import type { Log } from '../runtime/log.js';

/** How much a line of the log matters. */
export type Level = 'info' | 'warn' | 'error';

/** Counts one line of the log. */
export type Count = (level: Level, event: string, fields: Readonly<Record<string, unknown>>) => void;

const nothing = {};

/** A log that writes to another and counts what it is told. */
export function countingLog(log: Log, count: Count): Log {
  return {
    info(event, fields) {
      log.info(event, fields);
      count('info', event, fields ?? nothing);
    },
    warn(event, fields) {
      log.warn(event, fields);
      count('warn', event, fields ?? nothing);
    },
    error(event, fields) {
      log.error(event, fields);
      count('error', event, fields ?? nothing);
    },
  };
}
