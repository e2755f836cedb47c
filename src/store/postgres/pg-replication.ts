// What a replica tells of itself, the others and the database.
import type { Replication } from '../../operations/ports/replication.js';
import { Emitter } from '../../runtime/emitter.js';
import type { Database } from './database.js';
import type { Members } from './members.js';
import type { PgLocks } from './pg-locks.js';
import type { PgStore } from './pg-store.js';

/** The parts that are told of. */
export interface ReplicationParts {
  readonly database: Database;
  readonly store: PgStore;
  readonly members: Members;
  readonly locks: readonly PgLocks[];
}

/** How things stand between a replica and its database. */
export function replicationOf({ database, store, members, locks }: ReplicationParts): Replication {
  const lockHad: Replication['lockHad'] = new Emitter();
  for (const each of locks) each.had.on((waitedMs) => lockHad.emit(waitedMs));
  return {
    get replicas() {
      return members.count;
    },
    get behindSeconds() {
      return store.behindSeconds;
    },
    get connections() {
      return database.connections;
    },
    get locksHeld() {
      return locks.reduce((sum, { held }) => sum + held, 0);
    },
    lockHad,
    commitSent: store.commitSent,
    sessionLost: database.session.lost,
  };
}
