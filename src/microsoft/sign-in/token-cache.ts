// Tokens between two runs, in encrypted files in the data folder.
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { FileError } from '../../domain/errors.js';
import type { SignIn } from '../../domain/health/sign-in.js';
import type { Instant } from '../../domain/time.js';
import { EncryptedFile } from './encrypted-file.js';

/** The file in the data folder that holds the bot's tokens. */
export const tokenFileName = 'tokens.bin';

/** What is kept. */
export interface CachedTokens {
  /** MSAL's own cache, serialized. */
  readonly msal: string;
  /** Hash of the settings' refresh token that these began with, by which a new one in the settings is noticed. */
  readonly importedFrom: string;
  /** When the refresh token was last renewed. Absent: it was saved by a version that didn't keep that. */
  readonly renewedAt?: Instant | undefined;
  /** Who is signed in, so that it's known before MSAL is asked. Absent: the same. */
  readonly account?: SignIn['account'];
  /** The sign-in beside the bot that these tokens go back to. Absent: none. */
  readonly signIn?: string | undefined;
}

/**
 * Two files, so that a new sign-in is never lost: the bot keeps its tokens in one, and a sign-in while it runs leaves new ones
 * in the other, where the bot finds them. A command beside the bot, such as the doctor, saves in the first what it has renewed;
 * whichever of the two writes last, its tokens are good, since Microsoft doesn't end a refresh token that was used.
 */
export class TokenCache {
  readonly #tokens: EncryptedFile;
  readonly #signIn: EncryptedFile;

  /** `file` holds the tokens; a new sign-in is in a file beside it. `key` is 32 bytes. */
  constructor(file: string, key: Buffer) {
    this.#tokens = new EncryptedFile(file, key);
    this.#signIn = new EncryptedFile(join(dirname(file), 'sign-in.bin'), key);
  }

  /**
   * The newest tokens; `undefined` before the first sign-in. A new sign-in that can't be read is told to `onUnread` where
   * there are older tokens to go on with.
   * @throws FileError when a file has another key or is damaged; its fault tells which.
   */
  async load(onUnread?: (error: FileError) => void): Promise<CachedTokens | undefined> {
    const kept = await this.#tokens.read();
    const tokens = kept && (JSON.parse(kept.text) as CachedTokens);
    try {
      const signIn = await this.#signIn.read();
      if (!signIn || signIn.contentHash === tokens?.signIn) return tokens;
      return { ...(JSON.parse(signIn.text) as CachedTokens), signIn: signIn.contentHash };
    } catch (error) {
      if (!tokens || !onUnread || !(error instanceof FileError)) throw error;
      onUnread(error);
      return tokens;
    }
  }

  /** Whether another process has left newer tokens. */
  async hasChanged(): Promise<boolean> {
    return (await this.#signIn.hasChanged()) || (await this.#tokens.hasChanged());
  }

  /** Replaces the bot's tokens. */
  async save(tokens: CachedTokens): Promise<void> {
    await this.#tokens.write(JSON.stringify(tokens));
  }

  /** Leaves the tokens of a new sign-in for the bot, which takes them up by itself. */
  async saveSignIn(tokens: CachedTokens): Promise<void> {
    await this.#signIn.write(JSON.stringify(tokens));
  }
}

/** Hash of a secret, by which a change is noticed. */
export function hash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
