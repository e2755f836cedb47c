// A part of the list, as a client asks for it while a person scrolls or types.
import assert from 'node:assert/strict';
import { aTenantList } from '../../support/a-tenant-list.js';
import { tenantBy } from '../../support/builders.js';
import { MemoryStore } from '../../support/memory-store.js';

const kinds = [
  tenantBy.issuesFound(),
  tenantBy.approved(),
  tenantBy.notConfigured(),
  tenantBy.needsApproval(),
] as const;
const tenants = Array.from({ length: 4000 }, (_, number) => ({
  ...(kinds[number % kinds.length] ?? kinds[0]),
  tenantId: `10000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
  customer: { displayName: `${number % 3 === 0 ? 'Contoso' : 'Fabrikam'} ${number}`, domain: `c${number}.example` },
}));

describe('a part of the list', () => {
  const list = aTenantList(new MemoryStore({ tenants }));
  const ids = (all: readonly { readonly tenantId: string }[]) => all.map(({ tenantId }) => tenantId);

  // Many candidates, few, a condition, two of them, what a name's letters don't tell, none.
  for (const query of ['', 'contoso', 'c', '377', 'status:issues', 'fabrikam status:approved', '-contoso', 'zzzz'])
    it(`is what all that is found has there, in the same order: ${query === '' ? 'everything' : query}`, () => {
      const { listed } = list.tenantsOf(query);
      for (const [skip, count] of [
        [0, 25],
        [25, 25],
        [990, 15],
        [listed.length - 3, 25],
        [listed.length + 5, 25],
      ] as const) {
        const from = Math.max(0, skip);
        assert.deepEqual(ids(list.partOf(query, { skip: from, count })), ids(listed.slice(from, from + count)));
      }
    });

  it('is nothing of what isn’t understood', () => {
    assert.deepEqual(list.partOf('staus:approved', { skip: 0, count: 25 }), []);
  });
});
