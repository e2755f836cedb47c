// What a batch asks of each tenant: what an import has for it, again where it was busy, and in one pace with the batch before.
import assert from 'node:assert/strict';
import type { Coverage } from '../../../src/domain/access/coverage.js';
import { newBatch } from '../../../src/domain/batch/batch.js';
import type { RefusalReason } from '../../../src/domain/tenant/decide.js';
import { addDays } from '../../../src/domain/time.js';
import { TenantBatches } from '../../../src/operations/batches/batches.js';
import { CommandHandler } from '../../../src/operations/commands/command-handler.js';
import { BackgroundWorkers } from '../../../src/runtime/background-worker.js';
import { keyedLock } from '../../../src/runtime/keyed-lock.js';
import { alex, aTenant, having, megan, now, tenantBy } from '../../support/builders.js';
import { asks, batchId, debra, someTenants, tag } from '../../support/some-batches.js';
import { noLog } from '../../support/test-dependencies.js';

describe('a batch', () => {
  it('of an import does to each tenant what there is for it, after the yes, and gives away what’s someone else’s by an admin only', async () => {
    const { store, clock, replica, ids } = someTenants(3);
    const { batches } = replica();
    const [tagged = '', chosen = '', others = ''] = ids;
    const owned = having(store.tenant(others) ?? aTenant(), { type: 'ownershipTaken', by: debra });
    await store.commit({ tenants: [owned] });
    const changes = [
      { tenantId: tagged, change: { tags: { added: ['gold'], removed: [] } } },
      { tenantId: chosen, change: { template: 'slim', owner: megan } },
      { tenantId: others, change: { owner: megan } },
    ];
    const prepare = (id: string) => batches.prepare({ batchId: id, by: alex, conversationId: 'chat' }, changes);
    await prepare(batchId);
    await clock.passes(60);
    assert.equal(store.tenant(tagged)?.tags, undefined);
    await batches.beginPrepared(batchId);
    await clock.passes(5);
    const { template, owner } = store.tenant(chosen) ?? aTenant();
    assert.deepEqual([store.tenant(tagged)?.tags, template, owner?.person], [['gold'], 'slim', megan]);
    const { result } = [...store.batchTenants(batchId)].find((row) => row.tenantId === others) ?? {};
    assert.deepEqual(result?.is === 'refused' && result.why, 'roleLost');
    assert.deepEqual(store.tenant(others)?.owner?.person, debra);
    const { action } = store.batch(batchId) ?? {};
    const begun = store.audit.entries.find(({ what }) => what === 'batchBegun');
    assert.deepEqual([action, begun?.subject], [{ do: 'import' }, 'import 3']);
  });

  it('asks a tenant again that was busy, or changed while it was asked, and counts it as neither done nor refused', async () => {
    const { deps, store, clock, ids, results } = someTenants(1);
    const handler = new CommandHandler(deps);
    const came: RefusalReason[] = ['busy', 'outdated'];
    const perform: CommandHandler['perform'] = async (request) => {
      const refused = came.shift();
      const tenant = store.tenant(request.tenantId);
      if (!refused || !tenant) return handler.perform(request);
      assert.equal(request.batch?.saved(refused), undefined);
      return { tenant, facts: [], refused };
    };
    const own = { dutyLocks: keyedLock(), workers: new BackgroundWorkers(clock, noLog), commands: { perform } };
    const roles = { checkedRoleOf: async () => 'operator' as const };
    const batches = new TenantBatches({ ...deps, ...own, roles, requestsPerMinute: 60 });
    await batches.begin(batchId, asks(tag), ids);
    await clock.passes(1);
    assert.deepEqual(results(), [undefined]);
    await clock.passes(10);
    assert.deepEqual(results(), ['done']);
  });

  it('waits after the last request of one that has just ended', async () => {
    const { store, clock, replica, ids, asked } = someTenants(2);
    const [first = '', second = ''] = ids;
    const { batch, tenants } = newBatch({ ...asks({ do: 'enable' }), id: 'before', at: clock.now() }, [first]);
    const at = clock.now();
    const batchTenants = tenants.map((row) => ({ ...row, result: { is: 'done', at, requests: true } as const }));
    await store.commit({ batches: [{ ...batch, endedAt: at }], batchTenants });
    await replica().batches.begin(batchId, asks({ do: 'enable' }), [second]);
    await clock.passes(0.5);
    assert.deepEqual(asked, []);
    await clock.passes(1);
    assert.deepEqual(asked, [second]);
  });

  it('keeps why it left a tenant as it was, whatever becomes of that since', async () => {
    const { store, clock, ids, replica } = someTenants(1);
    const [tenantId = ''] = ids;
    const { onboarding, ...approved } = tenantBy.approved();
    assert.ok(onboarding);
    const { relationship: _, ...known } = onboarding;
    const covered = (coverage: Omit<Coverage, 'on' | 'relationshipId'>) => ({
      ...{ ...approved, tenantId },
      onboarding: { ...known, coverage: { on: addDays(now, 20), relationshipId: 'r', ...coverage } },
    });
    await store.commit({ tenants: [covered({ is: 'blocked', keep: 'removeGlobalAdministrator' })] });
    const { batches } = replica();
    const batch = await batches.begin(batchId, asks({ do: 'keepAccess' }), ids);
    await clock.passes(60);
    await store.commit({ tenants: [covered({ is: 'rollsOver' })] });
    assert.deepEqual(batches.progress(batch).refused, [{ why: 'onlyWithoutGlobalAdministrator', count: 1 }]);
  });
});
