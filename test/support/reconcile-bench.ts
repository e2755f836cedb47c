// A reconcile of all tenants on fakes, which tells whom it looks at.
import type { Tenant } from '../../src/domain/tenant/tenant.js';
import { WatchedRequestMonitor } from '../../src/operations/offboarding/watched-request-monitor.js';
import { ReconcileAll } from '../../src/operations/reconcile/reconcile-all.js';
import { TenantScheduler } from '../../src/operations/reconcile/tenant-scheduler.js';
import { aRelationship } from './builders.js';
import { standIn } from './stand-in.js';
import { testDependencies } from './test-dependencies.js';

/** Watches no requests. */
export const watchedRequestMonitor = standIn(WatchedRequestMonitor, { take: async () => undefined });

/** A tenant beside Contoso. */
export const fabrikam = '10000000-0000-4000-8000-000000000002';

/** Reconciles, and whom they look at: with the list in hand, or asking Microsoft anew. */
export const aReconcile = (...tenants: readonly Tenant[]) => {
  const deps = testDependencies(...tenants);
  const { microsoft, store } = deps;
  microsoft.listedCustomers = tenants.map(({ tenantId, customer }) => ({ tenantId, ...customer }));
  microsoft.listedRelationships = tenants.map(({ tenantId: customerTenantId }) => ({
    ...aRelationship(),
    customerTenantId,
  }));
  const looks: string[] = [];
  const scheduler = standIn(TenantScheduler, {
    checkNow: async (tenantId, listed) => void looks.push(`${tenantId} ${listed ? 'with the list' : 'anew'}`),
  });
  /** What a process reconciles with that has just been started. */
  const restarted = () => new ReconcileAll({ ...deps, scheduler, watchedRequestMonitor });
  const reconcile = restarted();
  const reconcileAll = () => reconcile.run({ isHeld: true });
  return { ...deps, looks, reconcileAll, restarted, known: () => [...store.tenants()].map(({ tenantId }) => tenantId) };
};
