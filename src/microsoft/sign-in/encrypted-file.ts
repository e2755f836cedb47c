// An encrypted file, which can't be read without its key.
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { FileError } from '../../domain/errors.js';
import { bareFault } from '../../domain/setting-fault.js';
import { replaceFile } from '../../runtime/replace-file.js';

const format = Buffer.from('GHT1');
const keyIdLength = 8;
const ivLength = 12;
const tagLength = 16;

/** The text of a file, and which writing of the file it's from. */
export interface Unsealed {
  readonly text: string;
  /** Differs for every writing, even of the same text. */
  readonly contentHash: string;
}

/** An AES-256-GCM file: format, id of the key, nonce, tag, ciphertext. */
export class EncryptedFile {
  readonly path: string;
  readonly #key: Buffer;
  /** The file's identity on disk when it was last read or written here. */
  #seen = '';

  /** `key` is 32 bytes. */
  constructor(path: string, key: Buffer) {
    this.path = path;
    this.#key = key;
  }

  /**
   * The text; `undefined` where there's no file. The file stays as it is, whatever is wrong with it.
   * @throws FileError when it has another key or is damaged; its fault tells which.
   */
  async read(): Promise<Unsealed | undefined> {
    this.#seen = await this.#look();
    const bytes = await readFile(this.path).catch(whenMissing);
    if (!bytes) return undefined;
    const [start, keyId, iv, tag, secret] = cut(bytes, [format.length, keyIdLength, ivLength, tagLength]);
    if (!start?.equals(format) || !keyId || !iv || !tag || !secret) throw this.#damaged();
    if (!keyId.equals(keyIdOf(this.#key))) {
      throw new FileError(this.path, bareFault('tokensOfOtherKey'));
    }
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.#key, iv).setAuthTag(tag);
      const text = Buffer.concat([decipher.update(secret), decipher.final()]).toString('utf8');
      return { text, contentHash: createHash('sha256').update(bytes).digest('hex') };
    } catch (cause) {
      throw this.#damaged(cause);
    }
  }

  /** Replaces the text, all or nothing, readable for this user only. */
  async write(text: string): Promise<void> {
    const iv = randomBytes(ivLength);
    const cipher = createCipheriv('aes-256-gcm', this.#key, iv);
    const secret = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    await replaceFile(this.path, Buffer.concat([format, keyIdOf(this.#key), iv, cipher.getAuthTag(), secret]));
    this.#seen = await this.#look();
  }

  /** Whether another process has written it since it was last read or written here. */
  async hasChanged(): Promise<boolean> {
    return (await this.#look()) !== this.#seen;
  }

  /** The error for a file that can't be read as one of ours. */
  #damaged(cause?: unknown): FileError {
    return new FileError(this.path, bareFault('tokensDamaged'), { cause });
  }

  // Every replacement is another file to the disk, even within the same moment.
  async #look(): Promise<string> {
    const found = await stat(this.path, { bigint: true }).catch(whenMissing);
    return found ? `${found.ino} ${found.mtimeNs} ${found.size}` : '';
  }
}

// Identifies a key without revealing anything about it.
function keyIdOf(key: Buffer): Buffer {
  return createHash('sha256').update('gatehouse token key').update(key).digest().subarray(0, keyIdLength);
}

function whenMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined;
  throw error;
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
