// Early warnings of access that ends: to subscribed conversations, once for each threshold, whatever the process goes through.
import assert from 'node:assert/strict';
import { buttonFor } from '../support/card-reading.js';
import { onEachStore } from '../support/each-store.js';
import { aWorldForEach, people, tenantIds } from '../support/world.js';

const day = 86_400;

describe('the warning of an end of access', () => {
  const w = aWorldForEach({ ADMINS: people.alex.aadObjectId, RECONCILE_SECONDS: '3600' });

  const adopted = async (endsInSeconds: number, autoExtendDuration: 'PT0S' | 'P180D' = 'PT0S') => {
    const { controls, accessTemplate } = w.world.sandbox;
    const assignments = accessTemplate.assignments.map(({ groupId }) => ({ groupId }));
    const tenantId = tenantIds.alpine;
    controls.addRelationship({ tenantId, displayName: 'By hand', assignments, autoExtendDuration, endsInSeconds });
    const message = await w.chat.says('/tenants alpine');
    await w.chat.enables(message, { name: 'Alpine Ski House' });
    await w.world.passes(180);
  };
  // A warning waits a moment for others.
  const daysPass = (days: number) => w.world.skips(days, { stepDays: days, restSeconds: 150 });
  const warnings = () => w.chat.messages.filter(({ summary }) => summary.startsWith('⏳ Alpine'));

  // Within minutes: a database answers while time passes.
  const warned = async (count: number) => {
    for (let minutes = 0; warnings().length < count && minutes < 10; minutes += 1) await w.world.passes(60);
    assert.equal(warnings().length, count);
  };

  onEachStore(
    'comes at once for who is first seen inside a threshold, then at each tighter one, with the way to the tenant',
    async () => {
      await adopted(20 * day);
      assert.equal(warnings().length, 1);
      assert.match(warnings()[0]?.summary ?? '', /Alpine Ski House: Access ends on 12 December 2026/);
      await daysPass(5);
      assert.equal(warnings().length, 1);
      await daysPass(1);
      await warned(2);
      await daysPass(7);
      await warned(3);
      assert.ok(buttonFor(warnings()[2]?.card, 'tenant.askDisable'));
    },
  );

  it('comes once after a crash and after weeks of downtime', async () => {
    await adopted(40 * day);
    assert.equal(warnings().length, 1);
    await w.world.crash();
    await w.world.passes(300);
    assert.equal(warnings().length, 1);
    await w.world.stopBot();
    // 30, 14 and 7 days before the end go by.
    w.world.clock.next(Number.POSITIVE_INFINITY);
    await w.world.clock.passes(35 * day);
    await w.world.startBot();
    await w.world.passes(300);
    assert.equal(warnings().length, 2);
  });

  it('does not come where the access rolls over', async () => {
    await adopted(8 * day, 'P180D');
    await w.world.passes(2 * day);
    assert.equal(warnings().length, 0);
  });
});
