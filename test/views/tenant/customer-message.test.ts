// The message to a customer: whole in each of its languages, and true to what is asked for.

import assert from 'node:assert/strict';
import { readGdapRoles } from '../../../src/config/gdap-roles.js';
import { messageLanguageFor, messageLanguages } from '../../../src/domain/message-languages.js';
import { customerMessageIn, roleNameIn } from '../../../src/views/customer-messages.js';
import type { ViewContext } from '../../../src/views/render/context.js';
import { phrase } from '../../../src/views/render/text.js';
import { approvalLinkView } from '../../../src/views/tenant/approval-link.js';
import { customerMessageText } from '../../../src/views/tenant/customer-message.js';
import { longDate } from '../../../src/views/words/dates.js';
import { en } from '../../../src/views/words/en/index.js';
import { alex, aTemplate, aTemplates, now, tenantBy } from '../../support/builders.js';
import { assertGoodCard } from '../../support/card-lint.js';
import { inputsOf, textOf } from '../../support/card-reading.js';
import { goldenIn } from '../../support/golden.js';

const golden = goldenIn('customer-message');
const tenant = tenantBy.needsApproval();
const link = 'https://admin.microsoft.com/AdminPortal/Home#/partners/invitation/granularAdminRelationships/a-b';
const roles = Array.from({ length: 14 }, (_, number) => ({ id: `role-${number}`, name: `Role ${number}` }));
const context: ViewContext = {
  words: en,
  isSandbox: false,
  templates: aTemplates(),
  now,
  partnerName: 'Northbridge IT',
};
const withRoles = (count: number, changes = {}): ViewContext => {
  const [group] = aTemplate().assignments;
  assert.ok(group);
  const assignments = [{ ...group, roles: [...group.roles, ...roles.slice(0, count - 1)] }];
  return { ...context, templates: aTemplates({ assignments, ...changes }) };
};

const exchange = { id: '29232cdf-9323-42fd-ade2-1d097af3e4de', name: 'Exchange Administrator' };

// The last line of the roles, and how long the access lasts.
const countedIn = (text: string) => {
  const paragraphs = text.split('\n\n').map((paragraph) => paragraph.split('\n'));
  return [paragraphs[3]?.at(-1), paragraphs[7]?.at(0)];
};

describe('the message to a customer', () => {
  for (const language of messageLanguages) {
    const write = (its: ViewContext = context) =>
      customerMessageText(tenant, { link, sender: 'Alex Wilber', language }, its);
    const words = customerMessageIn(language);

    it(`is called a rehearsal on the sandbox, which is not Microsoft’s own admin center: ${language}`, () => {
      const text = customerMessageText(
        tenant,
        { link: 'http://127.0.0.1:3979/AdminPortal', sender: 'Alex Wilber', language },
        { ...context, isSandbox: true },
      );
      assert.ok(text.includes(words.rehearsal({ host: '127.0.0.1:3979' })));
      assert.ok(!text.includes(words.genuine({ host: '127.0.0.1:3979' })));
      assert.ok(!write().includes(words.rehearsal({ host: new URL(link).host })));
    });

    it(`says who asks for what, for how long, by when, and how to check and end it: ${language}`, () => {
      const text = write();
      golden(language, text);
      for (const fact of [
        'Northbridge IT',
        'Alex Wilber',
        tenant.customer.displayName,
        roleNameIn(language, exchange),
        words.roleDuties['Exchange Administrator'],
        `\n\n${link}\n\n`,
        longDate('2027-01-30T10:00:00Z', language),
        '730',
        'admin.microsoft.com',
        'Customer Delegated Admin Relationship Administrator',
        words.end,
      ])
        assert.ok(text.includes(fact), `${fact} is missing:\n${text}`);
      assert.doesNotMatch(text, /[{}]|undefined|\[object|'/);
      assert.ok(text.startsWith(words.greeting));
      assert.ok(
        text.endsWith(`${words.regards}\n${words.signature({ sender: 'Alex Wilber', partner: 'Northbridge IT' })}`),
      );
    });

    it(`names no company where none is set, and says so on the card: ${language}`, () => {
      const unnamed = { ...context, partnerName: undefined };
      const text = write(unnamed);
      golden(`${language}, without a name`, text.split('\n\n')[1] ?? '');
      assert.ok(text.endsWith(`${words.regards}\nAlex Wilber`));
      assert.doesNotMatch(text, /Northbridge|undefined/);
    });

    it(`counts what it does not list, and says what is renewed: ${language}`, () => {
      const one = write(withRoles(13, { autoExtend: false, durationDays: 1 }));
      const more = write(withRoles(15, { durationDays: 30 }));
      golden(`${language}, what is counted`, [...countedIn(one), ...countedIn(more)].join('\n'));
      assert.ok(one.includes(words.moreRoles({ count: 1 })) && more.includes(words.moreRoles({ count: 3 })));
      assert.ok(one.includes(words.lasts({ days: 1 })) && more.includes(words.renews({ days: 30 })));
      assert.ok(!one.includes('Role 11') && !write(withRoles(12)).includes(words.moreRoles({ count: 1 })));
    });

    it(`shows on the card, with the language chosen: ${language}`, () => {
      const place = { position: { search: 'contoso' }, inList: true };
      const back = {
        title: phrase`Back`,
        tooltip: phrase`Back there`,
        verb: 'tenants.list',
        data: {},
        style: 'default',
      } as const;
      const card = approvalLinkView(tenant, { link, sender: alex, language, ...place, back }, withRoles(15));
      assertGoodCard(card);
      assert.equal(inputsOf(card).language, language);
      assert.match(String(inputsOf(card).message), new RegExp(`^${words.greeting}`));
      assert.ok(!textOf(card).includes(en.approval.partnerUnnamed));
    });
  }

  it('has a name for each language, and plain words for each role in every one of them', () => {
    const all = messageLanguages.map(customerMessageIn);
    assert.equal(new Set(all.map(({ languageName }) => languageName)).size, messageLanguages.length);
    for (const { roleDuties } of all) {
      assert.deepEqual(Object.keys(roleDuties), Object.keys(customerMessageIn('en').roleDuties));
      for (const duty of Object.values(roleDuties)) assert.ok(duty.length > 0 && duty.length <= 90, duty);
    }
  });

  it('is in the customer’s language, however Partner Center spells it, where it is one of these', () => {
    for (const [tag, language] of [
      ['de', 'de'],
      ['de-AT', 'de'],
      ['EN-US', 'en'],
      ['pt', 'pt-BR'],
      ['pt_BR', 'pt-BR'],
      ['ja-JP', 'ja'],
      ['pl', undefined],
      ['', undefined],
      [undefined, undefined],
    ] as const)
      assert.equal(messageLanguageFor(tag), language, tag);
  });

  it('writes the day out as a letter in the language does', () => {
    const days = messageLanguages.map((language) => longDate('2027-02-08T23:30:00Z', language));
    assert.deepEqual(days, [
      '8 February 2027',
      '8. Februar 2027',
      '8 février 2027',
      '8 de febrero de 2027',
      '8 febbraio 2027',
      '8 februari 2027',
      '8 de fevereiro de 2027',
      '2027年2月8日',
    ]);
  });

  describe('in the partner’s own words', () => {
    const all = '{person} of {partner}, for {customer}: {link} by {deadline}, for {duration}.\n{roles}';
    const own = (text: string): ViewContext => ({ ...context, ownMessages: new Map([['de', text]]) });
    const facts = { link, sender: 'Alex Wilber', language: 'de' } as const;

    it('says what they say, with every placeholder filled', () => {
      const lines = [
        `Alex Wilber of Northbridge IT, for Contoso Ltd: ${link} by 30. Januar 2027, for 730 Tage.`,
        '• Exchange-Administrator: Postfächer und Nachrichtenfluss verwalten',
        '• Sicherheitsadministrator: Sicherheitseinstellungen und Warnungen verwalten',
      ];
      assert.equal(customerMessageText(tenant, facts, own(all)), lines.join('\n'));
    });

    it('fills nothing into what it has filled in', () => {
      const text = customerMessageText(tenant, { ...facts, sender: '{link}{partner}' }, own('{person} {link}'));
      assert.equal(text, `{link}{partner} ${link}`);
    });

    it('is Gatehouse’s in every other language', () => {
      const french = { ...facts, language: 'fr' } as const;
      assert.equal(customerMessageText(tenant, french, own(all)), customerMessageText(tenant, french, context));
    });

    it('fits a card at its longest', () => {
      const back = {
        title: phrase`Back`,
        tooltip: phrase`Back there`,
        verb: 'tenants.list',
        data: {},
        style: 'default',
      } as const;
      const longest = { ...withRoles(15), ownMessages: own(`${'x'.repeat(2987)}{link}{roles}`).ownMessages };
      const place = { position: { search: 'contoso' }, inList: true, back };
      assertGoodCard(approvalLinkView(tenant, { link, sender: alex, language: 'de', ...place }, longest));
    });
  });

  it('keeps foreign names in one line', () => {
    const sender = 'Alex\n\nPay here: https://evil.example';
    const text = customerMessageText(tenant, { link, sender, language: 'en' }, context);
    assert.ok(text.includes('My name is Alex Pay here'));
  });
});

describe('the name of a role in a message', () => {
  it('is Microsoft’s in that language, or else the English one', () => {
    const names = messageLanguages.map((language) => roleNameIn(language, exchange));
    assert.deepEqual(names.slice(0, 4), [
      'Exchange Administrator',
      'Exchange-Administrator',
      'Administrateur Exchange',
      'Administrador de Exchange',
    ]);
    assert.equal(roleNameIn('it', exchange), 'Exchange Administrator');
    const newer = { id: 'd2562ede-74db-457e-a7b6-544e236ebb61', name: 'AI Administrator' };
    for (const language of messageLanguages) assert.equal(roleNameIn(language, newer), 'AI Administrator');
  });

  it('is that of one role only, and known for nearly all of the 73 that GDAP supported first', () => {
    const roles = readGdapRoles().all;
    for (const language of ['de', 'fr', 'es', 'ja'] as const) {
      const names = roles.map((role) => roleNameIn(language, role));
      assert.equal(new Set(names).size, roles.length, language);
      const translated = roles.filter((role) => roleNameIn(language, role) !== role.name);
      assert.ok(translated.length >= 73 - 15, `${language}: ${translated.length}`);
    }
  });
});
