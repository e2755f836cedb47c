// Answers from an index of all tenants, which is made once, in slices, and kept up with what is committed.
import { setImmediate as oneTurn } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { LRUCache } from 'lru-cache';
import type { ChangedTenant, Tenant } from '../../domain/tenant/tenant.js';
import { inSlices } from '../../runtime/in-slices.js';
import type { Store } from '../ports/store.js';

const mostAnswers = 200;

/** What takes changed tenants, each id once. */
interface Updated {
  update(changed: readonly ChangedTenant[]): void;
  /** Does what else there is to do before the first question, some of it with each step. Absent: there's nothing. */
  settling?(): Iterable<void>;
}

/** A question pays for the tenants that have changed since the one before, however many there are. */
export class IndexedTenants<Index extends Updated, Answer extends object> {
  readonly #store: Store;
  readonly #empty: () => Index;
  readonly #answers = new LRUCache<string, { readonly answer: Answer; readonly updates: number }>({ max: mostAnswers });
  readonly #changedIds = new Set<string>();
  #index: Index | undefined;
  #making: Promise<void> | undefined;
  /** How often another index was wanted in its place. */
  #renewals = 0;
  /** How often the index was updated. */
  #updates = 0;

  /** `empty`: an index without tenants. */
  constructor(store: Store, empty: () => Index) {
    this.#store = store;
    this.#empty = empty;
    store.committed.on(({ tenantIds }) => {
      if (this.#making) for (const tenantId of tenantIds) this.#changedIds.add(tenantId);
    });
  }

  /** Resolves once there is an index. Until then, `index` would hold up whatever else is asked for as long as it takes to make one. */
  ready(): Promise<void> {
    this.#making ??= this.#makeInSlices();
    return this.#making;
  }

  /** Drops the index, and has another made in its place. */
  renew(): void {
    this.#renewals += 1;
    this.#index = undefined;
    this.#answers.clear();
    this.#making = this.#makeInSlices();
  }

  /** The index as of now. */
  index(): Index {
    this.#index ??= this.#madeAtOnce();
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

  async #makeInSlices(): Promise<void> {
    const renewal = this.#renewals;
    const index = this.#empty();
    for await (const slice of inSlices(this.#store.tenants())) {
      // A caller couldn't wait.
      if (this.#index || this.#renewals !== renewal) return;
      index.update(slice.map(asChanged));
    }
    for (const _ of index.settling?.() ?? []) await oneTurn();
    if (this.#renewals === renewal) this.#index ??= index;
  }

  #madeAtOnce(): Index {
    this.#making ??= Promise.resolve();
    const index = this.#empty();
    index.update([...this.#store.tenants()].map(asChanged));
    return index;
  }
}

function asChanged(tenant: Tenant): ChangedTenant {
  return [tenant.tenantId, tenant];
}
