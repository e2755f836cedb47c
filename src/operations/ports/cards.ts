// Where posted cards are kept, and the contract of that.
import type { Instant } from '../../domain/time.js';
import type { Emitter } from '../../runtime/emitter.js';

/** Identity of a message. */
export interface MessageId {
  /** The conversation it was posted to, the thread included. */
  readonly conversationId: string;
  /** Teams' id of the message. */
  readonly activityId: string;
}

/** A posted card that is kept up to date. */
export interface PostedCard<View> extends MessageId {
  readonly view: View;
  /** Stamp of what was drawn last; empty: it must be redrawn. */
  readonly drawn: string;
  /**
   * Since when only people who clicked have seen all that it shows, and look at something there: it must be redrawn for the
   * others, but not under their eyes. Absent: it needn't.
   */
  readonly owedSince?: Instant | undefined;
  /**
   * When a person last clicked on it, by the clock of the replica that answered. It tells others that there was a click,
   * whose answer a client may still be painting. Absent: none has.
   */
  readonly clickedAt?: Instant | undefined;
  /** When it was posted to a channel as the card under which news of its subject are told. Absent: it's no such card. */
  readonly rootSince?: Instant | undefined;
}

/** What other replicas have done to cards. */
export interface CardsChanged<View> {
  readonly put: readonly PostedCard<View>[];
  readonly removed: readonly MessageId[];
}

/**
 * Where posted cards are kept, apart from the store: nothing depends on them, and every turned page changes them. What the
 * last second brought may be lost in a crash, and all of them may: those cards then stay as they are, and their buttons go on
 * working. Every change is read at once and written soon, and never fails; a failure to write is logged.
 * `test/store/card-contract.ts` holds this.
 */
export interface CardStore<View> {
  /** All cards, the longest untouched first: the same object for as long as a card stays as it is. */
  cards(): readonly PostedCard<View>[];
  /** Keeps what a message shows, whatever is kept of it. It has been touched last then. */
  put(card: PostedCard<View>): void;
  /**
   * Keeps what a message shows since it was redrawn, unless it was put or removed meanwhile, here or elsewhere: what a person
   * did counts. \`before\`: the card that was redrawn, as it was read.
   */
  redrawn(before: PostedCard<View>, after: PostedCard<View>): void;
  /** Forgets the card of a message, if there is one. */
  remove(message: MessageId): void;
  /** Emits once what other replicas have changed can be read. */
  readonly changedElsewhere: Emitter<[changed: CardsChanged<View>]>;
}
