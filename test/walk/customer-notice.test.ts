// The customer is told before their own alarms see it: a text to copy, in their language, with no approval link in it.
import assert from 'node:assert/strict';
import { customerNoticeLetterIn } from '../../src/views/customer-messages.js';
import { en } from '../../src/views/words/en/index.js';
import { assertGoodCard } from '../support/card-lint.js';
import { buttonVerbs, inputsOf, parts, textOf } from '../support/card-reading.js';
import { onEachStore } from '../support/each-store.js';
import { aWorldForEach, people, tenantIds } from '../support/world.js';

const day = 86_400;
const tenantId = tenantIds.alpine;
const letter = customerNoticeLetterIn('en');
const german = customerNoticeLetterIn('de');

describe('a notice to the customer', () => {
  const w = aWorldForEach({
    ADMINS: people.alex.aadObjectId,
    VIEWERS: people.megan.aadObjectId,
    PARTNER_NAME: 'Northbridge',
  });

  const rolesOfTemplate = () => [...new Set(w.world.sandbox.accessTemplate.assignments.flatMap(({ roles }) => roles))];
  /** The card of a tenant that's enabled on a relationship of ours with these roles, which ends in twenty days. */
  const ending = async (roles = rolesOfTemplate()) => {
    const { controls, accessTemplate } = w.world.sandbox;
    const assignments = accessTemplate.assignments.map(({ groupId }) => ({ groupId }));
    const made = { displayName: 'By hand', assignments, autoExtendDuration: 'PT0S' as const, endsInSeconds: 20 * day };
    controls.addRelationship({ tenantId, ...made, roles });
    const message = await w.chat.says('/tenants alpine');
    await w.chat.enables(message, { name: 'Alpine Ski House' });
    await w.world.passes(30);
    return opened();
  };
  const opened = async () => {
    const card = await w.chat.says('/tenants alpine');
    await w.chat.presses(card, { verb: 'tenant.open', name: 'Alpine Ski House' });
    return card;
  };
  const textOn = (card: unknown) => {
    const codes = [...parts(card)].filter(({ type }) => type === 'CodeBlock');
    assert.equal(codes.length, 1);
    assert.equal(inputsOf(card).message, codes[0]?.codeSnippet);
    return String(codes[0]?.codeSnippet);
  };
  const taken = async () =>
    (await w.world.auditLog())
      .split('\n')
      .filter((line) => line.includes('"customerNoticeTaken"'))
      .map((line) => (JSON.parse(line) as { subject?: string }).subject);

  it('says in the customer’s language who does what when, what their alarms may report, and how to check it', async () => {
    const card = await ending();
    const answer = await w.chat.presses(card, 'tenant.copyCustomerNotice');
    assertGoodCard(answer);
    const text = textOn(answer);
    assert.equal(inputsOf(answer).language, 'de');
    for (const part of ['Northbridge', 'Alpine Ski House', '„By hand“', '180', german.check, german.unexpected])
      assert.ok(text.includes(part), `${part} is missing:\n${text}`);
    assert.doesNotMatch(JSON.stringify(answer), /granularAdminRelationships|undefined/);
    assert.deepEqual(await taken(), ['customerNotice extend']);
    const back = textOf(await w.chat.presses(card, 'tenant.open'));
    assert.ok(back.includes(en.history.facts.customerNoticeTaken), back);
    assert.ok(buttonVerbs(w.chat.sees(card)).includes('tenant.keepAccess'));
  });

  onEachStore('keeps the language that was chosen, which is no second copy', async () => {
    const card = await ending();
    await w.chat.presses(card, 'tenant.copyCustomerNotice');
    const answer = await w.chat.presses(card, 'tenant.copyCustomerNotice', { language: 'fr' });
    assert.ok(textOn(answer).includes(customerNoticeLetterIn('fr').check));
    assert.deepEqual(await taken(), ['customerNotice extend']);
    const again = await w.chat.presses(await opened(), 'tenant.copyCustomerNotice');
    assert.equal(inputsOf(again).language, 'fr');
    assert.equal((await w.world.tenant(tenantId)).customerLanguage, 'fr');
    assert.deepEqual(await taken(), ['customerNotice extend', 'customerNotice extend']);
    // Another notice isn't that one written anew.
    const data = { tenantId, customerNotice: 'offboarding' };
    const made = { type: 'Action.Execute', verb: 'tenant.copyCustomerNotice', data };
    const { body } = await w.chat.clicks(card, made);
    assert.ok(JSON.stringify(body).includes(customerNoticeLetterIn('fr').what.offboarding));
    assert.equal((await taken()).at(-1), 'customerNotice offboarding');
    assert.equal((await taken()).length, 3);
  });

  it('is offered by the question before Global Administrator is removed, and leads back to it', async () => {
    const card = await ending([...rolesOfTemplate(), 'Global Administrator']);
    assert.ok(!buttonVerbs(w.chat.sees(card)).includes('tenant.copyCustomerNotice'));
    assertGoodCard(await w.chat.presses(card, 'tenant.askKeepAccess'));
    const text = textOn(await w.chat.presses(card, 'tenant.copyCustomerNotice', { language: 'en' }));
    assert.match(text, /give up the Global Administrator role in the relationship “By hand”/);
    const back = await w.chat.presses(card, 'tenant.askKeepAccess');
    assert.ok(textOf(back).includes(en.keeping.removal.noLonger));
  });

  it('tells of a new request without its link, and nothing once the request is on its way', async () => {
    const card = await ending();
    const living = w.world.sandbox.controls.relationships(tenantId)[0]?.id ?? assert.fail();
    w.world.sandbox.controls.dropRole(living, rolesOfTemplate()[0] ?? '');
    await w.world.passes(310);
    await w.chat.presses(card, 'tenant.askKeepAccess');
    const answer = await w.chat.presses(card, 'tenant.copyCustomerNotice', { language: 'en' });
    const text = textOn(answer);
    assert.ok(text.includes(letter.checkRequest));
    assert.doesNotMatch(text, /https?:/);
    await w.chat.presses(card, 'tenant.askKeepAccess');
    await w.chat.presses(card, 'tenant.keepAccess');
    await w.world.passes(20);
    const made = {
      type: 'Action.Execute',
      verb: 'tenant.copyCustomerNotice',
      data: { tenantId, customerNotice: 'request' },
    };
    const { body } = await w.chat.clicks(card, made);
    assert.ok(!JSON.stringify(body).includes('CodeBlock'));
    assert.equal((await taken()).length, 1);
  });

  it('is offered by the plan of a complete offboarding, and leads back to it', async () => {
    const card = await ending();
    const plan = await w.chat.presses(card, 'offboarding.plan');
    assertGoodCard(plan);
    assert.ok(buttonVerbs(plan).includes('tenant.copyCustomerNotice'));
    const answer = await w.chat.presses(card, 'tenant.copyCustomerNotice', { language: 'en' });
    assert.ok(textOn(answer).includes(letter.what.offboarding));
    assert.deepEqual(await taken(), ['customerNotice offboarding']);
    assert.ok(buttonVerbs(await w.chat.presses(card, 'offboarding.plan')).includes('offboarding.decide'));
  });

  it('is not for those who only look', async () => {
    await ending();
    const megan = w.world.chat(people.megan, 'chat-of-megan');
    await megan.installs();
    const card = await megan.says('/tenants alpine');
    await megan.presses(card, { verb: 'tenant.open', name: 'Alpine Ski House' });
    assert.ok(!buttonVerbs(megan.sees(card)).includes('tenant.copyCustomerNotice'));
    const made = {
      type: 'Action.Execute',
      verb: 'tenant.copyCustomerNotice',
      data: { tenantId, customerNotice: 'extend' },
    };
    const { body } = await megan.clicks(card, made);
    assert.ok(!JSON.stringify(body).includes('CodeBlock'));
    assert.deepEqual(await taken(), []);
  });
});
