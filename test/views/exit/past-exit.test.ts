// Does the card of an exit that is over say what came of it, and how its files are had?
import assert from 'node:assert/strict';
import type { ViewContext } from '../../../src/views/context.js';
import { exportPlanButton, planFileView } from '../../../src/views/exit/files.js';
import { certifiedExitView, droppedExitView } from '../../../src/views/exit/past-exit.js';
import { messageView } from '../../../src/views/message.js';
import { aTemplate, megan, now, tenantBy } from '../../support/builders.js';
import { assertGoodCard } from '../../support/card-lint.js';
import { buttonsOf, parts, pressables, textOf } from '../../support/card-reading.js';
import { certificate } from '../../support/exit-scenes.js';

const context: ViewContext = { isSandbox: true, template: aTemplate(), now, asOf: now };
const issued = { ...certificate, approvedBy: megan };
const url = 'https://gatehouse.example/certificates/token';
const ways = { label: 'PDF', isOffered: true, link: { url, until: now } };
const noWay = { label: 'JSON', isOffered: false };
const nasty = '**Contoso** [pay](https://evil.example) {{DATE(2020-01-01T00:00:00Z)}}\u202E';
const saying = (changes: Partial<typeof issued>) =>
  textOf(certifiedExitView({ ...issued, ...changes }, undefined, context));

describe('the card of an exit that is certified', () => {
  it('is one that Teams shows, in every way that a file can be had', () => {
    for (const each of [undefined, ways, { ...ways, isOffered: false }, noWay]) {
      for (const one of [issued, { ...certificate, removedCount: 0, remainsCount: 0, tenantName: nasty.repeat(5) }]) {
        const card = certifiedExitView(one, undefined, context, each);
        assertGoodCard(card);
        assert.match(textOf(card), /^🧪 Sandbox/);
      }
    }
  });

  it('leads to the tenant while it is a customer, else to the list', () => {
    for (const tenant of [tenantBy.notConfigured(), undefined]) {
      const card = certifiedExitView(issued, tenant, context);
      assert.deepEqual(buttonsOf(card), ['PDF', 'JSON', tenant ? 'To the tenant' : 'All tenants']);
    }
  });

  it('says who decided and agreed, the number and the hash', () => {
    const text = saying({});
    assert.match(text, /^Contoso Ltd is offboarded$/m);
    assert.match(text, /Decided by\nAlex Wilber\nAgreed by\nMegan Bowen/);
    assert.ok(text.includes(issued.id));
    assert.match(text, /SHA-256 of the JSON\n(a{16} ){3}a{16}$/m);
    assert.doesNotMatch(textOf(certifiedExitView(certificate, undefined, context)), /Agreed by/);
  });

  it('says how much has gone and what remains, one or many or none', () => {
    assert.match(saying({}), /^6 things removed, each proved gone[^\n]*\n⚠️ 2 ties remain or could not be read: /m);
    assert.match(saying({ removedCount: 1, remainsCount: 1 }), /^1 thing removed,[^\n]*\n⚠️ 1 tie remains or /m);
    assert.match(
      saying({ removedCount: 0, remainsCount: 0 }),
      /^Nothing had to be removed, or could be\.\nNothing that could be read ties you to this tenant any more\.$/m,
    );
  });

  it('has the link and how long it opens only for whoever has asked, and says what to do where there is none', () => {
    assert.doesNotMatch(JSON.stringify(certifiedExitView(issued, undefined, context)), /OpenUrl/);
    const card = certifiedExitView(issued, undefined, context, ways);
    assert.deepEqual(buttonsOf(card), ['Open PDF', 'PDF', 'JSON', 'All tenants']);
    assert.equal(pressables(card).find(({ type }) => type === 'Action.OpenUrl')?.url, url);
    assert.match(
      textOf(card),
      /Teams asks below .* by the link: the link opens without a sign-in, until .* \(10 minutes\)/,
    );
    assert.match(textOf(certifiedExitView(issued, undefined, context, noWay)), /set PUBLIC_URL/);
    const onlyOffered = textOf(certifiedExitView(issued, undefined, context, { label: 'PDF', isOffered: true }));
    assert.match(onlyOffered, /^Teams asks below whether the file may be put into your OneDrive\.$/m);
    assert.doesNotMatch(onlyOffered, /PUBLIC_URL|link/);
  });

  it('offers its files to admins only', () => {
    const buttonsFor = (role: ViewContext['role']) =>
      buttonsOf(certifiedExitView(issued, undefined, { ...context, role }));
    for (const role of ['viewer', 'operator'] as const) assert.deepEqual(buttonsFor(role), ['All tenants']);
    assert.deepEqual(buttonsFor('admin'), ['PDF', 'JSON', 'All tenants']);
  });

  it('shows foreign text literally', () => {
    const by = { id: 'x', name: nasty };
    const card = certifiedExitView({ ...issued, tenantName: nasty, by, approvedBy: by }, undefined, context, ways);
    assertGoodCard(card);
    for (const { type, text } of parts(card)) {
      if (type === 'TextBlock') assert.doesNotMatch(String(text), /evil/);
      if (type === 'TextRun') assert.doesNotMatch(String(text), /{{DATE\(2020/);
    }
    assert.doesNotMatch(JSON.stringify(card), /\u202E/);
  });
});

describe('the card of an exit that was dropped', () => {
  it('says that nothing was done, and what was asked of it', () => {
    const card = droppedExitView(tenantBy.approved(), context, { notice: 'A notice' });
    assertGoodCard(card);
    assert.match(textOf(card), /A notice\nContoso Ltd was not offboarded[\s\S]*Nothing was done/);
  });
});

describe('the card of an exported plan', () => {
  it('says that nothing has been done, when Microsoft was read and how to get the file', () => {
    for (const each of [ways, { ...ways, isOffered: false }, noWay]) {
      const card = planFileView(tenantBy.approved(), now, each, context);
      assertGoodCard(card);
      assert.match(
        textOf(card),
        /a plan: nothing has been done[\s\S]*Microsoft was read\n{{DATE\(2026-11-22T10:00:00Z/,
      );
      assert.deepEqual(buttonsOf(card), [...('link' in each ? ['Open PDF'] : []), 'Back']);
    }
    assertGoodCard(messageView({ title: 'x', lines: [], actions: [exportPlanButton(tenantBy.approved())] }, context));
  });
});
