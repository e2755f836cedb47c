// Adding customers that are on no list: what is asked, what is saved, and what no reconcile takes back.
import assert from 'node:assert/strict';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import { AddedCustomers } from '../../../src/operations/commands/added-customers.js';
import { alex, aRelationship, aTenant, having } from '../../support/builders.js';
import { aReconcile } from '../../support/reconcile-bench.js';

const id = '20000000-0000-4000-8000-00000000000a';
const names = { displayName: 'Tailwind', domain: 'tailwind.onmicrosoft.com' };

function aBench(...tenants: readonly Tenant[]) {
  const made = aReconcile(tenants[0] ?? aTenant());
  const { microsoft } = made;
  for (const asked of [id, 'tailwind.com', 'xn--bcher-kva.example'])
    microsoft.strangers.set(asked, { tenantId: id, is: 'another', names });
  return { ...made, added: new AddedCustomers(made) };
}

describe('what leads to a tenant', () => {
  it('is a domain, an id, an address of a mailbox or a page, in any spelling', async () => {
    const { added } = aBench();
    for (const typed of [
      'Tailwind.com',
      ` ${id.toUpperCase()} `,
      'anna@tailwind.com',
      'https://tailwind.com/x?y',
      'tailwind.com.',
      'bücher.example',
      '[tailwind.com](http://tailwind.com)',
    ])
      assert.equal((await added.find(typed)).is, 'stranger', typed);
  });

  it('is nothing else, about which Microsoft isn’t asked', async () => {
    const { added, microsoft } = aBench();
    for (const typed of [
      '',
      'contoso',
      'a b.com',
      '-a.com',
      'a.com-',
      'common',
      'a..com',
      '1.2.3.4',
      `${id}0`,
      `${'a'.repeat(64)}.com`,
    ])
      assert.equal((await added.find(typed)).is, 'notADomain', typed);
    assert.ok(!microsoft.asked.some((call) => call.startsWith('tenants.find')));
  });

  it('goes by what was typed where Microsoft doesn’t say what it’s called', async () => {
    const { added, microsoft } = aBench();
    for (const [typed, customer] of [
      ['tailwind.com', { displayName: 'tailwind.com', domain: 'tailwind.com' }],
      [id, { displayName: id, domain: '' }],
    ] as const) {
      microsoft.strangers.set(typed, { tenantId: id, is: 'another', names: undefined });
      assert.deepEqual(await added.find(typed), { is: 'stranger', tenantId: id, customer, isNamed: false });
    }
  });
});

describe('a customer that was added', () => {
  const add = async (bench: ReturnType<typeof aBench>) => {
    const found = await bench.added.find('tailwind.com');
    assert.ok(found.is === 'stranger');
    return bench.added.add(found, alex);
  };

  it('is added once, whoever says so again', async () => {
    const bench = aBench();
    const tenant = await add(bench);
    assert.deepEqual(
      [tenant.customerBy, tenant.customer, tenant.history.at(-1)?.what],
      ['added', names, 'customerAdded'],
    );
    const before = bench.store.revision;
    assert.deepEqual(
      await bench.added.add({ is: 'stranger', tenantId: id, customer: names, isNamed: true }, alex),
      tenant,
    );
    assert.equal(bench.store.revision, before);
    assert.equal((await bench.added.find('tailwind.com')).is, 'known');
  });

  it('is the former customer that it was before, and keeps what is left of it', async () => {
    const former = {
      ...having(aTenant(), { type: 'customerLeft' }),
      tenantId: id,
      leftoverAccess: 'approvalRequest',
    } as const;
    const bench = aBench(former);
    const { formerCustomer, customerBy, leftoverAccess } = await add(bench);
    assert.deepEqual([formerCustomer, customerBy, leftoverAccess], [undefined, 'added', 'approvalRequest']);
  });

  for (const [what, listed] of [
    ['nothing of ours is there', []],
    [
      'only a request is open',
      [{ ...aRelationship(), customerTenantId: id, status: 'approvalPending', activatedAt: undefined }],
    ],
    ['there is access', [{ ...aRelationship(), customerTenantId: id }]],
  ] as const)
    it(`stays an added one through reconciles while ${what}`, async () => {
      const bench = aBench();
      await add(bench);
      bench.microsoft.listedCustomers = [];
      bench.microsoft.listedRelationships = listed;
      for (let times = 0; times < 3; times += 1) await bench.reconcileAll();
      const { customerBy, formerCustomer } = bench.store.tenant(id) ?? assert.fail('it was forgotten');
      assert.deepEqual([customerBy, formerCustomer], ['added', undefined]);
      const before = bench.store.revision;
      await bench.reconcileAll();
      assert.equal(bench.store.revision, before);
    });

  it('is Partner Center’s from when that lists it', async () => {
    const bench = aBench();
    await add(bench);
    bench.microsoft.listedCustomers = [{ tenantId: id, displayName: 'Tailwind Ltd', domain: 'tailwind.com' }];
    await bench.reconcileAll();
    const { customerBy, customer } = bench.store.tenant(id) ?? assert.fail();
    assert.deepEqual([customerBy, customer.displayName], [undefined, 'Tailwind Ltd']);
  });
});
