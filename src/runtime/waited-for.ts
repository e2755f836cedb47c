// Whether a person waits for the work under way, across its calls and timers.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Urgency } from './pace.js';

const urgencies = new AsyncLocalStorage<Urgency>();

/** Does work that no person waits for, though one may have begun it. */
export function inBackground<T>(work: () => T): T {
  return urgencies.run('notice', work);
}

/** How urgent is what the work under way sends: an answer, unless it's in the background. */
export function currentUrgency(): Urgency {
  return urgencies.getStore() ?? 'answer';
}
