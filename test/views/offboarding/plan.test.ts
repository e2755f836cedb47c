// The plan's card says what becomes of everything, and stays one that Teams shows, however much there is.

import assert from 'node:assert/strict';
import { type RelationshipStatus, relationshipStatuses } from '../../../src/domain/access/relationship.js';
import type { Inventory, SubscriptionStatus } from '../../../src/domain/offboarding/inventory.js';
import type { ReasonNot } from '../../../src/domain/offboarding/obstacles.js';
import { type OffboardingChoice, offboardingChoices } from '../../../src/domain/offboarding/plan.js';
import type { ProblemReason } from '../../../src/domain/problem.js';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import {
  offboardingPlanView,
  offboardingReviewView,
  type PlanCardExtras,
} from '../../../src/views/offboarding/plan.js';
import { reasonWords } from '../../../src/views/offboarding/reason-words.js';
import { moneyWords } from '../../../src/views/offboarding/subscription-words.js';
import { dayAndTime, literal } from '../../../src/views/render/text.js';
import { en } from '../../../src/views/words/en/index.js';
import { anAssignment, aRelationship, now, serviceDesk, tenantBy } from '../../support/builders.js';
import { assertGoodCard } from '../../support/card-lint.js';
import { buttonVerbs, inputsOf, parts, pressables, textOf } from '../../support/card-reading.js';
import { goldenIn } from '../../support/golden.js';
import { anOldSubscription } from '../../support/offboarding-builders.js';
import { aPlan, offboardingBy, someTies } from '../../support/offboarding-scenes.js';
import { back, context, longName, readOf } from '../../support/plan-card.js';

const golden = goldenIn('plan');

function cardOf(inventory: Partial<Inventory> = {}, extras: Partial<PlanCardExtras> = {}) {
  return offboardingPlanView(readOf(inventory), context, { back, ...extras });
}

/** The card's parts that look like this one. */
const choicesOn = (card: unknown) =>
  [...parts(card)].flatMap(({ type, choices }) =>
    type === 'Input.ChoiceSet' ? (choices as readonly { title: string; value: string }[]) : [],
  );

describe('the plan of a tenant', () => {
  it('says that nothing has happened, when Microsoft was read, and what becomes of each thing', () => {
    const card = cardOf();
    assertGoodCard(card);
    golden('a plan', card);
  });

  it('has the steps to choose from, chosen but for the one that cannot be undone', () => {
    const card = cardOf();
    assert.deepEqual(
      choicesOn(card).map(({ value }) => value),
      offboardingChoices,
    );
    assert.deepEqual(inputsOf(card), { steps: 'assignments,consent,relationships,delegatedAdmin', name: '' });
    golden(
      'its choices',
      choicesOn(card)
        .map(({ value, title }) => `${value}: ${title}`)
        .join('\n'),
    );
  });

  it('has clients say beside an empty input what it takes', () => {
    const inputs = [...parts(cardOf())].filter(({ type }) => typeof type === 'string' && type.startsWith('Input.'));
    assert.deepEqual(
      inputs.map(({ id, isRequired, errorMessage }) => ({ id, isRequired, errorMessage })),
      [
        { id: 'steps', isRequired: true, errorMessage: en.notices.refused.noSteps },
        {
          id: 'name',
          isRequired: true,
          errorMessage: en.offboarding.notices.nameExpected({ name: literal('Contoso Ltd') }),
        },
      ],
    );
  });

  it('keeps what somebody had chosen and typed, as far as there still is such a step', () => {
    const steps: readonly OffboardingChoice[] = ['consent', 'reseller'];
    const card = cardOf({ consent: { value: 'none' } }, { steps, typed: 'Contoso' });
    assert.deepEqual(inputsOf(card), { steps: 'reseller', name: 'Contoso' });
    golden('what was chosen and is not there', card);
  });

  it('decides by the mark and the version that the person saw; no other button takes what was typed along', () => {
    const card = cardOf();
    const [decide, ...others] = pressables(card);
    assert.equal(decide?.verb, 'offboarding.decide');
    assert.equal(decide?.data?.planHash, 'mark-1');
    assert.equal(decide?.data?.version, tenantBy.approved().version);
    assert.deepEqual(buttonVerbs(card), [
      'offboarding.decide',
      'offboarding.plan',
      'tenant.copyCustomerNotice',
      'offboarding.exportPlan',
      'tenants.list',
    ]);
    for (const button of others) assert.equal('associatedInputs' in button && button.associatedInputs, 'none');
  });

  it('says what comes next: at once, after a while, or only when another admin agrees', () => {
    const plain = textOf(cardOf()).split('\n');
    for (const needsSecond of [false, true]) {
      for (const graceSeconds of [0, 60, 90, 300]) {
        const text = textOf(offboardingPlanView({ ...readOf(), needsSecond, graceSeconds }, context, { back }));
        const changed = text.split('\n').filter((line) => !plain.includes(line));
        golden(`next: after ${graceSeconds} seconds${needsSecond ? ', with a second admin' : ''}`, changed.join('\n'));
      }
    }
  });

  it('is worth its certificate even where nothing can be removed', () => {
    const card = cardOf({
      relationships: { value: [] },
      consent: { value: 'none' },
      standing: { value: { isReseller: false, delegatedAdmin: false } },
      subscriptions: { value: [] },
    });
    assertGoodCard(card);
    assert.deepEqual(inputsOf(card), { name: '' });
    golden('nothing to remove', card);
  });
});

describe('what stands in the way', () => {
  const active = { value: [anOldSubscription({ status: 'active' })] };
  const reasons: Readonly<Record<ReasonNot, Partial<Inventory>>> = {
    pendingInvitation: {
      relationships: { value: [{ relationship: aRelationship({ status: 'approvalPending' }) }] },
    },
    noWayIn: { consent: { value: 'noWayIn' } },
    noRoleForConsent: {
      relationships: { value: [] },
      standing: { value: { isReseller: true, delegatedAdmin: false } },
    },
    reservations: { reservations: { value: [{ productId: 'DZH318Z0BQ3W', kind: 'virtualmachines', quantity: 2 }] } },
    activeSubscriptions: { subscriptions: active },
    unread: { reservations: { failed: { reason: 'unreachable' } } },
  };
  for (const [reason, inventory] of Object.entries(reasons)) {
    it(`is said with why, and who can do what: ${reason}`, () => {
      const { why, who } = reasonWords(reason as ReasonNot, en);
      const card = cardOf(inventory);
      assertGoodCard(card);
      golden(`in the way: ${reason}`, card);
      assert.match(textOf(card), /⛔/);
      assert.ok(textOf(card).includes(`${why} ${who}`));
      for (const sentences of [why, who]) assert.match(sentences, /^[A-Z].*\.$/);
    });
  }

  it('names what could not be read, why, and Microsoft’s request id, and takes nothing of it for absent', () => {
    const problems: readonly ProblemReason[] = ['noRights', 'throttled', 'signInExpired', 'unexpectedAnswer'];
    for (const reason of problems) {
      const failed = { failed: { reason, requestId: 'request-1' } };
      const card = cardOf({ consent: failed, standing: failed, relationships: failed, subscriptions: failed });
      assertGoodCard(card);
      golden(`could not be read: ${reason}`, card);
      assert.equal(textOf(card).split('request-1').length, 5);
    }
  });

  it('says of every state of a relationship what it is', () => {
    const states: readonly RelationshipStatus[] = [...relationshipStatuses, 'unknown', 'gone'];
    for (const status of states) {
      const card = cardOf({ relationships: { value: [{ relationship: aRelationship({ status }) }] } });
      assertGoodCard(card);
      assert.doesNotMatch(textOf(card), /undefined/);
      golden(`a relationship: ${status}`, card);
    }
  });
});

describe('money', () => {
  const until = '2026-11-25T15:30:00.000Z';
  const words = (changes: Parameters<typeof anOldSubscription>[0]) => moneyWords(anOldSubscription(changes), now, en);

  it('stands out while it can be saved, to the minute', () => {
    const { note, isUrgent } = words({ status: 'active', cancellableUntil: until });
    assert.equal(isUrgent, true);
    assert.ok(note.includes(dayAndTime('2026-11-25T15:30:00Z')));
    golden('money: can be saved', note);
  });

  it('is owed until the term ends once the window is over', () => {
    golden('money: the window is over', words({ status: 'active', cancellableUntil: now }).note);
    golden('money: suspended', words({ status: 'suspended' }).note);
    golden('money: renews itself', words({ status: 'active', autoRenews: true }).note);
  });

  it('follows use where there is no term', () => {
    golden('money: an Azure plan', words({ isAzurePlan: true, status: 'active' }).note);
    golden('money: no term', words({ termEndsAt: undefined, status: 'active' }).note);
    golden('money: a trial', words({ isTrial: true, status: 'active' }).note);
  });

  it('is told for every state, and an urgent one is never among those left out', () => {
    const states: readonly SubscriptionStatus[] = ['none', 'active', 'pending', 'suspended', 'disabled', 'unknown'];
    for (const status of states) assert.match(words({ status }).note, /^[A-Z].*\.$/);
    const many = Array.from({ length: 100 }, (_, index) => anOldSubscription({ id: `${index}`, status: 'active' }));
    const last = anOldSubscription({ id: 'last', status: 'active', offerName: 'Urgent', cancellableUntil: until });
    const card = cardOf({ subscriptions: { value: [...many, last] } });
    assertGoodCard(card);
    golden('very many subscriptions, one of them urgent', card);
    assert.match(textOf(card), /Urgent · 25/);
  });
});

describe('a huge plan', () => {
  const huge = (length: number): Inventory => ({
    ...someTies(),
    relationships: {
      value: Array.from({ length }, (_, index) => ({
        relationship: aRelationship({
          id: `r-${index}`,
          displayName: `${index} ${longName}`.slice(0, 50),
          status: (['active', 'terminated', 'approvalPending', 'unknown'] as const)[index % 4] ?? 'active',
        }),
        assignments:
          index % 5 === 4
            ? { failed: { reason: 'noRights', service: 'graph', requestId: '9fef8b23-6e3e-45d2-8678-e9fe89c35af5' } }
            : { value: [anAssignment(`b0000000-0000-4000-8000-0000000001${index % 90}`, { id: `a-${index}` })] },
      })),
    },
    consent: { failed: { reason: 'credentialRefused', requestId: '9fef8b23-6e3e-45d2-8678-e9fe89c35af5' } },
    subscriptions: {
      value: Array.from({ length }, (_, index) =>
        anOldSubscription({ id: `${index}`, offerName: `${index} ${longName}`, status: 'active', autoRenews: true }),
      ),
    },
    reservations: {
      value: Array.from({ length }, () => ({ productId: longName, kind: longName, quantity: 2, expiresAt: now })),
    },
  });
  const tenant: Tenant = { ...tenantBy.approved(), customer: { displayName: longName, domain: longName } };

  for (const length of [5, 12, 60, 150]) {
    it(`stays one that Teams takes, with some of every kind: ${length} of each`, () => {
      const notice = literal('x'.repeat(300), 300);
      const card = offboardingPlanView({ ...readOf(huge(length), tenant), needsSecond: true }, context, {
        back,
        notice,
      });
      assertGoodCard(card);
      assertGoodCard(
        offboardingReviewView(readOf(huge(length), tenant), offboardingBy.awaitsApproval(), context, {
          mayAgree: true,
          notice,
          back,
        }),
      );
      golden(`huge: ${length} of each`, card);
    });
  }
});

describe('the plan that a second admin reads', () => {
  const offboarding = offboardingBy.awaitsApproval();
  const review = (mayAgree: boolean, steps = offboarding.steps) =>
    offboardingReviewView({ ...readOf(), needsSecond: true }, { ...offboarding, steps }, context, { mayAgree, back });

  it('is the very same without anything to choose, and says what was left out', () => {
    const card = review(true, ['consent']);
    assertGoodCard(card);
    assert.deepEqual(inputsOf(card), {});
    golden('for a second admin', card);
  });

  it('says of a chosen reseller step that it cannot be undone', () => {
    golden('for a second admin, with the reseller step', review(true, ['reseller']));
  });

  it('offers Agree to whoever may agree only', () => {
    assert.deepEqual(buttonVerbs(review(true)), ['offboarding.approve', 'offboarding.undo', 'tenants.list']);
    assert.deepEqual(buttonVerbs(review(false)), ['offboarding.undo', 'tenants.list']);
  });
});

describe('a group that the access template does not know', () => {
  it('is told by its id', () => {
    const plan = aPlan({
      relationships: {
        value: [
          {
            relationship: aRelationship(),
            assignments: { value: [anAssignment('group-9'), anAssignment(serviceDesk)] },
          },
        ],
      },
    });
    golden('an unknown group', offboardingPlanView({ ...readOf(), plan }, context, { back }));
  });
});
