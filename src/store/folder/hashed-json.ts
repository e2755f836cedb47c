// JSON that carries its own hash, so that a changed byte is noticed.
import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { sha256 } from '../records/sha256.js';

const start = Buffer.from('{"hash":"');
const hexLength = 64;
const head = start.length + hexLength + '",'.length;
// A slice of a file is written in a millisecond or two, so that what waits for the event loop has its turn in between.
const sliceLength = 256 * 1024;

/** An object's JSON with its hash as the first key. The object isn't empty. */
export function withHash(json: string): { readonly text: string; readonly hash: string } {
  const rest = json.slice(1);
  const own = sha256(rest);
  return { text: `${start}${own}",${rest}`, hash: own };
}

/** Bytes taken apart: their JSON, and the hash they carry. */
export interface HashedJson {
  /** Absent: they carry none, as files of older schemas. */
  readonly hash?: string;
  readonly json: string;
}

/**
 * The JSON in bytes, without its hash.
 * @throws when it isn't what the hash was made of.
 */
export function withoutHash(bytes: Buffer): HashedJson {
  if (!carriesHash(bytes)) return { json: bytes.toString('utf8') };
  const check = new HashCheck();
  check.take(bytes);
  return { hash: check.end(), json: `{${bytes.toString('utf8', head)}` };
}

/** Whether JSON that begins with these bytes carries a hash. */
export function carriesHash(bytes: Buffer): boolean {
  return bytes.subarray(0, start.length).equals(start);
}

/** Follows JSON that carries its hash, from the first byte to the last. */
export class HashCheck {
  readonly #digest = createHash('sha256');
  #head = '';

  /** Takes the next bytes. */
  take(bytes: Buffer): void {
    const missing = head - this.#head.length;
    if (missing > 0) this.#head += bytes.toString('latin1', 0, missing);
    this.#digest.update(bytes.subarray(Math.max(missing, 0)));
  }

  /**
   * The hash, once all bytes were taken.
   * @throws when they aren't what it was made of.
   */
  end(): string {
    const own = this.#digest.digest('hex');
    if (this.#head !== `${start}${own}",`)
      throw new Error('it isn’t as Gatehouse wrote it: its content doesn’t match its hash');
    return own;
  }
}

/**
 * Writes an object's JSON, which comes in pieces, with its hash as the first key, slice by slice. The first piece is more
 * than a brace. Resolves to how long it is, in bytes, and to its hash.
 */
export async function writeHashed(
  file: FileHandle,
  pieces: Iterable<string>,
): Promise<{ readonly bytes: number; readonly hash: string }> {
  const digest = createHash('sha256');
  let length = head;
  let isFirst = true;
  await file.appendFile(`${start}${'0'.repeat(hexLength)}",`);
  for (const slice of slicesOf(pieces)) {
    const bytes = Buffer.from(isFirst ? slice.slice(1) : slice);
    isFirst = false;
    digest.update(bytes);
    length += bytes.length;
    await file.appendFile(bytes);
  }
  // All bytes it's made of have gone by only now.
  const own = digest.digest('hex');
  const { bytesWritten } = await file.write(Buffer.from(own), 0, hexLength, start.length);
  if (bytesWritten < hexLength) throw new Error('the disk took half of a hash');
  return { bytes: length, hash: own };
}

function* slicesOf(pieces: Iterable<string>): Iterable<string> {
  let slice = '';
  for (const piece of pieces) {
    slice += piece;
    if (slice.length < sliceLength) continue;
    yield slice;
    slice = '';
  }
  yield slice;
}
