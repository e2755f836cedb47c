// Reads a file of lines, and tells whether what stands behind the last good one is an append that a crash has torn, which
// was never acknowledged, or damage.
import { createReadStream } from 'node:fs';
import { readFile, truncate } from 'node:fs/promises';
import { basename } from 'node:path';
import { replaceFile } from '../../runtime/replace-file.js';
import type { LineReader } from '../records/line-reader.js';

/** A file of lines isn't as it was written. */
export class DamagedLines extends Error {
  /** Counted from 1. */
  readonly line: number;

  constructor(line: number, why: string) {
    super(`line ${line} ${why}`);
    this.line = line;
  }
}

/** What a crash left of an unacknowledged append. */
export interface TornTail {
  /** The line it began at, counted from 1. */
  readonly line: number;
  readonly bytes: number;
  /** The name of the file that has it now. */
  readonly keptIn: string;
}

/** What comes between a file's name and the line's number in the name of a torn tail's file. */
export const tornMark = '.torn-';

/**
 * Reads a file's lines and moves a torn tail to a file beside it. `bytes`: the file's length afterwards.
 * @throws DamagedLines, and what the file system throws.
 */
export async function readLines(
  path: string,
  reader: LineReader,
): Promise<{ readonly bytes: number; readonly torn?: TornTail }> {
  const { bytes, lines, why, rest } = await takeLines(path, reader);
  const line = lines + 1;
  const tail = why === undefined ? rest : (await readFile(path)).subarray(bytes);
  const isDamaged = tail.length > 0 && !isTorn(tail, bytes, reader.isWhole);
  if (isDamaged || (tail.length > 0 && !reader.hasAll()))
    throw new DamagedLines(line, why === undefined ? 'is cut short' : `isn’t as Gatehouse wrote it: ${why}`);
  if (!reader.hasAll()) throw new DamagedLines(line, 'is missing: the file ends before it');
  if (tail.length === 0) return { bytes };
  const keptIn = `${path}${tornMark}${line}`;
  await replaceFile(keptIn, tail);
  await truncate(path, bytes);
  return { bytes, torn: { line, bytes: tail.length, keptIn: basename(keptIn) } };
}

/** What became of a file's bytes that were taken as lines. */
export interface TakenLines {
  /** Where the last line that was taken ends. */
  readonly bytes: number;
  readonly lines: number;
  /** Why the next one wasn't taken. Absent: all were. */
  readonly why?: string;
  /** What stands behind the last line break, if all lines were taken. */
  readonly rest: Buffer;
}

/** Takes lines until one isn't taken. */
export async function takeLines(path: string, reader: Pick<LineReader, 'take'>): Promise<TakenLines> {
  const splitter = new LineSplitter();
  let taken = 0;
  let lines = 0;
  for await (const read of slicesOfFile(path)) {
    for (const line of splitter.split(read)) {
      const why = reader.take(line);
      if (why !== undefined) return { bytes: taken, lines, why, rest: Buffer.alloc(0) };
      lines += 1;
      taken += line.length + 1;
    }
  }
  return { bytes: taken, lines, rest: splitter.rest };
}

/** The whole lines of a file, byte for byte, without what stands behind the last line break. */
export async function* wholeLines(path: string): AsyncGenerator<Buffer> {
  const splitter = new LineSplitter();
  for await (const read of slicesOfFile(path)) yield* splitter.split(read);
}

/** Makes lines of slices. */
class LineSplitter {
  // The line that has begun, in pieces: put together once, however long it is.
  #begun: Buffer[] = [];

  /** What stands behind the last line break. */
  get rest(): Buffer {
    return Buffer.concat(this.#begun);
  }

  *split(read: Buffer): Generator<Buffer> {
    let start = 0;
    for (let end = read.indexOf(lineBreak); end >= 0; end = read.indexOf(lineBreak, start)) {
      const last = read.subarray(start, end);
      const line = this.#begun.length > 0 ? Buffer.concat([...this.#begun, last]) : last;
      this.#begun = [];
      start = end + 1;
      yield line;
    }
    if (start < read.length) this.#begun.push(read.subarray(start));
  }
}

/** A file’s bytes, in slices that are small enough for texts made of them to be short-lived, and taken in a millisecond or two. */
export function slicesOfFile(path: string): AsyncIterable<Buffer> {
  return createReadStream(path, { highWaterMark: 32 * 1024 });
}

const lineBreak = 0x0a;
const sectorBytes = 512;

/**
 * Whether a tail is what a crash can leave of an append. A killed process leaves its beginning. A power cut may leave some
 * sectors unwritten, which then read as zeros. A whole line behind a broken one, and one that ends as it should and lacks
 * nothing, were written in full and changed afterwards.
 */
function isTorn(tail: Buffer, at: number, isWhole: LineReader['isWhole']): boolean {
  let start = 0;
  for (let end = tail.indexOf(lineBreak); end >= 0; end = tail.indexOf(lineBreak, start)) {
    if (isWhole(tail.subarray(start, end)) || !hasHole(tail.subarray(start, end + 1), at + start, start === 0))
      return false;
    start = end + 1;
  }
  // A line that is whole but for the byte after it has lost its line break, not its end.
  const unended = tail.subarray(start);
  return unended.length < 2 || !isWhole(unended.subarray(0, -1));
}

/** Whether zeros fill it from a sector's start, or from its own start, to a sector's end. */
function hasHole(line: Buffer, at: number, isFirst: boolean): boolean {
  for (let from = line.indexOf(0); from >= 0; from = line.indexOf(0, from)) {
    let to = from;
    while (line[to] === 0) to += 1;
    const isAtStart = (at + from) % sectorBytes === 0 || (isFirst && from === 0);
    if (isAtStart && (at + to) % sectorBytes === 0) return true;
    from = to;
  }
  return false;
}
