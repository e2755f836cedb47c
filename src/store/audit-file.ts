// How is who did what written down, so that nobody can change it afterwards without its being noticed?
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { StoreError } from '../domain/errors.js';
import type { Audit, AuditEntry } from '../operations/ports.js';
import { type ChainEnd, emptyChain, endAt, entryIn, follow, nextLine } from './audit-chain.js';

/** The audit log's file in the data folder. */
export const auditFileName = 'audit.jsonl';

interface Waiting {
  readonly entries: readonly AuditEntry[];
  readonly resolve: () => void;
  readonly reject: (error: StoreError) => void;
}

// Longer than any line.
const tailBytes = 64 * 1024;

/** An append-only file of JSON lines. Entries that come together are flushed together. */
export class AuditFile implements Audit {
  readonly #path: string;
  readonly #file: FileHandle;
  readonly #origin: () => Partial<AuditEntry> | undefined;
  #end: ChainEnd = emptyChain;
  #bytes = 0;
  #waiting: Waiting[] = [];
  #writing: Promise<void> | undefined;

  private constructor(path: string, file: FileHandle, origin: () => Partial<AuditEntry> | undefined) {
    this.#path = path;
    this.#file = file;
    this.#origin = origin;
  }

  /**
   * Opens the log of a data folder. A last line that a crash has cut short was never acknowledged, and is taken away.
   * `origin` tells where what is being done comes from.
   * @throws StoreError when it cannot be opened, or its last line is none of ours.
   */
  static async open(folder: string, origin: () => Partial<AuditEntry> | undefined): Promise<AuditFile> {
    const path = join(folder, auditFileName);
    try {
      const file = await open(path, 'a+', 0o600);
      const { size } = await file.stat();
      const { whole, last } = await readTail(file, size);
      if (whole < size) await file.truncate(whole);
      const end = last === undefined ? emptyChain : endAt(last);
      if (end) {
        const audit = new AuditFile(path, file, origin);
        audit.#end = end;
        audit.#bytes = whole;
        return audit;
      }
      await file.close();
    } catch (cause) {
      throw notWritten(cause);
    }
    throw new StoreError(
      `${path} is damaged at its end`,
      'Somebody or something has changed the audit log. Keep a copy, see `npm run audit:verify`, then move the file away: Gatehouse begins a new one.',
    );
  }

  append(entries: readonly AuditEntry[]): Promise<void> {
    if (entries.length === 0) return Promise.resolve();
    const stamped = entries.map((entry) => ({ ...entry, ...this.#origin() }));
    return new Promise((resolve, reject) => {
      this.#waiting.push({ entries: stamped, resolve, reject });
      this.#writing ??= this.#writeAll();
    });
  }

  async of(tenantId: string, most: number): Promise<readonly AuditEntry[]> {
    const found: AuditEntry[] = [];
    for await (const text of linesOf(this.#path)) {
      // Cheaper than parsing every line of a long log.
      const entry = text.includes(tenantId) ? entryIn(text) : undefined;
      if (entry?.tenantId === tenantId) found.push(entry);
    }
    return found.slice(-most).reverse();
  }

  /** Waits for what is being written and closes the file. */
  async close(): Promise<void> {
    await this.#writing;
    await this.#file.close();
  }

  async #writeAll(): Promise<void> {
    // Whatever else is asked for in this turn of the event loop comes along.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      await this.#write(batch);
    }
    this.#writing = undefined;
  }

  async #write(batch: readonly Waiting[]): Promise<void> {
    let end = this.#end;
    const texts = batch.flatMap(({ entries }) =>
      entries.map((entry) => {
        const next = nextLine(end, entry);
        end = next.end;
        return `${next.text}\n`;
      }),
    );
    const bytes = Buffer.from(texts.join(''));
    try {
      await this.#file.appendFile(bytes);
      await this.#file.datasync();
    } catch (cause) {
      // Half a line, or whole ones that nobody was told of, would break the chain.
      await this.#file.truncate(this.#bytes).catch(() => undefined);
      for (const { reject } of batch) reject(notWritten(cause));
      return;
    }
    this.#end = end;
    this.#bytes += bytes.length;
    for (const { resolve } of batch) resolve();
  }
}

/** What a check of a whole log found: where the chain ends, or the first line that does not follow. */
export type AuditCheck = ChainEnd | { readonly brokenAt: number };

/**
 * Follows the chain from the first line to the last.
 * @throws when the file cannot be read.
 */
export async function checkAudit(path: string): Promise<AuditCheck> {
  let end = emptyChain;
  for await (const text of linesOf(path)) {
    const next = follow(end, text);
    if (!next) return { brokenAt: end.lines + 1 };
    end = next;
  }
  return end;
}

function linesOf(path: string): AsyncIterable<string> {
  return createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY });
}

/** The last whole line, and how many bytes there are up to its end. */
async function readTail(file: FileHandle, size: number): Promise<{ readonly whole: number; readonly last?: string }> {
  const start = Math.max(0, size - tailBytes);
  const { buffer } = await file.read(Buffer.alloc(size - start), 0, size - start, start);
  const end = buffer.lastIndexOf('\n');
  if (end < 0) return start === 0 ? { whole: 0 } : { whole: size, last: '' };
  const before = buffer.lastIndexOf('\n', end - 1);
  return { whole: start + end + 1, last: buffer.subarray(before + 1, end).toString('utf8') };
}

function notWritten(cause: unknown): StoreError {
  return new StoreError(
    'the audit log cannot be written',
    'What cannot be written down is not done. The disk may be full or read-only: whoever runs Gatehouse has to mend that; then try again.',
    { cause },
  );
}
