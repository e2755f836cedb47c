// After an upgrade: what the list of relationships alone says of the end of access, and of auto-extend that is off.
import assert from 'node:assert/strict';
import { fingerprintOf } from '../../../src/domain/access/observation.js';
import type { Relationship } from '../../../src/domain/access/relationship.js';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import { aRelationship, aTemplate, tenantBy } from '../../support/builders.js';
import { aReconcile, fabrikam } from '../../support/reconcile-bench.js';

/** A tenant as an earlier version left it: followed, and without a word of its end. */
const fromBefore = (tenantId: string, relationships: readonly Relationship[]): Tenant => {
  const { onboarding, ...tenant } = tenantBy.approved();
  assert.ok(onboarding);
  const [relationship] = relationships;
  const fingerprint = fingerprintOf(relationships, aTemplate());
  return { ...tenant, tenantId, onboarding: { ...onboarding, relationship, fingerprint, coverage: undefined } };
};

const reconciled = async (...relationships: readonly Relationship[]) => {
  const bench = aReconcile(fromBefore(fabrikam, relationships));
  bench.microsoft.listedRelationships = relationships.map((each) => ({ ...each, customerTenantId: fabrikam }));
  await bench.store.commit({ conversations: [{ id: 'chat', kind: 'personal', subscribed: true, reference: {} }] });
  assert.equal(await bench.reconcileAll(), undefined);
  const news = () => [...bench.store.deliveries()].map((each) => (each.kind === 'tenant' ? each.news : each.kind));
  return { ...bench, news, onboarding: () => bench.store.tenant(fabrikam)?.onboarding };
};

describe('the first reconcile after an upgrade', () => {
  it('finds by the list alone that auto-extend is off, tells it once, and checks no one for it', async () => {
    const bench = await reconciled(aRelationship({ autoExtends: false }));
    assert.equal(bench.onboarding()?.coverage?.keep, 'extend');
    assert.deepEqual([bench.news(), bench.looks], [['autoExtendOff'], []]);
    await bench.reconcileAll();
    assert.deepEqual([bench.news().length, bench.looks], [1, []]);
  });

  it('has nothing to tell where it is on, or where another relationship covers the end', async () => {
    for (const relationships of [
      [aRelationship()],
      [aRelationship({ autoExtends: false }), aRelationship({ id: 'relationship-2' })],
    ]) {
      const bench = await reconciled(...relationships);
      assert.deepEqual([bench.onboarding()?.coverage?.is, bench.news(), bench.looks], ['rollsOver', [], []]);
    }
  });

  it('records nothing of a tenant whose relationship has no end that is known', async () => {
    const bench = await reconciled(aRelationship({ autoExtends: false, endsAt: undefined }));
    assert.deepEqual([bench.onboarding()?.coverage, bench.news(), bench.looks], [undefined, [], []]);
  });
});
