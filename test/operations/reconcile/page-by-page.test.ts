// A reconcile of many tenants: how much it holds at a time, and that everything else goes on meanwhile.
import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { ListedRelationship } from '../../../src/domain/access/relationship.js';
import type { ListedCustomer, Pages } from '../../../src/operations/ports/microsoft.js';
import { aRelationship, tenantBy } from '../../support/builders.js';
import { aReconcile } from '../../support/reconcile-bench.js';

const count = 5000;
const idOf = (index: number) => `10000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
const customer = (index: number): ListedCustomer => ({
  tenantId: idOf(index),
  displayName: `Customer ${index}`,
  domain: `${index}.example`,
});
const live = (index: number): ListedRelationship => ({
  ...aRelationship({ id: `${index}-relationship` }),
  customerTenantId: idOf(index),
});

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** Pages that are made when they're asked for; `seen` gets each of them. */
async function* pagesOf<T extends object>(
  make: (index: number) => T,
  seen: (page: readonly T[]) => void = () => undefined,
): Pages<T> {
  const size = 300;
  for (let start = 0; start < count; start += size) {
    const page = Array.from({ length: Math.min(size, count - start) }, (_, index) => make(start + index));
    seen(page);
    yield page;
    await new Promise(setImmediate);
  }
}

describe('a reconcile of five thousand tenants', () => {
  const approved = () => {
    const made = aReconcile(
      ...Array.from({ length: count }, (_, index) => ({
        ...tenantBy.approved(),
        tenantId: idOf(index),
        customer: { displayName: `Customer ${index}`, domain: `${index}.example` },
      })),
    );
    made.microsoft.customers.list = () => pagesOf(customer);
    made.microsoft.relationships.list = () =>
      pagesOf((index) => ({ ...aRelationship(), customerTenantId: idOf(index) }));
    return made;
  };

  it('lets go of what it has compared, before the list has ended', async () => {
    const { microsoft, reconcileAll, looks } = approved();
    const pages: WeakRef<object>[] = [];
    let mostHeld = 0;
    microsoft.relationships.list = () =>
      pagesOf(
        (index) => ({ ...aRelationship(), customerTenantId: idOf(index) }),
        (page) => {
          const [first] = page;
          pages.push(new WeakRef(first ?? page));
          collectGarbage();
          mostHeld = Math.max(mostHeld, pages.filter((each) => each.deref() !== undefined).length);
        },
      );
    assert.equal(await reconcileAll(), undefined);
    assert.deepEqual(looks, []);
    assert.ok(pages.length > 10 && mostHeld <= 3, `${mostHeld} of ${pages.length} pages held at a time`);
  });

  it('commits new customers page by page, and what is left of each in slices', async () => {
    const { microsoft, reconcileAll, store, known } = aReconcile();
    microsoft.customers.list = () => pagesOf(customer);
    microsoft.relationships.list = () => pagesOf(live);
    const written: number[] = [];
    store.committed.on(({ tenantIds }) => written.push(tenantIds.length));
    assert.equal(await reconcileAll(), undefined);
    assert.equal(known().length, count);
    assert.ok([...store.tenants()].every(({ leftoverAccess }) => leftoverAccess === 'liveAccess'));
    assert.ok(Math.max(...written) <= 300, `${Math.max(...written)} tenants in one commit`);
  });

  it('keeps the pages that it has saved when a later one can not be read', async () => {
    const { microsoft, reconcileAll, known } = aReconcile();
    microsoft.relationships.list = () => pagesOf(live);
    microsoft.customers.list = async function* () {
      yield [customer(1)];
      throw new Error('the second page');
    };
    assert.deepEqual(await reconcileAll(), { problem: undefined });
    assert.deepEqual(known(), [idOf(1)]);
  });
});
