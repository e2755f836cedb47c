// Gets what people ask for first ready, before the first of them asks.
import { setImmediate as oneTurn } from 'node:timers/promises';
import type { ListQuery } from '../domain/tenant/list.js';
import type { TenantList } from '../operations/reads/tenant-list.js';
import type { BackgroundWorkers } from '../runtime/background-worker.js';
import { languages, wordsIn } from '../views/catalogue.js';
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

/**
 * Has what drawing needs loaded, the list indexed and every language read, soon after the start: neither the start nor the first
 * reader waits for it. Between any two of them, what is asked meanwhile is answered.
 */
export function warmUp({ tenantList, workers, context }: WarmUpDeps): void {
  const worker = workers.open({ failed: 'notWarmedUp' });
  worker.schedule('warm-up', afterMs, async () => {
    await tenantList.ready();
    const page = tenantList.page(firstPage);
    tenantListView(page, context(undefined, 'en'));
    for (const tenant of page.rows.slice(0, 1)) tenantView(tenant, context(undefined, 'en'));
    for (const language of languages) {
      await oneTurn();
      wordsIn(language);
    }
  });
}
