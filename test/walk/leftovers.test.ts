// /leftovers finds the tenants with leftover access, former customers included, and leads to them.
import assert from 'node:assert/strict';
import { assertGoodCard } from '../support/card-lint.js';
import { buttonsOf, textOf } from '../support/card-reading.js';
import { aWorldForEach, people } from '../support/world.js';

const wingtip = '10000000-0000-4000-9000-000000000001';
const cityPower = '10000000-0000-4000-9000-000000000002';

describe('/leftovers', () => {
  const w = aWorldForEach({ ADMINS: people.alex.aadObjectId, VIEWERS: people.megan.aadObjectId });

  const relationshipOf = (tenantId: string) =>
    w.world.sandbox.controls.relationships(tenantId)[0] ?? assert.fail(`nothing ties us to ${tenantId}`);
  const names = (text: string) =>
    text.split('\n').filter((line) => /^(Wingtip|City|Adventure|Alpine|Contoso|Fabrikam|Litware)/.test(line));
  const asked = () => w.world.sandbox.controls.requests().filter(({ path }) => /^\/v1\/customers\/[^/]+$/.test(path));

  it('shows the worst first, and grows by what Partner Center tells of one customer at a time', async () => {
    w.world.sandbox.controls.clearRequests();
    const message = await w.chat.says('/leftovers');
    assertGoodCard(message.card);
    assert.deepEqual(names(w.chat.reads(message)), ['Wingtip Toys', 'Adventure Works Cycles', 'City Power & Light']);
    assert.match(w.chat.reads(message), /still to be read for 4 tenants/);
    await w.world.passes(20);
    assertGoodCard(message.card);
    assert.deepEqual(names(w.chat.reads(message)), [
      'Wingtip Toys',
      'Adventure Works Cycles',
      'City Power & Light',
      // What is new stands below what somebody has before them.
      'Alpine Ski House',
    ]);
    assert.doesNotMatch(w.chat.reads(message), /still to be read/);
    assert.match(w.chat.reads(message), /2 more customers are Not configured and, .* reseller relationship alone/);
    assert.equal(asked().length, 4);
    await w.chat.presses(message, 'Refresh');
    await w.world.passes(20);
    assert.deepEqual(names(w.chat.reads(message)).slice(2), ['Alpine Ski House', 'City Power & Light']);
    assert.equal(asked().length, 4, 'what is known is not read again');
  });

  it('knows ex-customers by the name that the relationship has, and keeps them out of /tenants', async () => {
    assert.match(
      w.chat.reads(await w.chat.says('/leftovers')),
      /Wingtip Toys\n⚠️ Live access.*\n.*\nNot a customer in Partner Center/,
    );
    const found = w.chat.reads(await w.chat.says('/tenants wingtip'));
    assert.match(found, /No customer matches this search\. A tenant that isn’t your customer .*: \/leftovers lists it/);
    assert.match(
      w.chat.reads(await w.chat.says('/tenants nosuch')),
      /No tenant matches this search.*under \/leftovers/s,
    );
    assert.match(w.chat.reads(await w.chat.says('/tenants')), /of 17 tenants/);
  });

  it('leads to the card of an ex-customer, which says so and has no Enable, and back', async () => {
    const message = await w.chat.says('/leftovers');
    const card = await w.chat.presses(message, 'Open: Wingtip Toys');
    assertGoodCard(card);
    assert.match(textOf(card), /not among your customers in Partner Center, but access is still live/);
    assert.ok(!buttonsOf(card).includes('Enable'));
    assert.match(textOf(await w.chat.presses(message, 'Still tied to you')), /The worst come first/);
  });

  it('does not enable an ex-customer, whoever makes up a button for it', async () => {
    const message = await w.chat.says('/leftovers');
    const open = w.chat.finds(message, 'Open: Wingtip Toys');
    const { body } = await w.chat.clicks(message, { ...open, verb: 'tenant.enable' });
    assert.match(JSON.stringify(body), /is not among your customers in Partner Center/);
    await w.world.passes(60);
    assert.equal(w.world.sandbox.controls.relationships(wingtip).length, 1);
  });

  it('forgets an ex-customer once nothing ties us to it, and does not bring it back for what has ended', async () => {
    const message = await w.chat.says('/leftovers');
    w.world.sandbox.controls.end(relationshipOf(wingtip).id);
    await w.world.passes(1000);
    assert.ok(!names(w.chat.reads(message)).includes('Wingtip Toys'));
    assert.equal(relationshipOf(wingtip).status, 'terminated');
    const folder = await w.world.dataFolder();
    assert.ok(!folder.includes('Wingtip'));
    assert.ok(!folder.includes(wingtip));
    await w.world.stopBot();
    await w.world.startBot();
    await w.world.passes(700);
    assert.ok(!names(w.chat.reads(await w.chat.says('/leftovers'))).includes('Wingtip Toys'));
  });

  it('shows an open request as access once the customer has approved it', async () => {
    const message = await w.chat.says('/leftovers');
    w.world.sandbox.controls.approve(relationshipOf(cityPower).id);
    await w.world.passes(400);
    assert.match(w.chat.reads(message), /City Power & Light\n⚠️ Live access \(GDAP\)/);
  });

  it('has Plan for admins only, and is read by whoever may look', async () => {
    const megan = w.world.chat(people.megan, 'of-megan');
    await megan.installs();
    const buttons = (message: { readonly card: unknown }) => buttonsOf(message.card);
    assert.ok(buttons(await w.chat.says('/leftovers')).includes('Plan'));
    const hers = await megan.says('/leftovers');
    assert.ok(!buttons(hers).includes('Plan'));
    assert.ok(buttons(hers).includes('Open'));
  });

  it('is kept up to date over a crash', async () => {
    const message = await w.chat.says('/leftovers');
    await w.world.passes(20);
    await w.world.crash();
    w.world.sandbox.controls.end(relationshipOf(wingtip).id);
    await w.world.passes(1000);
    assert.deepEqual(names(w.chat.reads(message)), [
      'Adventure Works Cycles',
      'City Power & Light',
      'Alpine Ski House',
    ]);
    assert.match(w.chat.reads(message), /\nNo longer your customer\n/);
  });
});
