// Access that ends: the list of it, the count on the list of tenants, and a roll-over that no one is told of.
import assert from 'node:assert/strict';
import { en } from '../../src/views/words/en/index.js';
import { assertGoodCard } from '../support/card-lint.js';
import { buttonFor, textOf } from '../support/card-reading.js';
import { onEachStore } from '../support/each-store.js';
import { aWorldForEach, people, tenantIds } from '../support/world.js';

const day = 86_400;

describe('/expiring', () => {
  const w = aWorldForEach({ ADMINS: people.alex.aadObjectId });

  // A tenant that is enabled on a relationship that was made in Partner Center.
  const adopted = async (spec: object) => {
    const { controls, accessTemplate } = w.world.sandbox;
    const assignments = accessTemplate.assignments.map(({ groupId }) => ({ groupId }));
    controls.addRelationship({ tenantId: tenantIds.alpine, displayName: 'By hand', assignments, ...spec });
    await w.world.passes(310);
    const message = await w.chat.says('/tenants alpine');
    await w.chat.enables(message, { name: 'Alpine Ski House' });
    await w.world.passes(60);
    assert.equal((await w.world.tenant(tenantIds.alpine)).status, 'approved');
  };

  onEachStore('lists what ends, and the list of tenants counts it and leads there', async () => {
    await adopted({ autoExtendDuration: 'P0D', endsInSeconds: 20 * day });
    const list = await w.chat.says('/tenants');
    const soon = buttonFor(list.card, 'expiring.list');
    assert.equal(soon?.title, en.expiring.soon({ count: 1, days: 30 }));
    const card = await w.chat.presses(list, 'expiring.list');
    assertGoodCard(card);
    assert.ok(textOf(card).includes(en.expiring.title));
    assert.match(textOf(card), /Alpine/);
    const typed = await w.chat.says('/expiring');
    await w.chat.presses(typed, { verb: 'tenant.open', name: 'Alpine Ski House' });
    assert.ok(w.chat.reads(typed).includes(en.tenant.facts.ends));
    assert.ok(!w.chat.reads(typed).includes(en.tenant.facts.rollsOver));
  });

  it('does not list what rolls over, and a roll-over shows in the history', async () => {
    await adopted({ autoExtendDuration: 'P180D', endsInSeconds: 2 * day });
    assert.doesNotMatch(w.chat.reads(await w.chat.says('/expiring')), /Alpine/);
    const before = (await w.world.tenant(tenantIds.alpine)).onboarding?.coverage;
    await w.world.passes(2 * day);
    const { onboarding, history, status } = await w.world.tenant(tenantIds.alpine);
    assert.ok(before && onboarding?.coverage && onboarding.coverage.on > before.on);
    assert.ok(history.some(({ what }) => what === 'coverageRolledOver'));
    assert.equal(status, 'approved');
    assert.ok(w.chat.reads(await w.chat.says('/history alpine')).includes(en.history.facts.coverageRolledOver));
  });
});
