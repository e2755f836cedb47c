// The card of an offboarding that's over says its result, and how to get its files.
import assert from 'node:assert/strict';
import type { AccessLeft } from '../../../src/domain/offboarding/access-left.js';
import { exportPlanButton, planFileView } from '../../../src/views/offboarding/files.js';
import {
  certificateHeadline,
  certifiedOffboardingView,
  droppedOffboardingView,
} from '../../../src/views/offboarding/past-offboarding.js';
import type { ViewContext } from '../../../src/views/render/context.js';
import { messageView } from '../../../src/views/render/message.js';
import { aTemplate, megan, now, tenantBy } from '../../support/builders.js';
import { assertGoodCard } from '../../support/card-lint.js';
import { buttonsOf, parts, pressables, textOf } from '../../support/card-reading.js';
import { certificate } from '../../support/offboarding-scenes.js';

const context: ViewContext = { isSandbox: true, template: aTemplate(), now, asOf: now };
const issued = { ...certificate, approvedBy: megan };
const url = 'https://gatehouse.example/certificates/token';
const ways = { label: 'PDF', isOffered: true, link: { url, until: now } };
const noWay = { label: 'JSON', isOffered: false };
const nasty = '**Contoso** [pay](https://evil.example) {{DATE(2020-01-01T00:00:00Z)}}\u202E';
const saying = (changes: Partial<typeof issued>) =>
  textOf(certifiedOffboardingView({ ...issued, ...changes }, undefined, context));

describe('the card of an offboarding that is certified', () => {
  it('is one that Teams shows, in every way that a file can be had', () => {
    for (const each of [undefined, ways, { ...ways, isOffered: false }, noWay]) {
      for (const one of [issued, { ...certificate, removedCount: 0, remainsCount: 0, tenantName: nasty.repeat(5) }]) {
        const card = certifiedOffboardingView(one, undefined, context, each);
        assertGoodCard(card);
        assert.match(textOf(card), /^🧪 Sandbox/);
      }
    }
  });

  it('leads to the tenant while it is a customer, else to the list', () => {
    for (const tenant of [tenantBy.notConfigured(), undefined]) {
      const card = certifiedOffboardingView(issued, tenant, context);
      assert.deepEqual(buttonsOf(card), ['PDF', 'JSON', tenant ? 'To the tenant' : 'All tenants']);
    }
  });

  it('says who decided and agreed, the number and the hash', () => {
    const text = saying({});
    assert.match(text, /Decided by\nAlex Wilber\nAgreed by\nMegan Bowen/);
    assert.ok(text.includes(issued.id));
    assert.match(text, /SHA-256 of the JSON\n(a{16} ){3}a{16}$/m);
    assert.doesNotMatch(textOf(certifiedOffboardingView(certificate, undefined, context)), /Agreed by/);
  });

  it('answers first whether there is still access, and its icon and word follow from that', () => {
    const none = { is: 'none', by: [], notKnown: [] } as const;
    const remains = { is: 'remains', by: ['delegated admin (DAP)'], notKnown: [] } as const;
    const notKnown = { is: 'notKnown', by: [], notKnown: ['the GDAP relationships'] } as const;
    const named = { ...context, partnerName: 'Northbridge IT' };
    const saysOf = (access: AccessLeft, each: ViewContext = named) =>
      textOf(certifiedOffboardingView({ ...issued, access, stillThere: [] }, undefined, each));
    assert.match(
      saysOf(none),
      /^Northbridge IT no longer has access to Contoso Ltd\.\n✅ Offboarded: no access left$/m,
    );
    assert.match(
      saysOf(remains),
      /^Northbridge IT still has access to Contoso Ltd: delegated admin \(DAP\)\.\n⚠️ Offboarded: access remains$/m,
    );
    assert.match(
      saysOf(notKnown),
      /^It’s not known whether Northbridge IT still has access to Contoso Ltd: the GDAP relationships couldn’t be read\.\n❓ Off/m,
    );
    for (const access of [remains, notKnown]) {
      assert.doesNotMatch(saysOf(access), /✅|Certified/);
      assert.doesNotMatch(certificateHeadline({ ...issued, access }, named), /✅|Certified|no longer/);
    }
    assert.match(saysOf(none, context), /^You no longer have access to Contoso Ltd\.$/m);
    assert.equal(
      certificateHeadline({ ...issued, access: remains }, named),
      '⚠️ Northbridge IT still has access to Contoso Ltd: delegated admin (DAP).',
    );
  });

  it('names what is still in place and whether it gives access, and how many more there are', () => {
    const stillThere = [
      { name: 'reseller relationship', givesAccess: 'no' },
      { name: 'delegated admin (DAP)', givesAccess: 'yes' },
      ...Array.from({ length: 9 }, (_, index) => ({ name: `pending request “${index}”`, givesAccess: 'no' }) as const),
    ] as const;
    const text = saying({ stillThere, remainsCount: 30 });
    assert.match(
      text,
      /^Still in place:\n• {2}Delegated admin \(DAP\)\nGives access\n• {2}Reseller relationship\nGives no access$/m,
    );
    assert.match(text, /^and 22 more: the certificate names them all$/m);
    assertGoodCard(certifiedOffboardingView({ ...issued, stillThere, remainsCount: 30 }, undefined, context));
    assert.doesNotMatch(saying({ stillThere: [], remainsCount: 0 }), /Still in place/);
  });

  it('says how much has gone', () => {
    assert.match(saying({}), /^6 items removed\. Each removal was verified with Microsoft\.$/m);
    assert.match(saying({ removedCount: 1 }), /^1 item removed\. The removal was verified with Microsoft\.$/m);
    assert.match(saying({ removedCount: 0 }), /^Nothing was removed\.$/m);
  });

  it('of version 1, which did not say what remains, promises nothing', () => {
    assert.match(saying({}), /^Contoso Ltd was offboarded, and 2 items stayed in place\.\n⚠️ Offboarded: something/m);
    assert.match(saying({}), /^The certificate says what is still in place/m);
    assert.match(saying({ remainsCount: 0 }), /^You no longer have access to Contoso Ltd\.\n✅ Offboarded/m);
  });

  it('has the link and how long it opens only for whoever has asked, and says what to do where there is none', () => {
    assert.doesNotMatch(JSON.stringify(certifiedOffboardingView(issued, undefined, context)), /OpenUrl/);
    const card = certifiedOffboardingView(issued, undefined, context, ways);
    assert.deepEqual(buttonsOf(card), ['Open PDF', 'PDF', 'JSON', 'All tenants']);
    assert.equal(pressables(card).find(({ type }) => type === 'Action.OpenUrl')?.url, url);
    assert.match(
      textOf(card),
      /Teams asks below .* by the link: the link opens without a sign-in, until .* \(10 minutes\)/,
    );
    assert.match(textOf(certifiedOffboardingView(issued, undefined, context, noWay)), /set PUBLIC_URL/);
    const onlyOffered = textOf(certifiedOffboardingView(issued, undefined, context, { label: 'PDF', isOffered: true }));
    assert.match(onlyOffered, /^Teams asks below whether the file may be put into your OneDrive\.$/m);
    assert.doesNotMatch(onlyOffered, /PUBLIC_URL|link/);
  });

  it('offers its files to admins only', () => {
    const buttonsFor = (role: ViewContext['role']) =>
      buttonsOf(certifiedOffboardingView(issued, undefined, { ...context, role }));
    for (const role of ['viewer', 'operator'] as const) assert.deepEqual(buttonsFor(role), ['All tenants']);
    assert.deepEqual(buttonsFor('admin'), ['PDF', 'JSON', 'All tenants']);
  });

  it('shows foreign text literally', () => {
    const by = { id: 'x', name: nasty };
    const card = certifiedOffboardingView(
      { ...issued, tenantName: nasty, by, approvedBy: by },
      undefined,
      context,
      ways,
    );
    assertGoodCard(card);
    for (const { type, text } of parts(card)) {
      if (type === 'TextBlock') assert.doesNotMatch(String(text), /evil/);
      if (type === 'TextRun') assert.doesNotMatch(String(text), /{{DATE\(2020/);
    }
    assert.doesNotMatch(JSON.stringify(card), /\u202E/);
  });
});

describe('the card of an offboarding that was dropped', () => {
  it('says that nothing was done, and what was asked of it', () => {
    const card = droppedOffboardingView(tenantBy.approved(), context, { notice: 'A notice' });
    assertGoodCard(card);
    assert.match(textOf(card), /A notice\nContoso Ltd was not offboarded[\s\S]*Nothing was done/);
  });
});

describe('the card of an exported plan', () => {
  it('says that nothing has been done, when Microsoft was read and how to get the file', () => {
    for (const each of [ways, { ...ways, isOffered: false }, noWay]) {
      const card = planFileView(tenantBy.approved(), { readAt: now, ways: each, position: {} }, context);
      assertGoodCard(card);
      assert.match(
        textOf(card),
        /a plan: nothing has been done[\s\S]*Microsoft was read\n{{DATE\(2026-11-22T10:00:00Z/,
      );
      assert.deepEqual(buttonsOf(card), [...('link' in each ? ['Open PDF'] : []), 'Back to the plan']);
    }
    assertGoodCard(messageView({ title: 'x', lines: [], actions: [exportPlanButton(tenantBy.approved())] }, context));
  });
});
