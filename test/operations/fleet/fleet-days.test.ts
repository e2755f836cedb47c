// How all tenants stood is kept by days: once, by one replica, and for as long as is said.
import assert from 'node:assert/strict';
import { dayOf } from '../../../src/domain/tenant/fleet.js';
import { addDays } from '../../../src/domain/time.js';
import { daysKept, FleetDays } from '../../../src/operations/fleet/fleet-days.js';
import { notReconciled } from '../../../src/operations/ports/progress.js';
import { fixedTemplates } from '../../../src/operations/ports/templates.js';
import { TenantList } from '../../../src/operations/reads/tenant-list.js';
import { Emitter } from '../../../src/runtime/emitter.js';
import { aTemplates, now, tenantBy } from '../../support/builders.js';
import { testDependencies } from '../../support/test-dependencies.js';

async function counting({ isMine = true, isReconciled = true } = {}) {
  const deps = testDependencies(tenantBy.approved());
  const { store, clock, workers } = deps;
  const tenantList = new TenantList(store, fixedTemplates(aTemplates()), { clock, names: [] });
  const duties = { isMine: () => isMine, changed: new Emitter() };
  if (isReconciled) await store.commit({ progress: [{ ...notReconciled, reconciledAt: now }] });
  const fleetDays = new FleetDays({ ...deps, duties, tenantList });
  fleetDays.start();
  await workers.idle();
  const passes = async (hours: number) => {
    for (let hour = 0; hour < hours; hour += 1) {
      await clock.passes(3600);
      await workers.idle();
    }
  };
  return { store, clock, fleetDays, passes, kept: () => [...store.fleetDays()] };
}

describe('the days of the fleet', () => {
  it('are kept from the first complete reading on, the present one up to date', async () => {
    const { store, kept, passes } = await counting();
    assert.deepEqual(
      kept().map(({ id, statuses }) => [id, statuses.approved]),
      [[dayOf(now), 1]],
    );
    await store.commit({ tenants: [tenantBy.notConfigured()] });
    await passes(1);
    assert.deepEqual(
      kept().map(({ statuses }) => [statuses.approved, statuses.notConfigured]),
      [[0, 1]],
    );
  });

  it('are not kept before Microsoft was read, and not by a replica whose duty it isn’t', async () => {
    assert.deepEqual((await counting({ isReconciled: false })).kept(), []);
    assert.deepEqual((await counting({ isMine: false })).kept(), []);
  });

  it('are written only where something has changed', async () => {
    const { store, passes } = await counting();
    const { version } = store.rowVersion('fleetDays', dayOf(now));
    await passes(3);
    assert.equal(store.rowVersion('fleetDays', dayOf(now)).version, version);
  });

  it('stay as the day ended, and go after four hundred', async () => {
    const { store, kept, passes } = await counting();
    const [today] = kept();
    assert.ok(today);
    const old = [daysKept, daysKept - 1].map((days) => ({ ...today, id: dayOf(addDays(now, -days)) }));
    await store.commit({ fleetDays: old });
    await passes(24);
    const ids = kept().map(({ id }) => id);
    assert.deepEqual(ids.sort(), [dayOf(now), dayOf(addDays(now, 1))]);
  });

  it('are compared with the day so long ago, or one shortly before it', async () => {
    const { store, fleetDays, kept } = await counting();
    const [today] = kept();
    assert.ok(today);
    await store.commit({ fleetDays: [9, 30].map((days) => ({ ...today, id: dayOf(addDays(now, -days)) })) });
    assert.equal(fleetDays.before(7)?.id, dayOf(addDays(now, -9)));
    assert.equal(fleetDays.before(30)?.id, dayOf(addDays(now, -30)));
    assert.equal(fleetDays.before(20), undefined);
    assert.deepEqual(
      fleetDays.since(10).map(({ id }) => id),
      [dayOf(addDays(now, -9)), dayOf(now)],
    );
  });
});
