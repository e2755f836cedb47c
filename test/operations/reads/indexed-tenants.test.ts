// Answers from the index stay the same object until a tenant changes, and never show less than what is committed.
import assert from 'node:assert/strict';
import { setImmediate as oneTurn } from 'node:timers/promises';
import { LeftoverIndex, type LeftoverPage, leftoversPage } from '../../../src/domain/tenant/leftover-list.js';
import { type ListPage, listTenants } from '../../../src/domain/tenant/list.js';
import { TenantIndex } from '../../../src/domain/tenant/tenant-index.js';
import { IndexedTenants } from '../../../src/operations/reads/indexed-tenants.js';
import { contoso, tenantBy } from '../../support/builders.js';
import { MemoryStore } from '../../support/memory-store.js';

const other = { ...tenantBy.approved(), tenantId: '10000000-0000-4000-8000-000000000002' };

describe('answers from an index of tenants', () => {
  const setUp = () => {
    const store = new MemoryStore({ tenants: [tenantBy.approved()] });
    const list = new IndexedTenants<TenantIndex, ListPage>(store, () => new TenantIndex());
    const page = () => list.answer('a page', (index) => listTenants(index, { search: '', page: 1 }));
    return { store, list, page };
  };
  const idsOn = ({ rows }: { readonly rows: readonly { readonly tenantId: string }[] }) =>
    rows.map(({ tenantId }) => tenantId);

  it('are the same object until a tenant changes, whatever else does', async () => {
    const { store, page } = setUp();
    const first = page();
    await store.commit({ doneDeliveryIds: ['a delivery'] });
    assert.equal(page(), first);
    await store.commit({ tenants: [tenantBy.issuesFound()] });
    assert.deepEqual([page() === first, page().counts.issuesFound, page().counts.approved], [false, 1, 0]);
    assert.equal(page(), page());
  });

  it('are the same object after a change that they say nothing of', async () => {
    const second = { ...other, customer: { displayName: 'Zebra', domain: 'zebra.example' } };
    const store = new MemoryStore({ tenants: [tenantBy.approved(), second] });
    const list = new IndexedTenants<TenantIndex, ListPage>(store, () => new TenantIndex());
    const zebras = () => list.answer('zebras', (index) => listTenants(index, { search: 'zebra', page: 1 }));
    const first = zebras();
    await store.commit({ tenants: [tenantBy.issuesFound()] });
    assert.equal(zebras(), first);
    await store.commit({ tenants: [{ ...second, version: second.version + 1 }] });
    assert.notEqual(zebras(), first);
  });

  it('are let go of, whatever they say, once a tenant is forgotten', async () => {
    const store = new MemoryStore({ tenants: [tenantBy.approved(), other] });
    const list = new IndexedTenants<TenantIndex, ListPage>(store, () => new TenantIndex());
    const others = () => list.answer('others', (index) => listTenants(index, { search: other.tenantId, page: 1 }));
    const first = others();
    await store.commit({ forgottenTenantIds: [contoso] });
    assert.deepEqual(idsOn(others()), idsOn(first));
    assert.notEqual(others(), first);
  });

  it('have a tenant that came, and not one that was forgotten', async () => {
    const { store, page } = setUp();
    page();
    await store.commit({ tenants: [other] });
    assert.deepEqual(idsOn(page()), [contoso, other.tenantId]);
    await store.commit({ forgottenTenantIds: [contoso] });
    assert.deepEqual(idsOn(page()), [other.tenantId]);
  });

  it('are made anew too where the index was asked for by something else in between', async () => {
    const { store, list, page } = setUp();
    const first = page();
    await store.commit({ tenants: [tenantBy.issuesFound()] });
    list.index();
    assert.notEqual(page(), first);
  });

  it('hold for leftover access as well', async () => {
    const store = new MemoryStore({ tenants: [tenantBy.approved()] });
    const leftovers = new IndexedTenants<LeftoverIndex, LeftoverPage>(store, () => new LeftoverIndex());
    const total = () => leftovers.answer('a page', (index) => leftoversPage(index, (id) => store.tenant(id), 1)).total;
    assert.equal(total(), 0);
    await store.commit({ tenants: [{ ...tenantBy.notConfigured(), leftoverAccess: 'liveAccess' }] });
    assert.equal(total(), 1);
  });
});

describe('an index of a thousand tenants', () => {
  const idOf = (number: number) => `10000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  const named = (number: number, displayName = `Contoso ${number}`) => ({
    ...tenantBy.approved(),
    tenantId: idOf(number),
    customer: { displayName, domain: '' },
  });
  const setUp = () => {
    const store = new MemoryStore({ tenants: Array.from({ length: 1000 }, (_, number) => named(number)) });
    const list = new IndexedTenants<TenantIndex, ListPage>(store, () => new TenantIndex());
    const shown = () =>
      list
        .index()
        .listed()
        .map(({ tenant }) => tenant);
    const wanted = () => new TenantIndex(store.tenants()).listed().map(({ tenant }) => tenant);
    return { store, list, shown, wanted };
  };

  it('is made slice by slice, with turns of the event loop in between', async () => {
    const { list } = setUp();
    let isMade = false;
    const making = list.ready().then(() => {
      isMade = true;
    });
    let turns = 0;
    for (; !isMade; turns += 1) await oneTurn();
    await making;
    assert.ok(turns >= 4, `${turns} turns`);
  });

  it('has what is committed between two slices, whether its slice has been by then or not', async () => {
    const { store, list, shown, wanted } = setUp();
    const making = list.ready();
    for (const number of [0, 300, 600, 900]) {
      await oneTurn();
      await store.commit({
        tenants: [named(number, 'Zebra'), named(999 - number, 'Aardvark'), named(1000 + number)],
        forgottenTenantIds: [idOf(number + 1), idOf(998 - number)],
      });
    }
    await making;
    assert.deepEqual(shown(), wanted());
    assert.equal(shown().length, 1000 + 4 - 8);
  });

  it('is there at once for whom can’t wait, and stays the same one', async () => {
    const { store, list, shown, wanted } = setUp();
    const making = list.ready();
    await oneTurn();
    assert.deepEqual(shown(), wanted());
    const index = list.index();
    await store.commit({ tenants: [named(5, 'Zebra')] });
    await making;
    assert.equal(list.index(), index);
    assert.deepEqual(shown(), wanted());
  });
});
