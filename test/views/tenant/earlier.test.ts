// What is said of a relationship that another has taken the place of.
import assert from 'node:assert/strict';
import type { Onboarding } from '../../../src/domain/tenant/onboarding.js';
import type { ViewContext } from '../../../src/views/render/context.js';
import { endEarlierQuestion } from '../../../src/views/tenant/earlier-question.js';
import { tenantView } from '../../../src/views/tenant/tenant.js';
import { en } from '../../../src/views/words/en/index.js';
import { alex, aTemplates, now, tenantBy } from '../../support/builders.js';
import { assertGoodCard } from '../../support/card-lint.js';
import { buttonVerbs, linksOf, textOf } from '../../support/card-reading.js';
import { goldenIn } from '../../support/golden.js';

const golden = goldenIn('earlier');
const context: ViewContext = { words: en, isSandbox: true, templates: aTemplates(), now, asOf: now };
const earlier = [1, 2].map((number) => ({ id: `earlier-${number}`, displayName: `Earlier ${number}` }));
const having = (changes: Partial<Onboarding>) => {
  const tenant = tenantBy.approved();
  assert.ok(tenant.onboarding);
  return { ...tenant, onboarding: { ...tenant.onboarding, ...changes } };
};
const drawn = (changes: Partial<Onboarding>) => {
  const view = tenantView(having(changes), context);
  assertGoodCard(view);
  return view;
};
const said = (changes: Partial<Onboarding>) => textOf(drawn(changes)).split('\n').slice(2, 6).join('\n');

describe('an earlier relationship', () => {
  const [first] = earlier;
  assert.ok(first);
  const ending = { by: alex, at: now, relationshipId: first.id, displayName: first.displayName };

  it('is told on the card, with how far its end is, or why it failed', () => {
    golden('one', said({ earlier: [first] }));
    golden('two', said({ earlier }));
    golden('asked for', said({ earlier, earlierEnding: ending }));
    golden('sent', said({ earlier, earlierEnding: { ...ending, sentAt: now } }));
    for (const why of ['unconfirmed', 'notPossible'] as const)
      golden(why, said({ earlier, earlierEndFailed: { at: now, failure: { why } } }));
    const problem = { reason: 'noRights', answer: '403 accessDenied' } as const;
    const refused = { earlier, earlierEndFailed: { at: now, failure: { why: 'microsoft', problem } as const } };
    golden('refused', said(refused));
    assert.ok(linksOf(drawn(refused)).some((link) => link.includes(first.id)));
  });

  it('has its button while nothing is under way', () => {
    assert.ok(buttonVerbs(drawn({ earlier })).includes('tenant.askEndEarlier'));
    assert.ok(!buttonVerbs(drawn({ earlier, earlierEnding: ending })).includes('tenant.askEndEarlier'));
    assert.ok(!buttonVerbs(drawn({})).includes('tenant.askEndEarlier'));
  });

  it('is ended after a question that names both', () => {
    const question = endEarlierQuestion(having({ earlier }), context, {});
    assertGoodCard(question);
    golden('the question', question);
    assert.equal(endEarlierQuestion(having({}), context, {}), undefined);
  });
});
