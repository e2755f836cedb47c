// Answers from an index of all tenants, which is made once and kept up with what is committed.
import { isDeepStrictEqual } from 'node:util';
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
  readonly #answers = new LRUCache<string, { readonly answer: Answer; readonly updates: number }>({ max: mostAnswers });
  readonly #changedIds = new Set<string>();
  #index: Index | undefined;
  /** How often the index was updated. */
  #updates = 0;

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
      const changed = [...this.#changedIds].map((tenantId) => [tenantId, this.#store.tenant(tenantId)] as const);
      this.#index.update(changed);
      this.#changedIds.clear();
      // What is forgotten isn't kept in an answer that may never be asked for again.
      if (changed.some(([, tenant]) => tenant === undefined)) this.#answers.clear();
      this.#updates += 1;
    }
    return this.#index;
  }

  /** What the index answers to a question: the same object until there's something else in it. */
  answer(question: string, from: (index: Index) => Answer): Answer {
    const index = this.index();
    const known = this.#answers.get(question);
    if (known?.updates === this.#updates) return known.answer;
    const made = from(index);
    const answer = known && isDeepStrictEqual(known.answer, made) ? known.answer : made;
    this.#answers.set(question, { answer, updates: this.#updates });
    return answer;
  }
}
