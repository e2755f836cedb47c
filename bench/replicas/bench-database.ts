// A PostgreSQL that writes to its disk as it has to, for a benchmark.
import { spawnSync } from 'node:child_process';
import type { Tenant } from '../../src/domain/tenant/tenant.js';
import { BackgroundWorkers } from '../../src/runtime/background-worker.js';
import { systemClock } from '../../src/runtime/clock.js';
import { Database } from '../../src/store/postgres/database.js';
import { PgStore } from '../../src/store/postgres/pg-store.js';
import { type OwnServer, onDatabase, serverProgram, startServer } from '../../test/support/postgres.js';
import { migrateProgram, postgresKeeper } from '../places.js';
import { quiet } from '../quiet.js';

const name = 'gatehouse';
const tenantsPerCommit = 250;

/** The database of one benchmark. */
export class BenchDatabase {
  readonly url: string;
  readonly #server: OwnServer;

  private constructor(server: OwnServer) {
    this.#server = server;
    this.url = server.url(name);
  }

  /** Starts one, migrated. */
  static async start(): Promise<BenchDatabase> {
    const server = await startServer({ isDurable: true, keeper: postgresKeeper });
    await onDatabase(server.url('postgres'), `create database ${name} encoding 'UTF8' template template0`);
    const database = new BenchDatabase(server);
    const env = { PATH: process.env.PATH ?? '', DATABASE_OWNER_URL: database.url };
    const { status, stderr } = spawnSync(process.execPath, [migrateProgram], { env, cwd: '/', encoding: 'utf8' });
    if (status !== 0) throw new Error(`store:migrate: ${stderr}`);
    return database;
  }

  /** Writes tenants into it; milliseconds. */
  async fill(tenants: readonly Tenant[]): Promise<number> {
    const { store, close } = await openStore(this.url);
    const start = performance.now();
    for (let first = 0; first < tenants.length; first += tenantsPerCommit)
      await store.commit({ tenants: tenants.slice(first, first + tenantsPerCommit) });
    const ms = performance.now() - start;
    await close();
    // As an autovacuum would have by now.
    await this.sql('vacuum analyze gatehouse.entry');
    return ms;
  }

  /** As before the first reconcile, so that replicas that start now begin with one. */
  async forgetReconciles(): Promise<void> {
    await this.sql(`delete from gatehouse.entry where kind = 'progress'`);
  }

  /** Carries out statements, one after the other. */
  sql(...statements: readonly string[]): Promise<readonly object[]> {
    return onDatabase(this.url, ...statements);
  }

  /** How many statements of a script pgbench carries out a second. */
  async pgbench(script: string, { clients, seconds }: { readonly clients: number; readonly seconds: number }) {
    const program = await serverProgram('pgbench');
    if (program === undefined) throw new Error('there is no pgbench on this machine');
    const args = ['-n', '-M', 'prepared', '-c', String(clients), '-T', String(seconds), '-f', script, this.url];
    const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`pgbench: ${stderr}`);
    return Number(/tps = ([\d.]+)/.exec(stdout)?.[1]);
  }

  end(): Promise<void> {
    return this.#server.end();
  }
}

/** A store on a database, as a replica has it. */
export async function openStore(url: string): Promise<{ readonly store: PgStore; close(): Promise<void> }> {
  const workers = new BackgroundWorkers(systemClock, quiet);
  const database = await Database.open({ url, clock: systemClock, log: quiet });
  const onLost = (error: Error) => {
    throw error;
  };
  const store = await PgStore.open(database, { clock: systemClock, log: quiet, workers, onLost });
  const close = async () => {
    await workers.stop();
    await store.close();
    await database.close();
  };
  return { store, close };
}
