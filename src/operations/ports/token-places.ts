// Where the tokens are kept, which are encrypted before they get there, and the contract of that.
import type { Emitter } from '../../runtime/emitter.js';

/** A place for encrypted bytes; their key never gets there. */
export interface EncryptedPlace {
  /** What people know it by, such as the path of a file. */
  readonly name: string;
  /** What is there; `undefined`: nothing. Fails when it can't be read. */
  read(): Promise<Buffer | undefined>;
  /** Replaces all, or nothing; resolves once that outlives a crash. Fails when it can't be written. */
  write(bytes: Uint8Array): Promise<void>;
  /** Whether it was written elsewhere since it was last read or written here: also where the same was written again. */
  hasChanged(): Promise<boolean>;
}

/**
 * The places of tokens: the bot keeps its own in one, and a sign-in while it runs leaves new ones in the other.
 * `test/store/token-places-contract.ts` holds this.
 */
export interface TokenPlaces {
  readonly tokens: EncryptedPlace;
  readonly signIn: EncryptedPlace;
  /**
   * Does work while none of those who share the places does such work: a refresh token is spent by one of them. One after the
   * other, in the order of asking, as far as one process asks.
   * @throws StoreError when it can't be found out whether others are at work; else what the work throws.
   */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
  /** Emits when another replica has written to one of them, as far as that is heard of. */
  readonly writtenElsewhere: Emitter;
}
