// Before a person confirms what a second admin must approve, the question says so, and only then.
import assert from 'node:assert/strict';
import type { SecondAdminSubject } from '../../../src/domain/second-admin.js';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import type { ViewContext } from '../../../src/views/render/context.js';
import { endEarlierQuestion } from '../../../src/views/tenant/earlier-question.js';
import { enableQuestion } from '../../../src/views/tenant/enable-question.js';
import { keepAccessQuestion } from '../../../src/views/tenant/keeping-questions.js';
import { en } from '../../../src/views/words/en/index.js';
import { aTemplate, aTemplates, aTenant, now, tenantBy } from '../../support/builders.js';
import { textOf } from '../../support/card-reading.js';

const approved = tenantBy.approved();
const { onboarding } = approved;
assert.ok(onboarding?.relationship);
const { relationship } = onboarding;
const on = '2027-01-30T10:00:00.000Z';
const having = (changes: Partial<NonNullable<Tenant['onboarding']>>): Tenant => {
  return { ...approved, onboarding: { ...onboarding, ...changes } };
};
const ends = (keep: 'removeGlobalAdministrator' | 'request') =>
  having({ coverage: { is: 'ends', on, relationshipId: relationship.id, keep } });
const earlier = [{ id: 'earlier', displayName: 'Earlier' }];

const context = (subjects: readonly SecondAdminSubject[] | undefined): ViewContext => ({
  ...{ words: en, isSandbox: false, templates: aTemplates(), now },
  ...(subjects && { secondAdmin: { subjects } }),
});
const enables = (its: ViewContext, template = aTemplate()) =>
  enableQuestion(aTenant(), { template, foreseen: undefined, query: { search: '', page: 1 }, inList: false }, its);

const questions: Readonly<Record<string, readonly [SecondAdminSubject, (its: ViewContext) => unknown]>> = {
  Enable: ['enable', (its) => enables(its)],
  'Keep access without Global Administrator': [
    'global-admin',
    (its) => keepAccessQuestion(ends('removeGlobalAdministrator'), its, {}),
  ],
  'End earlier': ['end-earlier', (its) => endEarlierQuestion(having({ earlier }), its, {})],
};
const saysSo = (card: unknown) => textOf(card).includes(en.secondAdmin.willBeAsked);

describe('the question before what a second admin must approve', () => {
  for (const [what, [subject, question]] of Object.entries(questions))
    it(`says that one is asked, where the partner wants that: ${what}`, () => {
      assert.ok(saysSo(question(context([subject]))));
      for (const subjects of [undefined, [], ['disable', 'offboard']] as const)
        assert.ok(!saysSo(question(context(subjects))));
    });

  it('says nothing of one before access without privileged roles, or before another request', () => {
    assert.ok(!saysSo(enables(context(['enable']), aTemplate({ assignments: [] }))));
    assert.ok(!saysSo(keepAccessQuestion(ends('request'), context(['enable', 'global-admin']), {})));
  });
});
