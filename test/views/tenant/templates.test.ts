// The card of /templates, in every language: what each template gives, for how long, and which tenants have it.
import assert from 'node:assert/strict';
import type { TemplateRule } from '../../../src/domain/access/access-templates.js';
import { bareFault } from '../../../src/domain/setting-fault.js';
import { languages, wordsIn } from '../../../src/views/catalogue.js';
import type { ViewContext } from '../../../src/views/render/context.js';
import { literal } from '../../../src/views/render/text.js';
import { type ShownTemplates, templatesView } from '../../../src/views/tenant/templates.js';
import { en } from '../../../src/views/words/en/index.js';
import { aTemplate, aTemplates, globalReader, now, serviceDesk } from '../../support/builders.js';
import { assertGoodCard } from '../../support/card-lint.js';
import { buttonFor, buttonVerbs, textOf } from '../../support/card-reading.js';
import { goldenIn } from '../../support/golden.js';

const golden = goldenIn('templates');
const context: ViewContext = { words: en, isSandbox: false, templates: aTemplates(), now, asOf: now };
const globalAdministrator = { id: '62e90394-69f5-4237-9190-012177145e10', name: 'Global Administrator' };
const teams = { id: '69091246-20e8-4a56-aa4d-066075b2a7a8', name: 'Teams Administrator' };
const byTag: TemplateRule = { tag: 'vip', template: 'vip' };
const byName: TemplateRule = { name: 'Contoso*', template: 'vip' };
const vip = aTemplate({
  name: 'vip',
  durationDays: 365,
  autoExtend: false,
  autoExtendRefused: true,
  requireAzure: false,
  repair: true,
  assignments: [
    { groupId: serviceDesk, groupName: 'Service Desk', roles: [globalAdministrator, globalReader, teams] },
    { groupId: 'other', groupName: 'Calls', roles: [teams] },
  ],
});
const several: ShownTemplates = {
  templates: {
    default: 'standard',
    templates: new Map([
      ['standard', aTemplate({ name: 'standard' })],
      ['vip', vip],
      ['slim', aTemplate({ name: 'slim', autoExtend: false, durationDays: 1 })],
    ]),
    rules: [byTag, byName],
  },
  uses: [
    { name: 'standard', count: 1017, enabled: 12, reasons: [{ reason: 'default', count: 1017 }] },
    {
      name: 'vip',
      count: 3,
      enabled: 3,
      reasons: [
        { reason: 'chosen', count: 1 },
        { reason: byTag, count: 2 },
      ],
    },
    { name: 'slim', count: 0, enabled: 0, reasons: [] },
  ],
  chosenAndGone: ['bronze'],
};
const one: ShownTemplates = {
  templates: aTemplates(),
  uses: [{ name: 'default', count: 1, enabled: 0, reasons: [{ reason: 'default', count: 1 }] }],
  chosenAndGone: [],
  wrong: { file: '/settings/templates.json', fault: bareFault('fileAbsent') },
};

describe('the card of the access templates', () => {
  for (const [situation, shown] of Object.entries({ several, 'one, whose file is wrong': one })) {
    it(`says what each gives and who has it: ${situation}`, () => {
      assertGoodCard(templatesView(shown, context));
      for (const language of languages)
        golden(`${situation}, ${language}`, templatesView(shown, { ...context, words: wordsIn(language) }));
    });
  }

  it('says how many tenants need a new request, and leads to all of them', () => {
    const [standard, ...others] = several.uses;
    assert.ok(standard);
    const grown = { ...several, uses: [{ ...standard, changed: 47 }, ...others] };
    const card = templatesView(grown, context);
    assertGoodCard(card);
    assert.ok(textOf(card).includes(en.templates.changed.title({ template: literal('standard'), count: 47 })));
    const review = buttonFor(card, 'batch.ask');
    assert.deepEqual([review?.data?.batchAction, review?.data?.search], ['enable', 'cause:template-changed']);
    assert.ok(!buttonVerbs(templatesView(grown, { ...context, role: 'viewer' })).includes('batch.ask'));
    assert.ok(!buttonVerbs(templatesView(several, context)).includes('batch.ask'));
  });

  it('says which earlier relationships are left, and leads admins to their end', () => {
    const left = { ...several, endable: 3 };
    const card = templatesView(left, context);
    assertGoodCard(card);
    assert.ok(textOf(card).includes(en.templates.earlierLeft({ count: 3 })));
    const { data } = buttonFor(card, 'batch.ask') ?? {};
    assert.deepEqual([data?.batchAction, data?.search], ['endEarlier', 'earlier:yes']);
    assert.ok(!buttonVerbs(templatesView(left, { ...context, role: 'operator' })).includes('batch.ask'));
    assert.ok(buttonVerbs(templatesView(left, { ...context, role: 'admin' })).includes('batch.ask'));
  });

  it('tells a group called Azure from what is asked of Azure', () => {
    const assignments = [{ groupId: serviceDesk, groupName: 'Azure', roles: [globalReader] }];
    const text = textOf(templatesView({ ...one, templates: aTemplates({ assignments }) }, context));
    assert.equal(text.match(/^Azure:/gmu)?.length, 1);
    assert.ok(text.includes(en.templates.group({ name: literal('Azure') })));
  });

  it('names the privileged roles of a group, and the others as long as they are few', () => {
    const textFor = (count: number) => {
      const others = Array.from({ length: count }, (_, number) => ({ id: `${number}`, name: `Role ${number}` }));
      const assignments = [{ groupId: serviceDesk, groupName: 'Service Desk', roles: [globalReader, ...others] }];
      const templates = aTemplates({ assignments });
      return textOf(templatesView({ ...one, templates }, context));
    };
    const { privileged, others, manyOthers } = en.templates.roles;
    const names = literal(globalReader.name);
    assert.ok(textFor(0).includes(privileged({ names })));
    assert.ok(textFor(2).includes(`${privileged({ names })} · ${others({ names: literal('Role 0, Role 1') })}`));
    assert.ok(textFor(5).includes(`${privileged({ names })} · ${manyOthers({ count: 5 })}`));
  });

  it('has further templates on pages of their own, each of which fits into a message', () => {
    const assignments = Array.from({ length: 30 }, (_, number) => ({
      groupId: `group-${number}`,
      groupName: `${number} ${'Gruppe '.repeat(40)}`,
      roles: Array.from({ length: 40 }, () => ({ ...globalAdministrator, name: `${'Administrator '.repeat(5)}` })),
    }));
    const names = Array.from({ length: 8 }, (_, number) => `${number}${'m'.repeat(63)}`);
    const rules = names.flatMap((template) => Array.from({ length: 20 }, () => ({ tag: 't'.repeat(32), template })));
    const many: ShownTemplates = {
      templates: {
        default: names[0] ?? '',
        templates: new Map(names.map((name) => [name, aTemplate({ name, assignments })])),
        rules,
      },
      uses: names.map((name) => ({ name, count: 10_000, enabled: 10_000, reasons: [] })),
      chosenAndGone: names,
    };
    const pageOf = (page: number) => templatesView(many, context, page);
    for (const page of [1, 2, 3, 9]) assertGoodCard(pageOf(page));
    const pagesOn = (card: unknown) =>
      [en.buttons.previous, en.buttons.next].map(
        (name) => buttonFor(card, { verb: 'templates.show', name })?.data?.page,
      );
    assert.deepEqual(
      [1, 2, 3, 9].map((page) => pagesOn(pageOf(page))),
      [
        [undefined, 2],
        [1, 3],
        [2, undefined],
        [2, undefined],
      ],
    );
    assert.equal(textOf(pageOf(9)), textOf(pageOf(3)));
  });
});
