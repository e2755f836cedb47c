// The question before Enable, in every language: what it says of each outlook, and where its yes lies.
import assert from 'node:assert/strict';
import type { Foreseen } from '../../../src/domain/onboarding/foresee.js';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import { languages, wordsIn } from '../../../src/views/catalogue.js';
import type { ViewContext } from '../../../src/views/render/context.js';
import {
  byRuleChoice,
  type EnableProposal,
  enableQuestion,
  type OfferedTemplates,
} from '../../../src/views/tenant/enable-question.js';
import { en } from '../../../src/views/words/en/index.js';
import { alex, aRelationship, aTemplate, aTemplates, having, now, tenantBy } from '../../support/builders.js';
import { assertGoodCard } from '../../support/card-lint.js';
import { buttonFor, inputsOf, parts, textOf, verbsOf } from '../../support/card-reading.js';
import { goldenIn } from '../../support/golden.js';
import { aCertificate } from '../../support/watched-request-builders.js';

const golden = goldenIn('enable-question');
const context: ViewContext = { words: en, isSandbox: false, templates: aTemplates(), now, asOf: now };
const template = aTemplate();
const query = { search: '', page: 1 };
const byHand = aRelationship({ displayName: 'By hand', status: 'approvalPending' });
const proposal: EnableProposal = { template, foreseen: { is: 'request' }, query, inList: false };
const lost = having(tenantBy.approved(), {
  type: 'accessLost',
  limitations: [{ code: 'relationshipLost', ending: 'lapsed', relationshipName: 'Ours' }],
});

const names = ['standard', 'vip', 'slim'];
const offer = (reason: OfferedTemplates['reason']): OfferedTemplates => ({
  names,
  reason,
  ruled: typeof reason === 'object' ? reason.template : 'standard',
});

const situations: Readonly<Record<string, readonly [Tenant, Partial<EnableProposal>]>> = {
  'a request': [tenantBy.notConfigured(), {}],
  'a request that ends': [tenantBy.notConfigured(), { template: aTemplate({ autoExtend: false, durationDays: 1 }) }],
  'a relationship to adopt': [
    tenantBy.notConfigured(),
    { foreseen: { is: 'adopt', relationship: aRelationship({ status: 'active', endsAt: now }) } },
  ],
  'a request of ours to adopt': [
    tenantBy.notConfigured(),
    { foreseen: { is: 'adopt', relationship: aRelationship({ status: 'approvalPending' }) } },
  ],
  'a request elsewhere': [
    tenantBy.notConfigured(),
    { foreseen: { is: 'requestElsewhere', relationship: byHand } satisfies Foreseen },
  ],
  'nothing known': [tenantBy.notConfigured(), { foreseen: undefined }],
  'a request again': [lost, {}],
  'a request after an offboarding': [tenantBy.notConfigured(), { certificate: aCertificate() }],
  'one of several templates, the default': [
    tenantBy.notConfigured(),
    { template: aTemplate({ name: 'standard' }), offer: offer('default') },
  ],
  'one of several templates, by the rule for a tag': [
    having(tenantBy.notConfigured(), { type: 'tagged', by: alex, added: ['gold'], removed: [] }),
    { template: aTemplate({ name: 'vip' }), offer: offer({ tag: 'vip', template: 'vip' }), typedTags: 'vip' },
  ],
  'one of several templates, by the rule for a name': [
    tenantBy.notConfigured(),
    { template: aTemplate({ name: 'vip' }), offer: offer({ name: 'Contoso*', template: 'vip' }) },
  ],
  'one of several templates, chosen': [
    tenantBy.notConfigured(),
    { template: aTemplate({ name: 'vip' }), offer: offer('chosen'), notice: en.questions.enable.notShown },
  ],
  'another template than before': [
    tenantBy.notConfigured(),
    { notice: en.questions.enable.templateChanged, inList: true },
  ],
};

describe('the question before Enable', () => {
  for (const [situation, [tenant, more]] of Object.entries(situations)) {
    it(`says what comes of it: ${situation}`, () => {
      const whole = { ...proposal, ...more };
      assertGoodCard(enableQuestion(tenant, whole, context));
      for (const language of languages)
        golden(`${situation}, ${language}`, enableQuestion(tenant, whole, { ...context, words: wordsIn(language) }));
    });
  }

  it('names every group with its roles, and that a request stays open only where one is made', () => {
    for (const [tenant, more] of Object.values(situations)) {
      const { foreseen } = { ...proposal, ...more };
      const text = textOf(enableQuestion(tenant, { ...proposal, ...more }, context));
      for (const { groupName, roles } of template.assignments) {
        assert.ok(text.includes(groupName));
        for (const { name } of roles) assert.ok(text.includes(name));
      }
      const mayRequest = foreseen === undefined || foreseen.is === 'request';
      assert.equal(text.includes(en.questions.enable.lasting), mayRequest);
    }
  });

  const columnsOf = (card: unknown) =>
    [...parts(card)].filter(({ type }) => type === 'Column').slice(-2) as readonly Record<string, unknown>[];

  it('has its yes at the side where the pressed button was not, and a no at the other', () => {
    const tenant = tenantBy.notConfigured();
    const ofList = columnsOf(enableQuestion(tenant, { ...proposal, inList: true }, context));
    assert.deepEqual(ofList.map(verbsOf), [['tenant.enable'], ['tenants.list']]);
    const ofCard = columnsOf(enableQuestion(tenant, proposal, context));
    assert.deepEqual(ofCard.map(verbsOf), [['tenant.open'], ['tenant.enable']]);
    // The other takes what is left, so the yes is as narrow as its words.
    assert.deepEqual([ofList[0]?.width, ofCard[1]?.width], ['auto', 'auto']);
  });

  it('offers every template where there are several, and of very many those that fit, with the chosen one', () => {
    assert.deepEqual(inputsOf(enableQuestion(tenantBy.notConfigured(), proposal, context)), { tags: '' });
    const choicesOf = (card: unknown) =>
      [...parts(card)].flatMap(({ id, choices }) =>
        id === 'template' ? (choices as { value: string }[]).map(({ value }) => value) : [],
      );
    const few = { ...proposal, template: aTemplate({ name: 'vip' }), offer: offer('chosen') };
    const ofFew = enableQuestion(tenantBy.notConfigured(), few, context);
    assert.deepEqual([inputsOf(ofFew).template, choicesOf(ofFew)], ['vip', [byRuleChoice, ...names]]);
    const ruled = enableQuestion(tenantBy.notConfigured(), { ...few, offer: offer('default') }, context);
    assert.equal(inputsOf(ruled).template, byRuleChoice);
    const many = Array.from({ length: 300 }, (_, number) => `${number} ${'m'.repeat(60)}`);
    const last = many.at(-1) ?? '';
    const ofMany = enableQuestion(
      tenantBy.notConfigured(),
      {
        ...few,
        template: aTemplate({ name: last }),
        offer: { ...offer('chosen'), names: many },
        typedTags: 'x'.repeat(700),
      },
      context,
    );
    assertGoodCard(ofMany);
    assert.ok(choicesOf(ofMany).includes(last));
  });

  it('leads back to the list as it was, with its yes and with its no', () => {
    const places = [tenantBy.notConfigured().tenantId];
    const card = enableQuestion(
      tenantBy.notConfigured(),
      { ...proposal, inList: true, query: { ...query, places } },
      context,
    );
    const [yes, no] = (['tenant.enable', 'tenants.list'] as const).map((verb) => buttonFor(card, verb)?.data);
    assert.ok(yes?.inList === true && no?.inList === true);
    assert.ok(typeof yes.places === 'string' && yes.places === no.places);
  });
});
