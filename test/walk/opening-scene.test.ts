// What a new sandbox's partner has done is the past: it has its own dates, and no one is told of it, however early they come.
import assert from 'node:assert/strict';
import { addDays } from '../../src/domain/time.js';
import { people, World } from '../support/world.js';

describe('the past of a new sandbox', () => {
  let world: World;
  before(async () => {
    world = await World.make({ SANDBOX_CUSTOMERS: '80', SANDBOX_MIX: 'believable', ADMINS: people.alex.aadObjectId });
    await world.startBot();
  });
  after(() => world.end());

  it('is over before anyone can talk to the bot', async () => {
    const settled = world.sandbox.openingScene.filter(({ isSettled }) => isSettled);
    assert.ok(settled.length > 40);
    const { tenants } = await world.contents();
    for (const { tenantId, tags } of settled) {
      const { status, customer, ...tenant } = tenants.get(tenantId) ?? assert.fail(tenantId);
      assert.ok(['approved', 'needsApproval', 'issuesFound'].includes(status), `${customer.displayName}: ${status}`);
      assert.deepEqual(tenant.tags ?? [], tags);
    }
  });

  it('was when the sandbox says', async () => {
    const aDayAgo = addDays(world.clock.now(), -1);
    const { tenants } = await world.contents();
    for (const { tenantId } of world.sandbox.openingScene.filter(({ isSettled }) => isSettled)) {
      const { since, onboarding } = tenants.get(tenantId) ?? assert.fail(tenantId);
      const [relationship] = world.sandbox.controls.relationships(tenantId);
      assert.ok(relationship);
      const { createdDateTime, activatedDateTime } = relationship;
      assert.equal(since, activatedDateTime ?? createdDateTime);
      assert.equal(onboarding?.requestedAt, createdDateTime);
      assert.ok((onboarding?.checkedAt ?? '') > aDayAgo, 'it is looked at anew, which takes a call or two');
    }
  });

  it('is told to no one', async () => {
    const chat = world.chat(people.alex, 'chat');
    await chat.installs();
    await world.passes(500);
    const { tenants } = await world.contents();
    const names = world.sandbox.openingScene
      .filter(({ isSettled }) => isSettled)
      .map(({ tenantId }) => tenants.get(tenantId)?.customer.displayName ?? assert.fail(tenantId));
    const told = chat.messages.map(({ summary }) => summary).slice(1);
    const ofPast = told.filter((summary) => names.some((name) => summary.includes(name)) || /\d/.test(summary));
    assert.deepEqual(ofPast, []);
  });

  it('isn’t played again', async () => {
    const [{ tenantId } = { tenantId: '' }] = world.sandbox.openingScene.filter(({ isSettled }) => isSettled);
    const before = await world.tenant(tenantId);
    await world.stopBot();
    await world.startBot();
    assert.deepEqual(await world.tenant(tenantId), before);
  });
});
