// What a customer is told beforehand, in each language of the product.
import assert from 'node:assert/strict';
import { messageLanguages } from '../../../src/domain/message-languages.js';
import { customerNotices } from '../../../src/domain/tenant/customer-notice.js';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import { customerMessageIn, customerNoticeLetterIn } from '../../../src/views/customer-messages.js';
import type { ViewContext } from '../../../src/views/render/context.js';
import { openButton } from '../../../src/views/render/navigation.js';
import { customerNoticeText, customerNoticeView } from '../../../src/views/tenant/customer-notice.js';
import { longDate } from '../../../src/views/words/dates.js';
import { en } from '../../../src/views/words/en/index.js';
import { alex, aTemplates, now, tenantBy } from '../../support/builders.js';
import { assertGoodCard } from '../../support/card-lint.js';
import { inputsOf, textOf } from '../../support/card-reading.js';
import { goldenIn } from '../../support/golden.js';

const golden = goldenIn('customer-notice');
const context: ViewContext = {
  words: en,
  isSandbox: false,
  templates: aTemplates(),
  now,
  partnerName: 'Northbridge IT',
};
const sender = { ...alex, name: 'Alex Wilber' };
const on = '2027-01-30T10:00:00.000Z';
const approved = tenantBy.approved();
const { onboarding } = approved;
assert.ok(onboarding?.relationship);
const { displayName: relationship } = onboarding.relationship;
const tenant: Tenant = {
  ...approved,
  onboarding: {
    ...onboarding,
    coverage: { is: 'ends', on, relationshipId: onboarding.relationship.id, keep: 'extend' },
  },
};

describe('the notice to a customer', () => {
  for (const language of messageLanguages)
    it(`says who does what when, what alarms may report, and what to do if it comes as a surprise: ${language}`, () => {
      const letter = customerNoticeLetterIn(language);
      for (const customerNotice of customerNotices) {
        const text = customerNoticeText(tenant, { customerNotice, sender, language }, context);
        golden(`${language}: ${customerNotice}`, text);
        for (const fact of [
          'Northbridge IT',
          'Alex Wilber',
          tenant.customer.displayName,
          longDate(now, language),
          letter.unexpected,
        ])
          assert.ok(text.includes(fact), `${fact} is missing:\n${text}`);
        if (customerNotice !== 'offboarding') assert.ok(text.includes(longDate(on, language)));
        if (customerNotice === 'extend') assert.ok(text.includes(relationship));
        assert.doesNotMatch(text, /[{}]|undefined|\[object|'|https?:/);
        assert.ok(text.startsWith(customerMessageIn(language).greeting));
      }
    });

  it('names what is foreign as it is, and no company where none is set, which the card says', () => {
    const named = { ...tenant, customer: { ...tenant.customer, displayName: '**{{DATE(x)}}** [x](y)' } };
    const asked = {
      ...({ customerNotice: 'extend', sender: { ...alex, name: '' }, language: 'en', position: {} } as const),
      back: openButton(named, {}, en.buttons.back, en),
    };
    const { partnerName: _, ...unnamed } = context;
    const card = customerNoticeView(named, asked, unnamed);
    assertGoodCard(card);
    assert.ok(textOf(card).includes(en.approval.partnerUnnamed));
    assert.ok(!textOf(customerNoticeView(named, asked, context)).includes(en.approval.partnerUnnamed));
    const text = String(inputsOf(card).message);
    assert.ok(text.includes('[x](y)'));
    assert.doesNotMatch(text, /Northbridge|\{\{DATE/);
    golden('card', customerNoticeView(tenant, { ...asked, sender }, context));
  });
});
