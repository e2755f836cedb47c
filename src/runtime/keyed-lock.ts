// A lock for each key.
import AsyncLock from 'async-lock';

/** The result of a `tryRun` that didn't get its turn. */
export const busy = Symbol('busy');

/** Runs work for a key, such as a tenant, while no other work for it runs. */
export interface KeyedLock {
  /** Waits for as long as it takes. */
  run<T>(tenantId: string, work: () => Promise<T>): Promise<T>;
  /** Waits at most `withinMs`, then resolves to `busy` without having begun the work. */
  tryRun<T>(tenantId: string, work: () => Promise<T>, withinMs: number): Promise<T | typeof busy>;
}

/** One queue for each key; different keys don't wait for each other. */
export function keyedLock(): KeyedLock {
  // One reconciliation may check ten thousand tenants.
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
