// A database with stores on it, each as one replica has it.
import assert from 'node:assert/strict';
import { BackgroundWorkers } from '../../src/runtime/background-worker.js';
import { systemClock } from '../../src/runtime/clock.js';
import { currentOrigin } from '../../src/runtime/correlation.js';
import type { Database, DatabaseDeps } from '../../src/store/postgres/database.js';
import { PgStore, type PgStoreDeps } from '../../src/store/postgres/pg-store.js';
import { databaseBench, rememberingLog } from './postgres-bench.js';

/** One replica's store. */
export interface Replica {
  readonly store: PgStore;
  readonly database: Database;
  readonly log: ReturnType<typeof rememberingLog>;
  close(): Promise<void>;
}

/** A new database, on which `replica` opens as many stores as a test wishes. */
export async function pgStoreBench() {
  const { on, connect, end } = await databaseBench();
  const replicas: Replica[] = [];
  const replica = async (deps: Partial<PgStoreDeps & DatabaseDeps> = {}): Promise<Replica> => {
    const log = rememberingLog();
    const workers = new BackgroundWorkers(systemClock, log);
    const database = await connect({ log, ...deps });
    const store = await PgStore.open(database, {
      clock: systemClock,
      log,
      workers,
      onLost: assert.fail,
      origin: currentOrigin,
      patienceMs: 300,
      ...deps,
    });
    const opened: Replica = {
      store,
      database,
      log,
      async close() {
        await workers.stop();
        await store.close();
        await database.close();
      },
    };
    replicas.push(opened);
    return opened;
  };
  return {
    on,
    replica,
    replicas,
    async whileAway(work: () => Promise<void>) {
      await on.shutOut();
      await work();
      await on.letIn();
    },
    async end() {
      await Promise.all(replicas.map(({ store }) => store.close()));
      await end();
    },
  };
}
