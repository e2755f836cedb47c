// /history finds the one tenant whose name was typed.

import assert from 'node:assert/strict';
import { showHistory } from '../../../src/bot/replies/show-history.js';
import { aTenantList } from '../../support/a-tenant-list.js';
import { aTenant } from '../../support/builders.js';
import { textOf } from '../../support/card-reading.js';
import { MemoryStore } from '../../support/memory-store.js';
import { someServices } from '../../support/some-services.js';

describe('/history of a name', () => {
  const called = (number: number, displayName: string) => ({
    ...aTenant(),
    tenantId: `20000000-0000-4000-8000-0000000000${String(number).padStart(2, '0')}`,
    customer: { displayName, domain: `c${number}.onmicrosoft.com` },
  });
  const asked = async (search: string, names: readonly string[]) => {
    const tenants = names.map((name, index) => called(index, name));
    const store = new MemoryStore({ tenants });
    const reply = await showHistory(
      {
        ...someServices('viewer', aTenant()).services,
        store,
        tenantList: aTenantList(store),
      },
      search,
    );
    return reply && textOf(reply.card);
  };

  it('finds a tenant that is far down among those whose names have it in them', async () => {
    const others = Array.from({ length: 14 }, (_, index) => `A Contoso ${index}`);
    assert.match((await asked('contoso', [...others, 'Contoso'])) ?? '', /Contoso/);
    assert.equal(await asked('contoso', others), undefined, 'several are meant, and none is called that');
  });

  it('tells tenants apart whose names differ in signs only, and asks where they are the same', async () => {
    assert.match((await asked('C++ Ltd', ['C# Ltd', 'C++ Ltd'])) ?? '', /C\+\+ Ltd/);
    assert.equal(await asked('C Ltd', ['C# Ltd', 'C++ Ltd']), undefined);
    assert.equal(await asked('Contoso', ['Contoso', 'Contoso']), undefined);
  });
});
