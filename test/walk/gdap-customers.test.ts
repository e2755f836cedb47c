// A customer by GDAP, whom Partner Center doesn't list: in the list, onboarded, Approved, and offboarded, with what's left out said.
import assert from 'node:assert/strict';
import { en } from '../../src/views/words/en/index.js';
import { assertGoodCard } from '../support/card-lint.js';
import { buttonFor, linksOf, textOf } from '../support/card-reading.js';
import { onEachStore } from '../support/each-store.js';
import { decides, opens, writesOf } from '../support/offboarding-walk.js';
import { accessLeftOn } from '../support/wording.js';
import { aWorldForEach, people } from '../support/world.js';

const wingtip = '10000000-0000-4000-9000-000000000001';
const name = 'Wingtip Toys';

describe('a customer by GDAP', () => {
  const w = aWorldForEach({ ADMINS: people.alex.aadObjectId, OFFBOARD_GRACE_MINUTES: '5' });

  const relationships = () => w.world.sandbox.controls.relationships(wingtip);
  const askedOfPartnerCenter = () =>
    w.world.sandbox.controls.requests().filter(({ path }) => path.startsWith(`/v1/customers/${wingtip}/`));

  /** Enabled on the access that there is. */
  const approved = async () => {
    const message = await w.chat.says('/tenants wingtip');
    await w.chat.enables(message, { name });
    await w.world.passes(600);
    assert.equal((await w.world.tenant(wingtip)).status, 'approved');
    return opens(w.chat, name);
  };

  it('is in the list like any other, and its card says what is left out', async () => {
    const message = await opens(w.chat, name);
    const card = w.chat.sees(message);
    assertGoodCard(card);
    const text = textOf(card);
    assert.ok(text.includes(en.tenant.unlisted.gdap));
    assert.ok(text.includes(en.tenant.delegatedAdmin.unknownFormer));
    assert.ok(buttonFor(card, 'tenant.askEnable'));
    assert.ok(linksOf(card).every((url) => !url.includes('partner.microsoft.com')));
  });

  onEachStore('becomes Approved on a template that asks for Azure, which is not asked about and said so', async () => {
    assert.equal(w.world.template.requireAzure, true);
    w.world.sandbox.controls.clearRequests();
    const message = await approved();
    const { status, onboarding, customerBy } = await w.world.tenant(wingtip);
    assert.deepEqual([status, onboarding?.azure, customerBy], ['approved', 'notAsked', 'gdap']);
    const card = w.chat.sees(message);
    assertGoodCard(card);
    assert.ok(textOf(card).includes(en.tenant.azure.notAsked));
    assert.ok(textOf(card).includes(en.tenant.unlisted.gdap));
    assert.ok(linksOf(card).length > 0);
    assert.ok(linksOf(card).every((url) => !url.includes('partner.microsoft.com')));
    assert.deepEqual(
      askedOfPartnerCenter().filter(({ path }) => path.endsWith('/subscriptions')),
      [],
    );
  });

  it('is still a customer after Disable, a restart and many reconciles, for as long as there is access', async () => {
    const message = await approved();
    await w.chat.presses(message, 'tenant.askDisable');
    await w.chat.presses(message, 'tenant.disable');
    await w.world.stopBot();
    await w.world.startBot();
    await w.world.passes(1300);
    const { customerBy, status, leftoverAccess } = await w.world.tenant(wingtip);
    assert.deepEqual([customerBy, status, leftoverAccess], ['gdap', 'notConfigured', 'liveAccess']);
    assert.ok(buttonFor((await w.chat.says('/tenants wingtip')).card, 'tenant.open'));
  });

  it('is offboarded by GDAP alone, and its plan says what Partner Center is not asked for', async () => {
    await approved();
    const plan = await opens(w.chat, name);
    const card = await w.chat.presses(plan, 'offboarding.plan');
    assert.ok(textOf(card).includes(en.offboardingPlan.plan.unlisted));
    w.world.sandbox.controls.clearRequests();
    const message = await decides(w.chat, name, 'assignments,relationships');
    await w.world.passes(900);
    assert.ok(relationships().every(({ status }) => status === 'terminated'));
    assert.deepEqual(
      writesOf(w.world, wingtip).filter((call) => call.startsWith('PATCH')),
      [],
    );
    assert.equal(accessLeftOn(w.chat.sees(message)), 'none');
    await w.world.passes(700);
    assert.ok(!buttonFor((await w.chat.says('/tenants wingtip')).card, 'tenant.open'));
  });
});
