// Pages of the tenants with leftover access, from memory, and reading delegated admin where it isn't known yet.

import { LRUCache } from 'lru-cache';
import pLimit from 'p-limit';
import {
  indexLeftovers,
  type LeftoverIndex,
  type LeftoverPage,
  leftoversPage,
} from '../../domain/tenant/leftover-list.js';
import type { BackgroundWorker, BackgroundWorkers } from '../../runtime/background-worker.js';
import type { Log } from '../../runtime/log.js';
import type { Store } from '../ports/store.js';
import type { DelegatedAdminReader } from '../reads/delegated-admin.js';

/** What pages and reading take. */
export interface LeftoverDeps {
  readonly store: Store;
  readonly delegatedAdmin: DelegatedAdminReader;
  readonly log: Log;
  readonly workers: BackgroundWorkers;
}

const mostPages = 200;
// Partner Center takes 500 calls a minute from a partner and tells of one customer a call; reconciles and clicks need some.
// @see https://learn.microsoft.com/partner-center/developer/customer-resources (checked 2026-11-22)
const mostPerAsk = 200;
const readsAtOnce = 4;
// After this many failures it isn't asked two hundred times to learn the cause.
const mostFailures = 3;
const key = 'delegated admin';

/** The pages come from an index that's rebuilt only after a change. */
export class Leftovers {
  readonly #deps: LeftoverDeps;
  readonly #worker: BackgroundWorker;
  readonly #pages = new LRUCache<string, LeftoverPage>({ max: mostPages });
  #index: { readonly revision: number; readonly leftovers: LeftoverIndex } | undefined;

  constructor(deps: LeftoverDeps) {
    this.#deps = deps;
    this.#worker = deps.workers.open({ failed: 'leftoversNotRead', level: 'error', hasOwnOrigin: true });
  }

  /**
   * A page of what's known, the same object as long as nothing has changed; `places`: with these tenants where they are.
   * Reads neither Microsoft nor the disk.
   */
  page(wanted: number, places?: readonly string[]): LeftoverPage {
    const { store } = this.#deps;
    const { revision } = store;
    if (this.#index?.revision !== revision) {
      this.#index = { revision, leftovers: indexLeftovers(store.tenants()) };
      this.#pages.clear();
    }
    const key = JSON.stringify([wanted, places]);
    const known = this.#pages.get(key);
    if (known) return known;
    const page = leftoversPage(this.#index.leftovers, wanted, places);
    this.#pages.set(key, page);
    return page;
  }

  /**
   * Reads a few at a time, the worst first, up to a limit; the rest is read at the next call. Each answer is saved as it
   * comes. Never fails.
   */
  readMore(): void {
    if (!this.#worker.isRunning(key)) void this.#worker.runNow(key, () => this.#read());
  }

  async #read(): Promise<void> {
    const { store, delegatedAdmin, log } = this.#deps;
    const ids = indexLeftovers(store.tenants()).unreadIds.slice(0, mostPerAsk);
    if (ids.length === 0) return;
    const limit = pLimit(readsAtOnce);
    let failures = 0;
    let count = 0;
    const read = async (tenantId: string) => {
      if (this.#worker.isStopped || failures >= mostFailures) return;
      await delegatedAdmin.read(tenantId);
      count += 1;
      if (store.tenant(tenantId)?.delegatedAdmin.state === 'unknown') failures += 1;
    };
    await Promise.all(ids.map((tenantId) => limit(read, tenantId)));
    log.info('leftoversRead', { count, failures });
  }
}
