// A lock for each key.
import { AsyncResource } from 'node:async_hooks';
import AsyncLock from 'async-lock';
import { LockLost } from '../domain/errors.js';

/** The result of a `tryRun` that didn't get the lock in time. */
export const busy = Symbol('busy');

/** A lock while the work under it goes on. */
export interface HeldLock {
  /** `false`: what kept others away is gone, and another may hold the lock by now. It doesn't come back. */
  readonly isHeld: boolean;
}

/**
 * Runs work for a key, such as a tenant, while no other work for it runs: in this process, and where several replicas share a
 * store, in any of them. Work begins with all that was committed under the same lock before. It must not wait for another lock
 * of the same `KeyedLock`: how many are held at a time may be limited.
 */
export interface KeyedLock {
  /** Waits for as long as it takes. */
  run<T>(key: string, work: (lock: HeldLock) => Promise<T>): Promise<T>;
  /** Waits at most `withinMs`, then resolves to `busy` without having begun the work. */
  tryRun<T>(key: string, work: (lock: HeldLock) => Promise<T>, withinMs: number): Promise<T | typeof busy>;
}

/**
 * To be called before what others must not do meanwhile.
 * @throws LockLost when the lock isn't held any more.
 */
export function mustHold({ isHeld }: HeldLock): void {
  if (!isHeld) throw new LockLost('the lock was lost meanwhile, and another replica may hold it');
}

// Nothing takes a lock away within one process.
const lasting: HeldLock = { isHeld: true };

/** One queue for each key; different keys don't wait for each other. */
export function keyedLock(): KeyedLock {
  // One reconciliation may check ten thousand tenants.
  const lock = new AsyncLock({ maxPending: 10_000 });
  return {
    run: (key, work) =>
      lock.acquire(
        key,
        inOwnContext(() => work(lasting)),
      ),
    async tryRun(key, work, withinMs) {
      let begun = false;
      const begin = inOwnContext(() => {
        begun = true;
        return work(lasting);
      });
      try {
        return await lock.acquire(key, begin, { timeout: withinMs });
      } catch (error) {
        if (!begun) return busy;
        throw error;
      }
    },
  };
}

// Else it would go on in the context of the one who had the lock before, and what it logs would be told as theirs.
function inOwnContext<T>(work: () => Promise<T>): () => Promise<T> {
  return AsyncResource.bind(work);
}
