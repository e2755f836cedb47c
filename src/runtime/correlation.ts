// What gave rise to the work under way, across calls and timers.
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

/** Where work came from. */
export interface Origin {
  /** The same for all that follows from one click, message or reconciliation. */
  readonly correlationId: string;
  /** The conversation of the message or click. Absent: there was none. */
  readonly conversationId?: string | undefined;
}

const origins = new AsyncLocalStorage<Origin>();

/** Does work under a correlation id of its own; all that follows from it, timers included, has that origin. */
export function correlated<T>(work: (correlationId: string) => T, conversationId?: string): T {
  const correlationId = randomUUID();
  return origins.run({ correlationId, ...(conversationId !== undefined && { conversationId }) }, () =>
    work(correlationId),
  );
}

/** The origin of the work under way; `undefined` at the start of the process. */
export function currentOrigin(): Origin | undefined {
  return origins.getStore();
}
