// A lowdb adapter that survives a crash and a power cut, and notices a file that was changed since.
import { readFile } from 'node:fs/promises';
import type { Adapter } from 'lowdb';
import { replaceFile } from '../../runtime/replace-file.js';
import { withHash, withoutHash } from './hashed-json.js';

/**
 * An adapter for lowdb, whose own one doesn't flush: after a power cut the newest file may be empty. This one writes a
 * temporary file, flushes it, puts it in place and flushes the folder. The file carries its hash.
 */
export class DurableFile<T> implements Adapter<T> {
  readonly #file: string;
  readonly #textOf: (data: T) => string;
  readonly #dataOf: (json: unknown, hash?: string) => T;

  /** `textOf` gives an object's JSON. `dataOf` throws when the JSON is none of ours; `hash` absent: none in it. */
  constructor(file: string, textOf: (data: T) => string, dataOf: (json: unknown, hash?: string) => T) {
    this.#file = file;
    this.#textOf = textOf;
    this.#dataOf = dataOf;
  }

  /**
   * `null`: there is no file.
   * @throws when the file is no JSON, or not as it was written.
   */
  async read(): Promise<T | null> {
    try {
      const { json, hash } = withoutHash(await readFile(this.#file));
      return this.#dataOf(JSON.parse(json), hash);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
      throw error;
    }
  }

  /**
   * Resolves once the data is flushed.
   * @throws NotReplaced
   */
  async write(data: T): Promise<void> {
    await replaceFile(this.#file, withHash(this.#textOf(data)).text);
  }
}
