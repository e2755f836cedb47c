// What people ask for first is made ready before the first of them asks.
import assert from 'node:assert/strict';
import { drawFirst, warmUp } from '../../src/app/warm-up.js';
import type { ContextOf, ViewContext } from '../../src/views/render/context.js';
import { en } from '../../src/views/words/en/index.js';
import { aTenantList } from '../support/a-tenant-list.js';
import { tenantBy } from '../support/builders.js';
import { testDependencies } from '../support/test-dependencies.js';

describe('a start', () => {
  it('waits until a list of a few tenants is drawn, however many there are', async () => {
    const tenants = Array.from({ length: 30 }, (_, n) => ({ ...tenantBy.approved(), tenantId: `tenant-${n}` }));
    const { store, templates, clock, workers } = testDependencies(...tenants);
    let taken = 0;
    function* counted() {
      for (const tenant of store.tenants()) {
        taken += 1;
        yield tenant;
      }
    }
    const moments: string[] = [];
    const firstContext: ViewContext = {
      words: en,
      isSandbox: false,
      templates: templates.current,
      get now() {
        moments.push('drawn');
        return clock.now();
      },
    };
    const tenantList = aTenantList(store, templates);
    await drawFirst({ tenants: counted(), tenantList, workers, firstContext, context: () => assert.fail() });
    assert.ok(moments.length > 0);
    assert.equal(taken, 10);
  });
});

describe('soon after the start', () => {
  for (const [what, tenants, cards] of [
    ['the list and a tenant are', [tenantBy.approved()], 2],
    ['an empty list is', [], 1],
  ] as const)
    it(`${what} drawn once, and the start does not wait for it`, async () => {
      const { store, templates, clock, workers } = testDependencies(...tenants);
      let drawn = 0;
      const context: ContextOf = () => {
        drawn += 1;
        return { words: en, isSandbox: false, templates: templates.current, now: clock.now() };
      };
      const firstContext = { words: en, isSandbox: false, templates: templates.current, now: clock.now() };
      const tenantList = aTenantList(store, templates);
      const begun: number[] = [];
      warmUp({ tenants: store.tenants(), tenantList, workers, firstContext, context }, async () => {
        begun.push(drawn);
      });
      assert.equal(drawn, 0);
      await workers.idle();
      assert.equal(drawn, cards);
      assert.deepEqual(begun, [1], 'what would compete with the list is begun once it is drawn');
      await clock.passes(3600);
      assert.equal(drawn, cards);
    });

  it('what would compete with it is begun even if it fails', async () => {
    const { store, templates, clock, workers } = testDependencies();
    const firstContext = { words: en, isSandbox: false, templates: templates.current, now: clock.now() };
    let isBegun = false;
    const context = () => assert.fail('no card can be drawn');
    const tenantList = aTenantList(store, templates);
    warmUp({ tenants: store.tenants(), tenantList, workers, firstContext, context }, async () => {
      isBegun = true;
    });
    await workers.idle();
    assert.ok(isBegun);
  });
});
