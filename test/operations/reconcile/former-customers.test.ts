// A tenant is missing from Partner Center's list: it's kept, forgotten, a customer by GDAP, or an ex-customer to whom a request is left.
import assert from 'node:assert/strict';
import type { ListedRelationship } from '../../../src/domain/access/relationship.js';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import { alex, aRelationship, aTenant, contoso, having, tenantBy } from '../../support/builders.js';
import { down } from '../../support/fake-microsoft.js';
import { anOffboarding } from '../../support/offboarding-builders.js';
import { aReconcile, fabrikam } from '../../support/reconcile-bench.js';

describe('a tenant that is missing from the list of customers', () => {
  /** Nothing ties us to it. */
  const untied = (...tenants: readonly Tenant[]) => {
    const made = aReconcile(...tenants);
    made.microsoft.listedRelationships = [];
    return made;
  };

  it('is kept when it was missing once, since a list may break off', async () => {
    const { reconcileAll, microsoft, known } = untied(aTenant());
    const all = microsoft.listedCustomers;
    for (const listed of [[], all, []]) {
      microsoft.listedCustomers = listed;
      await reconcileAll();
      assert.deepEqual(known(), [contoso]);
    }
  });

  it('is forgotten when it is missing for the second time in a row', async () => {
    const { reconcileAll, microsoft, known } = untied(aTenant());
    microsoft.listedCustomers = [];
    await reconcileAll();
    await reconcileAll();
    assert.deepEqual(known(), []);
  });

  it('was not missing from a list that could not be read', async () => {
    const { reconcileAll, microsoft, known } = untied(aTenant());
    microsoft.failing.set('customers.list', down);
    for (let reconciles = 0; reconciles < 3; reconciles += 1) await reconcileAll();
    assert.deepEqual(known(), [contoso]);
  });

  it('is kept while it cannot be read whether something ties us to it', async () => {
    const { reconcileAll, microsoft, known } = untied(aTenant());
    microsoft.listedCustomers = [];
    microsoft.failing.set('relationships.list', down);
    for (let reconciles = 0; reconciles < 3; reconciles += 1) await reconcileAll();
    assert.deepEqual(known(), [contoso]);
  });

  const removing = having(
    aTenant(),
    { type: 'delegatedAdminRead', granted: true },
    { type: 'delegatedAdminRemovalRequested', by: alex, requestId: 'request-1' },
  );
  const leaving = having(aTenant(), { type: 'offboardingDecided', by: alex, offboarding: anOffboarding() });
  for (const [what, tenant] of [
    ['access there is still looked after', tenantBy.approved()],
    ['delegated admin is still being removed', removing],
    ['it is being offboarded', leaving],
  ] as const) {
    for (const tied of [true, false])
      it(`is neither forgotten nor taken for an ex-customer while ${what}, ${tied ? '' : 'not '}tied`, async () => {
        const { reconcileAll, microsoft, store } = tied ? aReconcile(tenant) : untied(tenant);
        microsoft.listedCustomers = [];
        for (let reconciles = 0; reconciles < 3; reconciles += 1) await reconcileAll();
        assert.equal(store.tenant(contoso)?.formerCustomer, undefined);
        assert.ok(store.tenant(contoso));
      });
  }
});

describe('a tenant that is a customer by neither list, and to whom a request is left', () => {
  const former = async (changes: Partial<ListedRelationship> = {}) => {
    const made = aReconcile(aTenant());
    const { microsoft, reconcileAll } = made;
    const all = microsoft.listedCustomers;
    microsoft.listedCustomers = [];
    const waiting = { status: 'approvalPending', activatedAt: undefined } as const;
    microsoft.listedRelationships = [{ ...aRelationship(), ...waiting, customerTenantId: contoso, ...changes }];
    await reconcileAll();
    return { ...made, all };
  };
  const isEx = (tenant: Tenant | undefined) => tenant?.formerCustomer;

  it('becomes an ex-customer when it is missing for the second time in a row, and then no more happens', async () => {
    const { reconcileAll, store } = await former();
    assert.equal(isEx(store.tenant(contoso)), undefined);
    await reconcileAll();
    assert.equal(isEx(store.tenant(contoso)), true);
    assert.equal(store.tenant(contoso)?.leftoverAccess, 'approvalRequest');
    const before = store.revision;
    await reconcileAll();
    assert.equal(store.revision, before);
  });

  it('says until when the customer can still approve it', async () => {
    const { reconcileAll, store } = await former();
    await reconcileAll();
    assert.deepEqual(
      [isEx(store.tenant(contoso)), store.tenant(contoso)?.leftoverSpan],
      [true, { since: '2026-11-01T10:00:00.000Z', endsAt: '2027-01-30T10:00:00.000Z' }],
    );
  });

  for (const status of ['terminated', 'expired', 'created'] as const)
    it(`is not so for a relationship that is ${status}: it is forgotten`, async () => {
      const { reconcileAll, known } = await former({ status });
      await reconcileAll();
      assert.deepEqual(known(), []);
    });

  it('does not know any more whether there is delegated admin', async () => {
    const { reconcileAll, store, happens } = await former();
    await happens({ type: 'delegatedAdminRead', granted: true });
    await reconcileAll();
    assert.deepEqual(store.tenant(contoso)?.delegatedAdmin, { state: 'unknown' });
  });

  it('is forgotten once two lists in a row show no tie, and one that breaks off is not enough', async () => {
    const { reconcileAll, microsoft, known } = await former();
    await reconcileAll();
    const tied = microsoft.listedRelationships;
    for (const listed of [[], tied, [], []]) {
      assert.deepEqual(known(), [contoso]);
      microsoft.listedRelationships = listed;
      await reconcileAll();
    }
    assert.deepEqual(known(), []);
    await reconcileAll();
    assert.deepEqual(known(), [], 'and does not come back');
  });

  it('is a customer again when Partner Center lists it, under the name that it has there', async () => {
    const { reconcileAll, microsoft, store, all } = await former();
    await reconcileAll();
    microsoft.listedCustomers = all.map((each) => ({ ...each, displayName: 'Contoso again' }));
    await reconcileAll();
    assert.deepEqual(
      [isEx(store.tenant(contoso)), store.tenant(contoso)?.customer.displayName],
      [undefined, 'Contoso again'],
    );
  });

  it('is marked anew after the disk has failed', async () => {
    const { reconcileAll, store } = await former();
    store.isBroken = true;
    await reconcileAll();
    assert.equal(isEx(store.tenant(contoso)), undefined);
    store.isBroken = false;
    await reconcileAll();
    assert.equal(isEx(store.tenant(contoso)), true);
  });
});

describe('a tenant that is known from a relationship only', () => {
  const unlisted = (changes: Partial<ListedRelationship> = {}) => {
    const made = aReconcile();
    made.microsoft.listedRelationships = [{ ...aRelationship(), customerTenantId: fabrikam, ...changes }];
    return made;
  };

  it('is a customer by GDAP, by the name that the relationship has', async () => {
    const { reconcileAll, store } = unlisted({ customerName: 'Fabrikam, Inc.' });
    await reconcileAll();
    const { customer, customerBy, leftoverAccess, leftoverSpan } = store.tenant(fabrikam) ?? assert.fail();
    assert.deepEqual(customer, { displayName: 'Fabrikam, Inc.', domain: '' });
    assert.deepEqual([customerBy, leftoverAccess], ['gdap', 'liveAccess']);
    assert.deepEqual(leftoverSpan, { since: '2026-11-02T10:00:00.000Z', endsAt: '2028-11-01T10:00:00.000Z' });
  });

  it('is an ex-customer where all that is left is a request', async () => {
    const { reconcileAll, store } = unlisted({ status: 'approvalPending' });
    await reconcileAll();
    const { customerBy, formerCustomer } = store.tenant(fabrikam) ?? assert.fail();
    assert.deepEqual([customerBy, formerCustomer], [undefined, true]);
  });

  it('is called by its id until the relationship has a name', async () => {
    const { reconcileAll, store, microsoft } = unlisted();
    await reconcileAll();
    assert.equal(store.tenant(fabrikam)?.customer.displayName, fabrikam);
    microsoft.listedRelationships = [{ ...aRelationship(), customerTenantId: fabrikam, customerName: 'Fabrikam' }];
    await reconcileAll();
    assert.equal(store.tenant(fabrikam)?.customer.displayName, 'Fabrikam');
  });

  it('is called as the relationship says also while Gatehouse looks after it', async () => {
    const customer = { displayName: contoso, domain: '' };
    const { reconcileAll, store, microsoft } = aReconcile({ ...tenantBy.approved(), customer, formerCustomer: true });
    microsoft.listedCustomers = [];
    microsoft.listedRelationships = [{ ...aRelationship(), customerTenantId: contoso, customerName: 'Contoso' }];
    await reconcileAll();
    assert.equal(store.tenant(contoso)?.customer.displayName, 'Contoso');
  });

  for (const [what, changes] of [
    ['an ended one', { status: 'terminated' }],
    ['one that is pinned to nobody', { customerTenantId: undefined }],
  ] as const)
    it(`is not remembered for ${what}`, async () => {
      const { reconcileAll, known } = unlisted(changes);
      await reconcileAll();
      assert.deepEqual(known(), []);
    });

  it('is not made out while the list of customers cannot be read', async () => {
    const { reconcileAll, known, microsoft } = unlisted();
    microsoft.failing.set('customers.list', down);
    await reconcileAll();
    assert.deepEqual(known(), []);
  });

  it('is a customer like any other when Partner Center tells of it in the same reconcile', async () => {
    const { reconcileAll, store, microsoft } = unlisted();
    microsoft.listedCustomers = [{ tenantId: fabrikam, displayName: 'Fabrikam', domain: 'fabrikam.example' }];
    await reconcileAll();
    assert.equal(store.tenant(fabrikam)?.formerCustomer, undefined);
  });
});
