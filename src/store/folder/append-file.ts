// Appends whole lines to a file, flushed, all of them or none.
import { constants, type FileHandle, open } from 'node:fs/promises';
import type { EndMark } from './end-mark.js';

// A file that was taken away isn't made again: what stood in it would seem never to have been.
const existing = constants.O_WRONLY | constants.O_APPEND;

/** A file that grows by whole lines, written by this process alone. `End` goes to a mark beside it with every append. */
export class AppendFile<End extends object> {
  readonly #path: string;
  readonly #mark: EndMark<End>;
  #bytes: number;
  /** Whether a failed append may have left something behind the last acknowledged line. */
  #isTorn = false;

  /** `bytes`: the file's length, all of it whole lines. */
  constructor(path: string, bytes: number, mark: EndMark<End>) {
    this.#path = path;
    this.#bytes = bytes;
    this.#mark = mark;
  }

  /** The file's length. */
  get bytes(): number {
    return this.#bytes;
  }

  /**
   * Resolves once the lines are flushed and the mark is moved.
   * @throws what the file system throws, or when another process writes to the file; then none of the lines counts.
   */
  async append(lines: readonly string[], end: End): Promise<void> {
    const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''));
    await using(await open(this.#path, existing), async (file) => {
      await this.#takeBack(file);
      this.#isTorn = true;
      try {
        await file.appendFile(bytes);
        await file.datasync();
        await this.#mark.move(end);
        this.#isTorn = false;
      } catch (error) {
        // What can't be taken back now is taken back before the next line.
        await this.#takeBack(file).catch(() => undefined);
        throw error;
      }
    });
    this.#bytes += bytes.length;
  }

  /** Empties the file. */
  async clear(end: End): Promise<void> {
    await using(await open(this.#path, existing), async (file) => {
      await file.truncate(0);
      this.#bytes = 0;
      this.#isTorn = false;
      await file.datasync();
    });
    await this.#mark.move(end);
  }

  /** Cuts off what a failed append may have left; what another process has written isn't ours to cut. */
  async #takeBack(file: FileHandle): Promise<void> {
    const { size } = await file.stat();
    if (size < this.#bytes || (size > this.#bytes && !this.#isTorn))
      throw new Error(`${this.#path} is being written to by another process`);
    if (size > this.#bytes) await file.truncate(this.#bytes);
    if (this.#isTorn) await file.datasync();
    this.#isTorn = false;
  }
}

/** Makes a file if there is none. Resolves to whether there was one. */
export async function madeUnlessThere(path: string): Promise<boolean> {
  try {
    await (await open(path, 'ax', 0o600)).close();
    return false;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return true;
    throw error;
  }
}

// What is flushed is on the disk, however closing goes.
async function using<T>(file: FileHandle, work: (file: FileHandle) => Promise<T>): Promise<T> {
  try {
    return await work(file);
  } finally {
    await file.close().catch(() => undefined);
  }
}
