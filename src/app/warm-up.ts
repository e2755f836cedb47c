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

// By then the first answers have gone out, and the first calls to Microsoft are waiting for theirs.
const afterMs = 300;
const firstPage: ListQuery = { search: '', page: 1 };

/**
 * Draws a list of a few tenants, so that the first reader doesn't wait until its template is read for the first time: that takes many
 * times as long as all later drawings. Soon after it has the list indexed, and a tenant drawn: the start does not wait for these.
 */
export async function warmUp({ tenants, tenantList, workers, firstContext, context }: WarmUpDeps): Promise<void> {
  const worker = workers.open({ failed: 'notWarmedUp' });
  await worker.runNow('templates', async () => {
    tenantListView(listTenants(new TenantIndex(aPageOf(tenants)), firstPage), firstContext);
  });
  worker.schedule('warm-up', afterMs, async () => {
    await tenantList.ready();
    const page = tenantList.page(firstPage);
    tenantListView(page, context(undefined, 'en'));
    for (const tenant of page.rows.slice(0, 1)) tenantView(tenant, context(undefined, 'en'));
    await tenantList.waitingReady();
  });
}

function aPageOf(tenants: Iterable<Tenant>): readonly Tenant[] {
  const few: Tenant[] = [];
  for (const tenant of tenants) if (few.push(tenant) === pageSize) break;
  return few;
}
