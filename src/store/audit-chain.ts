// What makes a line of the audit log follow from the one before?
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { AuditEntry } from '../operations/ports.js';

/** What the first line names as the hash before it. */
export const noHash = '0'.repeat(64);

/** Where a chain ends: how many lines there are, and the hash of the last one. */
export interface ChainEnd {
  readonly lines: number;
  readonly hash: string;
}

/** The end of a chain without lines. */
export const emptyChain: ChainEnd = { lines: 0, hash: noHash };

const lineShape = z.looseObject({ line: z.number().int().min(1), before: z.string().regex(/^[0-9a-f]{64}$/) });

/** The text of the next line, without the line break, and where the chain ends with it. */
export function nextLine(
  { lines, hash }: ChainEnd,
  entry: AuditEntry,
): { readonly text: string; readonly end: ChainEnd } {
  const text = JSON.stringify({ line: lines + 1, ...entry, before: hash });
  return { text, end: { lines: lines + 1, hash: hashOf(text) } };
}

/** Where the chain ends after a line of a file; `undefined` when the line does not follow from the one before. */
export function follow({ lines, hash }: ChainEnd, text: string): ChainEnd | undefined {
  const read = readLine(text);
  return read?.line === lines + 1 && read.before === hash ? { lines: lines + 1, hash: hashOf(text) } : undefined;
}

/** Where the chain ends if this line is its last; `undefined` when it is no line of an audit log. */
export function endAt(text: string): ChainEnd | undefined {
  const read = readLine(text);
  return read && { lines: read.line, hash: hashOf(text) };
}

/** What a line tells; `undefined` when it is no line of an audit log. */
export function entryIn(text: string): AuditEntry | undefined {
  const read = readLine(text);
  if (!read) return undefined;
  const { line: _line, before: _before, ...entry } = read;
  return entry as unknown as AuditEntry;
}

function readLine(text: string): z.infer<typeof lineShape> | undefined {
  try {
    return lineShape.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
