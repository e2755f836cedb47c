// How the replicas on one database stand, as one of them sees it.
import type { Emitter } from '../../runtime/emitter.js';

/** A change's way to the database. */
export interface CommitSent {
  readonly ms: number;
  /** How often it was sent. */
  readonly tries: number;
  /** `outdated`: it follows from what another has changed. `failed`: it wasn't made, or that isn't known. */
  readonly outcome: 'made' | 'outdated' | 'failed';
}

/** What one replica knows of the others, and of the database. */
export interface Replication {
  /** How many replicas are alive, this one included; 0: it has lost its session. */
  readonly replicas: number;
  /** Seconds since everything could be read here that was committed anywhere. Below two: it's up to date. */
  readonly behindSeconds: number;
  /** Connections beside the session, those of them that do nothing, and statements that wait for one. */
  readonly connections: Readonly<Record<'open' | 'idle' | 'waiting', number>>;
  /** Locks that this replica holds. */
  readonly locksHeld: number;
  /** It has had a lock, after so long. */
  readonly lockHad: Emitter<[waitedMs: number]>;
  readonly commitSent: Emitter<[CommitSent]>;
  /** The session is gone, and every lock and duty with it. */
  readonly sessionLost: Emitter;
}
