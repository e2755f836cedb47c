// Pages of the tenants with leftover access, from memory, and reading delegated admin where it isn't known yet.

import pLimit from 'p-limit';
import { LeftoverIndex, type LeftoverPage, leftoversPage } from '../../domain/tenant/leftover-list.js';
import type { BackgroundWorker, BackgroundWorkers } from '../../runtime/background-worker.js';
import type { Log } from '../../runtime/log.js';
import type { Store } from '../ports/store.js';
import type { DelegatedAdminReader } from '../reads/delegated-admin.js';
import { IndexedTenants } from '../reads/indexed-tenants.js';

/** What pages and reading take. */
export interface LeftoverDeps {
  readonly store: Store;
  readonly delegatedAdmin: DelegatedAdminReader;
  readonly log: Log;
  readonly workers: BackgroundWorkers;
}

// Partner Center takes 500 calls a minute from a partner and tells of one customer a call; reconciles and clicks need some.
// @see https://learn.microsoft.com/partner-center/developer/customer-resources (checked 2026-11-22)
const mostPerAsk = 200;
const readsAtOnce = 4;
// After this many failures it isn't asked two hundred times to learn the cause.
const mostFailures = 3;
const key = 'delegated admin';

/** The pages come from an index that's kept up with what changes. */
export class Leftovers {
  readonly #deps: LeftoverDeps;
  readonly #worker: BackgroundWorker;
  readonly #tenants: IndexedTenants<LeftoverIndex, LeftoverPage>;

  constructor(deps: LeftoverDeps) {
    this.#deps = deps;
    this.#tenants = new IndexedTenants(deps.store, () => new LeftoverIndex());
    this.#worker = deps.workers.open({ failed: 'leftoversNotRead', level: 'error', hasOwnOrigin: true });
  }

  /** Resolves once there are pages, after which giving one holds up nothing. */
  ready(): Promise<void> {
    return this.#tenants.ready();
  }

  /**
   * A page of what's known, the same object as long as nothing has changed; `places`: with these tenants where they are.
   * Reads neither Microsoft nor the disk.
   */
  page(wanted: number, places?: readonly string[]): LeftoverPage {
    const tenantOf = (tenantId: string) => this.#deps.store.tenant(tenantId);
    return this.#tenants.answer(JSON.stringify([wanted, places]), (index) =>
      leftoversPage(index, tenantOf, wanted, places),
    );
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
    const unread = this.#tenants.index().unread.slice(0, mostPerAsk);
    const ids = unread.map(({ tenant: { tenantId } }) => tenantId);
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
