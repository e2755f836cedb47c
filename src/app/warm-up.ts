// Draws the cards that people ask for first, before the first reader asks.
import type { ListQuery } from '../domain/tenant/list.js';
import type { TenantList } from '../operations/reads/tenant-list.js';
import type { BackgroundWorkers } from '../runtime/background-worker.js';
import type { ContextOf } from '../views/render/context.js';
import { tenantView } from '../views/tenant/tenant.js';
import { tenantListView } from '../views/tenant/tenant-list.js';

/** What warming up takes. */
export interface WarmUpDeps {
  readonly tenantList: TenantList;
  readonly workers: BackgroundWorkers;
  readonly context: ContextOf;
}

// By then the first answers have gone out, and the first calls to Microsoft are waiting for theirs.
const afterMs = 300;
const firstPage: ListQuery = { search: '', page: 1 };

/** Has what drawing needs loaded, and the list indexed, soon after the start: neither the start nor the first reader waits for it. */
export function warmUp({ tenantList, workers, context }: WarmUpDeps): void {
  const worker = workers.open({ failed: 'notWarmedUp' });
  worker.schedule('warm-up', afterMs, async () => {
    const page = tenantList.page(firstPage);
    tenantListView(page, context(undefined, 'en'));
    for (const tenant of page.rows.slice(0, 1)) tenantView(tenant, context(undefined, 'en'));
  });
}
