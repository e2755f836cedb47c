// Appends lines to a file, on the disk and whole or not at all.
import { constants, type FileHandle, open } from 'node:fs/promises';
import type { EndMark } from './end-mark.js';

// A file that somebody has taken away is not made again: what stood in it would seem never to have been.
const existing = constants.O_WRONLY | constants.O_APPEND;

/** A file that grows by whole lines, by this process alone. `End` says where it ends, to a mark beside it. */
export class AppendFile<End extends object> {
  readonly #path: string;
  readonly #mark: EndMark<End>;
  #bytes: number;
  /** Whether something of ours may stand behind the last line that was acknowledged. */
  #isTorn = false;

  /** `bytes`: how long the file is, all of it whole lines. */
  constructor(path: string, bytes: number, mark: EndMark<End>) {
    this.#path = path;
    this.#bytes = bytes;
    this.#mark = mark;
  }

  /** How long the file is. */
  get bytes(): number {
    return this.#bytes;
  }

  /**
   * Resolves once the lines are on disk, and that they are acknowledged is marked.
   * @throws what the file system throws, or when somebody else writes to the file; then none of them counts.
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
        // What cannot be taken back now is taken back before the next line.
        await this.#takeBack(file).catch(() => undefined);
        throw error;
      }
    });
    this.#bytes += bytes.length;
  }

  /** Takes everything out of it. */
  async clear(end: End): Promise<void> {
    await using(await open(this.#path, existing), async (file) => {
      await file.truncate(0);
      this.#bytes = 0;
      this.#isTorn = false;
      await file.datasync();
    });
    await this.#mark.move(end);
  }

  /** Takes away what an append that failed may have left; what somebody else has written is not ours to take. */
  async #takeBack(file: FileHandle): Promise<void> {
    const { size } = await file.stat();
    if (size < this.#bytes || (size > this.#bytes && !this.#isTorn))
      throw new Error(`${this.#path} is being written to by somebody else`);
    if (size > this.#bytes) await file.truncate(this.#bytes);
    if (this.#isTorn) await file.datasync();
    this.#isTorn = false;
  }
}

/** Makes a file if there is none; whether there was one. */
export async function madeUnlessThere(path: string): Promise<boolean> {
  try {
    await (await open(path, 'ax', 0o600)).close();
    return false;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return true;
    throw error;
  }
}

// What has been flushed is on the disk, however closing goes.
async function using<T>(file: FileHandle, work: (file: FileHandle) => Promise<T>): Promise<T> {
  try {
    return await work(file);
  } finally {
    await file.close().catch(() => undefined);
  }
}
