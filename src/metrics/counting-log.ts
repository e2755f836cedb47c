// A log that counts its lines, so that no other part knows of metrics.
import type { Log } from '../runtime/log.js';
import type { LogEvent, LogEvents } from '../runtime/log-events.js';

/** How much a line of the log matters. */
export type Level = 'info' | 'warn' | 'error';

/** Counts one line of the log. */
export type Count = <E extends LogEvent>(level: Level, event: E, fields: LogEvents[E]) => void;

/** A log that writes to another and counts what it is told. */
export function countingLog(log: Log, count: Count): Log {
  return {
    info(event, fields) {
      log.info(event, fields);
      count('info', event, fields);
    },
    warn(event, fields) {
      log.warn(event, fields);
      count('warn', event, fields);
    },
    error(event, fields) {
      log.error(event, fields);
      count('error', event, fields);
    },
  };
}
