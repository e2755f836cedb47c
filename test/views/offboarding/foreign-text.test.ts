// A plan holds text of others that looks like markdown, a date or code: its card shows it literally.
import assert from 'node:assert/strict';
import { offboardingPlanView } from '../../../src/views/offboarding/plan.js';
import { anAssignment, aRelationship, tenantBy } from '../../support/builders.js';
import { assertGoodCard } from '../../support/card-lint.js';
import { parts, textOf } from '../../support/card-reading.js';
import { anOldSubscription } from '../../support/offboarding-builders.js';
import { back, context, readOf } from '../../support/plan-card.js';

const nasty = '**Contoso** [pay](https://evil.example) $' + '{1+1} {{DATE(2020-01-01T00:00:00Z)}}\n# x\u202Egnp';

describe('foreign text in a plan', () => {
  it('shows literally: never where a client reads markdown, never as a date, never evaluated', () => {
    const tenant = { ...tenantBy.approved(), customer: { displayName: nasty, domain: nasty } };
    const failed = { failed: { reason: 'noRights', requestId: nasty } } as const;
    const card = offboardingPlanView(
      readOf(
        {
          relationships: {
            value: [
              { relationship: aRelationship({ displayName: nasty }), assignments: { value: [anAssignment(nasty)] } },
              { relationship: aRelationship({ id: 'b', displayName: nasty }), assignments: failed },
              { relationship: aRelationship({ id: 'c', displayName: nasty, status: 'approvalPending' }) },
            ],
          },
          subscriptions: { value: [anOldSubscription({ offerName: nasty })] },
          reservations: { value: [{ productId: nasty, kind: nasty, quantity: 1 }] },
        },
        tenant,
      ),
      context,
      { back, typed: nasty },
    );
    assertGoodCard(card);
    for (const { type, text } of parts(card)) {
      if (type === 'TextBlock') assert.doesNotMatch(String(text), /Contoso|evil/);
      if (type === 'TextRun') assert.doesNotMatch(String(text), /{{DATE\(2020/);
    }
    assert.doesNotMatch(JSON.stringify(card), /\u202E/);
    assert.match(textOf(card), /\*\*Contoso\*\* \[pay\]\(https:\/\/evil\.example\) \$\{1\+1\}/);
  });
});
