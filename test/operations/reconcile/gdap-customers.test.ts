// Customers by GDAP: what makes one, what ends it, and what no list proves.
import assert from 'node:assert/strict';
import type { ListedRelationship } from '../../../src/domain/access/relationship.js';
import { AccessDenied } from '../../../src/domain/errors.js';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import { alex, aRelationship, aTenant, contoso, having, tenantBy } from '../../support/builders.js';
import { down } from '../../support/fake-microsoft.js';
import { anOffboarding } from '../../support/offboarding-builders.js';
import { aReconcile, fabrikam } from '../../support/reconcile-bench.js';

const live: ListedRelationship = { ...aRelationship(), customerTenantId: contoso };
const waiting: ListedRelationship = { ...live, status: 'approvalPending', activatedAt: undefined };

/** Partner Center lists no one. */
const unlisted = (tenant: Tenant, listed: readonly ListedRelationship[] = [live]) => {
  const made = aReconcile(tenant);
  made.microsoft.listedCustomers = [];
  made.microsoft.listedRelationships = listed;
  return made;
};
const byGdap = having(aTenant(), { type: 'customerByGdap' });

describe('a tenant that Partner Center no longer lists, and that GDAP gives access to', () => {
  it('becomes a customer by GDAP when it is missing for the second time in a row, and then no more happens', async () => {
    const { reconcileAll, store } = unlisted(aTenant());
    await reconcileAll();
    assert.equal(store.tenant(contoso)?.customerBy, undefined);
    await reconcileAll();
    assert.deepEqual([store.tenant(contoso)?.customerBy, store.tenant(contoso)?.formerCustomer], ['gdap', undefined]);
    const before = store.revision;
    await reconcileAll();
    await reconcileAll();
    assert.equal(store.revision, before);
  });

  it('becomes one at once if it was taken for an ex-customer before', async () => {
    const { reconcileAll, store } = unlisted(having(aTenant(), { type: 'customerLeft' }));
    await reconcileAll();
    assert.deepEqual([store.tenant(contoso)?.customerBy, store.tenant(contoso)?.formerCustomer], ['gdap', undefined]);
  });

  it('becomes one also while Gatehouse looks after it', async () => {
    const { reconcileAll, store } = unlisted(tenantBy.approved());
    await reconcileAll();
    await reconcileAll();
    assert.deepEqual([store.tenant(contoso)?.customerBy, store.tenant(contoso)?.status], ['gdap', 'approved']);
  });

  it('stays what it is while it is being offboarded', async () => {
    const leaving = having(aTenant(), { type: 'offboardingDecided', by: alex, offboarding: anOffboarding() });
    const { reconcileAll, store } = unlisted(leaving);
    for (let reconciles = 0; reconciles < 3; reconciles += 1) await reconcileAll();
    assert.equal(store.tenant(contoso)?.customerBy, undefined);
  });

  it('does not know any more whether there is delegated admin', async () => {
    const { reconcileAll, store } = unlisted(having(aTenant(), { type: 'delegatedAdminRead', granted: true }));
    await reconcileAll();
    await reconcileAll();
    assert.deepEqual(store.tenant(contoso)?.delegatedAdmin, { state: 'unknown' });
  });

  it('is Partner Center’s again when that lists it, under the name that it has there', async () => {
    const { reconcileAll, microsoft, store } = unlisted(byGdap);
    microsoft.listedCustomers = [{ tenantId: contoso, displayName: 'Contoso again', domain: 'contoso.example' }];
    await reconcileAll();
    const { customerBy, customer } = store.tenant(contoso) ?? assert.fail();
    assert.deepEqual([customerBy, customer.displayName], [undefined, 'Contoso again']);
  });
});

describe('a customer by GDAP', () => {
  it('is forgotten once two lists in a row show nothing of it, and one that breaks off is not enough', async () => {
    const { reconcileAll, microsoft, known } = unlisted(byGdap);
    for (const listed of [[], [live], [], []]) {
      assert.deepEqual(known(), [contoso]);
      microsoft.listedRelationships = listed;
      await reconcileAll();
    }
    assert.deepEqual(known(), []);
  });

  it('is an ex-customer once two lists in a row show a request and no access', async () => {
    const { reconcileAll, store } = unlisted(byGdap, [waiting]);
    await reconcileAll();
    assert.equal(store.tenant(contoso)?.customerBy, 'gdap');
    await reconcileAll();
    assert.deepEqual([store.tenant(contoso)?.customerBy, store.tenant(contoso)?.formerCustomer], [undefined, true]);
  });

  it('stays one while either list cannot be read, or is partial', async () => {
    for (const call of ['customers.list', 'relationships.list'] as const) {
      const { reconcileAll, microsoft, store, known } = unlisted(byGdap, []);
      microsoft.failing.set(call, down);
      for (let reconciles = 0; reconciles < 3; reconciles += 1) await reconcileAll();
      assert.deepEqual([known(), store.tenant(contoso)?.customerBy], [[contoso], 'gdap'], call);
    }
    for (const partial of ['listedCustomers', 'listedRelationships'] as const) {
      const { reconcileAll, microsoft, store, known } = unlisted(byGdap, []);
      microsoft[partial] = Object.assign([], { isPartial: true } as const);
      for (let reconciles = 0; reconciles < 3; reconciles += 1) await reconcileAll();
      assert.deepEqual([known(), store.tenant(contoso)?.customerBy], [[contoso], 'gdap'], partial);
    }
  });
});

describe('Graph’s list of customers', () => {
  const asked = ({ microsoft }: ReturnType<typeof aReconcile>) =>
    microsoft.asked.filter((call) => call.startsWith('relationships.listCustomers')).length;

  it('is not asked for while every relationship says whose it is', async () => {
    const made = unlisted(byGdap);
    await made.reconcileAll();
    assert.equal(asked(made), 0);
  });

  it('finds the customer whom no relationship names', async () => {
    const nameless = { ...live, customerTenantId: undefined };
    const made = unlisted(aTenant(), [nameless]);
    made.microsoft.delegatedAdminCustomers = [{ tenantId: fabrikam, displayName: 'Fabrikam, Inc.' }];
    await made.reconcileAll();
    const { customer, customerBy } = made.store.tenant(fabrikam) ?? assert.fail();
    assert.deepEqual([customer.displayName, customerBy], ['Fabrikam, Inc.', 'gdap']);
    assert.equal(asked(made), 1);
  });

  it('gives a name where the relationship has none, and is not asked again', async () => {
    const made = unlisted(byGdap, [{ ...live, customerTenantId: fabrikam }]);
    made.microsoft.delegatedAdminCustomers = [{ tenantId: fabrikam, displayName: 'Fabrikam, Inc.' }];
    await made.reconcileAll();
    assert.equal(made.store.tenant(fabrikam)?.customer.displayName, 'Fabrikam, Inc.');
    await made.reconcileAll();
    assert.equal(asked(made), 1);
  });

  it('forgets no one while it is needed and cannot be read', async () => {
    const made = unlisted(byGdap, [{ ...live, customerTenantId: undefined }]);
    made.microsoft.failing.set('relationships.listCustomers', down);
    for (let reconciles = 0; reconciles < 3; reconciles += 1) assert.ok(await made.reconcileAll());
    assert.deepEqual(made.known(), [contoso]);
  });
});

describe('Partner Center that refuses its list of customers', () => {
  const closed = new AccessDenied('refused', { reason: 'partnerCenterClosed', service: 'partnerCenter' });

  it('is done without once it has refused twice in a row while Graph answered, and is back with its first answer', async () => {
    const made = unlisted(aTenant(), [{ ...live, customerTenantId: fabrikam }]);
    const { reconcileAll, microsoft, store, known } = made;
    microsoft.failing.set('customers.list', closed);
    microsoft.failing.set('relationships.list', down);
    await reconcileAll();
    assert.equal(store.progress('reconcile')?.partnerCenter, undefined);
    microsoft.failing.delete('relationships.list');
    assert.ok(await reconcileAll());
    assert.deepEqual([known(), store.progress('reconcile')?.partnerCenter?.isLasting], [[contoso], undefined]);
    assert.equal(await reconcileAll(), undefined);
    assert.deepEqual([known(), store.progress('reconcile')?.partnerCenter?.isLasting], [[contoso, fabrikam], true]);
    microsoft.failing.delete('customers.list');
    await reconcileAll();
    assert.equal(store.progress('reconcile')?.partnerCenter, undefined);
  });
});
