// The card of an offboarding that's over says its result, and how to get its files.

import assert from 'node:assert/strict';
import type { IssuedCertificate, ShownAccess, StillThere } from '../../../src/domain/offboarding/certificate.js';
import { exportPlanButton, planFileView } from '../../../src/views/offboarding/files.js';
import {
  certificateHeadline,
  certifiedOffboardingView,
  droppedOffboardingView,
} from '../../../src/views/offboarding/past-offboarding.js';
import type { ViewContext } from '../../../src/views/render/context.js';
import { messageView } from '../../../src/views/render/message.js';
import { dayAndTime, phrase } from '../../../src/views/render/text.js';
import { tenantView } from '../../../src/views/tenant/tenant.js';
import { en } from '../../../src/views/words/en/index.js';
import { aTemplates, megan, now, tenantBy } from '../../support/builders.js';
import { assertGoodCard } from '../../support/card-lint.js';
import { buttonVerbs, inputsOf, linksOf, parts, pressables, textOf } from '../../support/card-reading.js';
import { goldenIn } from '../../support/golden.js';
import { certificate } from '../../support/offboarding-scenes.js';
import { accessLeftOn } from '../../support/wording.js';

const context: ViewContext = { words: en, isSandbox: true, templates: aTemplates(), now, asOf: now };
const issued = { ...certificate, approvedBy: megan };
const url = 'https://gatehouse.example/certificates/token';
const ways = { label: phrase`PDF`, isOffered: true, link: { url, until: now } };
const noWay = { label: phrase`JSON`, isOffered: false };
const golden = goldenIn('past-offboarding');
const nasty = '**Contoso** [pay](https://evil.example) {{DATE(2020-01-01T00:00:00Z)}}\u202E';
const saying = (changes: Partial<typeof issued>) =>
  certifiedOffboardingView({ ...issued, ...changes }, undefined, context);

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
      assert.deepEqual(buttonVerbs(card), [
        'certificate.get',
        'certificate.get',
        tenant ? 'tenant.open' : 'tenants.list',
      ]);
    }
  });

  it('says who decided and agreed, the number and the hash', () => {
    const card = saying({});
    golden('version 1, with two items left', card);
    assert.ok(textOf(card).includes(issued.id));
    golden('decided by one alone', certifiedOffboardingView(certificate, undefined, context));
  });

  it('answers first whether there is still access, and its icon and word follow from that', () => {
    const none = { is: 'none', by: [], notKnown: [] } as const;
    const remains = { is: 'remains', by: [{ what: 'delegatedAdmin' }], notKnown: [] } as const;
    const notKnown = { is: 'notKnown', by: [], notKnown: [{ what: 'unread', part: 'relationships' }] } as const;
    const named = { ...context, partnerName: 'Northbridge IT' };
    const saysOf = (access: ShownAccess, each: ViewContext = named) =>
      certifiedOffboardingView({ ...issued, access, stillThere: [] }, undefined, each);
    for (const access of [none, remains, notKnown]) {
      golden(`access: ${access.is}`, saysOf(access));
      golden(`headline of access: ${access.is}`, certificateHeadline({ ...issued, access }, named));
      assert.equal(accessLeftOn(saysOf(access)), access.is);
    }
    for (const access of [remains, notKnown]) {
      assert.doesNotMatch(textOf(saysOf(access)), /✅/);
      assert.doesNotMatch(certificateHeadline({ ...issued, access }, named), /✅/);
    }
    golden('access: none, of a partner without a name', saysOf(none, context));
  });

  it('names what is still in place and whether it gives access, and how many more there are', () => {
    const stillThere = [
      { tie: { what: 'reseller' }, givesAccess: 'no', why: 'notChosen' },
      { tie: { what: 'delegatedAdmin' }, givesAccess: 'yes', why: 'leftWithout' },
      ...Array.from(
        { length: 9 },
        (_, index): StillThere => ({
          tie: { what: 'invitation', relationshipId: `r-${index}`, name: `${index}` },
          givesAccess: 'no',
          why: 'pendingInvitation',
        }),
      ),
    ] as const;
    const card = saying({ stillThere, remainsCount: 30 });
    golden('thirty things still in place', card);
    assertGoodCard(card);
    golden('nothing still in place', saying({ stillThere: [], remainsCount: 0 }));
  });

  it('of version 2 keeps the English names that were kept of it', () => {
    const access = { is: 'remains', by: ['delegated admin (DAP)'], notKnown: ['the application’s consent'] } as const;
    const stillThere = [{ name: 'delegated admin (DAP)', givesAccess: 'yes' }] as const;
    const card = saying({ access, stillThere });
    assertGoodCard(card);
    golden('version 2', card);
  });

  it('offers the PDF in every language, its own at first, where the certificate says what remains', () => {
    const access = { is: 'none', by: [], notKnown: [] } as const;
    assert.equal(inputsOf(saying({ access, language: 'ja' })).language, 'ja');
    assert.equal(inputsOf(saying({ access })).language, 'en');
    assert.equal(inputsOf(saying({})).language, undefined);
    const german = { ...ways, label: phrase`PDF (Deutsch)`, language: 'de' } as const;
    const card = certifiedOffboardingView({ ...issued, access, language: 'ja' }, undefined, context, german);
    assertGoodCard(card);
    assert.equal(inputsOf(card).language, 'de');
    golden('a translated file', card);
    const viewer = certifiedOffboardingView({ ...issued, access }, undefined, { ...context, role: 'viewer' });
    assert.equal(inputsOf(viewer).language, undefined);
  });

  it('says how much has gone', () => {
    for (const removedCount of [6, 1, 0]) golden(`removed: ${removedCount}`, saying({ removedCount }));
  });

  it('of version 1, which did not say what remains, promises nothing', () => {
    assert.equal(accessLeftOn(saying({})), undefined);
    golden('version 1, with one item left', saying({ remainsCount: 1 }));
    golden('version 1, with nothing left', saying({ remainsCount: 0 }));
    assert.equal(accessLeftOn(saying({ remainsCount: 0 })), 'none');
  });

  it('has the link and how long it opens only for whoever has asked, and says what to do where there is none', () => {
    assert.doesNotMatch(JSON.stringify(certifiedOffboardingView(issued, undefined, context)), /OpenUrl/);
    const card = certifiedOffboardingView(issued, undefined, context, ways);
    golden('a file that is offered, with a link', card);
    assert.equal(pressables(card).find(({ type }) => type === 'Action.OpenUrl')?.url, url);
    golden('no way to the file', certifiedOffboardingView(issued, undefined, context, noWay));
    golden(
      'a file that is only offered',
      certifiedOffboardingView(issued, undefined, context, { label: phrase`PDF`, isOffered: true }),
    );
  });

  it('offers its files to admins only', () => {
    const buttonsFor = (role: ViewContext['role']) =>
      buttonVerbs(certifiedOffboardingView(issued, undefined, { ...context, role }));
    for (const role of ['viewer', 'operator'] as const) assert.deepEqual(buttonsFor(role), ['tenants.list']);
    assert.deepEqual(buttonsFor('admin'), ['certificate.get', 'certificate.get', 'tenants.list']);
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

describe('the card of a tenant that was offboarded', () => {
  const notKnown = { what: 'unread', part: 'relationships' } as const;
  for (const [icon, what, changes] of [
    ['✅', 'none', { access: { is: 'none', by: [], notKnown: [] } }],
    ['❓', 'unread', { access: { is: 'none', by: [], notKnown: [notKnown] } }],
    ['⚠️', 'remains', { access: { is: 'remains', by: [{ what: 'delegatedAdmin' }], notKnown: [] } }],
    ['❓', 'notKnown', { access: { is: 'notKnown', by: [], notKnown: [notKnown] } }],
    ['⚠️', 'unsaid', { access: undefined, remainsCount: 1 }],
  ] as const)
    it(`says when, with the answer of its certificate, and doesn't stress Enable: ${what}`, () => {
      const { access, ...more } = changes;
      const one: IssuedCertificate = { ...issued, ...more, ...(access && { access }) };
      const card = tenantView(tenantBy.notConfigured(), { ...context, certificateOf: () => one });
      assertGoodCard(card);
      assert.ok(textOf(card).includes(`${icon} ${en.tenant.offboarded[what]({ at: dayAndTime(issued.issuedAt) })}`));
      assert.equal(styleOfEnable(card), 'default');
    });

  it('stresses Enable where nothing was offboarded', () => {
    assert.equal(styleOfEnable(tenantView(tenantBy.notConfigured(), context)), 'positive');
  });
});

const styleOfEnable = (card: unknown) => [...parts(card)].find(({ verb }) => verb === 'tenant.askEnable')?.style;

describe('the card of an offboarding that was dropped', () => {
  it('says that nothing was done, and what was asked of it', () => {
    const card = droppedOffboardingView(tenantBy.approved(), context, { notice: phrase`A notice` });
    assertGoodCard(card);
    golden('dropped', card);
  });
});

describe('the card of an exported plan', () => {
  it('says that nothing has been done, when Microsoft was read and how to get the file', () => {
    const all = { 'offered, with a link': ways, 'only a link': { ...ways, isOffered: false }, 'no way': noWay };
    for (const [which, each] of Object.entries(all)) {
      const card = planFileView(tenantBy.approved(), { readAt: now, ways: each, position: {} }, context);
      assertGoodCard(card);
      golden(`an exported plan: ${which}`, card);
      assert.deepEqual(buttonVerbs(card), ['offboarding.plan']);
      assert.deepEqual(linksOf(card), 'link' in each ? [url] : []);
    }
    assertGoodCard(
      messageView({ title: phrase`x`, lines: [], actions: [exportPlanButton(tenantBy.approved(), {}, en)] }, context),
    );
  });
});
