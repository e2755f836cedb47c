// The replicas that are alive, each by an advisory lock that its session holds, and the duties that follow from that.
import { randomInt } from 'node:crypto';
import type { Duties } from '../../operations/ports/duties.js';
import type { BackgroundWorker, BackgroundWorkers } from '../../runtime/background-worker.js';
import { Emitter } from '../../runtime/emitter.js';
import type { Log } from '../../runtime/log.js';
import { rendezvousOwner } from '../../runtime/rendezvous.js';
import type { Database } from './database.js';
import { DatabaseAway } from './failures.js';
import type { Statement } from './statement.js';

// The class of these locks. Locks of work have one key of 64 bits, and are told apart by that.
const lockClass = 471_100;
// A replica that ends without a word is missed within this long.
const lookEveryMs = 250;

/** Reads who is alive, as `member`, in ascending order. */
export const aliveMembers: Statement = {
  name: 'members',
  text: `select distinct objid::bigint as member from pg_locks
    where locktype = 'advisory' and classid = $1 and objsubid = 2 and granted
      and database = (select oid from pg_database where datname = current_database())
    order by member`,
  values: [lockClass],
};

// The class of the locks, shared by all who have the same access templates, whose key is what's told of those.
const templatesClass = 471_130;

/** Counts the different sets of access templates that replicas have told of, as `sets`. */
export const templateSets: Statement = {
  name: 'template sets',
  text: `select count(distinct objid)::int as sets from pg_locks
    where locktype = 'advisory' and classid = $1 and objsubid = 2 and granted
      and database = (select oid from pg_database where datname = current_database())`,
  values: [templatesClass],
};

/** What membership needs. */
export interface MembersDeps {
  readonly log: Log;
  readonly workers: BackgroundWorkers;
}

/**
 * Keeps the contract of `Duties` among all replicas on a database: a duty is that of the replica with the highest weight for
 * its key. There's no leader, and nothing is written: a replica is alive for as long as its session holds its lock. One that
 * has lost its session has no duties until it's back.
 */
export class Members implements Duties {
  readonly changed = new Emitter();
  readonly #database: Database;
  readonly #log: Log;
  readonly #worker: BackgroundWorker;
  readonly #me = randomInt(1, 2 ** 31);
  /** In ascending order. Empty: we're not among them. */
  #alive: readonly number[] = [];
  /** Whether our own lock was taken on the present session. */
  #isIn = false;
  #hasLeft = false;
  /** The access templates to be told of, and those that were told of on the present session, as the keys of their locks. */
  #templates: number | undefined;
  #toldTemplates: number | undefined;

  private constructor(database: Database, { log, workers }: MembersDeps) {
    this.#database = database;
    this.#log = log;
    this.#worker = workers.open({ failed: 'replicasNotSeen' });
  }

  /**
   * Joins the replicas, and looks after them from now on.
   * @throws DatabaseAway
   */
  static async join(database: Database, deps: MembersDeps): Promise<Members> {
    const members = new Members(database, deps);
    database.session.lost.on(() => members.#isOut());
    database.session.begun.on(() => members.#lookSoon(0));
    await members.#look();
    members.#lookSoon(lookEveryMs);
    return members;
  }

  isMine(key: string): boolean {
    return rendezvousOwner(key, this.#alive) === this.#me;
  }

  /** How many replicas are alive, ours included; 0 while our session is lost. */
  get count(): number {
    return this.#alive.length;
  }

  /** Has the others know, for as long as we're among them, by which access templates this replica compares: by their hash. */
  tellTemplates(hash: string): void {
    this.#templates = Number.parseInt(hash.slice(0, 8), 16) | 0;
  }

  /** Leaves the replicas, so that the others take over at once and nothing is ours any more. */
  async leave(): Promise<void> {
    this.#hasLeft = true;
    this.#worker.forget('look');
    const wasIn = this.#isIn;
    this.#isOut();
    if (!wasIn) return;
    try {
      await this.#database.session.query({
        name: 'leave',
        text: 'select pg_advisory_unlock($1, $2)',
        values: [lockClass, this.#me],
      });
    } catch (error) {
      // With the session the lock is gone as well.
      if (!(error instanceof DatabaseAway)) throw error;
    }
  }

  #lookSoon(inMs: number): void {
    if (this.#hasLeft) return;
    this.#worker.schedule('look', inMs, async () => {
      try {
        await this.#look();
      } finally {
        this.#lookSoon(lookEveryMs);
      }
    });
  }

  async #look(): Promise<void> {
    const { session } = this.#database;
    // While it only answers late, its lock is held.
    if (!session.isAlive) return this.#take([]);
    // After a short cut the server may still hold the lock for the session before, and we're alive by that.
    if (!this.#isIn) {
      const [taken] = await session.query<{ readonly isIn: boolean }>({
        name: 'join',
        text: 'select pg_try_advisory_lock($1, $2) as "isIn"',
        values: [lockClass, this.#me],
      });
      this.#isIn = taken?.isIn === true;
    }
    await this.#tellTemplates();
    const rows = await this.#database.query<{ readonly member: string }>(aliveMembers);
    // What was asked before the session was lost, or before we left, says nothing any more.
    if (session.isAlive && !this.#hasLeft) this.#take(rows.map(({ member }) => Number(member)));
  }

  async #tellTemplates(): Promise<void> {
    const { session } = this.#database;
    const [told, next] = [this.#toldTemplates, this.#templates];
    if (next === told || next === undefined) return;
    const [taken] = await session.query<{ readonly isTold: boolean }>({
      text: 'select pg_try_advisory_lock_shared($1, $2) as "isTold"',
      values: [templatesClass, next],
    });
    if (!taken?.isTold) return;
    this.#toldTemplates = next;
    if (told !== undefined)
      await session.query({ text: 'select pg_advisory_unlock_shared($1, $2)', values: [templatesClass, told] });
  }

  #isOut(): void {
    this.#isIn = false;
    this.#toldTemplates = undefined;
    this.#take([]);
  }

  #take(seen: readonly number[]): void {
    const alive = seen.includes(this.#me) ? seen : [];
    if (alive.join() === this.#alive.join()) return;
    this.#alive = alive;
    this.#log.info('replicasChanged', { count: alive.length });
    this.changed.emit();
  }
}
