// Where the last acknowledged line of a file ends, in a small file beside it. What stands behind may be dropped; what stands
// before may not, even if nothing that is left in the file shows that it ever was there.
import { constants } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { replaceFile } from '../runtime/replace-file.js';
import { withHash, withoutHash } from './hashed-json.js';

// One sector, so that a power cut leaves the old mark or the new one.
const markBytes = 512;

/** The mark of one file. It outlives the process, and a power cut by being behind: it is not flushed with every line. */
export class EndMark<End extends object> {
  readonly path: string;
  readonly #shape: z.ZodType<End>;

  constructor(file: string, shape: z.ZodType<End>) {
    this.path = `${file}.end`;
    this.#shape = shape;
  }

  /**
   * The end that was acknowledged last, or before that. Absent: there is no mark.
   * @throws when it is damaged.
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
   * The end that was acknowledged last, or before that, of a file that has a mark.
   * @throws when it is damaged or missing.
   */
  async find(): Promise<End> {
    const end = await this.read();
    if (!end) throw new Error(`${this.path} is missing`);
    return end;
  }

  /** Puts a mark on the disk, all or nothing. */
  async begin(end: End): Promise<void> {
    await replaceFile(this.path, textOf(end));
  }

  /** Moves the mark. */
  async move(end: End): Promise<void> {
    const file = await open(this.path, constants.O_WRONLY | constants.O_CREAT, 0o600);
    try {
      await file.write(textOf(end), 0);
    } finally {
      await file.close().catch(() => undefined);
    }
  }
}

// As long as every other, so that no mark shows behind a shorter one.
function textOf(end: object): string {
  return withHash(`${JSON.stringify(end).padEnd(markBytes - 76)}\n`).text;
}
