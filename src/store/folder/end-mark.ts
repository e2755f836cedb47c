// The end of a file's last acknowledged line, kept in a small file beside it. What stands behind it may be dropped; what
// stands before it may not, even where the file itself no longer shows that it was there.
import { constants } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { replaceFile } from '../../runtime/replace-file.js';
import { withHash, withoutHash } from './hashed-json.js';

// One sector: a power cut leaves the old mark or the new one.
const markBytes = 512;

/** The mark of one file. It isn't flushed with every line, so a power cut may leave an older one, never a newer one. */
export class EndMark<End extends object> {
  readonly path: string;
  readonly #shape: z.ZodType<End>;

  constructor(file: string, shape: z.ZodType<End>) {
    this.path = `${file}.end`;
    this.#shape = shape;
  }

  /**
   * The end that was acknowledged last, or an earlier one. `undefined`: there is no mark.
   * @throws when it's damaged.
   */
  async read(): Promise<End | undefined> {
    const bytes = await readFile(this.path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    if (!bytes) return undefined;
    const { hash, json } = withoutHash(bytes);
    if (hash === undefined) throw new Error('it has no hash');
    return this.#shape.parse(JSON.parse(json));
  }

  /**
   * The same for a file that must have a mark.
   * @throws when it's damaged or missing.
   */
  async find(): Promise<End> {
    const end = await this.read();
    if (!end) throw new Error(`${this.path} is missing`);
    return end;
  }

  /** Writes the mark whole, flushed. */
  async begin(end: End): Promise<void> {
    await replaceFile(this.path, textOf(end));
  }

  /** Overwrites the mark in place, without flushing. */
  async move(end: End): Promise<void> {
    const file = await open(this.path, constants.O_WRONLY | constants.O_CREAT, 0o600);
    try {
      await file.write(textOf(end), 0);
    } finally {
      await file.close().catch(() => undefined);
    }
  }
}

// Of one length, so that no longer mark shows behind a shorter one.
function textOf(end: object): string {
  return withHash(`${JSON.stringify(end).padEnd(markBytes - 76)}\n`).text;
}
