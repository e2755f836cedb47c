// How does lowdb's data get to disk, so that neither a crash nor a power cut leaves half of it?
import { open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Adapter } from 'lowdb';
import writeFileAtomic from 'write-file-atomic';

/**
 * An adapter for lowdb. Its own JSON file adapter does not flush to the disk: after a power cut the newest file may be
 * empty. This one writes a temporary file, flushes it, puts it in place and flushes the folder.
 */
export class DurableFile<T> implements Adapter<T> {
  readonly #file: string;
  readonly #write: (data: T) => string;

  constructor(file: string, write: (data: T) => string = JSON.stringify) {
    this.#file = file;
    this.#write = write;
  }

  /** `null` when there is no file. A file that is no JSON throws a SyntaxError. */
  async read(): Promise<T | null> {
    try {
      return JSON.parse(await readFile(this.#file, 'utf8')) as T;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
      throw error;
    }
  }

  async write(data: T): Promise<void> {
    await writeFileAtomic(this.#file, this.#write(data), { mode: 0o600, fsync: true });
    const folder = await open(dirname(this.#file), 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  }
}
