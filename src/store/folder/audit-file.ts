// The audit log as a file of chained JSON lines, in which every later change shows.
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { StoreError } from '../../domain/errors.js';
import type { AuditEntry } from '../../domain/tenant/audit-entry.js';
import type { Audit } from '../../operations/ports/audit.js';
import type { Clock } from '../../runtime/clock.js';
import type { Log } from '../../runtime/log.js';
import { replaceFile } from '../../runtime/replace-file.js';
import {
  begunAnew,
  type ChainEnd,
  ChainReader,
  emptyChain,
  entriesIn,
  entryIn,
  nextLine,
} from '../records/audit-chain.js';
import { Batches } from '../records/batches.js';
import { chainEndShape } from '../records/contents.js';
import { AppendFile, madeUnlessThere } from './append-file.js';
import { type DiskWatch, unwatched } from './disk-watch.js';
import { EndMark } from './end-mark.js';
import { DamagedLines, readLines, wholeLines } from './lines.js';

/** The audit log's file in the data folder. */
export const auditFileName = 'audit.jsonl';

/** What an audit log needs. */
export interface AuditFileDeps {
  /** Conversation and correlation id of the work under way, for every entry. Absent: none has any. */
  readonly origin?: (() => Partial<AuditEntry> | undefined) | undefined;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
  /** An end that the log has had, as the store remembers it. Absent: it remembers none. */
  readonly known?: ChainEnd | undefined;
  /** Told how each write goes. Absent: failures are thrown, and the disk isn't asked again. */
  readonly disk?: DiskWatch;
}

/** An append-only file of JSON lines. Entries that come together are flushed together. */
export class AuditFile implements Audit {
  readonly #path: string;
  readonly #file: AppendFile<ChainEnd>;
  readonly #origin: () => Partial<AuditEntry> | undefined;
  readonly #disk: DiskWatch;
  readonly #batches = new Batches<readonly AuditEntry[]>((batch) => this.#write(batch.flat()));
  #end: ChainEnd;

  private constructor(path: string, file: AppendFile<ChainEnd>, end: ChainEnd, { origin, disk }: AuditFileDeps) {
    this.#path = path;
    this.#file = file;
    this.#end = end;
    this.#origin = origin ?? (() => undefined);
    this.#disk = disk ?? unwatched(path);
  }

  /**
   * Opens the log of a data folder and follows its whole chain. A torn, unacknowledged end is moved to a file beside it. In
   * place of a log that is gone a new one is begun, whose first line says so.
   * @throws StoreError when it can't be opened, is damaged, or lacks lines that are known to have been there.
   */
  static async open(folder: string, deps: AuditFileDeps): Promise<AuditFile> {
    const { clock, log, known } = deps;
    const path = join(folder, auditFileName);
    const mark = new EndMark(path, chainEndShape);
    try {
      const isMarked = known !== undefined && known.lines > 0 && (await isThere(path));
      const marked = await (isMarked ? mark.find() : mark.read()).catch((error) =>
        log.warn('endMarkUnread', { file: auditFileName, error }),
      );
      const ends = [marked, known].filter((end) => end !== undefined);
      const isGone = await beginUnlessThere(path, ends, clock, log);
      const reader = new ChainReader(isGone ? [] : ends);
      const { bytes, torn } = await readLines(path, reader);
      if (!reader.isLastWhole()) throw new DamagedLines(reader.end.lines, 'isn’t an audit log line');
      if (torn) log.warn('tornTailKept', { file: auditFileName, ...torn });
      await mark.begin(reader.end);
      return new AuditFile(path, new AppendFile(path, bytes, mark), reader.end, deps);
    } catch (cause) {
      throw cause instanceof DamagedLines ? damaged(path, cause) : cause;
    }
  }

  /** The end of its chain. */
  get end(): ChainEnd {
    return this.#end;
  }

  append(entries: readonly AuditEntry[]): Promise<void> {
    return this.write(this.withOrigin(entries));
  }

  /** Entries with where they come from, as it is now. */
  withOrigin(entries: readonly AuditEntry[]): readonly AuditEntry[] {
    const origin = this.#origin();
    return entries.map((entry) => ({ ...entry, ...origin }));
  }

  /**
   * Appends entries that have their origin already.
   * @throws StoreError
   */
  async write(entries: readonly AuditEntry[]): Promise<void> {
    if (entries.length > 0) await this.#batches.add(entries);
  }

  async of(tenantId: string, most: number): Promise<readonly AuditEntry[]> {
    const found: AuditEntry[] = [];
    for await (const line of this.lines()) {
      // Cheaper than parsing every line of a long log.
      const entry = line.includes(tenantId) ? entryIn(line.toString('utf8')) : undefined;
      if (entry?.tenantId === tenantId) found.push(entry);
    }
    return found.slice(-most).reverse();
  }

  lines(): AsyncIterable<Buffer> {
    return wholeLines(this.#path);
  }

  allEntries(): AsyncIterable<AuditEntry> {
    return entriesIn(this.lines());
  }

  /** Resolves once nothing is being written. */
  close(): Promise<void> {
    return this.#batches.idle();
  }

  async #write(entries: readonly AuditEntry[]): Promise<void> {
    let end = this.#end;
    const lines = entries.map((entry) => {
      const next = nextLine(end, entry);
      end = next.end;
      return next.text;
    });
    await this.#disk.writes('the audit log', () => this.#file.append(lines, end));
    this.#end = end;
  }
}

/** Begins a log. Resolves to whether it replaces one that is gone. */
async function beginUnlessThere(
  path: string,
  known: readonly ChainEnd[],
  clock: AuditFileDeps['clock'],
  log: Log,
): Promise<boolean> {
  const last = known.reduce((a, b) => (b.lines > a.lines ? b : a), emptyChain);
  if (last.lines === 0 || (await isThere(path))) {
    await madeUnlessThere(path);
    return false;
  }
  log.error(begunAnew, { file: auditFileName, lines: last.lines, hash: last.hash });
  const why = `the log is gone; it had ${last.lines} lines or more, of which line ${last.lines} had the hash ${last.hash}`;
  const { text } = nextLine(emptyChain, { at: clock.now(), what: begunAnew, why });
  await replaceFile(path, `${text}\n`);
  return true;
}

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}

function damaged(path: string, cause: DamagedLines): StoreError {
  return new StoreError(
    `${path} is damaged: ${cause.message}`,
    'Restore it from a backup, or move it out of the folder and keep it: Gatehouse then starts a new log, whose first line says so. To check a copy, run `npm run audit:verify`.',
    { cause },
  );
}
