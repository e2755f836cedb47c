// What a replica shares with the others besides the store: duties, and the locks under which work is done.
import type { BackgroundWorkers } from '../../runtime/background-worker.js';
import type { Clock } from '../../runtime/clock.js';
import type { Log } from '../../runtime/log.js';
import type { Database } from './database.js';
import { Members } from './members.js';
import { type KeptCurrent, PgLocks } from './pg-locks.js';

/** What joining needs. */
export interface ReplicaDeps {
  readonly clock: Clock;
  readonly log: Log;
  readonly workers: BackgroundWorkers;
}

/** A replica among others on its database. Locks of different kinds don't wait for each other. */
export interface JoinedReplica {
  readonly duties: Members;
  /** Of tenants and watched requests. */
  readonly locks: PgLocks;
  /** Of what begins by itself, under which those of tenants are taken. */
  readonly dutyLocks: PgLocks;
}

/**
 * Joins the replicas on a database. `store` is brought up to date with each lock. At the end, `duties.leave` comes first.
 * @throws DatabaseAway
 */
export async function joinReplicas(database: Database, store: KeptCurrent, deps: ReplicaDeps): Promise<JoinedReplica> {
  const { clock, log } = deps;
  const locksOf = (name: string) => new PgLocks(name, { session: database.session, store, clock, log });
  const [locks, dutyLocks] = [locksOf('work'), locksOf('duty')];
  const duties = await Members.join(database, deps);
  // What one that has gone held is free before anything else tells of it.
  duties.changed.on(
    () => locks.tryAgain(),
    () => dutyLocks.tryAgain(),
  );
  return { duties, locks, dutyLocks };
}
