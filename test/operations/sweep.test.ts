// Whom does a sweep look at, with which list in hand, and whom does it forget?
import assert from 'node:assert/strict';
import type { ListedRelationship } from '../../src/domain/access/relationship.js';
import type { Tenant } from '../../src/domain/tenant/tenant.js';
import { partial } from '../../src/microsoft/http/pages.js';
import { sweeper } from '../../src/operations/reconcile/reconcile-all.js';
import { alex, aRelationship, aTenant, contoso, having, tenantBy } from '../support/builders.js';
import { anExit } from '../support/exit-builders.js';
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

describe('a sweep whose lists are older than an exit', () => {
  for (const list of ['customers', 'relationships'] as const) {
    it(`does not bring back whom that has forgotten, by its list of ${list}`, async () => {
      const { sweep, microsoft, store, known } = aSweep(tenantBy.approved());
      if (list === 'relationships') microsoft.listedCustomers = [];
      microsoft.meanwhile.set(list, () => store.commit({ forgottenTenantIds: [contoso] }));
      await sweep();
      assert.deepEqual(known(), []);
      await sweep();
      assert.deepEqual(known(), [contoso]);
    });
  }
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
  /** Nothing ties us to it. */
  const untied = (...tenants: readonly Tenant[]) => {
    const made = aSweep(...tenants);
    made.microsoft.listedRelationships = [];
    return made;
  };

  it('is kept when it was missing once, since a list may break off', async () => {
    const { sweep, microsoft, known } = untied(aTenant());
    const all = microsoft.listedCustomers;
    for (const listed of [[], all, []]) {
      microsoft.listedCustomers = listed;
      await sweep();
      assert.deepEqual(known(), [contoso]);
    }
  });

  it('is forgotten when it is missing for the second time in a row', async () => {
    const { sweep, microsoft, known } = untied(aTenant());
    microsoft.listedCustomers = [];
    await sweep();
    await sweep();
    assert.deepEqual(known(), []);
  });

  it('was not missing from a list that could not be read', async () => {
    const { sweep, microsoft, known } = untied(aTenant());
    microsoft.failing.set('customers', down);
    for (let sweeps = 0; sweeps < 3; sweeps += 1) await sweep();
    assert.deepEqual(known(), [contoso]);
  });

  it('is kept while it cannot be read whether something ties us to it', async () => {
    const { sweep, microsoft, known } = untied(aTenant());
    microsoft.listedCustomers = [];
    microsoft.failing.set('relationships', down);
    for (let sweeps = 0; sweeps < 3; sweeps += 1) await sweep();
    assert.deepEqual(known(), [contoso]);
  });

  const removing = having(
    aTenant(),
    { type: 'delegatedAdminRead', granted: true },
    { type: 'delegatedAdminRemovalRequested', by: alex, requestId: 'request-1' },
  );
  const leaving = having(aTenant(), { type: 'exitDecided', by: alex, exit: anExit() });
  for (const [what, tenant] of [
    ['access there is still looked after', tenantBy.approved()],
    ['delegated admin is still being removed', removing],
    ['it is being offboarded', leaving],
  ] as const) {
    for (const tied of [true, false])
      it(`is neither forgotten nor taken for an ex-customer while ${what}, ${tied ? '' : 'not '}tied`, async () => {
        const { sweep, microsoft, store } = tied ? aSweep(tenant) : untied(tenant);
        microsoft.listedCustomers = [];
        for (let sweeps = 0; sweeps < 3; sweeps += 1) await sweep();
        assert.equal(store.tenant(contoso)?.exCustomer, undefined);
        assert.ok(store.tenant(contoso));
      });
  }
});

describe('a tenant that is no customer any more and still tied to us', () => {
  const former = async (changes: Partial<ListedRelationship> = {}) => {
    const made = aSweep(aTenant());
    const { microsoft, sweep } = made;
    const all = microsoft.listedCustomers;
    microsoft.listedCustomers = [];
    microsoft.listedRelationships = [{ ...aRelationship(), customerTenantId: contoso, ...changes }];
    await sweep();
    return { ...made, all };
  };
  const isEx = (tenant: Tenant | undefined) => tenant?.exCustomer;

  it('becomes an ex-customer when it is missing for the second time in a row, and then no more happens', async () => {
    const { sweep, store } = await former();
    assert.equal(isEx(store.tenant(contoso)), undefined);
    await sweep();
    assert.equal(isEx(store.tenant(contoso)), true);
    assert.equal(store.tenant(contoso)?.residue, 'liveAccess');
    const before = store.revision;
    await sweep();
    assert.equal(store.revision, before);
  });

  it('is so for a request that the customer can still approve', async () => {
    const { sweep, store } = await former({ status: 'approvalPending' });
    await sweep();
    assert.deepEqual(
      [isEx(store.tenant(contoso)), store.tenant(contoso)?.residueSpan],
      [true, { since: '2026-11-01T10:00:00.000Z', endsAt: '2027-01-30T10:00:00.000Z' }],
    );
  });

  for (const status of ['terminated', 'expired', 'created'] as const)
    it(`is not so for a relationship that is ${status}: it is forgotten`, async () => {
      const { sweep, known } = await former({ status });
      await sweep();
      assert.deepEqual(known(), []);
    });

  it('does not know any more whether there is delegated admin', async () => {
    const { sweep, store, happens } = await former();
    await happens({ type: 'delegatedAdminRead', granted: true });
    await sweep();
    assert.deepEqual(store.tenant(contoso)?.delegatedAdmin, { state: 'unknown' });
  });

  it('is forgotten once two lists in a row show no tie, and one that breaks off is not enough', async () => {
    const { sweep, microsoft, known } = await former();
    await sweep();
    const tied = microsoft.listedRelationships;
    for (const listed of [[], tied, [], []]) {
      assert.deepEqual(known(), [contoso]);
      microsoft.listedRelationships = listed;
      await sweep();
    }
    assert.deepEqual(known(), []);
    await sweep();
    assert.deepEqual(known(), [], 'and does not come back');
  });

  it('is a customer again when Partner Center lists it, under the name that it has there', async () => {
    const { sweep, microsoft, store, all } = await former();
    await sweep();
    microsoft.listedCustomers = all.map((each) => ({ ...each, displayName: 'Contoso again' }));
    await sweep();
    assert.deepEqual(
      [isEx(store.tenant(contoso)), store.tenant(contoso)?.customer.displayName],
      [undefined, 'Contoso again'],
    );
  });

  it('is marked anew after the disk has failed', async () => {
    const { sweep, store } = await former();
    store.isBroken = true;
    await sweep();
    assert.equal(isEx(store.tenant(contoso)), undefined);
    store.isBroken = false;
    await sweep();
    assert.equal(isEx(store.tenant(contoso)), true);
  });
});

describe('a tenant that is known from a relationship only', () => {
  const unlisted = (changes: Partial<ListedRelationship> = {}) => {
    const made = aSweep();
    made.microsoft.listedRelationships = [{ ...aRelationship(), customerTenantId: fabrikam, ...changes }];
    return made;
  };

  it('is remembered as an ex-customer, by the name that the relationship has', async () => {
    const { sweep, store } = unlisted({ customerName: 'Fabrikam, Inc.' });
    await sweep();
    const { customer, exCustomer, residue, residueSpan } = store.tenant(fabrikam) ?? assert.fail();
    assert.deepEqual(customer, { displayName: 'Fabrikam, Inc.', domain: '' });
    assert.deepEqual([exCustomer, residue], [true, 'liveAccess']);
    assert.deepEqual(residueSpan, { since: '2026-11-02T10:00:00.000Z', endsAt: '2028-11-01T10:00:00.000Z' });
  });

  it('is called by its id until the relationship has a name', async () => {
    const { sweep, store, microsoft } = unlisted();
    await sweep();
    assert.equal(store.tenant(fabrikam)?.customer.displayName, fabrikam);
    microsoft.listedRelationships = [{ ...aRelationship(), customerTenantId: fabrikam, customerName: 'Fabrikam' }];
    await sweep();
    assert.equal(store.tenant(fabrikam)?.customer.displayName, 'Fabrikam');
  });

  for (const [what, changes] of [
    ['an ended one', { status: 'terminated' }],
    ['one that is pinned to nobody', { customerTenantId: undefined }],
  ] as const)
    it(`is not remembered for ${what}`, async () => {
      const { sweep, known } = unlisted(changes);
      await sweep();
      assert.deepEqual(known(), []);
    });

  it('is not made out while the list of customers cannot be read', async () => {
    const { sweep, known, microsoft } = unlisted();
    microsoft.failing.set('customers', down);
    await sweep();
    assert.deepEqual(known(), []);
  });

  it('is a customer like any other when Partner Center tells of it in the same sweep', async () => {
    const { sweep, store, microsoft } = unlisted();
    microsoft.listedCustomers = [{ tenantId: fabrikam, displayName: 'Fabrikam', domain: 'fabrikam.example' }];
    await sweep();
    assert.equal(store.tenant(fabrikam)?.exCustomer, undefined);
  });
});

describe('a sweep whose list led in circles', () => {
  it('takes what is in the list of customers, and nobody for gone, however often', async () => {
    const { sweep, microsoft, known, store } = aSweep(aTenant(), { ...aTenant(), tenantId: fabrikam });
    const fabrikams = { tenantId: fabrikam, displayName: 'Fabrikam Incorporated', domain: 'fabrikam.example' };
    microsoft.listedCustomers = partial([fabrikams]);
    microsoft.listedRelationships = [];
    for (let times = 0; times < 4; times += 1) assert.equal(await sweep(), undefined);
    assert.deepEqual(known(), [contoso, fabrikam]);
    assert.equal(store.tenant(fabrikam)?.customer.displayName, 'Fabrikam Incorporated');
    assert.equal(store.tenant(contoso)?.exCustomer, undefined);
  });

  it('forgets nobody who is in no list because that of relationships is partial', async () => {
    const { sweep, microsoft, known, store } = aSweep(aTenant(), {
      ...aTenant(),
      tenantId: fabrikam,
      residue: 'liveAccess',
    });
    microsoft.listedCustomers = [];
    microsoft.listedRelationships = partial([]);
    for (let times = 0; times < 4; times += 1) await sweep();
    assert.deepEqual(known(), [contoso, fabrikam]);
    assert.equal(store.tenant(fabrikam)?.residue, 'liveAccess');
  });

  it('asks anew about a tenant of which it says something new, and not about one of which it says nothing', async () => {
    const { sweep, microsoft, looks } = aSweep(tenantBy.approved());
    microsoft.listedRelationships = partial([]);
    await sweep();
    assert.deepEqual(looks, []);
    microsoft.listedRelationships = partial([
      { ...aRelationship({ status: 'terminated' }), customerTenantId: contoso },
    ]);
    await sweep();
    assert.deepEqual(looks, [`${contoso} anew`]);
  });
});
