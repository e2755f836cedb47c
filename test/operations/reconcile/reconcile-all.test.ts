// A reconcile has lists that are fresh, older than what we know, or broken off: whom it checks with which.
import assert from 'node:assert/strict';
import { LockLost } from '../../../src/domain/errors.js';
import { partial } from '../../../src/microsoft/http/pages.js';
import { ReconcileAll } from '../../../src/operations/reconcile/reconcile-all.js';
import { TenantScheduler } from '../../../src/operations/reconcile/tenant-scheduler.js';
import { alex, aRelationship, aTenant, contoso, tenantBy } from '../../support/builders.js';
import { aReconcile, fabrikam, watchedRequestMonitor } from '../../support/reconcile-bench.js';
import { standIn } from '../../support/stand-in.js';
import { testDependencies } from '../../support/test-dependencies.js';

describe('a reconcile whose list of relationships is older than what we know', () => {
  it('asks anew about a tenant that has changed since the list was asked for', async () => {
    const { reconcileAll, microsoft, happens, looks } = aReconcile(tenantBy.approved());
    microsoft.meanwhile.set('relationships.list', () => happens({ type: 'approvalLinkTaken', by: alex }));
    await reconcileAll();
    assert.deepEqual(looks, [`${contoso} anew`]);
  });

  it('does so too where the list says something new of that tenant, which may be over by now', async () => {
    const { reconcileAll, microsoft, happens, looks } = aReconcile(tenantBy.approved());
    microsoft.listedRelationships = [{ ...aRelationship({ status: 'terminated' }), customerTenantId: contoso }];
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
      microsoft.meanwhile.clear();
      await reconcileAll();
      assert.deepEqual(known(), [contoso]);
    });
  }
});

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
      assert.equal(await reconcile.run({ isHeld: true }), undefined);
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

  it('tells what is left of a customer who is new, though the relationships were there long before', async () => {
    const { reconcileAll, microsoft, store } = aReconcile();
    microsoft.listedCustomers = [{ tenantId: contoso, ...aTenant().customer }];
    microsoft.listedRelationships = [{ ...aRelationship(), customerTenantId: contoso }];
    microsoft.meanwhile.set('customers.list', async () => {
      for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
    });
    await reconcileAll();
    assert.equal(store.tenant(contoso)?.leftoverAccess, 'liveAccess');
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

  it('makes those first that are due the longest, so that each tenant has its turn, however many there are', async () => {
    const many = Array.from({ length: 600 }, (_, index) => {
      const { onboarding, ...approved } = tenantBy.approved();
      const checkedAt = `2026-11-${index < 595 ? '02' : '01'}T00:00:00.000Z`;
      return { ...approved, tenantId: `tenant-${index}`, onboarding: onboarding && { ...onboarding, checkedAt } };
    });
    const { reconcileAll, looks } = aReconcile(...many);
    await reconcileAll();
    assert.equal(looks.length, 50);
    for (const index of [595, 596, 597, 598, 599]) assert.ok(looks.includes(`tenant-${index} with the list`));
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

describe('a reconcile that loses its lock', () => {
  it('asks for no further page, as another may read the same by then, and says nothing of how far it came', async () => {
    const lock = { isHeld: true };
    const { microsoft, store, restarted, looks, known } = aReconcile(tenantBy.needsApproval());
    const newcomer = { tenantId: fabrikam, displayName: 'Fabrikam', domain: 'fabrikam.example' };
    microsoft.listedCustomers = [...microsoft.listedCustomers, newcomer];
    microsoft.pageSize = 1;
    microsoft.meanwhile.set('customers.list', () => {
      lock.isHeld = false;
    });
    await assert.rejects(restarted().run(lock), LockLost);
    assert.deepEqual([known(), looks, store.progress('reconcile')], [[contoso], [], undefined]);
    lock.isHeld = true;
    microsoft.meanwhile.clear();
    assert.equal(await restarted().run(lock), undefined);
    assert.deepEqual(known(), [contoso, fabrikam]);
  });
});
