// Work that begins by itself, done by one replica at a time.
import type { HeldLock, KeyedLock } from '../runtime/keyed-lock.js';
import type { Duties } from './ports/duties.js';

/** What tells whose a duty is, and keeps the others from it meanwhile. */
export interface DutyDeps {
  readonly duties: Duties;
  /** Apart from the locks of tenants, for which a duty may wait. */
  readonly dutyLocks: KeyedLock;
}

/**
 * Does work if its key is ours, alone among all replicas. While it waited another may have done the same, so it asks what's
 * still due. Nothing is begun for a key that has become another's meanwhile: who has it by then was told (`Duties.changed`).
 */
export async function doDuty(
  { duties, dutyLocks }: DutyDeps,
  key: string,
  work: (lock: HeldLock) => Promise<void>,
): Promise<void> {
  if (!duties.isMine(key)) return;
  await dutyLocks.run(key, async (lock) => {
    if (duties.isMine(key)) await work(lock);
  });
}
