// JSON that carries its own hash, so that a changed byte is noticed.
import { hash } from 'node:crypto';

const start = Buffer.from('{"hash":"');
const hexLength = 64;
const head = start.length + hexLength + '",'.length;

/** SHA-256 of bytes, or of a text in UTF-8, in hexadecimal digits. */
export function sha256(bytes: string | Uint8Array): string {
  return hash('sha256', bytes);
}

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
  if (!bytes.subarray(0, start.length).equals(start)) return { json: bytes.toString('utf8') };
  const own = bytes.toString('latin1', start.length, start.length + hexLength);
  const rest = bytes.subarray(head);
  if (bytes.toString('latin1', start.length + hexLength, head) !== '",' || sha256(rest) !== own)
    throw new Error('it isn’t as Gatehouse wrote it: its content doesn’t match its hash');
  return { hash: own, json: `{${rest.toString('utf8')}` };
}
