// The files of tokens in the data folder, which a command beside the bot may write as well.
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { EncryptedPlace, TokenPlaces } from '../../operations/ports/token-places.js';
import { Emitter } from '../../runtime/emitter.js';
import { replaceFile } from '../../runtime/replace-file.js';

/** The file in the data folder that holds the bot's tokens. */
export const tokenFileName = 'tokens.bin';

/** Two files, readable for this user only. */
export class TokenFolder implements TokenPlaces {
  readonly tokens: EncryptedPlace;
  readonly signIn: EncryptedPlace;
  /** Never emits: whether another process has written a file is asked before a token is redeemed. */
  readonly writtenElsewhere = new Emitter();
  #queue: Promise<unknown> = Promise.resolve();

  /** `folder` is there. */
  constructor(folder: string) {
    this.tokens = new EncryptedFile(join(folder, tokenFileName));
    this.signIn = new EncryptedFile(join(folder, 'sign-in.bin'));
  }

  exclusively<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(work);
    this.#queue = done.catch(() => undefined);
    return done;
  }
}

class EncryptedFile implements EncryptedPlace {
  readonly name: string;
  /** The file's identity on disk when it was last read or written here. */
  #seen = '';

  constructor(path: string) {
    this.name = path;
  }

  async read(): Promise<Buffer | undefined> {
    this.#seen = await this.#look();
    return readFile(this.name).catch(whenMissing);
  }

  async write(bytes: Uint8Array): Promise<void> {
    await replaceFile(this.name, bytes);
    this.#seen = await this.#look();
  }

  async hasChanged(): Promise<boolean> {
    return (await this.#look()) !== this.#seen;
  }

  // Every replacement is another file to the disk, even within the same moment.
  async #look(): Promise<string> {
    const found = await stat(this.name, { bigint: true }).catch(whenMissing);
    return found ? `${found.ino} ${found.mtimeNs} ${found.size}` : '';
  }
}

function whenMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined;
  throw error;
}
