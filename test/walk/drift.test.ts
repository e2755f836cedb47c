// Drift of auto-extend: found within a reconciliation, told once for each switch-off, and put right by the one button.
import assert from 'node:assert/strict';
import { en } from '../../src/views/words/en/index.js';
import { assertGoodCard } from '../support/card-lint.js';
import { buttonFor } from '../support/card-reading.js';
import { onEachStore } from '../support/each-store.js';
import { aWorldForEach, people, tenantIds } from '../support/world.js';

const day = 86_400;
const tenantId = tenantIds.alpine;
const name = 'Alpine Ski House';

describe('auto-extend that is off against the template', () => {
  const w = aWorldForEach({ ADMINS: people.alex.aadObjectId, RECONCILE_SECONDS: '300' });

  const controls = () => w.world.sandbox.controls;
  const relationship = () => controls().relationships(tenantId)[0] ?? assert.fail('it has no relationship');
  const adopted = async (autoExtendDuration: 'PT0S' | 'P180D', endsInSeconds = 400 * day) => {
    const { accessTemplate } = w.world.sandbox;
    const assignments = accessTemplate.assignments.map(({ groupId }) => ({ groupId }));
    controls().addRelationship({ tenantId, displayName: 'By hand', assignments, autoExtendDuration, endsInSeconds });
    const message = await w.chat.says('/tenants alpine');
    await w.chat.enables(message, { name });
    await w.world.passes(180);
    assert.equal((await w.world.tenant(tenantId)).status, 'approved');
  };
  const switches = async (duration: 'PT0S' | 'P180D', seconds = 400) => {
    controls().setAutoExtend(relationship().id, duration);
    await w.world.passes(seconds);
  };
  const messages = () => w.chat.messages.filter(({ summary }) => summary.startsWith(`⚠️ ${name}: auto-extend is off`));
  const onboarding = async () => (await w.world.tenant(tenantId)).onboarding ?? assert.fail('it is not onboarded');

  onEachStore('is told once, with the cause, on a card whose one button switches it on', async () => {
    await adopted('P180D');
    assert.equal(messages().length, 0);
    await switches('PT0S');
    const [message] = messages();
    assert.ok(message);
    assertGoodCard(message.card);
    assert.ok(w.chat.reads(message).includes('Auto-extend is off, but the access template wants it on.'));
    assert.ok(!w.chat.reads(message).includes(en.statuses.issuesFound));
    assert.equal((await w.world.tenant(tenantId)).status, 'approved');
    await w.world.skips(3, { stepDays: 3 });
    assert.equal(messages().length, 1);
    await w.chat.presses(message, 'tenant.keepAccess');
    await w.world.passes(20);
    assert.equal(relationship().autoExtendDuration, 'P180D');
    assert.equal((await onboarding()).toldDrift, undefined);
    assert.ok(!buttonFor(w.chat.sees(message), 'tenant.keepAccess'));
  });

  it('is told again for another switch-off, and not while it stays off', async () => {
    await adopted('P180D');
    await switches('PT0S');
    await switches('P180D');
    assert.equal(messages().length, 1);
    await switches('PT0S');
    assert.equal(messages().length, 2);
    assert.ok((await w.world.tenant(tenantId)).history.some(({ what }) => what === 'coverageDrifted'));
  });

  it('is told at an adoption, and not again after a crash', async () => {
    await adopted('PT0S');
    assert.equal(messages().length, 1);
    await w.world.crash();
    await w.world.passes(2 * day);
    assert.equal(messages().length, 1);
  });

  it('is not told beside the warning of its end, whose card says so', async () => {
    await adopted('PT0S', 20 * day);
    assert.equal(messages().length, 0);
    const [warning] = w.chat.messages.filter(({ summary }) => summary.startsWith(`⏳ ${name}`));
    assert.ok(warning && w.chat.reads(warning).includes('Auto-extend is off'));
  });

  it('is not told where it was put right before the message went out', async () => {
    await adopted('P180D');
    controls().setAutoExtend(relationship().id, 'PT0S');
    const card = await w.chat.says('/tenants alpine');
    await w.chat.presses(card, { verb: 'tenant.open', name });
    await w.chat.presses(card, 'tenant.revalidate');
    await w.world.passes(5);
    await w.chat.presses(card, 'tenant.keepAccess');
    await w.world.passes(400);
    assert.deepEqual([messages().length, relationship().autoExtendDuration], [0, 'P180D']);
  });

  it('is one message for many, with the way to all of them and one button for all', async () => {
    await w.world.passes(600);
    const extended = controls()
      .relationships()
      .filter(({ status, autoExtendDuration }) => status === 'active' && autoExtendDuration === 'P180D');
    for (const { id } of extended) controls().setAutoExtend(id, 'PT0S');
    await w.world.passes(400);
    const found = w.chat.messages.filter(({ summary }) => /^⚠️ Auto-extend is off at \d+ tenants$/u.test(summary));
    assert.equal(found.length, 1);
    const [message = assert.fail()] = found;
    assertGoodCard(message.card);
    assertGoodCard(await w.chat.presses(message, 'batch.ask'));
    await w.chat.presses(message, 'batch.begin');
    await w.world.passes(120);
    const tenants = [...(await w.world.contents()).tenants.values()];
    assert.ok(tenants.every(({ onboarding }) => onboarding?.coverage?.keep !== 'extend'));
    const isOnAgain = ({ id }: { readonly id: string }) =>
      controls()
        .relationships()
        .some((each) => each.id === id && each.autoExtendDuration === 'P180D');
    assert.ok(extended.filter(isOnAgain).length > 5);
  });
});
