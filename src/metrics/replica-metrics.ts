// The metrics of replicas that share one database.
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { Replication } from '../operations/ports/replication.js';

const waitSeconds = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5];

/** Registers them. What tells how all stand is the same at every replica: it's a maximum, not a sum. */
export function replicaMetricsIn(registry: Registry, replication: Replication): void {
  const registers = [registry];
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name: `gatehouse_${name}`,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
  gauge('replicas', 'Replicas that are alive; 0: this one has lost its session', () => replication.replicas);
  gauge(
    'store_behind_seconds',
    'Seconds since everything committed anywhere could be read',
    () => replication.behindSeconds,
  );
  gauge('locks_held', 'Locks that this replica holds', () => replication.locksHeld);
  new Gauge({
    name: 'gatehouse_pool_connections',
    help: 'Connections to the database, and statements that wait for one',
    labelNames: ['state'],
    registers,
    collect() {
      for (const [state, count] of Object.entries(replication.connections)) this.set({ state }, count);
    },
  });
  const commits = new Histogram({
    name: 'gatehouse_store_commit_seconds',
    help: 'How long saving a change took',
    labelNames: ['outcome'],
    buckets: waitSeconds,
    registers,
  });
  const lockWaits = new Histogram({
    name: 'gatehouse_lock_wait_seconds',
    help: 'How long a lock that all replicas share was waited for',
    buckets: waitSeconds,
    registers,
  });
  const retries = new Counter({
    name: 'gatehouse_store_retries_total',
    help: 'Changes that were sent again because the database had not answered',
    registers,
  });
  const lost = new Counter({
    name: 'gatehouse_session_lost_total',
    help: 'Sessions with the database lost',
    registers,
  });
  replication.lockHad.on((waitedMs) => lockWaits.observe(waitedMs / 1000));
  replication.commitSent.on(({ ms, tries, outcome }) => {
    commits.observe({ outcome }, ms / 1000);
    retries.inc(tries - 1);
  });
  replication.sessionLost.on(() => lost.inc());
}
