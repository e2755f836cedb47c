// The store in PostgreSQL: everything is remembered, and what is remembered is what the database was after one of its commits.
import { StoreError } from '../../domain/errors.js';
import type { AuditEntry } from '../../domain/tenant/audit-entry.js';
import type { Replication } from '../../operations/ports/replication.js';
import type { Change } from '../../operations/ports/rows.js';
import type { Committed, Currency, Store } from '../../operations/ports/store.js';
import type { BackgroundWorkers } from '../../runtime/background-worker.js';
import type { Clock } from '../../runtime/clock.js';
import type { Log } from '../../runtime/log.js';
import { Batches } from '../records/batches.js';
import { byKind, type Contents } from '../records/contents.js';
import { apply, makeable, type Patch, patchOf } from '../records/patch.js';
import { StoreReads } from '../records/reads.js';
import {
  applyRows,
  type ChangeRow,
  type Changes,
  changesAfter,
  changesIn,
  load,
  loadOn,
  patchOfRows,
} from './changes.js';
import { type Answer, type CommitDeps, Commits } from './commits.js';
import type { Database } from './database.js';
import { NotReadable } from './failures.js';
import { NoticedLoss } from './noticed-loss.js';
import { PgAudit } from './pg-audit.js';
import { Reader } from './reader.js';

/** What a store needs. */
export interface PgStoreDeps extends CommitDeps {
  readonly clock: Clock;
  readonly log: Log;
  readonly workers: BackgroundWorkers;
  /** Called when what the database has can't be read any more. */
  readonly onLost: (error: Error) => void;
  /** Conversation and correlation id of the work under way, for every audit entry. Absent: none has any. */
  readonly origin?: (() => Partial<AuditEntry> | undefined) | undefined;
}

/** One call of `commit`. */
interface Asked {
  readonly change: Change;
  /** Its lines of the audit log. */
  readonly entries: readonly AuditEntry[];
}

/** What a write gave: the version of its rows, and the calls it carried out. */
interface Written {
  readonly version: number;
  readonly made: ReadonlySet<Asked>;
}

/**
 * Keeps the contracts of `Store` and, as `audit`, of `Audit`, beside others on the same database. What is in memory is what
 * the database had after commit `sequence`, all of it: each answer says after which commit it is, and brings what was
 * written since the one that it was asked with, so answers may come in any order. Changes that come during a write are made
 * together by the next one. A row's version is the number of the commit that wrote it last, for every process.
 */
export class PgStore extends StoreReads implements Store {
  /** The audit log, in the same database. */
  readonly audit: PgAudit;
  /** Changes that were read here and are in the database no more. */
  readonly loss = new NoticedLoss();
  protected override contents: Contents;
  readonly #database: Database;
  readonly #log: Log;
  readonly #onLost: PgStoreDeps['onLost'];
  readonly #clock: PgStoreDeps['clock'];
  readonly #commits: Commits;
  readonly #reader: Reader;
  readonly #batches = new Batches((asked: readonly Asked[]) => this.#write(asked));
  #isClosed = false;

  private constructor(database: Database, contents: Contents, deps: PgStoreDeps) {
    super();
    const { log, origin = () => undefined } = deps;
    this.#database = database;
    this.contents = contents;
    this.#log = log;
    this.#onLost = deps.onLost;
    this.#clock = deps.clock;
    this.#commits = new Commits(database, deps);
    this.audit = new PgAudit(database, origin, (entries) => this.#add({ change: {}, entries }));
    this.#reader = new Reader(database, deps, {
      read: () => this.#orLost(this.#readOn()),
      hasRead: (seq) => this.contents.sequence >= seq,
      written: () => this.#batches.idle(),
    });
  }

  /**
   * Loads everything, and goes on with what others write.
   * @throws StoreError
   */
  static async open(database: Database, deps: PgStoreDeps): Promise<PgStore> {
    const store = new PgStore(database, await load(database), deps);
    await store.#reader.begin();
    return store;
  }

  /** The number of the last commit that can be read. */
  get sequence(): number {
    return this.contents.sequence;
  }

  /** Seconds since everything that was committed anywhere could be read here. */
  get behindSeconds(): number {
    return this.#reader.behindSeconds;
  }

  /** Tells of each write, once it's known what came of it. */
  get commitSent(): Replication['commitSent'] {
    return this.#commits.sent;
  }

  current(): Promise<Currency> {
    return this.#reader.current();
  }

  mustWrite(): void {
    if (this.#database.away) throw this.#database.away;
  }

  async commit(change: Change): Promise<Committed> {
    const asked = { change, entries: this.audit.withOrigin(change.audit ?? []) };
    const { version, made } = await this.#add(asked);
    return made.has(asked) ? { version } : { refused: 'outdated' };
  }

  /**
   * Takes in what a function of the schema has answered that was asked with `sequence`.
   * @throws DatabaseAway when the rest of it can't be read.
   */
  async takeIn(answer: readonly ChangeRow[]): Promise<void> {
    await this.#takeInAll(await this.#read(answer));
  }

  /** Waits for what is being written. Later commits fail; the database is left open. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#batches.idle();
    await this.#reader.end();
  }

  async #add(asked: Asked): Promise<Written> {
    if (this.#isClosed) throw new StoreError('the store is closed', 'Gatehouse is being stopped.');
    return this.#batches.add(asked);
  }

  async #write(batch: readonly Asked[]): Promise<Written> {
    let before: readonly Asked[] = [];
    for (;;) {
      const made = makeable(this.contents, batch);
      const { sequence: seen, generation } = this.contents;
      if (made.length === 0) return { version: seen, made: new Set() };
      if (made.length === before.length && made.every((asked) => before.includes(asked)))
        throw new Error('the database refuses what follows from its own rows');
      const patch = patchOf(made.map(({ change }) => change));
      const answer = await this.#commits.send({
        generation,
        seen,
        patch,
        basedOn: made.flatMap(({ change }) => change.basedOn ?? []),
        entries: made.flatMap(({ entries }) => entries),
      });
      if (answer.outcome === 'made') {
        await this.#takeInOwn(answer, patch);
        return { version: answer.version, made: new Set(made) };
      }
      // What others have written is taken in first, so that what follows from the rows as they were is found out here.
      await this.takeIn(answer.rows);
      if (answer.outcome === 'outdated') before = made;
    }
  }

  async #takeInOwn({ version, rows }: Answer, patch: Patch): Promise<void> {
    const changes = await this.#read(rows);
    const { contents } = this;
    const isNext = changes.areAll && changes.head === version && changes.generation === contents.generation;
    if (isNext && Object.keys(patch).length > 0) {
      this.#takeIn({ ...changes, head: version - 1 });
      // Unless it was read meanwhile.
      if (contents.sequence === version - 1) apply(contents, patch, version);
    }
    await this.#takeInAll(changes);
    this.notifyCommitted(patch, true);
  }

  async #takeInAll(changes: Changes): Promise<void> {
    if (changes.areAll) this.#takeIn(changes);
    const { generation, sequence } = this.contents;
    if (changes.generation !== generation || changes.head > sequence) await this.#reader.readNow();
  }

  #takeIn({ generation, head, rows }: Changes): void {
    const { contents } = this;
    if (generation !== contents.generation || head <= contents.sequence) return;
    const newer = rows.filter(({ version }) => version > contents.sequence && version <= head);
    applyRows(contents, newer);
    contents.sequence = head;
    if (newer.length > 0) this.notifyCommitted(patchOfRows(newer), false);
  }

  #read(answer: readonly ChangeRow[]): Promise<Changes> {
    return this.#orLost(changesIn(answer));
  }

  /** Work that reads rows. One that isn't of its shape is no row of this version: then nothing more can be read. */
  async #orLost<T>(work: Promise<T>): Promise<T> {
    return work.catch((error) => {
      if (error instanceof NotReadable) this.#onLost(error);
      throw error;
    });
  }

  async #readOn(): Promise<void> {
    const { sequence, generation } = this.contents;
    const rows: Changes['rows'][number][] = [];
    for await (const changes of changesAfter(this.#database, sequence)) {
      const isSameHistory = changes.generation === generation && changes.head >= sequence;
      // A restored backup is of another generation, and an operator's own doing.
      if (changes.generation === generation && changes.head < sequence) this.loss.isNoticed(this.#clock.now());
      if (!isSameHistory || changes.pruned > sequence) return this.#loadAnew(isSameHistory);
      rows.push(...changes.rows);
      if (changes.areAll) this.#takeIn({ ...changes, rows });
    }
  }

  // Reads answer with what was before until all of it is there.
  async #loadAnew(isSameHistory: boolean): Promise<void> {
    this.#log.warn('databaseLoadedAnew', { isSameHistory });
    const before = this.contents;
    const contents = await load(this.#database);
    // Our own commits went on meanwhile.
    while (isSameHistory && contents.sequence < before.sequence) await loadOn(this.#database, contents);
    this.contents = contents;
    this.notifyCommitted(allOf(before, contents), false);
  }
}

/** A patch that names every row of both. */
function allOf(before: Contents, after: Contents): Patch {
  return byKind((kind) => Object.fromEntries([...before[kind], ...after[kind]])) as Patch;
}
