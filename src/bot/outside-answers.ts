// What does somebody outside hear when a request comes to nothing?
import type { Log } from '../operations/ports.js';

/** A code, and the id under which the log says more. */
export interface OutsideAnswer {
  readonly code: string;
  readonly correlationId: string;
}

/** Writes down why a request with this status comes to nothing, and makes the answer to it. */
export type Refuse = (status: number, code: string, error?: unknown) => OutsideAnswer;

/** Builds that. */
export function refuser(log: Log, correlated: <T>(work: (correlationId: string) => T) => T): Refuse {
  return (status, code, error) =>
    correlated((correlationId) => {
      if (status >= 500) log.error('requestFailed', { status, code, error });
      else log.info('requestRefused', { status, code });
      return { code, correlationId };
    });
}
