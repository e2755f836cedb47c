// Where do tokens rest between two runs? In encrypted files in the data folder.
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { ConfigError } from '../../domain/errors.js';
import type { Instant } from '../../domain/time.js';
import { EncryptedFile } from './encrypted-file.js';

/** The file in the data folder that holds the bot's tokens. */
export const tokenFileName = 'tokens.bin';

/** What is kept. */
export interface CachedTokens {
  /** MSAL's own cache, as it serialises it. */
  readonly msal: string;
  /** Which refresh token of the settings it began from, as a hash, so that a new one in the settings is noticed. */
  readonly importedFrom: string;
  /** When the refresh token was last renewed. Absent: it was kept before that was noted. */
  readonly renewedAt?: Instant | undefined;
  /** Which sign-in beside the bot these tokens go back to. Absent: none. */
  readonly signIn?: string | undefined;
}

/**
 * Two files, so that a new sign-in is never lost: the bot keeps its tokens in one, and whoever signs in while it runs leaves the
 * new ones in the other, where the bot finds them. A command beside the bot, such as the doctor, keeps in the first what it has
 * renewed; whichever of the two writes last, its tokens are good, since Microsoft does not end a refresh token that was used.
 */
export class TokenCache {
  readonly #tokens: EncryptedFile;
  readonly #signIn: EncryptedFile;

  /** `file` holds the tokens; a new sign-in lies beside it. `key` is 32 bytes. */
  constructor(file: string, key: Buffer) {
    this.#tokens = new EncryptedFile(file, key);
    this.#signIn = new EncryptedFile(join(dirname(file), 'sign-in.bin'), key);
  }

  /**
   * The newest tokens; `undefined` before anybody has signed in. A new sign-in that cannot be read is told to `onUnread`
   * where there are older tokens to go on with.
   * @throws ConfigError when the key is another one, or a file is damaged; the message tells which.
   */
  async load(onUnread?: (error: ConfigError) => void): Promise<CachedTokens | undefined> {
    const kept = await this.#tokens.read();
    const tokens = kept && (JSON.parse(kept.text) as CachedTokens);
    try {
      const signIn = await this.#signIn.read();
      if (!signIn || signIn.keyId === tokens?.signIn) return tokens;
      return { ...(JSON.parse(signIn.text) as CachedTokens), signIn: signIn.keyId };
    } catch (error) {
      if (!tokens || !onUnread || !(error instanceof ConfigError)) throw error;
      onUnread(error);
      return tokens;
    }
  }

  /** Whether another process has left newer tokens. */
  async hasChanged(): Promise<boolean> {
    return (await this.#signIn.hasChanged()) || (await this.#tokens.hasChanged());
  }

  /** Keeps the bot's tokens in place of those before. */
  async save(tokens: CachedTokens): Promise<void> {
    await this.#tokens.write(JSON.stringify(tokens));
  }

  /** Leaves the tokens of a new sign-in for the bot, which takes them up by itself. */
  async saveSignIn(tokens: CachedTokens): Promise<void> {
    await this.#signIn.write(JSON.stringify(tokens));
  }
}

/** A secret's fingerprint, by which another one is noticed. */
export function hash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
