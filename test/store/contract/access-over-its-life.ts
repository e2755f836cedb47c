// The part of a store's contract that speaks of what is known of a tenant's access over its life.
import assert from 'node:assert/strict';
import type { Keeping } from '../../../src/domain/access/keeping.js';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import { addDays } from '../../../src/domain/time.js';
import type { Store } from '../../../src/operations/ports/store.js';
import { alex, aRelationship, now, tenantBy } from '../../support/builders.js';
import type { Bench } from './rows.js';

const on = addDays(now, 20);
const asked = { by: alex, at: now, relationshipId: 'relationship-1', on } as const;
const removing: Keeping = {
  ...asked,
  way: 'removeGlobalAdministrator',
  emptiedGroupIds: ['group-1'],
  removal: { sentAt: now, operationId: 'operation-1', askFrom: now },
  extendedAt: now,
};
const requesting: Keeping = {
  ...asked,
  way: 'request',
  successor: aRelationship({ id: 'relationship-2', status: 'approvalPending', endsAt: undefined }),
  lockedAt: now,
};

/** A tenant about whose access all is known that can be, kept in this way. What's absent is left out, as in what is written. */
function whole(keeping: Keeping): Tenant {
  const { onboarding, ...tenant } = tenantBy.approved();
  assert.ok(onboarding);
  const all: Tenant = {
    ...tenant,
    tags: ['maintenance', 'vip'],
    onboarding: {
      ...onboarding,
      template: 'vip',
      coverage: { is: 'blocked', on, relationshipId: 'relationship-1', keep: 'removeGlobalAdministrator' },
      toldEnds: [
        { on, withinDays: 30 },
        { on: addDays(now, 90), withinDays: 60 },
      ],
      keeping,
      kept: { by: alex, at: now, way: 'extend', on: now, emptiedGroupIds: ['group-2'] },
      keepFailed: { at: now, failure: { why: 'microsoft', problem: { reason: 'noRights' } } },
      nudgedFor: now,
    },
  };
  return JSON.parse(JSON.stringify(all));
}

/** Runs it; `open` gives what the test under way has. */
export function accessOverItsLife(open: () => { readonly on: Bench; readonly store: Store }): void {
  describe('what is known of access over its life', () => {
    for (const keeping of [removing, requesting])
      it(`is there after a start and after a crash: coverage, warnings, tags, kept by ${keeping.way}`, async () => {
        const { on: bench, store } = open();
        const tenant = whole(keeping);
        await store.commit({ tenants: [tenant] });
        const again = await bench.reopened(store);
        assert.deepEqual(again.tenant(tenant.tenantId), tenant);
        const { keeping: _, ...onboarding } = tenant.onboarding ?? assert.fail();
        const without: Tenant = { ...tenant, tags: ['vip'], onboarding };
        await again.commit({ tenants: [without] });
        assert.deepEqual((await bench.crashed(again)).tenant(tenant.tenantId), without);
      });
  });
}
