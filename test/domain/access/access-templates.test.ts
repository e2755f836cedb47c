// Which of several templates a tenant has, and why.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  type AccessTemplates,
  groupNamesIn,
  missingChoice,
  subjectAfter,
  type TemplateRule,
  type TemplateWish,
  templateFor,
  templateReason,
} from '../../../src/domain/access/access-templates.js';
import { aTemplate, serviceDesk } from '../../support/builders.js';

const templatesWith = (...rules: readonly TemplateRule[]): AccessTemplates => ({
  default: 'standard',
  templates: new Map(['standard', 'vip', 'gold'].map((name) => [name, aTemplate({ name })])),
  rules,
});
const called = (displayName: string, tags?: readonly string[], template?: string) => ({
  customer: { displayName },
  tags,
  onboarding: { template },
});
const byTag: TemplateRule = { tag: 'vip', template: 'vip' };

describe('the template of a tenant', () => {
  it('is the default where no rule fits', () => {
    for (const templates of [templatesWith(), templatesWith(byTag, { name: 'Fabrikam', template: 'gold' })]) {
      assert.equal(templateFor(templates, called('Contoso', ['silver'])).name, 'standard');
      assert.equal(templateReason(templates, called('Contoso')), 'default');
    }
  });

  it('is that of the first rule that fits', () => {
    const byName: TemplateRule = { name: 'contoso', template: 'gold' };
    assert.equal(templateFor(templatesWith(byTag, byName), called('Contoso', ['vip'])).name, 'vip');
    assert.equal(templateFor(templatesWith(byName, byTag), called('Contoso', ['vip'])).name, 'gold');
    assert.equal(templateReason(templatesWith(byName, byTag), called('Fabrikam', ['vip'])), byTag);
  });

  it('is the one that was chosen at Enable, as long as it is there', () => {
    const templates = templatesWith(byTag);
    assert.equal(templateFor(templates, called('Contoso', ['vip'], 'gold')).name, 'gold');
    assert.equal(templateReason(templates, called('Contoso', ['vip'], 'gold')), 'chosen');
    assert.equal(templateFor(templates, called('Contoso', ['vip'], 'bronze')).name, 'vip');
    assert.equal(templateReason(templates, called('Contoso', [], 'bronze')), 'default');
  });

  it('is the one that was chosen before Enable, until another is chosen there', () => {
    const templates = templatesWith(byTag);
    const chosen = { ...called('Contoso', ['vip']), template: 'gold' };
    assert.deepEqual([templateFor(templates, chosen).name, templateReason(templates, chosen)], ['gold', 'chosen']);
    const since = { ...chosen, onboarding: { template: 'standard' } };
    assert.equal(templateFor(templates, since).name, 'standard');
    const names = (wish: TemplateWish) => templateFor(templates, subjectAfter(chosen, wish)).name;
    assert.deepEqual(
      [names({}), names({ template: 'standard' }), names({ byRule: true })],
      ['gold', 'standard', 'vip'],
    );
    assert.equal(missingChoice(templates, { ...chosen, template: 'bronze' }), 'bronze');
  });

  it('is the chosen one before any rule, the first rule before the default, whatever they are', () => {
    const templates = ['standard', 'vip', 'gold'];
    const tags = ['a', 'b', 'c'];
    const rule = fc.record({ tag: fc.constantFrom(...tags), template: fc.constantFrom(...templates) });
    const anything = fc.record({
      rules: fc.array(rule, { maxLength: 6 }),
      tags: fc.subarray(tags),
      // The last two aren't among them.
      chosen: fc.constantFrom(undefined, ...templates, 'bronze', ''),
    });
    fc.assert(
      fc.property(anything, ({ rules, tags: own, chosen }) => {
        const subject = called('Contoso', own, chosen);
        const { name } = templateFor(templatesWith(...rules), subject);
        const reason = templateReason(templatesWith(...rules), subject);
        const first = rules.find(({ tag }) => own.includes(tag));
        if (chosen !== undefined && templates.includes(chosen)) assert.deepEqual([name, reason], [chosen, 'chosen']);
        else if (first) assert.deepEqual([name, reason], [first.template, first]);
        else assert.deepEqual([name, reason], ['standard', 'default']);
      }),
      { numRuns: 500, seed: 20_261_129 },
    );
  });

  for (const [pattern, names, others] of [
    ['Contoso*', ['Contoso', 'CONTOSO Ltd', 'Contosoland'], ['The Contoso', 'Fabrikam']],
    ['Contoso *', ['Contoso Ltd'], ['Contoso', 'Contosoland']],
    ['*müller*', ['Gebr. Müller GmbH', 'Muller'], ['Miller']],
    ['Gro*ß*', ['Großkunde', 'Gross AG'], ['Groovy']],
    ['Contoso', ['contoso', ' Contoso. '], ['Contoso Ltd']],
    ['A.B (c)', ['A.B (C)', 'a b c'], ['AxB (c)']],
    ['*', ['Anything', 'Ωmega'], []],
  ] as const) {
    it(`by the name ${pattern} is folded as names are`, () => {
      const templates = templatesWith({ name: pattern, template: 'vip' });
      for (const name of names) assert.equal(templateFor(templates, called(name)).name, 'vip', name);
      for (const name of others) assert.equal(templateFor(templates, called(name)).name, 'standard', name);
    });
  }
});

describe('the groups of several templates', () => {
  it('have the name that the first of them gives', () => {
    const [first] = aTemplate().assignments;
    assert.ok(first);
    const templates = new Map([
      ['a', aTemplate({ name: 'a' })],
      ['b', aTemplate({ name: 'b', assignments: [{ ...first, groupName: 'Other' }] })],
    ]);
    assert.equal(groupNamesIn({ default: 'a', templates, rules: [] }).get(serviceDesk), 'Service Desk');
  });
});
