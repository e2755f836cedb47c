// The changes since the whole file was last written, a line each: appending takes no longer for ten thousand tenants than
// for ten. Each line carries its hash and that of the one before, the first that of the whole file.
import { z } from 'zod';
import type { ChainEnd } from '../records/audit-chain.js';
import { type Contents, chainEndShape, checkPatch, hashedSchema, patchFrom, whyUnread } from '../records/contents.js';
import type { LineReader } from '../records/line-reader.js';
import { applyRead, type Patch } from '../records/patch.js';
import { AppendFile, madeUnlessThere } from './append-file.js';
import { EndMark } from './end-mark.js';
import { withHash, withoutHash } from './hashed-json.js';
import { readLines, type TornTail } from './lines.js';

/** The journal's file in the data folder. */
export const journalFileName = 'journal.jsonl';

const placeShape = z.looseObject({
  sequence: z.int().positive(),
  generation: z.string(),
  before: z.string().optional(),
});
const auditShape = z.looseObject({ audit: chainEndShape.optional() });

const endShape = z.object({ generation: z.string(), sequence: z.int(), hash: z.string() });
/** The end of a journal: the last line that is in the contents. */
export type JournalEnd = z.infer<typeof endShape>;

/** An opened journal, and what was odd about it. */
export interface OpenJournal {
  readonly journal: Journal;
  /** Whether every line was newer than the whole file. */
  readonly isAllNew: boolean;
  readonly torn?: TornTail | undefined;
  /** Why the mark of its end can't be read. */
  readonly markUnread?: Error | undefined;
}

/** The journal, open for writing. */
export class Journal {
  readonly #file: AppendFile<JournalEnd>;

  private constructor(file: AppendFile<JournalEnd>) {
    this.#file = file;
  }

  /**
   * Opens or begins it, and applies its lines to the contents. What a crash left of an unacknowledged line is moved to a
   * file beside it.
   * @throws DamagedLines when it doesn't follow from the contents, or doesn't reach its acknowledged end; else what the file
   * system throws.
   */
  static async open(path: string, contents: Contents): Promise<OpenJournal> {
    const mark = new EndMark(path, endShape);
    await madeUnlessThere(path);
    let markUnread: Error | undefined;
    const known = await (contents.hash === '' ? mark.read() : mark.find()).catch((error: Error) => {
      markUnread = error;
      return undefined;
    });
    const replay = new Replay(contents, known);
    const { bytes, torn } = await readLines(path, replay);
    await mark.begin(journalEndOf(contents));
    return { journal: new Journal(new AppendFile(path, bytes, mark)), isAllNew: replay.isAllNew, torn, markUnread };
  }

  /** Its length. */
  get bytes(): number {
    return this.#file.bytes;
  }

  /**
   * Resolves once the line is flushed.
   * @throws what the file system throws; then the line isn't there.
   */
  append(line: string, end: JournalEnd): Promise<void> {
    return this.#file.append([line], end);
  }

  /**
   * Empties it, once all of it is in the whole file.
   * @throws what the file system throws; what is left is skipped at the next start, as it's older than the whole file.
   */
  clear(end: JournalEnd): Promise<void> {
    return this.#file.clear(end);
  }
}

/** The journal's next line after an end, and its hash. `audit`: the audit log's end, where that is new. */
export function lineOf(
  patch: Patch,
  { generation, sequence, hash: before }: JournalEnd,
  audit: ChainEnd | undefined,
): { readonly text: string; readonly hash: string } {
  return withHash(JSON.stringify({ before, sequence: sequence + 1, generation, ...(audit && { audit }), ...patch }));
}

/** The end of the journal of these contents. */
export function journalEndOf({ generation, sequence, hash }: Contents): JournalEnd {
  return { generation, sequence, hash };
}

/**
 * Applies a journal's lines to contents. Lines older than the whole file, which a crash may have left there, are skipped;
 * the rest has to follow without a gap.
 */
export class Replay implements LineReader {
  readonly #contents: Contents;
  readonly #known: JournalEnd | undefined;
  readonly #isHashed: boolean;
  #isKnownMet: boolean;
  /** Whether every line was newer than the whole file. */
  isAllNew = true;

  /** `known`: an end that was acknowledged. */
  constructor(contents: Contents, known?: JournalEnd) {
    this.#contents = contents;
    this.#known = known;
    this.#isHashed = contents.schema >= hashedSchema;
    this.#isKnownMet = this.#meetsKnown();
  }

  take(line: Buffer): string | undefined {
    try {
      return this.#take(line);
    } catch (error) {
      return whyUnread(error);
    }
  }

  #take(line: Buffer): string | undefined {
    const { hash, json } = withoutHash(line);
    const value: unknown = JSON.parse(json);
    const { sequence, generation, before } = placeShape.parse(value);
    const contents = this.#contents;
    if (sequence <= contents.sequence && (generation !== contents.generation || !this.#isHashed)) {
      this.isAllNew = false;
      return undefined;
    }
    if (generation !== contents.generation) return 'it belongs to another version of the whole file';
    if (sequence !== contents.sequence + 1) return `it’s change ${sequence}, but follows change ${contents.sequence}`;
    if (this.#isHashed && (hash === undefined || before !== contents.hash)) return 'its hash doesn’t match';
    const { audit } = auditShape.parse(value);
    const patch = patchFrom(value, contents.schema);
    checkPatch(patch);
    applyRead(contents, patch as Patch, sequence);
    if (hash !== undefined) contents.hash = hash;
    if (audit) contents.audit = audit;
    this.#isKnownMet ||= this.#meetsKnown();
    return undefined;
  }

  isWhole(line: Buffer): boolean {
    try {
      const { hash, json } = withoutHash(line);
      placeShape.parse(JSON.parse(json));
      return hash !== undefined || !this.#isHashed;
    } catch {
      return false;
    }
  }

  hasAll(): boolean {
    return this.#isKnownMet;
  }

  #meetsKnown(): boolean {
    if (!this.#known) return true;
    const { generation, sequence, hash } = this.#contents;
    // A newer whole file has all of it.
    if (generation !== this.#known.generation) return sequence > this.#known.sequence;
    return sequence === this.#known.sequence && hash === this.#known.hash;
  }
}
