// Answers which tenants have leftover access, and reads delegated admin where it's not known.

import { LRUCache } from 'lru-cache';
import pLimit from 'p-limit';
import {
  indexLeftovers,
  type LeftoverIndex,
  type LeftoverPage,
  leftoversPage,
} from '../../domain/access/leftover-list.js';
import type { BackgroundWorker, BackgroundWorkers } from '../../runtime/background-worker.js';
import type { Log } from '../../runtime/log.js';
import type { ReadDelegatedAdmin } from '../commands/delegated-admin.js';
import type { Store } from '../ports/store.js';

/**
 * A page of what's known, the same object as long as nothing has changed; `places`: with these tenants where they are.
 * Reads neither Microsoft nor the disk.
 */
export type LeftoverPages = (wanted: number, places?: readonly string[]) => LeftoverPage;

const mostPages = 200;

/** Pages of an index that's rebuilt only after a change. */
export function leftoversPager(store: Store): LeftoverPages {
  const pages = new LRUCache<string, LeftoverPage>({ max: mostPages });
  let index: LeftoverIndex | undefined;
  let revision: number | undefined;
  return (wanted, places) => {
    if (index === undefined || revision !== store.revision) {
      index = indexLeftovers(store.tenants());
      revision = store.revision;
      pages.clear();
    }
    const key = JSON.stringify([wanted, places]);
    const known = pages.get(key);
    if (known) return known;
    const page = leftoversPage(index, wanted, places);
    pages.set(key, page);
    return page;
  };
}

/** What reading delegated admin takes. */
export interface LeftoverPorts {
  readonly store: Store;
  readonly readDelegatedAdmin: ReadDelegatedAdmin;
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

/** Reads in the background whether there's delegated admin where it's not known. */
export class LeftoverReader {
  readonly #ports: LeftoverPorts;
  readonly #worker: BackgroundWorker;

  constructor(ports: LeftoverPorts) {
    this.#ports = ports;
    this.#worker = ports.workers.open({ failed: 'leftoversNotRead', level: 'error', hasOwnOrigin: true });
  }

  /**
   * Reads a few at a time, the worst first, up to a limit; the rest is read at the next call. Each answer is saved as it
   * comes. Never fails.
   */
  readMore(): void {
    if (!this.#worker.isRunning(key)) void this.#worker.runNow(key, () => this.#read());
  }

  async #read(): Promise<void> {
    const { store, readDelegatedAdmin, log } = this.#ports;
    const ids = indexLeftovers(store.tenants()).unreadIds.slice(0, mostPerAsk);
    if (ids.length === 0) return;
    const limit = pLimit(readsAtOnce);
    let failures = 0;
    let count = 0;
    const read = async (tenantId: string) => {
      if (this.#worker.isStopped || failures >= mostFailures) return;
      await readDelegatedAdmin(tenantId);
      count += 1;
      if (store.tenant(tenantId)?.delegatedAdmin.state === 'unknown') failures += 1;
    };
    await Promise.all(ids.map((tenantId) => limit(read, tenantId)));
    log.info('leftoversRead', { count, failures });
  }
}
