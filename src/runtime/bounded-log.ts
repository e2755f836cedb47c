// Keeps strangers from filling the log.

import type { Clock } from './clock.js';
import type { Log } from './log.js';
import type { LogEvent, LogEvents } from './log-events.js';

/** Events that a request can cause before its sender is known. */
const ofStrangers: readonly LogEvent[] = [
  'requestRefused',
  'activityRefused',
  'strangerRefused',
  'memberNotChecked',
  'memberRoleNotKnown',
  'refusalNotSent',
  'libraryWrote',
];

const mostInWindow = 120;
const windowMs = 60_000;

/** A log that takes 120 lines a minute of each event that strangers can cause, then one line with how many it left out. */
export function boundedLog(log: Log, clock: Clock): Log {
  const taken = new Map<LogEvent, number>();
  let isOpen = false;
  const sumUp = () => {
    isOpen = false;
    for (const [of, count] of taken) {
      if (count > mostInWindow) log.warn('linesLeftOut', { of, count: count - mostInWindow });
    }
    taken.clear();
  };
  const takes = <E extends LogEvent>(event: E, fields: LogEvents[E]): boolean => {
    const isOfStranger =
      ofStrangers.includes(event) || (event === 'turn' && 'outcome' in fields && fields.outcome === 'refused');
    if (!isOfStranger) return true;
    if (!isOpen) clock.after(windowMs, sumUp);
    isOpen = true;
    const count = (taken.get(event) ?? 0) + 1;
    taken.set(event, count);
    return count <= mostInWindow;
  };
  return {
    info: (event, fields) => takes(event, fields) && log.info(event, fields),
    warn: (event, fields) => takes(event, fields) && log.warn(event, fields),
    error: (event, fields) => log.error(event, fields),
  };
}
