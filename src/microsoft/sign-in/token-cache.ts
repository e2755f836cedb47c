// Tokens between two runs, encrypted, and shared by all replicas.
import { createHash } from 'node:crypto';
import { FileError } from '../../domain/errors.js';
import type { SignIn } from '../../domain/health/sign-in.js';
import type { Instant } from '../../domain/time.js';
import type { TokenPlaces } from '../../operations/ports/token-places.js';
import { EncryptedText } from './encrypted-text.js';

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
 * Two places, so that a new sign-in is never lost: the bot keeps its tokens in one, and a sign-in while it runs leaves new ones
 * in the other, where the bot finds them. Another replica, or a command beside the bot such as the doctor, saves in the first what
 * it has renewed; the last to write leaves good tokens, since Microsoft doesn't end a refresh token that was used.
 */
export class TokenCache {
  readonly #places: TokenPlaces;
  readonly #tokens: EncryptedText;
  readonly #signIn: EncryptedText;

  /** `key` is 32 bytes. */
  constructor(places: TokenPlaces, key: Buffer) {
    this.#places = places;
    this.#tokens = new EncryptedText(places.tokens, key);
    this.#signIn = new EncryptedText(places.signIn, key);
  }

  /**
   * Takes up, redeems and saves tokens while no other replica does.
   * @throws StoreError when it can't be found out whether others do; else what the work throws.
   */
  exclusively<T>(work: () => Promise<T>): Promise<T> {
    return this.#places.exclusively(work);
  }

  /**
   * The newest tokens; `undefined` before the first sign-in. A new sign-in that can't be read is told to `onUnread` where
   * there are older tokens to go on with.
   * @throws FileError when one has another key or is damaged; its fault tells which.
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
