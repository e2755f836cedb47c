// Where posted cards are kept, and the contract of that.

/** A posted card that is kept up to date. */
export interface PostedCard<View> {
  /** The conversation it was posted to, the thread included. */
  readonly conversationId: string;
  /** Teams' id of the message. */
  readonly activityId: string;
  readonly view: View;
  /** Stamp of what was drawn last; empty: it must be redrawn. */
  readonly drawn: string;
}

/**
 * Where posted cards are kept, apart from the store: nothing depends on them, and every turned page changes them. What the
 * last second brought may be lost in a crash, and all of them may: those cards then stay as they are, and their buttons go on
 * working. `test/store/card-contract.ts` holds this.
 */
export interface CardStore<View> {
  /** What was kept last, in its order, as soon as it is. */
  cards(): readonly PostedCard<View>[];
  /**
   * Replaces all cards: read at once, written soon. They are gone through whenever they're read or written, and may have
   * changed by then. Never fails; a failure to write is logged.
   */
  keep(cards: Iterable<PostedCard<View>>): void;
}
