// Which tenants a reconcile checks, with which list, and which it forgets.
import assert from 'node:assert/strict';
import type { ListedRelationship } from '../../../src/domain/access/relationship.js';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import { partial } from '../../../src/microsoft/http/pages.js';
import { WatchedRequestMonitor } from '../../../src/operations/offboarding/watched-request-monitor.js';
import { ReconcileAll } from '../../../src/operations/reconcile/reconcile-all.js';
import { TenantScheduler } from '../../../src/operations/reconcile/tenant-scheduler.js';
import { alex, aRelationship, aTenant, contoso, having, tenantBy } from '../../support/builders.js';
import { down } from '../../support/fake-microsoft.js';
import { anOffboarding } from '../../support/offboarding-builders.js';
import { standIn } from '../../support/stand-in.js';
import { testDependencies } from '../../support/test-dependencies.js';

const watchedRequestMonitor = standIn(WatchedRequestMonitor, { take: async () => undefined });

/** Reconciles, and whom they look at: with the list in hand, or asking Microsoft anew. */
const aReconcile = (...tenants: readonly Tenant[]) => {
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
  const reconcile = new ReconcileAll({ ...deps, scheduler, watchedRequestMonitor });
  const reconcileAll = () => reconcile.run();
  return { ...deps, looks, reconcileAll, known: () => [...store.tenants()].map(({ tenantId }) => tenantId) };
};

describe('a reconcile whose list of relationships is older than what we know', () => {
  it('asks anew about a tenant that has changed since the list was asked for', async () => {
    const { reconcileAll, microsoft, happens, looks } = aReconcile(tenantBy.approved());
    microsoft.meanwhile.set('relationships.list', () => happens({ type: 'approvalLinkTaken', by: alex }));
    await reconcileAll();
    assert.deepEqual(looks, [`${contoso} anew`]);
  });

  it('does not take what is left of a tenant that was just disabled from it', async () => {
    const { reconcileAll, microsoft, happens, store } = aReconcile(tenantBy.approved());
    microsoft.listedRelationships = [];
    microsoft.meanwhile.set('relationships.list', () => happens({ type: 'disabled', by: alex }));
    await reconcileAll();
    assert.equal(store.tenant(contoso)?.leftoverAccess, 'liveAccess');
  });
});

describe('a reconcile whose lists are older than an offboarding', () => {
  for (const list of ['customers', 'relationships'] as const) {
    it(`does not bring back whom that has forgotten, by its list of ${list}`, async () => {
      const { reconcileAll, microsoft, store, known } = aReconcile(tenantBy.approved());
      if (list === 'relationships') microsoft.listedCustomers = [];
      microsoft.meanwhile.set(`${list}.list`, () => store.commit({ forgottenTenantIds: [contoso] }));
      await reconcileAll();
      assert.deepEqual(known(), []);
      await reconcileAll();
      assert.deepEqual(known(), [contoso]);
    });
  }
});

const fabrikam = '10000000-0000-4000-8000-000000000002';

describe('a reconcile in which one tenant is bad', () => {
  for (const [how, look] of [
    ['at once', () => assert.fail('a fault')],
    ['in the end', async () => assert.fail('a fault')],
  ] as const) {
    it(`looks at all others when it fails ${how}`, async () => {
      const other = { ...tenantBy.needsApproval(), tenantId: fabrikam };
      const { microsoft, log: _, ...deps } = testDependencies(tenantBy.needsApproval(), other);
      microsoft.listedCustomers = [contoso, fabrikam].map((tenantId) => ({ tenantId, ...other.customer }));
      const looks: string[] = [];
      const errors: string[] = [];
      const log = { info: () => undefined, warn: () => undefined, error: (event: string) => void errors.push(event) };
      const scheduler = standIn(TenantScheduler, {
        checkNow: (tenantId) => {
          looks.push(tenantId);
          return tenantId === contoso ? look() : Promise.resolve();
        },
      });
      const reconcile = new ReconcileAll({ ...deps, microsoft, log, scheduler, watchedRequestMonitor });
      assert.equal(await reconcile.run(), undefined);
      assert.deepEqual(looks, [contoso, fabrikam]);
      assert.deepEqual(errors, ['tenantNotReconciled']);
    });
  }
});

describe('a reconcile with a fresh list', () => {
  it('looks at nobody when everything is as it was', async () => {
    const { reconcileAll, looks } = aReconcile(tenantBy.approved());
    await reconcileAll();
    assert.deepEqual(looks, []);
  });

  it('looks at a tenant whose relationship has changed, with the list in hand', async () => {
    const { reconcileAll, microsoft, looks } = aReconcile(tenantBy.approved());
    microsoft.listedRelationships = [{ ...aRelationship({ status: 'terminated' }), customerTenantId: contoso }];
    await reconcileAll();
    assert.deepEqual(looks, [`${contoso} with the list`]);
  });

  it('looks at an approved tenant once a day, since assignments and plans change without a sign', async () => {
    const { reconcileAll, looks, clock } = aReconcile(tenantBy.approved());
    await clock.passes(86_399);
    await reconcileAll();
    assert.deepEqual(looks, []);
    await clock.passes(1);
    await reconcileAll();
    assert.deepEqual(looks, [`${contoso} with the list`]);
  });

  it('makes no more than fifty of those daily checks in one reconcile', async () => {
    const many = Array.from({ length: 60 }, (_, index) => ({ ...tenantBy.approved(), tenantId: `tenant-${index}` }));
    const { reconcileAll, looks, clock } = aReconcile(...many);
    await clock.passes(86_400);
    await reconcileAll();
    assert.equal(looks.length, 50);
  });
});

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

describe('a tenant that is no customer any more and still tied to us', () => {
  const former = async (changes: Partial<ListedRelationship> = {}) => {
    const made = aReconcile(aTenant());
    const { microsoft, reconcileAll } = made;
    const all = microsoft.listedCustomers;
    microsoft.listedCustomers = [];
    microsoft.listedRelationships = [{ ...aRelationship(), customerTenantId: contoso, ...changes }];
    await reconcileAll();
    return { ...made, all };
  };
  const isEx = (tenant: Tenant | undefined) => tenant?.formerCustomer;

  it('becomes an ex-customer when it is missing for the second time in a row, and then no more happens', async () => {
    const { reconcileAll, store } = await former();
    assert.equal(isEx(store.tenant(contoso)), undefined);
    await reconcileAll();
    assert.equal(isEx(store.tenant(contoso)), true);
    assert.equal(store.tenant(contoso)?.leftoverAccess, 'liveAccess');
    const before = store.revision;
    await reconcileAll();
    assert.equal(store.revision, before);
  });

  it('is so for a request that the customer can still approve', async () => {
    const { reconcileAll, store } = await former({ status: 'approvalPending' });
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

  it('is remembered as an ex-customer, by the name that the relationship has', async () => {
    const { reconcileAll, store } = unlisted({ customerName: 'Fabrikam, Inc.' });
    await reconcileAll();
    const { customer, formerCustomer, leftoverAccess, leftoverSpan } = store.tenant(fabrikam) ?? assert.fail();
    assert.deepEqual(customer, { displayName: 'Fabrikam, Inc.', domain: '' });
    assert.deepEqual([formerCustomer, leftoverAccess], [true, 'liveAccess']);
    assert.deepEqual(leftoverSpan, { since: '2026-11-02T10:00:00.000Z', endsAt: '2028-11-01T10:00:00.000Z' });
  });

  it('is called by its id until the relationship has a name', async () => {
    const { reconcileAll, store, microsoft } = unlisted();
    await reconcileAll();
    assert.equal(store.tenant(fabrikam)?.customer.displayName, fabrikam);
    microsoft.listedRelationships = [{ ...aRelationship(), customerTenantId: fabrikam, customerName: 'Fabrikam' }];
    await reconcileAll();
    assert.equal(store.tenant(fabrikam)?.customer.displayName, 'Fabrikam');
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

describe('a reconcile whose list led in circles', () => {
  it('takes what is in the list of customers, and nobody for gone, however often', async () => {
    const { reconcileAll, microsoft, known, store } = aReconcile(aTenant(), { ...aTenant(), tenantId: fabrikam });
    const fabrikams = { tenantId: fabrikam, displayName: 'Fabrikam Incorporated', domain: 'fabrikam.example' };
    microsoft.listedCustomers = partial([fabrikams]);
    microsoft.listedRelationships = [];
    for (let times = 0; times < 4; times += 1) assert.equal(await reconcileAll(), undefined);
    assert.deepEqual(known(), [contoso, fabrikam]);
    assert.equal(store.tenant(fabrikam)?.customer.displayName, 'Fabrikam Incorporated');
    assert.equal(store.tenant(contoso)?.formerCustomer, undefined);
  });

  it('forgets nobody who is in no list because that of relationships is partial', async () => {
    const { reconcileAll, microsoft, known, store } = aReconcile(aTenant(), {
      ...aTenant(),
      tenantId: fabrikam,
      leftoverAccess: 'liveAccess',
    });
    microsoft.listedCustomers = [];
    microsoft.listedRelationships = partial([]);
    for (let times = 0; times < 4; times += 1) await reconcileAll();
    assert.deepEqual(known(), [contoso, fabrikam]);
    assert.equal(store.tenant(fabrikam)?.leftoverAccess, 'liveAccess');
  });

  it('asks anew about a tenant of which it says something new, and not about one of which it says nothing', async () => {
    const { reconcileAll, microsoft, looks } = aReconcile(tenantBy.approved());
    microsoft.listedRelationships = partial([]);
    await reconcileAll();
    assert.deepEqual(looks, []);
    microsoft.listedRelationships = partial([
      { ...aRelationship({ status: 'terminated' }), customerTenantId: contoso },
    ]);
    await reconcileAll();
    assert.deepEqual(looks, [`${contoso} anew`]);
  });
});
