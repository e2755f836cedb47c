// Where do tokens rest between two runs? In one encrypted file in the data folder.
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { ConfigError } from '../domain/errors.js';
import { replaceFile } from '../replace-file.js';

/** What is kept. */
export interface CachedTokens {
  /** MSAL's own cache, as it serialises it. */
  readonly msal: string;
  /** Which refresh token of the settings it began from, as a hash, so that a new one in the settings is noticed. */
  readonly importedFrom: string;
}

const format = Buffer.from('GHT1');
const keyMarkLength = 8;
const ivLength = 12;
const tagLength = 16;

/** An AES-256-GCM file: format, mark of the key, nonce, tag, ciphertext. */
export class TokenCache {
  readonly #file: string;
  readonly #key: Buffer;

  /** `key` is 32 bytes. */
  constructor(file: string, key: Buffer) {
    this.#file = file;
    this.#key = key;
  }

  /**
   * What was kept last; `undefined` at the first start. The file stays as it is whatever is wrong with it.
   * @throws ConfigError when the key is another one, or the file is damaged; the message tells which.
   */
  async load(): Promise<CachedTokens | undefined> {
    const bytes = await this.#read();
    if (!bytes) return undefined;
    const [start, mark, iv, tag, secret] = cut(bytes, [format.length, keyMarkLength, ivLength, tagLength]);
    if (!start?.equals(format) || !mark || !iv || !tag || !secret) throw this.#damaged();
    if (!mark.equals(markOf(this.#key))) {
      throw new ConfigError(
        `${this.#file} was encrypted with another TOKEN_KEY`,
        'Set TOKEN_KEY to the key that was used before. The tokens are kept. If that key is lost, delete the file and sign in again.',
      );
    }
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.#key, iv).setAuthTag(tag);
      const text = Buffer.concat([decipher.update(secret), decipher.final()]).toString('utf8');
      return JSON.parse(text) as CachedTokens;
    } catch (cause) {
      throw this.#damaged(cause);
    }
  }

  /** Keeps tokens in place of those before, all or nothing, readable for this user only. */
  async save(tokens: CachedTokens): Promise<void> {
    const iv = randomBytes(ivLength);
    const cipher = createCipheriv('aes-256-gcm', this.#key, iv);
    const secret = Buffer.concat([cipher.update(JSON.stringify(tokens), 'utf8'), cipher.final()]);
    const bytes = Buffer.concat([format, markOf(this.#key), iv, cipher.getAuthTag(), secret]);
    await replaceFile(this.#file, bytes);
  }

  async #read(): Promise<Buffer | undefined> {
    try {
      return await readFile(this.#file);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      throw error;
    }
  }

  #damaged(cause?: unknown): ConfigError {
    return new ConfigError(
      `${this.#file} is damaged`,
      'TOKEN_KEY is the right one, but the file was cut short or changed. Put back a copy of it, or delete it and sign in again.',
      { cause },
    );
  }
}

// Tells keys apart without telling anything about them.
function markOf(key: Buffer): Buffer {
  return createHash('sha256').update('gatehouse token key').update(key).digest().subarray(0, keyMarkLength);
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
