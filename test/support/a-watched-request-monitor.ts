import type { ListedRelationship, RelationshipStatus } from '../../src/domain/access/relationship.js';
import { Refused } from '../../src/domain/errors.js';
import type { WatchedRequest } from '../../src/domain/offboarding/watched-request.js';
import type { Tenant } from '../../src/domain/tenant/tenant.js';
import { WatchedRequestMonitor } from '../../src/operations/offboarding/watched-request-monitor.js';
import { alex, aRelationship, now } from './builders.js';
import { testDependencies } from './test-dependencies.js';
import { aWatchedRequest } from './watched-request-builders.js';

export const id = 'relationship-1';
export const reading = (status: RelationshipStatus): ListedRelationship => ({ ...aRelationship({ status }) });
export const active = aWatchedRequest({ becameActiveAt: now, told: 'becameActive' });
export const terminating = aWatchedRequest({ ...active, termination: { by: alex, at: now } });
export const notNow = new Refused('not active', { reason: 'notPossibleNow', service: 'graph' });

/** A monitor that watches a request, and what comes of it. */
export const watching = async (watch: WatchedRequest | undefined, ...tenants: readonly Tenant[]) => {
  const deps = testDependencies(...tenants);
  const { store, clock, microsoft, audit, workers } = deps;
  await store.commit({ watchedRequests: watch ? [watch] : [] });
  microsoft.listedRelationships = [];
  const state = { hearing: ['alex', 'megan'] as readonly string[] };
  const start = () =>
    new WatchedRequestMonitor({
      ...deps,
      hearers: { ofAdmins: async () => state.hearing },
      workers,
    });
  const watchedRequestMonitor = start();
  return {
    ...deps,
    state,
    watchedRequestMonitor,
    /** A new process on the same disk. */
    restart: start,
    watched: () => store.watchedRequest(id),
    /** What is due, to whom. */
    told: () =>
      [...store.deliveries()].map((due) =>
        due.kind === 'watchedRequest' ? `${due.conversationId} ${due.news}` : 'other',
      ),
    entries: () => audit.entries.map(({ what, by, why }) => [what, by && 'alex', why].filter(Boolean).join(' ')),
    /** Microsoft reads so from now on, and a reconcile sees it. */
    async reconciles(...relationships: readonly ListedRelationship[]) {
      microsoft.listedRelationships = relationships;
      await watchedRequestMonitor.take(relationships);
      await workers.idle();
    },
    async passes(seconds: number) {
      await clock.passes(seconds);
      await workers.idle();
    },
    calls: () => microsoft.asked.filter((each) => each.startsWith('relationships.terminate')).length,
  };
};
