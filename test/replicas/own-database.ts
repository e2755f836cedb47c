// A PostgreSQL of the trial's own, with a login for each replica, so that it can be told whose a connection or a lock is.
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { migrate } from '../../src/store/postgres/migrations.js';
import { type OwnServer, onDatabase, startServer } from '../support/postgres.js';

const name = 'gatehouse';
const here = '127.0.0.1';
const longestAwayMs = 60_000;

/** The database. */
export class OwnDatabase {
  /** Its URL, as its owner. */
  readonly url: string;
  readonly #server: OwnServer;
  readonly #pool: pg.Pool;
  readonly #hosts: ReadonlyMap<string, string>;

  private constructor(server: OwnServer, hosts: ReadonlyMap<string, string>) {
    this.#server = server;
    this.#hosts = hosts;
    this.url = server.url(name);
    this.#pool = new pg.Pool({ connectionString: this.url, max: 2 });
    // Of a connection that was cut: the next question makes another.
    this.#pool.on('error', () => undefined);
  }

  /**
   * Starts one that keeps what it has said it keeps, migrated, with a login for each of these; `hasOwnAddresses`: and an
   * address for each, where the system lets a program listen on all of 127.0.0.0/8.
   */
  static async start(logins: readonly string[], hasOwnAddresses: boolean): Promise<OwnDatabase> {
    const hosts = new Map(logins.map((login, index) => [login, hasOwnAddresses ? `127.0.1.${index + 1}` : here]));
    const addresses = [...new Set([here, ...hosts.values()])].join();
    const server = await startServer({ isDurable: true, addresses });
    await onDatabase(server.url('postgres'), `create database ${name} encoding 'UTF8' template template0`);
    const database = new OwnDatabase(server, hosts);
    await migrate('DATABASE_OWNER_URL', database.url);
    const roles = logins.map((login) => `create role ${login} login password 'secret' in role gatehouse_app`);
    await onDatabase(database.url, ...roles);
    return database;
  }

  /** The URL that one of its logins has. */
  urlOf(login: string): string {
    return Object.assign(new URL(this.url), { username: login, hostname: this.hostOf(login) }).href;
  }

  /** The address that one of its logins has. */
  hostOf(login: string): string {
    return this.#hosts.get(login) ?? here;
  }

  /** Asks it, and again for as long as it is away. */
  async ask<Row extends object>(text: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
    const latest = performance.now() + longestAwayMs;
    for (;;) {
      try {
        const { rows } = await this.#pool.query<Row & pg.QueryResultRow>(text, [...values]);
        return rows;
      } catch (error) {
        const isAway = !(error instanceof pg.DatabaseError) || /^(?:57P|08)/.test(error.code ?? '');
        if (!isAway || performance.now() > latest) throw error;
        await pause(50);
      }
    }
  }

  /** How many replicas it takes for alive. */
  async replicaCount(): Promise<number> {
    const text = `select count(*)::int as count from pg_locks
      where locktype = 'advisory' and classid = 471100 and objsubid = 2 and granted`;
    const [row] = await this.ask<{ readonly count: number }>(text);
    return row?.count ?? 0;
  }

  /** Resolves once a replica has the connection that it holds its locks by. */
  async hasSession(login: string): Promise<void> {
    const text = `select 1 from pg_stat_activity where usename = $1 and application_name = 'gatehouse session'`;
    while ((await this.ask(text, [login])).length === 0) await pause(10);
  }

  /** Cuts what a replica holds its locks by, or all of its connections. */
  async cut(login: string, which: 'session' | 'all'): Promise<void> {
    const only = which === 'session' ? `and application_name = 'gatehouse session'` : '';
    await this.ask(`select pg_terminate_backend(pid) from pg_stat_activity where usename = $1 ${only}`, [login]);
  }

  /** Whether a replica is let in from now on; what it's connected by stays. */
  async lets(login: string, isIn: boolean): Promise<void> {
    await this.ask(`alter role ${login} ${isIn ? 'login' : 'nologin'}`);
  }

  /** Ends it at once, as a power cut does. */
  crash(): Promise<void> {
    return this.#server.crash();
  }

  /** Starts it again. */
  startAgain(): Promise<void> {
    return this.#server.start();
  }

  async end(): Promise<void> {
    await this.#pool.end();
    await this.#server.end();
  }
}
