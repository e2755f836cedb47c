// Records until when a tenant has access, from the list of all relationships alone: no call is made for it.
import { coverageOf } from '../../domain/access/coverage.js';
import type { Relationship } from '../../domain/access/relationship.js';
import { driftToTell } from '../../domain/onboarding/drift-to-tell.js';
import type { Dependencies } from '../dependencies.js';
import { templateOf } from '../ports/templates.js';
import { Recording } from '../recording/recording.js';

/**
 * For a tenant that an earlier version checked last: so the first reconcile after an upgrade knows at once of every tenant whether
 * auto-extend is off, and one message says so. `relationships`: all of the tenant's, as at its last check.
 * @throws StoreError
 */
export function recordCoverage(
  deps: Dependencies,
  tenantId: string,
  relationships: readonly Relationship[],
): Promise<void> {
  const { locks, store, clock } = deps;
  return locks.run(tenantId, async () => {
    const tenant = store.tenant(tenantId);
    if (!tenant?.onboarding || tenant.onboarding.coverage) return;
    const template = templateOf(deps, tenant);
    const coverage = coverageOf({ tenantId, relationships, followed: tenant.onboarding.relationship, template });
    if (!coverage) return;
    const recording = new Recording(tenant, deps);
    recording.add([{ type: 'coverageRead', coverage }]);
    recording.add(driftToTell(recording.tenant, template, { now: clock.now(), withEnd: false }));
    await recording.save();
  });
}
