// What the outside hears of a refused request.
import type { Log } from '../runtime/log.js';

/** A code, and the id by which the log says more. */
export interface OutsideAnswer {
  readonly code: string;
  readonly correlationId: string;
}

/** Logs why a request is refused with this status, and makes its answer, which doesn't say why. */
export type Refuse = (status: number, code: string, why?: unknown) => OutsideAnswer;

/** Refuses under an id that log and answer share. Any stranger can cause such a line, so none is longer than a few words. */
export function refuser(log: Log, correlated: <T>(work: (correlationId: string) => T) => T): Refuse {
  return (status, code, why) =>
    correlated((correlationId) => {
      const line = { status, code, why: typeof why === 'string' ? why.slice(0, mostWords) : why };
      if (status >= 500) log.error('requestFailed', line);
      else log.info('requestRefused', line);
      return { code, correlationId };
    });
}

const mostWords = 200;
