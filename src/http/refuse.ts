// What does somebody outside hear when a request comes to nothing?
import type { Log } from '../runtime/log.js';

/** A code, and the id under which the log says more. */
export interface OutsideAnswer {
  readonly code: string;
  readonly correlationId: string;
}

/** Writes down why a request with this status comes to nothing, and makes the answer to it, which does not say why. */
export type Refuse = (status: number, code: string, why?: unknown) => OutsideAnswer;

/** Refuses under an id that the log and the answer share. Anybody can cause such a line; none is longer than a few words. */
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
