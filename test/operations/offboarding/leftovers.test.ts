// What's read, and how much of it, when leftover access is asked for.
import assert from 'node:assert/strict';
import { NotFound } from '../../../src/domain/errors.js';
import { newTenant, type Tenant } from '../../../src/domain/tenant/tenant.js';
import { Leftovers } from '../../../src/operations/offboarding/leftovers.js';
import { DelegatedAdminReader } from '../../../src/operations/reads/delegated-admin.js';
import { having, now } from '../../support/builders.js';
import { down } from '../../support/fake-microsoft.js';
import { testDependencies } from '../../support/test-dependencies.js';

const tenants = (count: number): readonly Tenant[] =>
  Array.from({ length: count }, (_, number) =>
    newTenant(`tenant-${number}`, { displayName: `Tenant ${number}`, domain: '' }, now),
  );

const reading = (...known: readonly Tenant[]) => {
  const deps = testDependencies(...known);
  const leftovers = new Leftovers({ ...deps, delegatedAdmin: new DelegatedAdminReader(deps) });
  return {
    ...deps,
    leftovers,
    async reads() {
      leftovers.readMore();
      await deps.workers.idle();
    },
    unread: () => leftovers.page(1).unreadCount,
  };
};

describe('asking what is still tied to us', () => {
  it('reads delegated admin where nobody knows it, and shows what it finds', async () => {
    const { reads, microsoft, leftovers, unread } = reading(...tenants(3));
    microsoft.hasDelegatedAdmin = true;
    assert.equal(unread(), 3);
    await reads();
    assert.deepEqual([microsoft.asked.length, unread()], [3, 0]);
    assert.deepEqual(
      leftovers.page(1).rows.map(({ level }) => level),
      ['delegatedAdmin', 'delegatedAdmin', 'delegatedAdmin'],
    );
  });

  it('reads nothing that is known', async () => {
    const { reads, microsoft } = reading(...tenants(3));
    await reads();
    await reads();
    assert.equal(microsoft.asked.length, 3);
  });

  it('reads two hundred at most, and the rest when somebody asks again', async () => {
    const { reads, microsoft, unread } = reading(...tenants(250));
    await reads();
    assert.deepEqual([microsoft.asked.length, unread()], [200, 50]);
    await reads();
    assert.equal(unread(), 0);
  });

  it('reads four at a time, and once however many ask', async () => {
    const { leftovers, microsoft, workers } = reading(...tenants(20));
    let underWay = 0;
    let most = 0;
    microsoft.meanwhile.set('customers.hasDelegatedAdmin', async () => {
      underWay += 1;
      most = Math.max(most, underWay);
      await new Promise(setImmediate);
      underWay -= 1;
    });
    for (let asks = 0; asks < 5; asks += 1) leftovers.readMore();
    await workers.idle();
    assert.deepEqual([most, microsoft.asked.length], [4, 20]);
  });

  it('begins with those to whom most is tied', async () => {
    const [first, second] = tenants(2);
    assert.ok(first && second);
    const { reads, microsoft } = reading(
      first,
      having(second, { type: 'leftoverAccessSeen', leftoverAccess: 'liveAccess' }),
    );
    await reads();
    assert.deepEqual(microsoft.asked, ['customers.hasDelegatedAdmin tenant-1', 'customers.hasDelegatedAdmin tenant-0']);
  });

  it('gives up when Partner Center does not answer, and reads on when it does', async () => {
    const { reads, microsoft, unread } = reading(...tenants(100));
    microsoft.failing.set('customers.hasDelegatedAdmin', down);
    await reads();
    assert.ok(microsoft.asked.length < 10, `${microsoft.asked.length} calls`);
    microsoft.failing.clear();
    await reads();
    assert.equal(unread(), 0);
  });

  it('asks nothing about whoever is no customer any more', async () => {
    const [tenant] = tenants(1);
    assert.ok(tenant);
    const { reads, microsoft } = reading(having(tenant, { type: 'customerLeft' }));
    await reads();
    assert.deepEqual(microsoft.asked, []);
  });

  it('is over soon when the process is to end', async () => {
    const { leftovers, microsoft, workers } = reading(...tenants(100));
    leftovers.readMore();
    await workers.stop();
    assert.ok(microsoft.asked.length < 10);
  });
});

describe('opening a tenant that is no customer any more', () => {
  it('takes Partner Center’s not answering about it for nothing new', async () => {
    const [tenant] = tenants(1);
    assert.ok(tenant);
    const deps = testDependencies(having(tenant, { type: 'customerLeft' }));
    const warnings: string[] = [];
    const log = { ...deps.log, warn: (event: string) => void warnings.push(event) };
    deps.microsoft.failing.set('customers.hasDelegatedAdmin', new NotFound('none', { reason: 'notFound' }));
    await new DelegatedAdminReader({ ...deps, log }).read(tenant.tenantId);
    assert.deepEqual(warnings, []);
    assert.deepEqual(deps.store.tenant(tenant.tenantId)?.delegatedAdmin, { state: 'unknown' });
  });
});

describe('a page of what is still tied to us', () => {
  it('is the very same until something changes', async () => {
    const { store, leftovers } = reading(...tenants(12));
    assert.equal(leftovers.page(1), leftovers.page(1));
    const before = leftovers.page(1);
    await store.commit({ forgottenTenantIds: ['tenant-1'] });
    assert.notEqual(leftovers.page(1), before);
  });
});
