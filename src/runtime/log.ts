// The log: one JSON line an event, with what belongs together carrying the same id.
import { type LoggerOptions, pino } from 'pino';
import { ExpectedError, MicrosoftError } from '../domain/errors.js';
import { currentOrigin } from './correlation.js';
import type { LogDestination } from './log-destination.js';
import type { LogEvent, LogEvents } from './log-events.js';

/** Writes one line. */
type WriteLine = <E extends LogEvent>(event: E, fields: LogEvents[E]) => void;

/** One line an event, for operators. */
export interface Log {
  readonly info: WriteLine;
  readonly warn: WriteLine;
  readonly error: WriteLine;
}

/** A log, one JSON line an event. `traceId`: the trace, where there are any, that a line belongs to. */
export function pinoLog(level: string, destination: LogDestination, traceId?: () => string | undefined): Log {
  const options: LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    mixin: () => ({ correlationId: currentOrigin()?.correlationId, traceId: traceId?.() }),
  };
  // pino's own destination waits at the end for a reader who has gone, and never ends.
  const logger = pino(options, destination);
  return {
    info: (event, fields) => logger.info({ event, ...safe(fields) }),
    warn: (event, fields) => logger.warn({ event, ...safe(fields) }),
    error: (event, fields) => logger.error({ event, ...safe(fields) }),
  };
}

// An error's causes may hold what an HTTP library was sending, tokens included, so only what is known goes out.
function safe(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [key, value instanceof Error ? described(value) : value]),
  );
}

function described(error: Error): object {
  if (error instanceof MicrosoftError) return { code: error.code, message: error.message, ...error.problem };
  if (error instanceof ExpectedError) return { code: error.code, message: error.message, cause: codeOf(error.cause) };
  return { name: error.name, message: error.message, stack: error.stack, code: codeOf(error) };
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
