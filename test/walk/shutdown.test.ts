// A closed bot leaves nothing behind that would go on.
import assert from 'node:assert/strict';
import { tenantIds, World } from '../support/world.js';

describe('a bot that is closed', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.start();
    await world.passes(20);
  });
  afterEach(() => world.end());

  const has = (name: string) => world.log.some(({ event }) => event === name);
  const leavesNothing = async () => {
    assert.ok(world.clock.waiting > 0);
    await world.stopBot();
    assert.equal(world.clock.waiting, 0);
  };

  it('does not go on waiting for a new sign-in, for events or for the next reconcile', async () => {
    world.sandbox.controls.revokeRefreshTokens();
    await world.passes(3700);
    assert.ok(has('signInFailed'));
    await leavesNothing();
  });

  it('does not look again for what an event has told too early', async () => {
    const { controls } = world.sandbox;
    controls.registerWebhook(`${world.app.url}/api/partner-center`);
    const [relationship] = controls.relationships(tenantIds.northwind);
    const ResourceUri = `https://partner.microsoft.com/granularAdminRelationships/${relationship?.id}`;
    controls.sendEvent('granular-admin-relationship-approved', { ResourceUri, AuditUri: null });
    await world.passes(5);
    assert.ok(has('partnerEventHandled'));
    await leavesNothing();
  });
});
