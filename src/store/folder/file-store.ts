// The store in a JSON folder: one process, one whole file and a journal, answered from memory.
import { randomUUID } from 'node:crypto';
import { Low } from 'lowdb';
import { StoreError } from '../../domain/errors.js';
import type { AuditEntry } from '../../domain/tenant/audit-entry.js';
import type { Change } from '../../operations/ports/rows.js';
import type { Committed, Currency, Store } from '../../operations/ports/store.js';
import type { Log } from '../../runtime/log.js';
import { NotReplaced } from '../../runtime/replace-file.js';
import type { ChainEnd } from '../records/audit-chain.js';
import { Batches } from '../records/batches.js';
import type { Contents } from '../records/contents.js';
import { apply, forgets, makeable, type Patch, patchOf, rowsAfter } from '../records/patch.js';
import { StoreReads } from '../records/reads.js';
import { AuditFile, type AuditFileDeps } from './audit-file.js';
import { type DiskWatch, unwatched } from './disk-watch.js';
import { lockFolder, type Release } from './folder-lock.js';
import { type Journal, journalEndOf, journalFileName, lineOf } from './journal.js';
import { mustNotBeMoved } from './moved-marker.js';
import { clearUp, forgetTorn, makeFolder, type OpenState, openState } from './open-state.js';
import type { WholeFile } from './whole-file.js';

// The journal grows to this, or to the whole file's length if that is more; so each change is written about twice.
const leastJournalLength = 256 * 1024;

/** What a store needs. */
export interface FileStoreDeps extends Omit<AuditFileDeps, 'known'> {
  /** Called when the folder is removed, or taken by another process, while it's in use. */
  readonly onLost: (error: Error) => void;
}

/** One call of `commit`. */
interface Asked {
  readonly change: Change;
  /** Its lines of the audit log. */
  readonly entries: readonly AuditEntry[];
}

/** An opened folder that is ours. */
interface OpenFolder extends OpenState {
  readonly audit: AuditFile;
  readonly release: Release;
}

/** What a write gave: the version of its rows, and the calls it carried out. */
interface Written {
  readonly version: number;
  readonly made: ReadonlySet<Asked>;
}

/**
 * Keeps the contracts of `Store` and, as `audit`, of `Audit`. Changes that come during a write are made together by the next
 * one: first their lines go to the audit log, flushed, then the rows to the journal, with that log's end. Memory changes only
 * after the disk has. A row's version is the number of the change that wrote it, and lives in memory only. What is forgotten
 * (`forgets`) leaves the disk in the same commit, as the whole file is then written anew.
 */
export class FileStore extends StoreReads implements Store {
  /** The audit log of the folder. */
  readonly audit: AuditFile;
  readonly #low: Low<Contents>;
  readonly #file: WholeFile;
  readonly #journal: Journal;
  readonly #folder: string;
  readonly #release: Release;
  readonly #log: Log;
  readonly #disk: DiskWatch;
  readonly #batches = new Batches((asked: readonly Asked[]) => this.#write(asked));
  #mustWriteWhole = false;
  #shutdown: Promise<void> | undefined;

  private constructor(
    folder: string,
    { contents, file, journal, audit, release }: OpenFolder,
    { log, disk = unwatched(folder) }: FileStoreDeps,
  ) {
    super();
    this.audit = audit;
    this.#folder = folder;
    this.#log = log;
    this.#disk = disk;
    this.#low = new Low(file, contents);
    this.#file = file;
    this.#journal = journal;
    this.#release = release;
  }

  /**
   * Opens the folder for this process alone.
   * @throws StoreError when it's in use or damaged, else what the file system throws.
   */
  static async open(folder: string, deps: FileStoreDeps): Promise<FileStore> {
    const { onLost, log } = deps;
    await makeFolder(folder);
    const release = await lockFolder(folder, onLost);
    try {
      await mustNotBeMoved(folder);
      const leftovers = await clearUp(folder);
      if (leftovers.length > 0) log.warn('halfWrittenRemoved', { files: leftovers });
      const state = await openState(folder);
      const { torn, markUnread: error } = state;
      if (torn) log.warn('tornTailKept', { file: journalFileName, ...torn });
      if (error) log.warn('endMarkUnread', { file: journalFileName, error });
      const audit = await AuditFile.open(folder, { ...deps, known: state.contents.audit });
      const store = new FileStore(folder, { ...state, audit, release }, deps);
      if (state.mustWriteWhole) await store.#writeWhole({});
      else if (store.#newAuditEnd()) await store.commit({});
      return store;
    } catch (cause) {
      await release();
      throw cause;
    }
  }

  protected override get contents(): Contents {
    return this.#low.data;
  }

  mustWrite(): void {
    this.#disk.mustWrite();
  }

  // No one else writes to the folder.
  async current(): Promise<Currency> {
    return {};
  }

  async commit(change: Change): Promise<Committed> {
    if (this.#shutdown) throw new StoreError('the store is closed', 'Gatehouse is being stopped.');
    const asked = { change, entries: this.audit.withOrigin(change.audit ?? []) };
    const { version, made } = await this.#batches.add(asked);
    return made.has(asked) ? { version } : { refused: 'outdated' };
  }

  /** Waits for what is being written and releases the folder to other processes. Later commits fail. */
  close(): Promise<void> {
    this.#shutdown ??= this.#batches
      .idle()
      .then(() => this.audit.close())
      .then(() => this.#keepAuditEnd())
      .then(() => this.#release());
    return this.#shutdown;
  }

  // What was appended since the last change. Nothing is lost if it can't be kept: the mark beside the log has it.
  async #keepAuditEnd(): Promise<void> {
    if (this.#newAuditEnd())
      await this.#writePatch({}, false).catch((error) => this.#log.warn('auditEndNotKept', { error }));
  }

  /** The audit log's end, kept with every write so that a log that loses lines is noticed. `undefined`: it's kept already. */
  #newAuditEnd(): ChainEnd | undefined {
    const { end } = this.audit;
    return end.hash === this.#low.data.audit?.hash ? undefined : end;
  }

  async #write(batch: readonly Asked[]): Promise<Written> {
    const made = new Set(makeable(this.#low.data, batch));
    if (made.size > 0) {
      const changes = [...made].map(({ change }) => change);
      const patch = patchOf(changes);
      await this.audit.write([...made].flatMap(({ entries }) => entries));
      await this.#disk.writes('the data folder', () => this.#writePatch(patch, forgets(this.#low.data, changes)));
      this.notifyCommitted(patch, true);
    }
    return { version: this.#low.data.sequence, made };
  }

  async #writePatch(patch: Patch, forgets: boolean): Promise<void> {
    if (forgets) await forgetTorn(this.#folder);
    if (forgets || this.#mustWriteWhole) return this.#writeWhole(patch);
    const { data } = this.#low;
    const audit = this.#newAuditEnd();
    const { text, hash } = lineOf(patch, journalEndOf(data), audit);
    if (this.#journal.bytes + text.length > Math.max(leastJournalLength, this.#file.length)) {
      try {
        return await this.#writeWhole(patch);
      } catch (error) {
        // There may still be room for a line.
        if (this.#mustWriteWhole) throw error;
      }
    }
    const { generation } = data;
    const sequence = data.sequence + 1;
    await this.#journal.append(text, { generation, sequence, hash });
    apply(data, patch, sequence);
    Object.assign(data, { hash, ...(audit && { audit }) });
  }

  // Memory stays as it is until the file is in its place, and no other commit is made meanwhile.
  async #writeWhole(patch: Patch): Promise<void> {
    const { data } = this.#low;
    const audit = this.#newAuditEnd() ?? data.audit;
    const sequence = data.sequence + 1;
    const head = { sequence, generation: randomUUID(), ...(audit && { audit }) };
    try {
      await this.#file.write({ ...head, ...rowsAfter(data, patch) });
    } catch (error) {
      // The file may be ahead of memory, and wouldn't take our next lines for new ones.
      if (!(error instanceof NotReplaced) || error.isUncertain) this.#mustWriteWhole = true;
      throw error;
    }
    apply(data, patch, sequence);
    Object.assign(data, head, { hash: this.#file.hash });
    this.#mustWriteWhole = false;
    await this.#journal.clear(journalEndOf(data)).catch(() => {
      // What is forgotten must not stay there: the next write tries again, and so does the next start.
      this.#mustWriteWhole = true;
    });
  }
}
