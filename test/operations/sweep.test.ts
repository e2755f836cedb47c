// Whom does a sweep look at, with which list in hand, and whom does it forget?
import assert from 'node:assert/strict';
import type { Tenant } from '../../src/domain/tenant.js';
import { sweeper } from '../../src/operations/sweep.js';
import { alex, aRelationship, aTenant, contoso, having, tenantBy } from '../support/builders.js';
import { down } from '../support/fake-microsoft.js';
import { testMeans } from '../support/test-means.js';

/** Sweeps, and whom they look at: with the list in hand, or asking Microsoft anew. */
const aSweep = (...tenants: readonly Tenant[]) => {
  const means = testMeans(...tenants);
  const { microsoft, store } = means;
  microsoft.listedCustomers = tenants.map(({ tenantId, customer }) => ({ tenantId, ...customer }));
  microsoft.listedRelationships = tenants.map(({ tenantId: customerTenantId }) => ({
    ...aRelationship(),
    customerTenantId,
  }));
  const looks: string[] = [];
  const sweep = sweeper(means, async (tenantId, listed) => {
    looks.push(`${tenantId} ${listed ? 'with the list' : 'anew'}`);
  });
  return { ...means, looks, sweep, known: () => [...store.tenants()].map(({ tenantId }) => tenantId) };
};

describe('a sweep whose list of relationships is older than what we know', () => {
  it('asks anew about a tenant that has changed since the list was asked for', async () => {
    const { sweep, microsoft, happens, looks } = aSweep(tenantBy.approved());
    microsoft.meanwhile.set('relationships', () => happens({ type: 'approvalLinkTaken', by: alex }));
    await sweep();
    assert.deepEqual(looks, [`${contoso} anew`]);
  });

  it('does not take what is left of a tenant that was just disabled from it', async () => {
    const { sweep, microsoft, happens, store } = aSweep(tenantBy.approved());
    microsoft.listedRelationships = [];
    microsoft.meanwhile.set('relationships', () => happens({ type: 'offboarded', by: alex }));
    await sweep();
    assert.equal(store.tenant(contoso)?.residue, 'liveAccess');
  });
});

const fabrikam = '10000000-0000-4000-8000-000000000002';

describe('a sweep in which one tenant is bad', () => {
  for (const [how, look] of [
    ['at once', () => assert.fail('a fault')],
    ['in the end', async () => assert.fail('a fault')],
  ] as const) {
    it(`looks at all others when it fails ${how}`, async () => {
      const other = { ...tenantBy.needsApproval(), tenantId: fabrikam };
      const { microsoft, log: _, ...means } = testMeans(tenantBy.needsApproval(), other);
      microsoft.listedCustomers = [contoso, fabrikam].map((tenantId) => ({ tenantId, ...other.customer }));
      const looks: string[] = [];
      const errors: string[] = [];
      const log = { info: () => undefined, warn: () => undefined, error: (event: string) => void errors.push(event) };
      const sweep = sweeper({ ...means, microsoft, log }, (tenantId) => {
        looks.push(tenantId);
        return tenantId === contoso ? look() : Promise.resolve();
      });
      assert.equal(await sweep(), undefined);
      assert.deepEqual(looks, [contoso, fabrikam]);
      assert.deepEqual(errors, ['tenantNotSwept']);
    });
  }
});

describe('a sweep with a fresh list', () => {
  it('looks at nobody when everything is as it was', async () => {
    const { sweep, looks } = aSweep(tenantBy.approved());
    await sweep();
    assert.deepEqual(looks, []);
  });

  it('looks at a tenant whose relationship has changed, with the list in hand', async () => {
    const { sweep, microsoft, looks } = aSweep(tenantBy.approved());
    microsoft.listedRelationships = [{ ...aRelationship({ status: 'terminated' }), customerTenantId: contoso }];
    await sweep();
    assert.deepEqual(looks, [`${contoso} with the list`]);
  });

  it('looks at an approved tenant once a day, since assignments and plans change without a sign', async () => {
    const { sweep, looks, clock } = aSweep(tenantBy.approved());
    await clock.passes(86_399);
    await sweep();
    assert.deepEqual(looks, []);
    await clock.passes(1);
    await sweep();
    assert.deepEqual(looks, [`${contoso} with the list`]);
  });

  it('makes no more than fifty of those daily looks in one sweep', async () => {
    const many = Array.from({ length: 60 }, (_, index) => ({ ...tenantBy.approved(), tenantId: `tenant-${index}` }));
    const { sweep, looks, clock } = aSweep(...many);
    await clock.passes(86_400);
    await sweep();
    assert.equal(looks.length, 50);
  });
});

describe('a tenant that is missing from the list of customers', () => {
  it('is kept when it was missing once, since a list may break off', async () => {
    const { sweep, microsoft, known } = aSweep(aTenant());
    const all = microsoft.listedCustomers;
    for (const listed of [[], all, []]) {
      microsoft.listedCustomers = listed;
      await sweep();
      assert.deepEqual(known(), [contoso]);
    }
  });

  it('is forgotten when it is missing for the second time in a row', async () => {
    const { sweep, microsoft, known } = aSweep(aTenant());
    microsoft.listedCustomers = [];
    await sweep();
    await sweep();
    assert.deepEqual(known(), []);
  });

  it('was not missing from a list that could not be read', async () => {
    const { sweep, microsoft, known } = aSweep(aTenant());
    microsoft.failing.set('customers', down);
    for (let sweeps = 0; sweeps < 3; sweeps += 1) await sweep();
    assert.deepEqual(known(), [contoso]);
  });

  const removing = having(
    aTenant(),
    { type: 'delegatedAdminRead', granted: true },
    { type: 'delegatedAdminRemovalRequested', by: alex, requestId: 'request-1' },
  );
  for (const [what, tenant] of [
    ['access there is still looked after', tenantBy.approved()],
    ['delegated admin is still being removed', removing],
  ] as const) {
    it(`is not forgotten while ${what}`, async () => {
      const { sweep, microsoft, known } = aSweep(tenant);
      microsoft.listedCustomers = [];
      for (let sweeps = 0; sweeps < 3; sweeps += 1) await sweep();
      assert.deepEqual(known(), [contoso]);
    });
  }
});
