// A customer on no list is added by its domain or id: whom it found, the question, the yes, everything as usual, and back.
import assert from 'node:assert/strict';
import { literal } from '../../src/views/render/text.js';
import { en } from '../../src/views/words/en/index.js';
import { assertGoodCard } from '../support/card-lint.js';
import { buttonFor, buttonVerbs, textOf } from '../support/card-reading.js';
import { onEachStore } from '../support/each-store.js';
import { opens } from '../support/offboarding-walk.js';
import { aWorldForEach, people, tenantIds } from '../support/world.js';

const tailwind = '10000000-0000-4000-a000-000000000001';
const clinic = '10000000-0000-4000-a000-000000000002';
const name = 'Tailwind Traders';
const { adding } = en;

describe('a customer who is on no list', () => {
  const w = aWorldForEach({ ADMINS: people.alex.aadObjectId });

  const find = async (tenantId: string) => (await w.world.contents()).tenants.get(tenantId);
  const add = async (typed: string) => {
    const message = await w.chat.says(`/add ${typed}`);
    await w.chat.presses(message, 'customer.add');
    return message;
  };

  it('is shown with its name and id where Graph tells, and added on yes only', async () => {
    const message = await w.chat.says('/add tailwindtraders.example.com');
    const card = w.chat.sees(message);
    assertGoodCard(card);
    for (const text of [
      adding.question({ tenant: literal(name) }),
      adding.tenantId({ id: literal(tailwind) }),
      adding.unlisted,
    ])
      assert.ok(textOf(card).includes(text), text);
    assert.ok(textOf(card).includes(adding.domain({ domain: literal('tailwindtraders.onmicrosoft.com') })));
    assert.ok(!textOf(card).includes(adding.unnamed));
    assert.equal(await find(tailwind), undefined);
    await w.chat.presses(message, 'customer.add');
    assert.ok(textOf(w.chat.sees(message)).includes(adding.added({ tenant: literal(name) })));
    assert.ok(textOf(w.chat.sees(message)).includes(en.tenant.unlisted.added));
    assertGoodCard(w.chat.sees(message));
    const { status, customerBy, customer } = await w.world.tenant(tailwind);
    assert.deepEqual([status, customerBy, customer.displayName], ['notConfigured', 'added', name]);
    assert.match(
      await w.world.auditLog(),
      new RegExp(`"what":"customerAdded","by":"${people.alex.aadObjectId}","tenantId":"${tailwind}"`),
    );
  });

  it('goes by its domain where Graph may not tell, until a relationship says its name', async () => {
    w.world.sandbox.controls.setConsent({ graph: ['DelegatedAdminRelationship.ReadWrite.All'] });
    // Until the token has been had anew.
    await w.world.passes(3600);
    const message = await w.chat.says('/add <a href="http://x">FourthAndMain.example.com</a>');
    assert.ok(textOf(w.chat.sees(message)).includes(adding.unnamed));
    await w.chat.presses(message, 'customer.add');
    const { customer } = await w.world.tenant(clinic);
    assert.deepEqual(customer, { displayName: 'fourthandmain.example.com', domain: 'fourthandmain.example.com' });
    const made = { tenantId: clinic, displayName: 'By hand', status: 'active' } as const;
    w.world.sandbox.controls.addRelationship(made);
    await w.world.passes(400);
    assert.equal((await w.world.tenant(clinic)).customer.displayName, 'Fourth & Main Clinic');
  });

  it('is a tenant like any other: enabled, approved, in the list, and still there after many reconciles', async () => {
    await add(tailwind);
    await w.world.passes(1300);
    assert.ok(await find(tailwind), 'it is on no list');
    const message = await w.chat.says('/tenants tailwind');
    await w.chat.enables(message, { name });
    await w.world.passes(30);
    assert.equal((await w.world.tenant(tailwind)).status, 'needsApproval');
    const [request] = w.world.sandbox.controls.relationships(tailwind);
    w.world.sandbox.controls.approve(request?.id ?? '');
    await w.world.passes(900);
    const { status, customerBy } = await w.world.tenant(tailwind);
    assert.deepEqual([status, customerBy], ['approved', 'added']);
    const opened = await opens(w.chat, name);
    assert.ok(!buttonFor(w.chat.sees(opened), 'tenant.remove'), 'there is a relationship');
    await w.chat.presses(opened, 'tenant.askDisable');
    await w.chat.presses(opened, 'tenant.disable');
    await w.world.passes(1300);
    assert.ok(!buttonFor(w.chat.sees(await opens(w.chat, name)), 'tenant.remove'), 'there is access left');
    w.world.sandbox.controls.end(request?.id ?? '');
    await w.world.passes(1300);
    assert.equal((await w.world.tenant(tailwind)).customerBy, 'added');
    assert.ok(buttonFor(w.chat.sees(await opens(w.chat, name)), 'tenant.remove'));
  });

  onEachStore('is removed again while there is nothing of ours, and may be added anew', async () => {
    await add(tailwind);
    const opened = await w.chat.says('/tenants tailwind');
    await w.chat.presses(opened, 'tenant.open');
    await w.chat.presses(opened, 'tenant.remove');
    assert.ok(textOf(w.chat.sees(opened)).includes(adding.removed({ tenant: literal(name) })));
    assert.equal(await find(tailwind), undefined);
    assert.match(await w.world.auditLog(), /"what":"customerRemoved"/);
    await w.world.passes(700);
    assert.equal(await find(tailwind), undefined);
    await add(tailwind);
    assert.equal((await w.world.tenant(tailwind)).customerBy, 'added');
  });

  it('isn’t asked about where it is a tenant already, whose card opens', async () => {
    const message = await w.chat.says('/add contoso.example.com');
    assert.ok(textOf(w.chat.sees(message)).includes(adding.known({ tenant: literal('Contoso Ltd') })));
    assert.ok(buttonVerbs(w.chat.sees(message)).includes('tenant.askEnable'));
    assert.ok(textOf((await w.chat.says(`/add ${tenantIds.contoso}`)).card).includes('Contoso Ltd'));
  });

  it('is none where nothing like it is there, or it is the partner’s own, or what was typed is no domain', async () => {
    const given = 'nobody.example.org';
    const said = async (typed: string) => textOf(w.chat.sees(await w.chat.says(`/add ${typed}`.trim())));
    assert.ok((await said(given)).includes(adding.notFound({ given: literal(given) })));
    assert.ok((await said('northbridge.example.com')).includes(adding.ourselves));
    for (const typed of ['contoso', 'two words.com', 'a..b', '../common'])
      assert.ok((await said(typed)).includes('is neither a domain'), typed);
    assert.ok((await said('')).includes(adding.howToAsk));
    assert.ok((await said('https://contoso.example.com/about')).includes('already in your list'));
    assert.ok((await said('meg@contoso.example.com')).includes('already in your list'));
  });

  it('is told as not read while Entra doesn’t answer, and nothing is added', async () => {
    w.world.sandbox.controls.failNext({ method: 'GET', path: '/tailwindtraders.example.com', status: 503, times: 20 });
    const message = await w.chat.says('/add tailwindtraders.example.com');
    assert.ok(textOf(w.chat.sees(message)).includes(en.replies.failed.title));
    assert.ok(!buttonFor(w.chat.sees(message), 'customer.add'));
  });
});

describe('a viewer', () => {
  const w = aWorldForEach({ ADMINS: people.megan.aadObjectId, VIEWERS: people.alex.aadObjectId });

  it('adds no one', async () => {
    const message = await w.chat.says('/add tailwindtraders.example.com');
    assert.ok(textOf(w.chat.sees(message)).includes(en.replies.notAllowed));
    assert.equal((await w.world.contents()).tenants.get(tailwind), undefined);
  });
});
