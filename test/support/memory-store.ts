// A store for tests that forgets with the process, and whose disk a test can break.
import { StoreError } from '../../src/domain/errors.js';
import type { Tenant } from '../../src/domain/tenant.js';
import type { Change, Conversation, Delivery, Store } from '../../src/operations/ports.js';
import { apply } from '../../src/store/apply.js';
import { emptyState } from '../../src/store/state.js';

/** What we remember, in memory. */
export class MemoryStore implements Store {
  /** Whether nothing can be saved at the moment. */
  isBroken = false;
  revision = 0;
  #state = emptyState;
  readonly #listeners: (() => void)[] = [];

  constructor(...changes: readonly Change[]) {
    this.#state = apply(emptyState, changes);
  }

  tenant(tenantId: string): Tenant | undefined {
    return this.#state.tenants[tenantId];
  }

  tenants(): Iterable<Tenant> {
    return Object.values(this.#state.tenants);
  }

  conversation(conversationId: string): Conversation | undefined {
    return this.#state.conversations[conversationId];
  }

  conversations(): Iterable<Conversation> {
    return Object.values(this.#state.conversations);
  }

  deliveries(): Iterable<Delivery> {
    return Object.values(this.#state.deliveries);
  }

  onCommit(listener: () => void): void {
    this.#listeners.push(listener);
  }

  async commit(change: Change): Promise<void> {
    // A disk takes a moment.
    await Promise.resolve();
    if (this.isBroken) throw new StoreError('the disk is full', 'Make room.');
    this.#state = apply(this.#state, [change]);
    this.revision += 1;
    for (const listener of this.#listeners) listener();
  }
}
