// How is something that was merely seen taken note of, while others may be busy with the tenant?
import type { Happening } from '../../domain/tenant/facts.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { Means } from '../dependencies.js';
import { Recording } from './recording.js';

/**
 * Lets a fact happen to a tenant in its turn. `seen` is asked with the tenant as it is by then; `undefined`: there is
 * nothing new in it.
 * @throws StoreError
 */
export function note(means: Means, tenantId: string, seen: (tenant: Tenant) => Happening | undefined): Promise<void> {
  const { turns, store } = means;
  return turns.run(tenantId, async () => {
    const tenant = store.tenant(tenantId);
    const happening = tenant && seen(tenant);
    if (!happening) return;
    const recording = new Recording(tenant, means);
    recording.add([happening]);
    await recording.save();
  });
}
