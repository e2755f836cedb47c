// The connections to the database: some for statements, and one session for locks and for hearing what others write.
import pg from 'pg';
import type { Clock } from '../../runtime/clock.js';
import { Emitter } from '../../runtime/emitter.js';
import type { Log } from '../../runtime/log.js';
import { databaseAddress } from './address.js';
import { DatabaseAway, failureOf, notReached, reasonOf, UnfitDatabase } from './failures.js';
import { DatabaseSession } from './session.js';
import { connectionSettings, type Statement } from './statement.js';

const connectMs = 2000;
const statementMs = 4000;
// The server cancels a statement itself; this is for a server that isn't heard of any more.
const answerMs = 4500;
const idleMs = 60_000;

/** What a database needs. */
export interface DatabaseDeps {
  /** DATABASE_URL. */
  readonly url: string;
  /** How many connections there may be beside the session; absent: 4. */
  readonly poolSize?: number;
  readonly clock: Clock;
  readonly log: Log;
}

/** An open database. */
export class Database {
  /** For locks, and for what others notify. Nothing else may wait on it. */
  readonly session: DatabaseSession;
  /** It answers again, after it was away. */
  readonly back = new Emitter();
  readonly #pool: pg.Pool;
  readonly #log: Log;
  #away: DatabaseAway | undefined;
  #shutdown: Promise<void> | undefined;

  private constructor({ url, poolSize = 4, clock, log }: DatabaseDeps) {
    const config = { ...databaseAddress('DATABASE_URL', url), connectionTimeoutMillis: connectMs, keepAlive: true };
    this.#log = log;
    this.#pool = new pg.Pool({
      ...config,
      application_name: 'gatehouse',
      max: poolSize,
      idleTimeoutMillis: idleMs,
      query_timeout: answerMs,
      onConnect: async (client) => void (await client.query(connectionSettings({ statementMs }))),
    });
    // A connection that ends tells its statement, where it has one; the next statement makes another.
    this.#pool.on('error', () => undefined);
    this.#pool.on('connect', (client) => client.on('error', () => undefined));
    this.session = new DatabaseSession(config, { clock, log });
    this.session.begun.on(() => this.#isWell());
    this.session.notReached.on((why) => this.#isAway(why));
  }

  /**
   * Connects.
   * @throws ConfigError when the URL is wrong, or the server doesn't let us in; StoreError when it doesn't answer.
   */
  static async open(deps: DatabaseDeps): Promise<Database> {
    const database = new Database(deps);
    try {
      await database.session.open();
      return database;
    } catch (error) {
      await database.close();
      throw notLetIn(error);
    }
  }

  /** Why it's away. Absent: it answered last. */
  get away(): DatabaseAway | undefined {
    return this.#away;
  }

  /** How many connections there are, how many of them do nothing, and how many statements wait for one. */
  get connections(): { readonly open: number; readonly idle: number; readonly waiting: number } {
    const { totalCount, idleCount, waitingCount } = this.#pool;
    return { open: totalCount, idle: idleCount, waiting: waitingCount };
  }

  /**
   * Carries out a statement, beside others.
   * @throws DatabaseAway
   */
  async query<Row extends object>(statement: Statement): Promise<readonly Row[]> {
    const client = await this.#connected();
    try {
      const { rows } = await client.query<Row & pg.QueryResultRow>(statement);
      client.release();
      this.#isWell();
      return rows;
    } catch (error) {
      const failure = failureOf(error);
      client.release(!(error instanceof pg.DatabaseError) || failure instanceof DatabaseAway);
      if (failure instanceof DatabaseAway) this.#isAway(failure);
      throw failure;
    }
  }

  /** Ends all connections, once their statements have been answered. */
  close(): Promise<void> {
    this.#shutdown ??= this.session.close().then(() => this.#pool.end());
    return this.#shutdown;
  }

  async #connected(): Promise<pg.PoolClient> {
    try {
      return await this.#pool.connect();
    } catch (cause) {
      const failure = notReached(cause);
      this.#isAway(failure);
      throw failure;
    }
  }

  #isAway(failure: DatabaseAway): void {
    if (!this.#away) this.#log.error('databaseAway', { error: failure });
    this.#away = failure;
  }

  #isWell(): void {
    if (!this.#away) return;
    this.#away = undefined;
    this.#log.info('databaseBack', {});
    this.back.emit();
  }
}

// Not allowed, no such database, no encryption, not into this database: what waiting doesn't change.
const neverLetIn = /^(?:28|3D|42501$)/;

/** An error of connecting for the first time, with what to do about it. `setting`: where the URL is from. */
export function notLetIn(error: unknown, setting = 'DATABASE_URL'): unknown {
  const cause = error instanceof DatabaseAway ? error.cause : error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const isCertificate = /CERT|SELF_SIGNED|ERR_TLS|UNABLE_TO/.test(code);
  if (isCertificate)
    return new UnfitDatabase(
      { what: 'databaseRefuses', answer: reasonOf(cause) },
      `the database’s certificate isn’t trusted: ${reasonOf(cause)}`,
      `Set sslrootcert=FILE in ${setting} to the authority that issued it, and the host to a name that it’s for.`,
    );
  if (neverLetIn.test(code) || /does not support SSL/.test(reasonOf(cause)))
    return new UnfitDatabase(
      { what: 'databaseRefuses', answer: reasonOf(cause) },
      `the database doesn’t let Gatehouse in: ${reasonOf(cause)}`,
      `Check the user, password and database in ${setting}, and what the server allows them (pg_hba.conf).`,
    );
  return error;
}
