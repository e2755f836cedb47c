// Events of Partner Center, and what they lead to.
import type { PartnerEvent } from '../../src/domain/partner-event.js';
import type { Tenant } from '../../src/domain/tenant/tenant.js';
import { WatchedRequestMonitor } from '../../src/operations/offboarding/watched-request-monitor.js';
import { PartnerEventHandler } from '../../src/operations/reconcile/partner-events.js';
import { ReconcileScheduler } from '../../src/operations/reconcile/reconcile-scheduler.js';
import { TenantScheduler } from '../../src/operations/reconcile/tenant-scheduler.js';
import { WebhookHeartbeat } from '../../src/operations/reconcile/webhook-heartbeat.js';
import { contoso, now } from './builders.js';
import { standIn } from './stand-in.js';
import { testDependencies } from './test-dependencies.js';

const auditRecords: Readonly<Record<string, string>> = { 'of-contoso': contoso, 'of-a-new-one': 'somebody-new' };

type Deps = ReturnType<typeof testDependencies>;

/** Follows the events that come to a store, as a process does, and writes down what is looked at. */
export const following = (deps: Deps) => {
  const looks: string[] = [];
  const heard: string[] = [];
  let meanwhile = async () => undefined as unknown;
  const eventHandler = new PartnerEventHandler({
    ...deps,
    scheduler: standIn(TenantScheduler, {
      checkNow: async (tenantId) => {
        looks.push(tenantId);
        await meanwhile();
      },
    }),
    reconciles: standIn(ReconcileScheduler, { soon: async () => void looks.push('everything') }),
    webhooks: {
      registration: async () => undefined,
      sendTest: async () => undefined,
      auditRecord: async (id) => (id in auditRecords ? { customerId: auditRecords[id] ?? '' } : undefined),
    },
    watchedRequestMonitor: standIn(WatchedRequestMonitor, { checkNow: async (id) => void looks.push(`request ${id}`) }),
    heartbeat: standIn(WebhookHeartbeat, {
      recordAny: () => undefined,
      recordOurs: () => void heard.push('ours'),
      recordTest: () => void heard.push('test'),
    }),
  });
  deps.store.committed.on(({ eventIds }) => eventHandler.handle(eventIds));
  const whileLooking = (work: () => Promise<unknown>) => {
    meanwhile = work;
  };
  return { eventHandler, looks, heard, whileLooking };
};

/** The same of these tenants. */
export const taking = (...tenants: readonly Tenant[]) => {
  const deps = testDependencies(...tenants);
  const { store, workers } = deps;
  let count = 0;
  const comes = async (event: Partial<PartnerEvent>) => {
    const id = `event-${count++}`;
    await store.commit({
      partnerEvents: [{ id, name: 'granular-admin-relationship-approved', at: now, ...event }],
    });
  };
  return {
    ...deps,
    ...following(deps),
    comes,
    async takes(event: Partial<PartnerEvent>) {
      await comes(event);
      await workers.idle();
    },
    waiting: () => [...store.partnerEvents()].map(({ id }) => id),
  };
};
