// How is it that a tenant is served to one at a time?
import AsyncLock from 'async-lock';

/** Told apart from every result by identity. */
export const busy = Symbol('busy');

/** Runs work on a tenant while nothing else does. */
export interface KeyedLock {
  /** Waits for its turn as long as it takes. */
  run<T>(tenantId: string, work: () => Promise<T>): Promise<T>;
  /** Gives up with `busy` when the turn has not come in time; the work has not begun then. */
  tryRun<T>(tenantId: string, work: () => Promise<T>, withinMs: number): Promise<T | typeof busy>;
}

/** One queue for each tenant; different tenants do not wait for each other. */
export function keyedLock(): KeyedLock {
  // Ten thousand tenants may be looked at in one sweep; the library's limit is meant for one queue, and so is ours.
  const lock = new AsyncLock({ maxPending: 10_000 });
  return {
    run: (tenantId, work) => lock.acquire(tenantId, work),
    async tryRun(tenantId, work, withinMs) {
      let begun = false;
      const begin = () => {
        begun = true;
        return work();
      };
      try {
        return await lock.acquire(tenantId, begin, { timeout: withinMs });
      } catch (error) {
        if (!begun) return busy;
        throw error;
      }
    },
  };
}
