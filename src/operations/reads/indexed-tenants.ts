// Answers from an index of all tenants, which is made once and kept up with what is committed.
import { LRUCache } from 'lru-cache';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { ChangedTenant } from '../../domain/tenant/tenant-index.js';
import type { Store } from '../ports/store.js';

const mostAnswers = 200;

/** What takes changed tenants, each id once. */
interface Updated {
  update(changed: readonly ChangedTenant[]): void;
}

/** The first question makes the index; later ones pay for the tenants that have changed since, however many there are. */
export class IndexedTenants<Index extends Updated, Answer extends object> {
  readonly #store: Store;
  readonly #make: (tenants: Iterable<Tenant>) => Index;
  readonly #answers = new LRUCache<string, Answer>({ max: mostAnswers });
  readonly #changedIds = new Set<string>();
  #index: Index | undefined;

  constructor(store: Store, make: (tenants: Iterable<Tenant>) => Index) {
    this.#store = store;
    this.#make = make;
    store.committed.on(({ tenantIds }) => {
      if (this.#index) for (const tenantId of tenantIds) this.#changedIds.add(tenantId);
    });
  }

  /** The index as of now. */
  index(): Index {
    this.#index ??= this.#make(this.#store.tenants());
    if (this.#changedIds.size > 0) {
      this.#index.update([...this.#changedIds].map((tenantId) => [tenantId, this.#store.tenant(tenantId)]));
      this.#changedIds.clear();
      this.#answers.clear();
    }
    return this.#index;
  }

  /** What the index answers to a question: the same object until a tenant changes. */
  answer(question: string, from: (index: Index) => Answer): Answer {
    const index = this.index();
    const known = this.#answers.get(question);
    if (known) return known;
    const answer = from(index);
    this.#answers.set(question, answer);
    return answer;
  }
}
