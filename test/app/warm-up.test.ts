// What people ask for first is made ready before the first of them asks.
import assert from 'node:assert/strict';
import { warmUp } from '../../src/app/warm-up.js';
import { TenantList } from '../../src/operations/reads/tenant-list.js';
import type { ContextOf } from '../../src/views/render/context.js';
import { en } from '../../src/views/words/en/index.js';
import { tenantBy } from '../support/builders.js';
import { testDependencies } from '../support/test-dependencies.js';

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
      warmUp({ tenantList: new TenantList(store, templates), workers, context });
      assert.equal(drawn, 0);
      await clock.passes(1);
      await workers.idle();
      assert.equal(drawn, cards);
      await clock.passes(3600);
      assert.equal(drawn, cards);
    });
});
