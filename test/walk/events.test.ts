// What Partner Center tells reaches the chat at once, whatever becomes of its events on the way.

import assert from 'node:assert/strict';
import { newsOf } from '../support/wording.js';
import { aWorldForEach, tenantIds } from '../support/world.js';

describe('an event of Partner Center', () => {
  // Reconciles are so far apart that none of them can have brought anything, and checks come by themselves late.
  const w = aWorldForEach({ RECONCILE_SECONDS: '86400' });

  beforeEach(async () => {
    // After six hours the next check by itself is a quarter of an hour away.
    await w.world.passes(6 * 3600);
    w.world.sandbox.controls.registerWebhook(`${w.world.app.url}/api/partner-center`);
  });

  const messages = (summary: string) => w.chat.messages.filter((each) => each.summary === summary).length;
  const deliveries = () => w.world.sandbox.controls.deliveries();
  const approve = () => {
    const [relationship] = w.world.sandbox.controls.relationships(tenantIds.northwind);
    assert.ok(relationship);
    w.world.sandbox.controls.approve(relationship.id);
    return relationship.id;
  };

  it('has the customer’s approval in the chat within seconds, without a reconcile', async () => {
    const reconciles = () => w.world.log.filter(({ event }) => event === 'reconciled').length;
    const before = reconciles();
    const id = approve();
    await w.world.passes(30);
    assert.equal(messages(newsOf('Northwind Traders', 'approved')), 1);
    assert.equal(reconciles(), before);
    assert.deepEqual(
      deliveries()
        .map(({ event, state }) => [event, state])
        .slice(0, 2),
      [
        ['granular-admin-relationship-approved', 'delivered'],
        ['granular-admin-relationship-activated', 'delivered'],
      ],
    );
    assert.ok(
      w.world.log.some(({ event, fields }) => event === 'partnerEvent' && fields.name === deliveries()[0]?.event),
    );
    assert.ok(!JSON.stringify(w.world.log).includes(id));
  });

  it('is what brought it: without one nobody hears for as long', async () => {
    w.world.sandbox.controls.setEventBehaviour({ lost: true });
    approve();
    await w.world.passes(30);
    assert.equal(messages(newsOf('Northwind Traders', 'approved')), 0);
  });

  it('has everything looked at within a minute when it does not say whom it concerns', async () => {
    const reconciles = () => w.world.log.filter(({ event }) => event === 'reconciled').length;
    const before = reconciles();
    w.world.sandbox.controls.sendEvent('reseller-relationship-accepted-by-customer');
    await w.world.passes(60);
    assert.equal(reconciles(), before + 1);
  });

  for (const [what, behaviour] of [
    ['sent twice', { twice: true }],
    ['in another order', { reversed: true, delaySeconds: 8 }],
    ['late', { delaySeconds: 60 }],
  ] as const) {
    it(`brings one message when it is ${what}`, async () => {
      w.world.sandbox.controls.setEventBehaviour(behaviour);
      approve();
      await w.world.passes(240);
      assert.equal(messages(newsOf('Northwind Traders', 'approved')), 1);
      assert.ok(deliveries().every(({ state }) => state === 'delivered'));
    });
  }

  it('does nothing when it is not Partner Center’s', async () => {
    w.world.sandbox.controls.setEventBehaviour({ wrongSignature: true });
    approve();
    await w.world.passes(5);
    assert.equal(messages(newsOf('Northwind Traders', 'approved')), 0);
    assert.deepEqual([...new Set(deliveries().flatMap(({ attempts }) => attempts.map(({ status }) => status)))], [401]);
    assert.ok(!w.world.log.some(({ event }) => event === 'partnerEvent'));
  });
});
