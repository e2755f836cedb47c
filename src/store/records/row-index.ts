// Which deliveries are due to which conversation: a burst makes ten thousand due at once, and each is looked up to be sent.
import type { Delivery } from '../../operations/ports/store.js';

/** Deliveries by conversation, in the order of their coming. */
export class DueIndex {
  readonly #due = new Map<string, Map<string, Delivery>>();

  /** What is due to a conversation. */
  of(conversationId: string): Iterable<Delivery> {
    return this.#due.get(conversationId)?.values() ?? [];
  }

  /** Conversations to which something is due. */
  conversationIds(): Iterable<string> {
    return this.#due.keys();
  }

  /** Takes in a delivery. */
  put(delivery: Delivery): void {
    const due = this.#due.get(delivery.conversationId) ?? new Map<string, Delivery>();
    this.#due.set(delivery.conversationId, due.set(delivery.id, delivery));
  }

  /** Takes out a delivery that is no longer due. */
  remove(delivery: Delivery): void {
    const due = this.#due.get(delivery.conversationId);
    due?.delete(delivery.id);
    if (due?.size === 0) this.#due.delete(delivery.conversationId);
  }
}
