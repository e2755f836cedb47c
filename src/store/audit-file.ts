// How is who did what written down, so that nobody can change it afterwards without its being noticed?
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { StoreError } from '../domain/errors.js';
import type { Audit, AuditEntry } from '../operations/ports.js';
import { AppendFile } from './append-file.js';
import { type ChainEnd, emptyChain, endAt, entryIn, follow, nextLine } from './audit-chain.js';
import { Batches } from './batches.js';

/** The audit log's file in the data folder. */
export const auditFileName = 'audit.jsonl';

/** An append-only file of JSON lines. Entries that come together are flushed together. */
export class AuditFile implements Audit {
  readonly #path: string;
  readonly #file: AppendFile;
  readonly #origin: () => Partial<AuditEntry> | undefined;
  readonly #batches = new Batches<readonly AuditEntry[]>((batch) => this.#write(batch.flat()));
  #end: ChainEnd;

  private constructor(path: string, file: AppendFile, end: ChainEnd, origin: () => Partial<AuditEntry> | undefined) {
    this.#path = path;
    this.#file = file;
    this.#end = end;
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
      const file = await AppendFile.open(path);
      const last = await file.lastLine();
      const end = last === undefined ? emptyChain : endAt(last);
      if (end) return new AuditFile(path, file, end, origin);
    } catch (cause) {
      throw notWritten(cause);
    }
    throw new StoreError(
      `${path} is damaged at its end`,
      'Somebody or something has changed the audit log. Keep a copy, see `npm run audit:verify`, then move the file away: Gatehouse begins a new one.',
    );
  }

  async append(entries: readonly AuditEntry[]): Promise<void> {
    if (entries.length === 0) return;
    await this.#batches.add(entries.map((entry) => ({ ...entry, ...this.#origin() })));
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

  /** Waits for what is being written. */
  close(): Promise<void> {
    return this.#batches.idle();
  }

  async #write(entries: readonly AuditEntry[]): Promise<void> {
    let end = this.#end;
    const lines = entries.map((entry) => {
      const next = nextLine(end, entry);
      end = next.end;
      return next.text;
    });
    await this.#file.append(lines).catch((cause) => {
      throw notWritten(cause);
    });
    this.#end = end;
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

/** The lines of a file. */
export function linesOf(path: string): AsyncIterable<string> {
  return createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY });
}

function notWritten(cause: unknown): StoreError {
  return new StoreError(
    'the audit log cannot be written',
    'What cannot be written down is not done. The disk may be full or read-only: whoever runs Gatehouse has to mend that; then try again.',
    { cause },
  );
}
