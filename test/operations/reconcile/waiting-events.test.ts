// An event waits in the store until nothing is left to do for it, whatever becomes of the process that follows it.
import assert from 'node:assert/strict';
import { BackgroundWorkers } from '../../../src/runtime/background-worker.js';
import { aRelationship, contoso, now, tenantBy } from '../../support/builders.js';
import { down } from '../../support/fake-microsoft.js';
import { following, taking } from '../../support/partner-event-bench.js';
import { ScriptedDuties } from '../../support/scripted-duties.js';
import { noLog } from '../../support/test-dependencies.js';

const { id: relationshipId } = aRelationship();
const never = () => new Promise(() => undefined);

/** Another process opens what the one before has left. */
const afterCrash = (deps: ReturnType<typeof taking>) => {
  const store = deps.store.reopened();
  const workers = new BackgroundWorkers(deps.clock, noLog);
  const next = { ...deps, store, audit: store.audit, workers };
  return { ...next, ...following(next) };
};

describe('an event that is being followed', () => {
  it('waits until the tenant has been checked, and then no more', async () => {
    const w = taking(tenantBy.approved());
    let end = (_value: unknown) => {};
    w.whileLooking(() => new Promise((resolve) => (end = resolve)));
    await w.comes({ name: 'subscription-updated', tenantId: contoso });
    await new Promise(setImmediate);
    assert.deepEqual([w.looks, w.waiting()], [[contoso], ['event-0']]);
    end(undefined);
    await w.workers.idle();
    assert.deepEqual([w.looks, w.waiting()], [[contoso], []]);
  });

  it('is followed anew after a crash, once', async () => {
    const w = taking(tenantBy.approved());
    w.whileLooking(never);
    await w.comes({ name: 'subscription-updated', tenantId: contoso });
    const after = afterCrash(w);
    after.eventHandler.takeUp();
    after.eventHandler.takeUp();
    await after.workers.idle();
    assert.deepEqual([after.looks, after.store.partnerEventCount], [[contoso], 0]);
  });

  it('waits as long as Graph may not tell yet what it tells, and is looked after anew after a crash', async () => {
    const w = taking(tenantBy.needsApproval());
    await w.takes({ relationshipId });
    await w.clock.passes(10);
    assert.deepEqual([w.looks.length, w.waiting()], [2, ['event-0']]);
    const after = afterCrash(w);
    after.eventHandler.takeUp();
    await after.workers.idle();
    await after.clock.passes(69);
    assert.deepEqual([after.looks.length, after.store.partnerEventCount], [2, 1]);
    await after.clock.passes(1);
    assert.deepEqual([after.looks.length, after.store.partnerEventCount], [3, 0]);
  });

  it('does not wait any more once everything is to be looked at instead, and fails once only', async () => {
    const w = taking(tenantBy.notConfigured());
    w.microsoft.failing.set('relationships.find', down);
    await w.takes({ relationshipId });
    assert.deepEqual([w.looks, w.waiting()], [['everything'], []]);
    await w.clock.passes(3600);
    assert.deepEqual(w.looks, ['everything']);
  });

  it('waits while it cannot be taken out, and is taken out once that works', async () => {
    const w = taking(tenantBy.approved());
    w.whileLooking(async () => {
      w.store.isBroken = true;
    });
    await w.takes({ name: 'subscription-updated', tenantId: contoso });
    assert.deepEqual(w.waiting(), ['event-0']);
    w.whileLooking(async () => undefined);
    w.store.isBroken = false;
    await w.clock.passes(10);
    assert.deepEqual(w.waiting(), []);
  });

  it('is followed by the replica whose duty it is, and by another once it has become that one’s', async () => {
    const scripted = new ScriptedDuties();
    scripted.giveOthers('other');
    const w = taking(tenantBy.approved());
    const duties = scripted.of('ours');
    const ours = following({ ...w, duties });
    duties.changed.on(() => ours.eventHandler.takeUp());
    w.whileLooking(never);
    await w.comes({ name: 'subscription-updated', tenantId: contoso });
    assert.deepEqual(ours.looks, []);
    scripted.giveOthers('ours');
    await new Promise(setImmediate);
    assert.deepEqual([ours.looks, w.waiting()], [[contoso], []]);
  });
});

describe('ten thousand events that wait at the start', () => {
  it('are all followed, some at a time', async () => {
    const w = taking(tenantBy.approved());
    const count = 10_000;
    const event = (number: number) => ({ id: `${number}`, name: 'granular-admin-relationship-created', at: now });
    const partnerEvents = Array.from({ length: count }, (_, number) => ({
      ...event(number),
      relationshipId: `${number}`,
    }));
    let underWay = 0;
    let most = 0;
    const { find } = w.microsoft.relationships;
    w.microsoft.relationships.find = async (id) => {
      underWay += 1;
      most = Math.max(most, underWay);
      await new Promise(setImmediate);
      underWay -= 1;
      return find(id);
    };
    await w.store.commit({ partnerEvents });
    await w.workers.idle();
    assert.deepEqual([w.waiting().length, most <= 64, w.microsoft.asked.length], [0, true, count]);
  });
});
