// What a replica tells of itself, the others and the database.
import type { Replication } from '../../operations/ports/replication.js';
import type { Clock } from '../../runtime/clock.js';
import type { Database } from './database.js';
import type { Members } from './members.js';
import type { PgStore } from './pg-store.js';

/** The parts that are told of. */
export interface ReplicationParts {
  readonly database: Database;
  readonly store: PgStore;
  readonly members: Members;
  readonly clock: Clock;
}

/** How things stand between a replica and its database. */
export function replicationOf({ database, store, members, clock }: ReplicationParts): Replication {
  return {
    get replicas() {
      return members.count;
    },
    get behindSeconds() {
      return Math.max(0, Date.parse(clock.now()) - Date.parse(store.asOf)) / 1000;
    },
    get connections() {
      return database.connections;
    },
    commitSent: store.commitSent,
    sessionLost: database.session.lost,
  };
}
