// What is moved from one place to another, and what both places do about it.
import type { Contents } from './contents.js';

/** A file with its name. */
export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A posted card as it's kept: what moves it takes any JSON. */
export interface KeptCard {
  readonly conversationId: string;
  readonly activityId: string;
}

/** Everything that is kept in one place, which nothing else uses meanwhile. */
export interface MoveSource {
  /** Where it is, for people. */
  readonly place: string;
  /** The rows, the number of the last commit, and the end of the audit log. */
  readonly contents: Contents;
  auditLines(): AsyncIterable<Buffer>;
  /** The longest untouched first. */
  readonly cards: readonly KeptCard[];
  certificates(): AsyncIterable<NamedBytes>;
  /** Encrypted, as they are. Absent: there are none. */
  readonly tokens: { readonly tokens?: Uint8Array | undefined; readonly signIn?: Uint8Array | undefined };
  /** Has no bot start on it any more: it says that all is in `to`. Resolves once that outlives a crash. */
  markMoved(to: string): Promise<void>;
  /** Lets go of it. */
  close(): Promise<void>;
}

/** Where everything is moved to. */
export interface MoveTarget {
  /** Where it is, for people. */
  readonly place: string;
  /**
   * Puts everything in its place. No bot starts on it before the last step, which follows on `beforeLast`.
   * @throws when something didn't get there as it was.
   */
  fill(source: MoveSource, beforeLast: () => Promise<void>): Promise<void>;
  /** Lets go of it. */
  close(): Promise<void>;
}
