// Two replicas share the checks of tenants: each tenant is one's, also when replicas come and go.
import assert from 'node:assert/strict';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import { addDays } from '../../../src/domain/time.js';
import { TenantScheduler } from '../../../src/operations/reconcile/tenant-scheduler.js';
import { WebhookHeartbeat } from '../../../src/operations/reconcile/webhook-heartbeat.js';
import { BackgroundWorkers } from '../../../src/runtime/background-worker.js';
import { aRelationship, aTenant, contoso, enabled, now, tenantBy } from '../../support/builders.js';
import { down } from '../../support/fake-microsoft.js';
import { ScriptedDuties } from '../../support/scripted-duties.js';
import { standIn } from '../../support/stand-in.js';
import { noLog, testDependencies } from '../../support/test-dependencies.js';

const fabrikam = '10000000-0000-4000-8000-000000000002';
const ofFabrikam = (tenant: Tenant): Tenant => ({ ...tenant, tenantId: fabrikam });

/** Two schedulers over one store, one Microsoft and the same locks. Who checks what, the test says. */
function twoReplicas(...tenants: readonly Tenant[]) {
  const deps = testDependencies(...tenants);
  const { clock, microsoft, store } = deps;
  microsoft.listedRelationships = tenants.some(({ onboarding }) => onboarding?.relationship)
    ? [aRelationship({ status: 'approvalPending' })]
    : [];
  const all = new ScriptedDuties();
  const heartbeat = standIn(WebhookHeartbeat, { noticed: { reconcileSeconds: 300, byEvents: false } });
  const replica = (name: string) => {
    const duties = all.of(name);
    const workers = new BackgroundWorkers(clock, noLog);
    const scheduler = new TenantScheduler({ ...deps, workers, heartbeat, duties });
    duties.changed.on(() => scheduler.takeUp());
    store.committed.on(({ tenantIds }) => {
      for (const tenantId of tenantIds) scheduler.schedule(tenantId);
    });
    return scheduler;
  };
  const a = replica('a');
  const b = replica('b');
  return {
    ...{ microsoft, store, clock, duties: all, a, b },
    planned: () => [a.counts().planned, b.counts().planned],
    calls: (call: string) => microsoft.asked.filter((each) => each.startsWith(`relationships.${call}`)).length,
  };
}

const day = 86_400;

/** A tenant whose access ends in so many days. */
function ending(days: number): Tenant {
  const tenant = tenantBy.approved();
  assert.ok(tenant.onboarding);
  const coverage = { is: 'ends', on: addDays(now, days), relationshipId: 'relationship-1', keep: 'extend' } as const;
  return { ...tenant, onboarding: { ...tenant.onboarding, coverage, toldEnds: undefined } };
}

const waiting = () => tenantBy.needsApproval();

describe('two replicas', () => {
  it('plan the checks of a tenant once, where the duty is', async () => {
    const { duties, a, b, planned } = twoReplicas(waiting(), ofFabrikam(waiting()));
    duties.give(contoso, 'a');
    duties.give(fabrikam, 'b');
    await a.start();
    await b.start();
    assert.deepEqual(planned(), [1, 1]);
  });

  it('plan no check that is due in more than a day until its day comes', async () => {
    const { duties, clock, a, calls, planned } = twoReplicas(ending(70));
    duties.give(contoso, 'a');
    await a.start();
    assert.equal(planned()[0], 0);
    await clock.passes(8.9 * day);
    assert.deepEqual([planned()[0], calls('listFor')], [0, 0]);
    await clock.passes(day);
    assert.deepEqual([planned()[0], calls('listFor')], [1, 0]);
    await clock.passes(0.2 * day);
    assert.ok(calls('listFor') > 0);
  });

  it('begin at once with what a person asked the other for', async () => {
    const { duties, store, clock, calls, planned } = twoReplicas(tenantBy.notConfigured());
    duties.give(contoso, 'b');
    await store.commit({ tenants: [aTenant(enabled)] });
    assert.deepEqual(planned(), [0, 1]);
    await clock.passes(0);
    assert.equal(calls('create'), 1);
  });

  it('hand over what one of them has planned, and leave nothing undone that was due meanwhile', async () => {
    const { duties, microsoft, store, clock, a, b, calls, planned } = twoReplicas(waiting());
    microsoft.listedRelationships = [];
    duties.give(contoso, 'a');
    await a.start();
    await b.start();
    assert.deepEqual(planned(), [1, 0]);
    duties.give(contoso);
    await clock.passes(0);
    assert.deepEqual(planned(), [0, 0]);
    await store.commit({ tenants: [aTenant(enabled)] });
    await clock.passes(600);
    assert.equal(calls('listFor'), 0);
    duties.give(contoso, 'b');
    await clock.passes(0);
    assert.equal(calls('create'), 1);
  });

  it('keep what is theirs when a third comes or goes', async () => {
    const { duties, clock, a, planned, calls } = twoReplicas(waiting());
    duties.give(contoso, 'a');
    await a.start();
    await clock.passes(1);
    // Were it planned anew whenever something changes, its time would never come.
    for (let times = 0; times < 10; times += 1) {
      duties.giveOthers('b');
      await clock.passes(0.5);
    }
    assert.ok(calls('listFor') > 0);
    assert.deepEqual(planned(), [1, 0]);
  });

  it('do nothing twice at Microsoft while both take a tenant for theirs', async () => {
    const { duties, microsoft, clock, a, b, calls } = twoReplicas(aTenant(enabled));
    microsoft.meanwhile.set('relationships.create', () => {
      microsoft.listedRelationships = [aRelationship({ status: 'created' })];
    });
    microsoft.meanwhile.set('relationships.lockForApproval', () => {
      microsoft.listedRelationships = [aRelationship({ status: 'approvalPending' })];
    });
    duties.give(contoso, 'a', 'b');
    await a.start();
    await b.start();
    await clock.passes(10);
    assert.equal(calls('create'), 1);
    assert.equal(calls('lockForApproval'), 1);
  });

  it('check any tenant when a reconcile or an event wants it, and plan no further check of the other’s', async () => {
    const { duties, clock, a, calls, planned } = twoReplicas(waiting());
    duties.give(contoso, 'b');
    await a.checkNow(contoso);
    assert.equal(calls('listFor'), 1);
    await clock.passes(0);
    assert.equal(planned()[0], 0);
  });

  it('repeat a check that failed where it was wanted', async () => {
    const { duties, microsoft, clock, a, calls } = twoReplicas(tenantBy.approved());
    duties.give(contoso, 'b');
    microsoft.failing.set('relationships.listFor', down);
    await a.checkNow(contoso);
    microsoft.failing.clear();
    await clock.passes(2);
    assert.equal(calls('listFor'), 2);
  });
});
