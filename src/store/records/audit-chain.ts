// The hash chain of the audit log: each line carries the hash of the one before.
import { z } from 'zod';
import type { AuditEntry } from '../../domain/tenant/audit-entry.js';
import type { LineReader } from './line-reader.js';
import { factName } from './migrate.js';
import { sha256 } from './sha256.js';

/** What the first line carries as the hash before it. */
export const noHash = '0'.repeat(64);

/** The end of a chain: how many lines it has, and the hash of the last one. */
export interface ChainEnd {
  readonly lines: number;
  readonly hash: string;
}

/** The end of a chain without lines. */
export const emptyChain: ChainEnd = { lines: 0, hash: noHash };

/** `what` of the first line of a log that was begun in place of one that is gone. */
export const begunAnew = 'auditBegunAnew';

const lineShape = z.looseObject({
  line: z.number().int().min(1),
  at: z.string(),
  what: z.string(),
  before: z.string().regex(/^[0-9a-f]{64}$/),
});

/** The next line, without its line break, and the end of the chain with it. */
export function nextLine(
  { lines, hash }: ChainEnd,
  entry: AuditEntry,
): { readonly text: string; readonly end: ChainEnd } {
  const text = JSON.stringify({ line: lines + 1, ...entry, before: hash });
  return { text, end: { lines: lines + 1, hash: sha256(text) } };
}

/** The end of the chain after a line of a file; `undefined`: the line doesn't follow from the one before. */
export function follow({ lines, hash }: ChainEnd, line: Buffer): ChainEnd | undefined {
  // The first and the last key, without parsing: every line of a long log is looked at when it is opened.
  const start = `{"line":${lines + 1},`;
  const end = `,"before":"${hash}"}`;
  const follows =
    line.length > start.length + end.length &&
    line.toString('latin1', 0, start.length) === start &&
    line.toString('latin1', line.length - end.length) === end;
  return follows ? { lines: lines + 1, hash: sha256(line) } : undefined;
}

/** The entry in a line; `undefined`: it's no line of an audit log. */
export function entryIn(text: string): AuditEntry | undefined {
  const read = readLine(text);
  if (!read) return undefined;
  const { line: _line, before: _before, ...entry } = read;
  // Lines are never rewritten, so older ones keep older names.
  return { ...entry, what: factName(entry.what) } as unknown as AuditEntry;
}

/** Follows a chain from its first line, past every end of it that is known from elsewhere. */
export class ChainReader implements LineReader {
  /** The end of what was read so far. */
  end: ChainEnd = emptyChain;
  readonly #known: readonly ChainEnd[];
  #last: Buffer | undefined;

  constructor(known: readonly ChainEnd[] = []) {
    this.#known = known;
  }

  take(line: Buffer): string | undefined {
    const next = follow(this.end, line);
    if (!next) return 'it doesn’t follow from the line before, unless that one was changed';
    if (this.#known.some(({ lines, hash }) => lines === next.lines && hash !== next.hash))
      return 'its hash isn’t the recorded one';
    this.end = next;
    this.#last = line;
    return undefined;
  }

  isWhole(line: Buffer): boolean {
    return readLine(line.toString('utf8')) !== undefined;
  }

  hasAll(): boolean {
    return this.#known.every(({ lines }) => lines <= this.end.lines);
  }

  /** Whether the last line is one of an audit log: no hash vouches for it where the chain's end isn't known. */
  isLastWhole(): boolean {
    return this.#last === undefined || this.isWhole(this.#last);
  }
}

function readLine(text: string): z.infer<typeof lineShape> | undefined {
  try {
    return lineShape.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** What lines of the log say, one after the other; what is no line is left out. */
export async function* entriesIn(lines: AsyncIterable<Buffer>): AsyncGenerator<AuditEntry> {
  for await (const line of lines) {
    const entry = entryIn(line.toString('utf8'));
    if (entry) yield entry;
  }
}
