// What a replica knows of the others and of its database.
import type { Replication } from '../../src/operations/ports/replication.js';
import { Emitter } from '../../src/runtime/emitter.js';

/** One of three replicas that is up to date, unless said otherwise. */
export function aReplication(changes: Partial<Replication> = {}): Replication {
  return {
    replicas: 3,
    behindSeconds: 0.4,
    connections: { open: 2, idle: 1, waiting: 0 },
    locksHeld: 0,
    lockHad: new Emitter(),
    commitSent: new Emitter(),
    sessionLost: new Emitter(),
    ...changes,
  };
}
