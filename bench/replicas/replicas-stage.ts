// A sandbox, a database that agrees with it, and replicas on it.

import { replicaPorts } from '../places.js';
import type { RunningProduct } from '../stage.js';
import { type ProductOptions, Stage } from '../stage.js';
import { BenchDatabase } from './bench-database.js';

/** What replicas run on. */
export class ReplicasStage {
  readonly stage: Stage;
  readonly database: BenchDatabase;

  private constructor(stage: Stage, database: BenchDatabase) {
    this.stage = stage;
    this.database = database;
  }

  static async set(tenants: number): Promise<ReplicasStage> {
    const stage = await Stage.set(tenants);
    const database = await BenchDatabase.start();
    const ms = await database.fill(await stage.tenantsKept());
    process.stderr.write(`  ${tenants} tenants written in ${Math.round(ms / 1000)} s\n`);
    return new ReplicasStage(stage, database);
  }

  /** Starts so many replicas, all at once. */
  replicas(count: number, options: ProductOptions = {}): Promise<readonly RunningProduct[]> {
    const settings = { ...options.settings, DATABASE_URL: this.database.url };
    return Promise.all(replicaPorts.slice(0, count).map((port) => this.stage.product({ ...options, port, settings })));
  }

  async end(): Promise<void> {
    await this.stage.end();
    await this.database.end();
  }
}
