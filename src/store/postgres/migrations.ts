// Brings the database's schema up to what this version needs, and says how far it is.
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { runner } from 'node-pg-migrate';
import pg from 'pg';
import { ConfigError } from '../../domain/errors.js';
import { notReached, reasonOf, UnfitDatabase } from './failures.js';
import { asOwner } from './owner.js';
import type { Statement } from './statement.js';

const folder = fileURLToPath(new URL('../../../database/migrations/', import.meta.url));
const grants = new URL('../../../database/grants.sql', import.meta.url);

const table = { migrationsSchema: 'gatehouse', migrationsTable: 'migrations' } as const;

/** The role that may do what the bot does, and no more. It has no login of its own. */
export const appRole = 'gatehouse_app';

/** What a migration came to. */
export interface Migrated {
  /** The names of the migrations that were carried out; empty: it was up to date. */
  readonly names: readonly string[];
  /** Whom it was carried out as. */
  readonly owner: string;
}

/** The migrations that this version comes with, by name. */
export function migrationNames(): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .map((name) => name.replace(/\.sql$/, ''))
    .sort();
}

/**
 * Carries out what is missing, all of it or nothing, and grants the app's role what it may do. Of several at once, one does
 * it and the others wait. `setting`: the name of the setting that the URL is from.
 * @throws ConfigError when it can't be done as this user; StoreError when the database doesn't answer.
 */
export async function migrate(setting: string, url: string): Promise<Migrated> {
  return asOwner({ setting, url }, async (client) => {
    try {
      const names = await runAll(client);
      const { rows } = await client.query<{ owner: string }>('select current_user as owner');
      return { names, owner: rows[0]?.owner ?? '' };
    } catch (cause) {
      throw notMigrated(cause);
    }
  });
}

async function runAll(client: pg.Client): Promise<readonly string[]> {
  const quiet = () => undefined;
  const run = await runner({
    dbClient: client,
    dir: folder,
    direction: 'up',
    ...table,
    createMigrationsSchema: !(await hasSchema(client)),
    singleTransaction: true,
    advisoryLockMode: 'wait',
    logger: { debug: quiet, info: quiet, warn: quiet, error: quiet },
  });
  const { rows } = await client.query<{ name: string }>(migrationsStatement);
  if (rows.some(({ name }) => !migrationNames().includes(name))) throw newerSchema();
  await client.query(await readFile(grants, 'utf8'));
  return run.map(({ name }) => name);
}

async function hasSchema(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query(`select from pg_namespace where nspname = $1`, [table.migrationsSchema]);
  return rows.length > 0;
}

/** Reads the names of the migrations that a database has had. */
export const migrationsStatement: Statement = {
  text: `select name from ${table.migrationsSchema}.${table.migrationsTable}`,
};

function notMigrated(cause: unknown): unknown {
  if (!(cause instanceof Error)) return cause;
  const code = 'code' in cause ? String(cause.code) : '';
  if (code === '42501' || cause.message.includes('permission denied'))
    return new ConfigError(
      `the database can’t be migrated as this user: ${reasonOf(cause)}`,
      `Set DATABASE_OWNER_URL to a user that owns the database and may create roles, or have the server’s administrator run: create role ${appRole} nologin;`,
      { cause },
    );
  if (cause.message.startsWith('Not run migration')) return newerSchema();
  return cause instanceof pg.DatabaseError || cause instanceof ConfigError ? cause : notReached(cause);
}

/** The error for a database that a newer version has migrated. */
export function newerSchema(): UnfitDatabase {
  return new UnfitDatabase(
    { what: 'databaseNewer' },
    'the database was migrated by a newer version of Gatehouse',
    'Update Gatehouse to that version, on this machine too.',
  );
}
