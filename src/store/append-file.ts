// How does a line get to the end of a file for good, whole or not at all?
import { constants, type FileHandle, open } from 'node:fs/promises';

// As much of the end of a file as one append may have written.
const tailBytes = 4 * 1024 * 1024;
// A file that somebody has taken away is not made again: what stood in it would seem never to have been.
const existing = constants.O_WRONLY | constants.O_APPEND;

/** A file that grows by whole lines, by this process alone. */
export class AppendFile {
  readonly #path: string;
  #bytes: number;
  /** Whether something of ours may stand behind the last line that was acknowledged. */
  #isTorn = false;

  private constructor(path: string, bytes: number) {
    this.#path = path;
    this.#bytes = bytes;
  }

  /**
   * Opens the file, or makes it. What a crash has left of a line was never acknowledged, and is taken away.
   * @throws what the file system throws.
   */
  static async open(path: string): Promise<AppendFile> {
    return using(await open(path, 'a+', 0o600), async (file) => {
      const { size } = await file.stat();
      const whole = await endOfWholeLines(file, size);
      if (whole < size) await file.truncate(whole);
      return new AppendFile(path, whole);
    });
  }

  /** How long the file is. */
  get bytes(): number {
    return this.#bytes;
  }

  /** The last line; `undefined` when there is none. One that is longer than 4 MB is told in part. */
  async lastLine(): Promise<string | undefined> {
    if (this.#bytes === 0) return undefined;
    return using(await open(this.#path, 'r'), async (file) => (await tailOf(file, this.#bytes)).toString('utf8'));
  }

  /**
   * Resolves once the lines are on disk.
   * @throws what the file system throws, or when somebody else writes to the file; then none of them counts.
   */
  async append(lines: readonly string[]): Promise<void> {
    const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''));
    await using(await open(this.#path, existing), async (file) => {
      await this.#takeBack(file);
      this.#isTorn = true;
      try {
        await file.appendFile(bytes);
        await file.datasync();
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
  async clear(): Promise<void> {
    await using(await open(this.#path, existing), async (file) => {
      await file.truncate(0);
      this.#bytes = 0;
      this.#isTorn = false;
      await file.datasync();
    });
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

// What has been flushed is on the disk, however closing goes.
async function using<T>(file: FileHandle, work: (file: FileHandle) => Promise<T>): Promise<T> {
  try {
    return await work(file);
  } finally {
    await file.close().catch(() => undefined);
  }
}

async function endOfWholeLines(file: FileHandle, size: number): Promise<number> {
  const end = await endOfLine(file, size);
  const start = Math.max(0, end - tailBytes);
  // After a power cut parts of what was appended last may be there and others not: those read as zeros.
  const zero = (await read(file, start, end - start)).indexOf(0);
  return zero < 0 ? end : endOfLine(file, start + zero);
}

/** Where the last line break ends that stands before a place in the file; 0 when there is none. */
async function endOfLine(file: FileHandle, before: number): Promise<number> {
  for (let end = before; end > 0; end = Math.max(0, end - tailBytes)) {
    const start = Math.max(0, end - tailBytes);
    const at = (await read(file, start, end - start)).lastIndexOf('\n');
    if (at >= 0) return start + at + 1;
  }
  return 0;
}

/** The line that ends at a place in the file, or the last 4 MB of it. */
async function tailOf(file: FileHandle, end: number): Promise<Buffer> {
  const start = Math.max(0, end - tailBytes);
  const tail = await read(file, start, end - start);
  return tail.subarray(tail.lastIndexOf('\n', -2) + 1, -1);
}

async function read(file: FileHandle, start: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, start);
  return buffer.subarray(0, bytesRead);
}
