// /leftovers finds the tenants with leftover access, former customers included, and leads to them.

import assert from 'node:assert/strict';
import { statusSentences } from '../../src/views/explain/status-words.js';
import { en } from '../../src/views/words/en/index.js';
import { assertGoodCard } from '../support/card-lint.js';
import { buttonFor, rangeOn, textOf } from '../support/card-reading.js';
import { isDrawnFrom, refusalOf } from '../support/wording.js';
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
    const first = w.chat.reads(message);
    // Of so many delegated admin has still to be read.
    assert.match(first, /\b4\b/);
    await w.world.passes(20);
    assertGoodCard(message.card);
    assert.deepEqual(names(w.chat.reads(message)), [
      'Wingtip Toys',
      'Adventure Works Cycles',
      'City Power & Light',
      // What is new stands below what somebody has before them.
      'Alpine Ski House',
    ]);
    assert.doesNotMatch(w.chat.reads(message), /\b4\b/);
    // Those that the reseller relationship alone ties to the partner.
    assert.match(w.chat.reads(message), /^2 /m);
    assert.equal(asked().length, 4);
    await w.chat.presses(message, 'leftovers.list');
    await w.world.passes(20);
    assert.deepEqual(names(w.chat.reads(message)).slice(2), ['Alpine Ski House', 'City Power & Light']);
    assert.equal(asked().length, 4, 'what is known is not read again');
  });

  it('knows those whom only a relationship shows by its name, and keeps ex-customers out of /tenants', async () => {
    assert.match(w.chat.reads(await w.chat.says('/leftovers')), /^Wingtip Toys\n⚠️/m);
    const { customerBy, leftoverAccess } = await w.world.tenant(wingtip);
    assert.deepEqual([customerBy, leftoverAccess], ['gdap', 'liveAccess']);
    const { formerCustomer, leftoverAccess: left } = await w.world.tenant(cityPower);
    assert.deepEqual([formerCustomer, left], [true, 'approvalRequest']);
    const [found, none] = [await w.chat.says('/tenants city power'), await w.chat.says('/tenants nosuch')];
    for (const { card } of [found, none]) assert.ok(!buttonFor(card, 'tenant.open'));
    assert.match(textOf(found.card), /\/leftovers/);
    assert.notEqual(w.chat.reads(found), w.chat.reads(none), 'one of them is known');
    assert.deepEqual(rangeOn((await w.chat.says('/tenants')).card), [1, 10, 18]);
  });

  it('leads to the card of an ex-customer, which says so and has no Enable, and back', async () => {
    const message = await w.chat.says('/leftovers');
    const card = await w.chat.presses(message, { verb: 'tenant.open', name: 'City Power & Light' });
    assertGoodCard(card);
    const sentences = statusSentences(await w.world.tenant(cityPower), { words: en, now: w.world.clock.now() });
    for (const sentence of sentences) assert.ok(textOf(card).includes(sentence), sentence);
    assert.ok(!buttonFor(card, 'tenant.askEnable'));
    assert.ok(isDrawnFrom(await w.chat.presses(message, 'leftovers.list'), 'leftovers'));
  });

  it('does not enable an ex-customer, whoever makes up a button for it', async () => {
    const message = await w.chat.says('/leftovers');
    const open = w.chat.finds(message, { verb: 'tenant.open', name: 'City Power & Light' });
    const { body } = await w.chat.clicks(message, { ...open, verb: 'tenant.enable' });
    assert.ok(textOf(body).includes(refusalOf('City Power & Light', 'noCustomer')));
    await w.world.passes(60);
    assert.equal(w.world.sandbox.controls.relationships(cityPower).length, 1);
  });

  it('forgets a customer by GDAP once nothing ties us to it, and does not bring it back for what has ended', async () => {
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
    assert.match(w.chat.reads(message), /^City Power & Light\n⚠️/m);
    assert.equal((await w.world.tenant(cityPower)).leftoverAccess, 'liveAccess');
  });

  it('has Plan for admins only, and is read by whoever may look', async () => {
    const megan = w.world.chat(people.megan, 'of-megan');
    await megan.installs();
    assert.ok(buttonFor((await w.chat.says('/leftovers')).card, 'offboarding.plan'));
    const hers = await megan.says('/leftovers');
    assert.ok(!buttonFor(hers.card, 'offboarding.plan'));
    assert.ok(buttonFor(hers.card, 'tenant.open'));
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
    // Its place stays, and nothing can be pressed there.
    assert.ok(!buttonFor(message.card, { verb: 'tenant.open', data: { tenantId: wingtip } }));
    assert.match(w.chat.reads(message), /^✅ /m);
  });
});
