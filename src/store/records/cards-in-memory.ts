// Posted cards in memory, in the order in which they were touched.
import type { MessageId, PostedCard } from '../../operations/ports/cards.js';

/** By message. */
export class CardsInMemory<View> {
  readonly #cards = new Map<string, PostedCard<View>>();

  constructor(cards: Iterable<PostedCard<View>> = []) {
    for (const card of cards) this.put(card);
  }

  /** All of them, the longest untouched first. */
  all(): readonly PostedCard<View>[] {
    return [...this.#cards.values()];
  }

  /** The card of a message. */
  find(message: MessageId): PostedCard<View> | undefined {
    return this.#cards.get(messageKey(message));
  }

  /** Keeps a card as the one that was touched last. */
  put(card: PostedCard<View>): void {
    this.remove(card);
    this.#cards.set(messageKey(card), card);
  }

  /** Whether there was one. */
  remove(message: MessageId): boolean {
    return this.#cards.delete(messageKey(message));
  }
}

/** A message's identity as one text. Neither id has a space in it. */
export function messageKey({ conversationId, activityId }: MessageId): string {
  return `${conversationId} ${activityId}`;
}
