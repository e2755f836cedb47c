// Gets what people ask for first ready, before the first of them asks.
import { type ListQuery, listTenants, pageSize } from '../domain/tenant/list.js';
import type { Tenant } from '../domain/tenant/tenant.js';
import { TenantIndex } from '../domain/tenant/tenant-index.js';
import type { TenantList } from '../operations/reads/tenant-list.js';
import type { BackgroundWorkers } from '../runtime/background-worker.js';
import type { ContextOf, ViewContext } from '../views/render/context.js';
import { tenantView } from '../views/tenant/tenant.js';
import { tenantListView } from '../views/tenant/tenant-list.js';

/** What warming up takes. */
export interface WarmUpDeps {
  readonly tenants: Iterable<Tenant>;
  readonly tenantList: TenantList;
  readonly workers: BackgroundWorkers;
  /** What cards know before anything is indexed. */
  readonly firstContext: ViewContext;
  readonly context: ContextOf;
}

const firstPage: ListQuery = { search: '', page: 1 };

/**
 * Draws a list of a few tenants, so that the first reader doesn't wait until its template is read for the first time: that takes many
 * times as long as all later drawings.
 */
export async function drawFirst({ tenants, workers, firstContext }: WarmUpDeps): Promise<void> {
  await workers.open({ failed: 'notWarmedUp' }).runNow('templates', async () => {
    tenantListView(listTenants(new TenantIndex(aPageOf(tenants)), firstPage), firstContext);
  });
}

/**
 * Has the list indexed, which the first readers wait for, and then draws a tenant; the start waits for neither. `afterwards`: begins
 * what would compete with the list, once that's there or has failed.
 */
export function warmUp({ tenantList, workers, context }: WarmUpDeps, afterwards: () => Promise<void>): void {
  void workers.open({ failed: 'notWarmedUp' }).runNow('warm-up', async () => {
    try {
      await tenantList.ready();
      tenantListView(tenantList.page(firstPage), context(undefined, 'en'));
    } finally {
      await afterwards();
    }
    await tenantList.waitingReady();
    for (const tenant of tenantList.page(firstPage).rows.slice(0, 1)) tenantView(tenant, context(undefined, 'en'));
  });
}

function aPageOf(tenants: Iterable<Tenant>): readonly Tenant[] {
  const few: Tenant[] = [];
  for (const tenant of tenants) if (few.push(tenant) === pageSize) break;
  return few;
}
