// Which deliveries are due to which conversation: a burst makes ten thousand due at once, and each is looked up to be sent.
import type { Delivery } from '../operations/ports/store.js';

/** Deliveries by conversation, in the order of their coming. */
export class DueIndex {
  readonly #due = new Map<string, Map<string, Delivery>>();

  constructor(deliveries: Iterable<Delivery> = []) {
    for (const delivery of deliveries) this.#put(delivery);
  }

  /** What is due to a conversation. */
  of(conversationId: string): Iterable<Delivery> {
    return this.#due.get(conversationId)?.values() ?? [];
  }

  /** Conversations to which something is due. */
  conversationIds(): Iterable<string> {
    return this.#due.keys();
  }

  /** Follows a change. `before`: the deliveries as they still are. `changed`: by id; `null`: no longer due. */
  follow(before: ReadonlyMap<string, Delivery>, changed: Readonly<Record<string, Delivery | null>> = {}): void {
    for (const [id, delivery] of Object.entries(changed)) {
      if (delivery) this.#put(delivery);
      else this.#remove(before.get(id));
    }
  }

  #put(delivery: Delivery): void {
    const due = this.#due.get(delivery.conversationId) ?? new Map<string, Delivery>();
    this.#due.set(delivery.conversationId, due.set(delivery.id, delivery));
  }

  #remove(delivery: Delivery | undefined): void {
    if (!delivery) return;
    const due = this.#due.get(delivery.conversationId);
    due?.delete(delivery.id);
    if (due?.size === 0) this.#due.delete(delivery.conversationId);
  }
}
