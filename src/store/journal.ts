// What has changed since the whole file was last written? Lines that are appended, because that takes no longer for ten
// thousand tenants than for ten.
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { AppendFile } from './append-file.js';
import { type Contents, patchShape } from './contents.js';
import { apply, type Patch } from './patch.js';

/** The journal's file in the data folder. */
export const journalFileName = 'journal.jsonl';

const lineShape = patchShape.extend({ sequence: z.number(), generation: z.string() });

/** The journal, open for writing. */
export class Journal {
  readonly #path: string;
  readonly #file: AppendFile;

  private constructor(path: string, file: AppendFile) {
    this.#path = path;
    this.#file = file;
  }

  /**
   * Opens it, or begins it.
   * @throws what the file system throws.
   */
  static async open(path: string): Promise<Journal> {
    return new Journal(path, await AppendFile.open(path));
  }

  /**
   * Brings contents up to what the journal says; whether all of it was news to them.
   * @throws when it does not follow from them.
   */
  async replay(contents: Contents): Promise<boolean> {
    return replay(await readFile(this.#path, 'utf8'), contents);
  }

  /** How long it is. */
  get bytes(): number {
    return this.#file.bytes;
  }

  /**
   * Resolves once the line is on disk.
   * @throws what the file system throws; then it is not there.
   */
  append(line: string): Promise<void> {
    return this.#file.append([line]);
  }

  /**
   * Takes everything out of it, once that stands in the whole file.
   * @throws what the file system throws; what is left is not read again, as it is older than the whole file.
   */
  clear(): Promise<void> {
    return this.#file.clear();
  }
}

/** A line of the journal, which follows a whole file and the lines after it. */
export function lineOf(patch: Patch, { sequence, generation }: Pick<Contents, 'sequence' | 'generation'>): string {
  return JSON.stringify({ sequence, generation, ...patch });
}

/**
 * Brings contents up to what a journal's text says; whether all of it was news to them. What they have already is left
 * out; the rest has to follow them without a gap.
 * @throws when a line is none of ours, or does not follow.
 */
export function replay(text: string, contents: Contents): boolean {
  let isAllNew = true;
  // What stands after the last line break was never acknowledged.
  for (const each of text.split('\n').slice(0, -1)) {
    const line: unknown = JSON.parse(each);
    const { sequence, generation } = lineShape.parse(line);
    if (sequence <= contents.sequence) {
      isAllNew = false;
      continue;
    }
    if (generation !== contents.generation) throw new Error('a line follows another whole file');
    if (sequence !== contents.sequence + 1) throw new Error(`line ${contents.sequence + 1} is missing`);
    apply(contents, line as Patch);
    contents.sequence = sequence;
  }
  return isAllNew;
}
