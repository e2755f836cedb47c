// Records a fact that was only read, under the tenant's lock.
import type { FactData } from '../../domain/tenant/facts.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { Dependencies } from '../dependencies.js';
import { Recording } from './recording.js';

/**
 * Adds a fact to a tenant under its lock. `seen` gets the tenant as it is by then; `undefined`: there's nothing new.
 * @throws StoreError
 */
export function recordFact(
  deps: Dependencies,
  tenantId: string,
  seen: (tenant: Tenant) => FactData | undefined,
): Promise<void> {
  const { locks, store } = deps;
  return locks.run(tenantId, async () => {
    const tenant = store.tenant(tenantId);
    const factData = tenant && seen(tenant);
    if (!factData) return;
    const recording = new Recording(tenant, deps);
    recording.add([factData]);
    await recording.save();
  });
}
