// What tenants have in common is in memory once, and nobody's objects are changed for it.
import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import type { Tenant } from '../../src/domain/tenant/tenant.js';
import { copyOf, SharedParts } from '../../src/store/records/shared-parts.js';
import { anObservation, aTenant, enabled, seen } from '../support/builders.js';
import { MemoryStore } from '../support/memory-store.js';
import { StoreFolder } from '../support/store-folder.js';

const approved = (tenantId: string): Tenant => ({ ...seen(aTenant(enabled), anObservation()), tenantId });
const rolesOf = (tenant: Tenant | undefined) => tenant?.onboarding?.relationship?.roleIds;

/** Bytes in use once nothing is left to collect. */
function heapUsed(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed;
}

describe('what tenants have in common', () => {
  it('is one object after a start', async () => {
    const data = await StoreFolder.make();
    try {
      const store = await data.opened();
      await store.commit({ tenants: [approved('a'), approved('b')] });
      await store.commit({ tenants: [{ ...aTenant(), tenantId: 'gone' }] });
      await store.commit({ forgottenTenantIds: ['gone'] });
      const again = await data.reopened(store);
      assert.ok((rolesOf(again.tenant('a')) ?? []).length > 0);
      assert.equal(rolesOf(again.tenant('a')), rolesOf(again.tenant('b')));
      assert.deepEqual([...again.tenants()], JSON.parse(JSON.stringify([approved('a'), approved('b')])));
    } finally {
      await data.end();
    }
  });

  it('is one object after a commit, which leaves what it is given as it was', async () => {
    const store = new MemoryStore({ tenants: [approved('a')] });
    const given = copyOf(approved('b'));
    const roles = rolesOf(given);
    await store.commit({ tenants: [given] });
    assert.equal(rolesOf(store.tenant('b')), rolesOf(store.tenant('a')));
    assert.equal(rolesOf(given), roles);
    assert.notEqual(rolesOf(store.tenant('b')), roles);
    assert.deepEqual([store.tenant('b'), given], [approved('b'), approved('b')]);
  });

  it('is a long text that a tenant has in several places', () => {
    const shared = new SharedParts();
    const megabyte = 1_000_000;
    const texts = (first: string) => Array.from({ length: 20 }, () => first + 'x'.repeat(megabyte));
    // Each tenant has its own text, twenty times.
    const kept = ['a', 'b', 'c'].map((tenantId) => {
      const texted = { ...approved(tenantId), texts: texts(tenantId) };
      return shared.of(JSON.parse(JSON.stringify(texted)));
    });
    const held = heapUsed();
    kept.length = 0;
    shared.of(aTenant());
    const freed = held - heapUsed();
    // Sixty without it; what else is collected meanwhile is a few.
    assert.ok(freed < 20 * megabyte, `${freed}`);
  });

  it('makes no tenant another, whichever came before', () => {
    const parts: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
      part: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom('a', 'b', '', 'a text long enough to be kept', 0, 1, true, null, undefined),
        fc.array(tie('part'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom('a', 'b', 'constructor', '__proto__'), tie('part'), { noNullPrototype: true }),
      ),
    })).part;
    fc.assert(
      fc.property(fc.array(parts, { minLength: 2, maxLength: 6 }), (drawn) => {
        const shared = new SharedParts();
        const tenants = drawn.map((part) => ({ ...aTenant(), part }));
        const kept = tenants.map((tenant) => shared.of(copyOf(tenant)));
        assert.deepEqual(kept, tenants);
      }),
      { seed: 20_261_129, numRuns: 500 },
    );
  });
});
