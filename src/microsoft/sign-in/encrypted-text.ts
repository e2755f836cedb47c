// A text that is encrypted before it leaves this process, and can't be read without its key.
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { FileError } from '../../domain/errors.js';
import { bareFault } from '../../domain/setting-fault.js';
import type { EncryptedPlace } from '../../operations/ports/token-places.js';

const format = Buffer.from('GHT1');
const keyIdLength = 8;
const ivLength = 12;
const tagLength = 16;

/** The text, and which writing of it that is. */
export interface Unsealed {
  readonly text: string;
  /** Differs for every writing, even of the same text. */
  readonly contentHash: string;
}

/** AES-256-GCM: format, id of the key, nonce, tag, ciphertext. */
export class EncryptedText {
  readonly #place: EncryptedPlace;
  readonly #key: Buffer;

  /** `key` is 32 bytes. */
  constructor(place: EncryptedPlace, key: Buffer) {
    this.#place = place;
    this.#key = key;
  }

  /**
   * The text; `undefined` where there's none. What is there stays as it is, whatever is wrong with it.
   * @throws FileError when it has another key or is damaged; its fault tells which.
   */
  async read(): Promise<Unsealed | undefined> {
    const bytes = await this.#place.read();
    if (!bytes) return undefined;
    const [start, keyId, iv, tag, secret] = cut(bytes, [format.length, keyIdLength, ivLength, tagLength]);
    if (!start?.equals(format) || !keyId || !iv || !tag || !secret) throw this.#damaged();
    if (!keyId.equals(keyIdOf(this.#key))) {
      throw new FileError(this.#place.name, bareFault('tokensOfOtherKey'));
    }
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.#key, iv).setAuthTag(tag);
      const text = Buffer.concat([decipher.update(secret), decipher.final()]).toString('utf8');
      return { text, contentHash: createHash('sha256').update(bytes).digest('hex') };
    } catch (cause) {
      throw this.#damaged(cause);
    }
  }

  /** Replaces the text, all or nothing. */
  async write(text: string): Promise<void> {
    const iv = randomBytes(ivLength);
    const cipher = createCipheriv('aes-256-gcm', this.#key, iv);
    const secret = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    await this.#place.write(Buffer.concat([format, keyIdOf(this.#key), iv, cipher.getAuthTag(), secret]));
  }

  /** Whether it was written elsewhere since it was last read or written here. */
  hasChanged(): Promise<boolean> {
    return this.#place.hasChanged();
  }

  /** The error for what can't be read as a text of ours. */
  #damaged(cause?: unknown): FileError {
    return new FileError(this.#place.name, bareFault('tokensDamaged'), { cause });
  }
}

// Identifies a key without revealing anything about it.
function keyIdOf(key: Buffer): Buffer {
  return createHash('sha256').update('gatehouse token key').update(key).digest().subarray(0, keyIdLength);
}

function cut(bytes: Buffer, lengths: readonly number[]): readonly Buffer[] {
  const parts: Buffer[] = [];
  let start = 0;
  for (const length of lengths) {
    parts.push(bytes.subarray(start, start + length));
    start += length;
  }
  return [...parts, bytes.subarray(start)];
}
