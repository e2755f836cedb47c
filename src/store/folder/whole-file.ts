// The whole file on the disk, as a lowdb adapter that survives a crash and a power cut and notices a file that was changed
// since. It's read and written in slices, between which everything else goes on.
import { open, readFile } from 'node:fs/promises';
import type { Adapter } from 'lowdb';
import { replaceFile } from '../../runtime/replace-file.js';
import type { Contents } from '../records/contents.js';
import { carriesHash, HashCheck, writeHashed } from './hashed-json.js';
import { slicesOfFile } from './lines.js';
import { textOf, type Whole, WholeReader } from './whole-text.js';

/** The whole file. What is written must not change before that has ended. */
export class WholeFile implements Adapter<Contents> {
  readonly #path: string;
  #length = 0;
  #hash = '';

  constructor(path: string) {
    this.#path = path;
  }

  /** Its length when it was last read or written, in bytes. */
  get length(): number {
    return this.#length;
  }

  /** The hash that was last written. */
  get hash(): string {
    return this.#hash;
  }

  /**
   * `null`: there is no file.
   * @throws when the file is no JSON, not as it was written, or none of ours.
   */
  async read(): Promise<Contents | null> {
    try {
      return (await beginsWithHash(this.#path)) ? await this.#readLines() : await this.#readOlder();
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
      throw error;
    }
  }

  /**
   * Resolves once everything is flushed.
   * @throws NotReplaced
   */
  async write(whole: Whole): Promise<void> {
    let written = { bytes: 0, hash: '' };
    await replaceFile(this.#path, async (file) => {
      written = await writeHashed(file, textOf(whole));
    });
    this.#length = written.bytes;
    this.#hash = written.hash;
  }

  async #readLines(): Promise<Contents> {
    const check = new HashCheck();
    const reader = new WholeReader();
    let length = 0;
    const begun: Buffer[] = [];
    for await (const bytes of slicesOfFile(this.#path)) {
      check.take(bytes);
      length += bytes.length;
      const end = bytes.lastIndexOf('\n') + 1;
      if (end > 0) reader.take(Buffer.concat([...begun.splice(0), bytes.subarray(0, end)]).toString('utf8'));
      begun.push(bytes.subarray(end));
    }
    reader.take(Buffer.concat(begun).toString('utf8'));
    this.#length = length;
    return reader.contents(check.end());
  }

  // Schemas before hashes, whose lines may have been laid out anew by hand.
  async #readOlder(): Promise<Contents> {
    const reader = new WholeReader();
    const bytes = await readFile(this.#path);
    reader.take(bytes.toString('utf8'));
    this.#length = bytes.length;
    return reader.contents();
  }
}

async function beginsWithHash(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { buffer } = await file.read({ buffer: Buffer.alloc(16) });
    return carriesHash(buffer);
  } finally {
    await file.close();
  }
}
