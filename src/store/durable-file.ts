// How does lowdb's data get to disk, so that neither a crash nor a power cut leaves half of it?
import { readFile } from 'node:fs/promises';
import type { Adapter } from 'lowdb';
import { replaceFile } from '../replace-file.js';

/**
 * An adapter for lowdb. Its own JSON file adapter does not flush to the disk: after a power cut the newest file may be
 * empty. This one writes a temporary file, flushes it, puts it in place and flushes the folder.
 */
export class DurableFile<T> implements Adapter<T> {
  readonly #file: string;
  readonly #textOf: (data: T) => string;
  readonly #dataOf: (json: unknown) => T;
  #length = 0;

  /** `dataOf` may throw when the JSON is none of ours. */
  constructor(file: string, textOf: (data: T) => string = JSON.stringify, dataOf = (json: unknown) => json as T) {
    this.#file = file;
    this.#textOf = textOf;
    this.#dataOf = dataOf;
  }

  /** How long the text is that was last read or written, in characters. */
  get length(): number {
    return this.#length;
  }

  /** `null` when there is no file. A file that is no JSON throws a SyntaxError. */
  async read(): Promise<T | null> {
    try {
      const text = await readFile(this.#file, 'utf8');
      this.#length = text.length;
      return this.#dataOf(JSON.parse(text));
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
      throw error;
    }
  }

  /**
   * Resolves once the data is on disk.
   * @throws NotReplaced
   */
  async write(data: T): Promise<void> {
    const text = this.#textOf(data);
    await replaceFile(this.#file, text);
    this.#length = text.length;
  }
}
