// What gave rise to what is being done, however many calls and timers lie in between?
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

/** Where something came from. */
export interface Origin {
  /** The same for everything that comes of one click, one message or one sweep. */
  readonly correlationId: string;
  /** Where somebody said or pressed something. Absent: nobody did. */
  readonly conversationId?: string | undefined;
}

const origins = new AsyncLocalStorage<Origin>();

/** Does work under an id of its own; whatever comes of it, timers included, has that origin. */
export function correlated<T>(work: (correlationId: string) => T, conversationId?: string): T {
  const correlationId = randomUUID();
  return origins.run({ correlationId, ...(conversationId !== undefined && { conversationId }) }, () =>
    work(correlationId),
  );
}

/** Where what is being done now came from; `undefined` at the start of the process. */
export function currentOrigin(): Origin | undefined {
  return origins.getStore();
}
