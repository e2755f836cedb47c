// The dry run of a batch: the same rules as a click, counted.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { BatchAction } from '../../../src/domain/batch/batch.js';
import { commandFor } from '../../../src/domain/batch/batch-command.js';
import { batchPlanOf, refusalOf, secondsFor } from '../../../src/domain/batch/plan.js';
import type { SecondedAction } from '../../../src/domain/tenant/awaited-second.js';
import { decide } from '../../../src/domain/tenant/decide.js';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import { alex, aTenant, having, tenantBy } from '../../support/builders.js';

const asks = (action: BatchAction) => ({ action, by: alex, conversationId: 'chat' });
const actions: readonly BatchAction[] = [
  { do: 'enable' },
  { do: 'revalidate' },
  { do: 'keepAccess' },
  { do: 'tag', added: ['vip'], removed: [] },
  { do: 'disable' },
  { do: 'endEarlier' },
  { do: 'take' },
  { do: 'release' },
  { do: 'releaseOther' },
];
const numbered = (tenants: readonly Tenant[]) =>
  tenants.map((tenant, index): Tenant => ({ ...tenant, tenantId: `tenant-${index}` }));
const { notConfigured, needsApproval, awaitingMicrosoft, approved, issuesFound } = tenantBy;
const ofEachStatus = numbered([notConfigured(), needsApproval(), awaitingMicrosoft(), approved(), issuesFound()]);

describe('the plan of a batch', () => {
  it('says who will be done, who needs nothing, and who can’t be done and why', () => {
    const { seconds: _, ...plan } = batchPlanOf(asks({ do: 'enable' }), ofEachStatus, 60);
    assert.deepEqual(plan, {
      tenantIds: ['tenant-0'],
      requestIds: ['tenant-0'],
      fine: 3,
      refused: [{ why: 'newRequestWontHelp', count: 1 }],
    });
    assert.deepEqual(batchPlanOf(asks({ do: 'revalidate' }), ofEachStatus, 60).refused, [
      { why: 'awaitsCustomer', count: 1 },
      { why: 'microsoftAtWork', count: 1 },
      { why: 'notOnboarded', count: 1 },
    ]);
    assert.deepEqual(batchPlanOf(asks({ do: 'disable' }), ofEachStatus, 60).tenantIds, [
      'tenant-1',
      'tenant-3',
      'tenant-4',
    ]);
    const tagged = having(aTenant(), { type: 'tagged', by: alex, added: ['vip'], removed: [] });
    assert.deepEqual(
      batchPlanOf(asks({ do: 'tag', added: ['vip'], removed: [] }), [tagged, ...ofEachStatus], 60).fine,
      1,
    );
  });

  it('counts the requests that stand beside living access', () => {
    const grown = having(approved(), {
      type: 'issuesFound',
      limitations: [{ code: 'templateChanged', roles: [], relationshipName: 'Gatehouse-1' }],
    });
    const { requestIds, beside } = batchPlanOf(asks({ do: 'enable' }), numbered([aTenant(), grown]), 60);
    assert.deepEqual([requestIds.length, beside], [2, 1]);
  });

  it('counts no request where access is there to be adopted', () => {
    const live: Tenant = { ...aTenant(), leftoverAccess: 'liveAccess' };
    const { requestIds } = batchPlanOf(asks({ do: 'enable' }), numbered([live, aTenant()]), 60);
    assert.deepEqual(requestIds, ['tenant-1']);
  });

  it('says how long that takes: by the requests that Microsoft is sent, or by what each tenant takes', () => {
    const enabling = (count: number, requests: number, perMinute: number) =>
      secondsFor({ do: 'enable' }, { count, requests }, perMinute);
    assert.deepEqual([enabling(500, 500, 60), enabling(500, 500, 30), enabling(500, 0, 60)], [500, 1000, 250]);
    assert.equal(enabling(0, 0, 60), 0);
  });

  it('says no time for what takes none, as nothing of it is at Microsoft', () => {
    const taking = (count: number) => secondsFor({ do: 'take' }, { count, requests: 0 }, 60);
    assert.deepEqual([taking(8), taking(2900), taking(5000)], [0, 0, 100]);
  });

  it('leaves out who waits for a second admin for the very thing', () => {
    const asked = (action: SecondedAction) =>
      having(aTenant(), {
        type: 'secondAdminAsked',
        by: alex,
        asked: { id: 'asked', action, conversationId: 'chat', basis: '' },
      });
    const planned = (tenant: Tenant) => {
      const { tenantIds, fine } = batchPlanOf(asks({ do: 'enable' }), [tenant], 60);
      return [tenantIds.length, fine];
    };
    assert.deepEqual(planned(asked({ do: 'enable' })), [0, 1]);
    assert.deepEqual(planned(asked({ do: 'tag', added: ['vip'], removed: [] })), [1, 0]);
  });

  it('never gives up Global Administrator for many at once', () => {
    const blocked = { ...approved() };
    const { onboarding } = blocked;
    assert.ok(onboarding);
    const coverage = {
      is: 'blocked',
      on: '2026-12-22T10:00:00.000Z',
      relationshipId: 'r',
      keep: 'removeGlobalAdministrator',
    } as const;
    const tenant: Tenant = { ...blocked, onboarding: { ...onboarding, coverage } };
    assert.equal(refusalOf(asks({ do: 'keepAccess' }), tenant), 'doesNotApply');
  });

  it('has each tenant in one place, by what the click on it would be answered', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...ofEachStatus), { maxLength: 30 }),
        fc.constantFrom(...actions),
        (drawn, action) => {
          const tenants = numbered(drawn);
          const plan = batchPlanOf(asks(action), tenants, 60);
          const refused = plan.refused.reduce((sum, { count }) => sum + count, 0);
          assert.equal(plan.tenantIds.length + plan.fine + refused, tenants.length);
          assert.ok(plan.requestIds.length <= plan.tenantIds.length);
          for (const tenant of tenants) {
            const command = commandFor(asks(action), tenant);
            const isDone = command !== undefined && 'facts' in decide(command, tenant);
            assert.equal(plan.tenantIds.includes(tenant.tenantId), isDone);
          }
        },
      ),
      { numRuns: 200, seed: 20_261_129 },
    );
  });
});
