// The plan's card says what becomes of everything, and stays one that Teams shows, however much there is.
import assert from 'node:assert/strict';
import { type RelationshipStatus, relationshipStatuses } from '../../../src/domain/access/relationship.js';
import type { Inventory, SubscriptionStatus } from '../../../src/domain/offboarding/inventory.js';
import type { ReasonNot } from '../../../src/domain/offboarding/obstacles.js';
import { type OffboardingChoice, offboardingChoices, planOf } from '../../../src/domain/offboarding/plan.js';
import type { ProblemReason } from '../../../src/domain/problem.js';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import { confirmationName, isNameTyped } from '../../../src/views/offboarding/confirmation-name.js';
import {
  offboardingPlanView,
  offboardingReviewView,
  type PlanCardExtras,
} from '../../../src/views/offboarding/plan.js';
import { reasonWords } from '../../../src/views/offboarding/reason-words.js';
import { moneyWords } from '../../../src/views/offboarding/subscription-words.js';
import type { ViewContext } from '../../../src/views/render/context.js';
import { listButton } from '../../../src/views/tenant/buttons.js';
import { anAssignment, aRelationship, aTemplate, contoso, now, serviceDesk, tenantBy } from '../../support/builders.js';
import { assertGoodCard } from '../../support/card-lint.js';
import { buttonsOf, inputsOf, parts, pressables, textOf } from '../../support/card-reading.js';
import { anOldSubscription } from '../../support/offboarding-builders.js';
import { aPlan, offboardingBy, someTies } from '../../support/offboarding-scenes.js';

const context: ViewContext = { isSandbox: true, template: aTemplate(), now, asOf: now, role: 'admin' };
const back = listButton({}, 'Back');
const nasty = '**Contoso** [pay](https://evil.example) $' + '{1+1} {{DATE(2020-01-01T00:00:00Z)}}\n# x\u202Egnp';
const long = 'Überaus lange Kundengesellschaft '.repeat(9);

function readOf(inventory: Partial<Inventory> = {}, tenant: Tenant = tenantBy.approved()) {
  return { tenant, plan: planOf(someTies(inventory)), planHash: 'mark-1', needsSecond: false, graceSeconds: 300 };
}

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
    const text = textOf(card);
    assert.match(text, /Nothing has happened yet\..*{{DATE\(2026-11-22T10:00:00Z\)}} {{TIME/);
    for (const kind of ['2 access assignments', 'Consent of your application', '2 GDAP relationships']) {
      assert.match(text, new RegExp(`^${kind}\n🗑️ Will be removed$`, 'm'));
    }
    assert.match(text, /^Reseller relationship\n❔ Can be chosen\n⚠️ .*cannot be undone/m);
    assert.match(text, /^1 subscription\n➖ Stays$/m);
    assert.match(text, /Service Desk · 1 role · Gatehouse-…-1/);
    assert.match(text, /^•? *Gatehouse-\S+-1\nActive until {{DATE\(2028-11-01T10:00:00Z, SHORT\)}}$/m);
    assert.match(text, /Made by hand\nActive until {{DATE\(2028-11-01T10:00:00Z, SHORT\)}} · not made by Gatehouse/);
  });

  it('has the steps to choose from, chosen but for the one that cannot be undone', () => {
    const card = cardOf();
    assert.deepEqual(
      choicesOn(card).map(({ value }) => value),
      offboardingChoices,
    );
    assert.deepEqual(inputsOf(card), { steps: 'assignments,consent,relationships,delegatedAdmin', name: '' });
    assert.match(choicesOn(card).at(-1)?.title ?? '', /cannot be undone/);
  });

  it('keeps what somebody had chosen and typed, as far as there still is such a step', () => {
    const steps: readonly OffboardingChoice[] = ['consent', 'reseller'];
    const card = cardOf({ consent: { value: 'none' } }, { steps, typed: 'Contoso' });
    assert.deepEqual(inputsOf(card), { steps: 'reseller', name: 'Contoso' });
    assert.match(textOf(card), /Not there: consent of your application\./);
  });

  it('decides by the mark and the version that the person saw; no other button takes what was typed along', () => {
    const card = cardOf();
    const [decide, ...others] = pressables(card);
    assert.equal(decide?.verb, 'offboarding.decide');
    assert.equal(decide?.data?.planHash, 'mark-1');
    assert.equal(decide?.data?.version, tenantBy.approved().version);
    assert.deepEqual(buttonsOf(card), ['Offboard completely', 'Read again', 'Export the plan', 'Back']);
    for (const button of others) assert.equal('associatedInputs' in button && button.associatedInputs, 'none');
  });

  it('says what comes next: at once, after a while, or only when another admin agrees', () => {
    const next = (rules: { readonly needsSecond: boolean; readonly graceSeconds: number }) =>
      textOf(offboardingPlanView({ ...readOf(), ...rules }, context, { back }));
    assert.match(next({ needsSecond: false, graceSeconds: 0 }), /It begins at once/);
    assert.match(
      next({ needsSecond: false, graceSeconds: 60 }),
      /It begins 1 minute after you agree\. Until then Undo/,
    );
    assert.match(next({ needsSecond: true, graceSeconds: 300 }), /Another admin .* within a day/);
    assert.match(next({ needsSecond: true, graceSeconds: 300 }), /It begins 5 minutes after that/);
    assert.match(next({ needsSecond: true, graceSeconds: 0 }), /as soon as that admin has agreed/);
    assert.match(next({ needsSecond: false, graceSeconds: 90 }), /90 seconds/);
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
    assert.match(textOf(card), /nothing that Gatehouse can remove here\. You still get the certificate/);
    assert.match(
      textOf(card),
      /Not there: consent of your application, delegated admin \(DAP\), reseller relationship/,
    );
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
      const { why, who } = reasonWords(reason as ReasonNot);
      const card = cardOf(inventory);
      assertGoodCard(card);
      assert.match(textOf(card), /⛔ Cannot be removed/);
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
      const text = textOf(card);
      assert.match(
        text,
        /^Could not be read\n❓ Not known\nNothing is known of this, so Gatehouse leaves it alone\. /m,
      );
      assert.match(text, /GDAP relationships · request id request-1/);
      assert.match(text, /Delegated admin \(DAP\) and the reseller relationship · request id/);
      assert.doesNotMatch(text, /Not there/);
    }
  });

  it('says of every state of a relationship what it is', () => {
    const states: readonly RelationshipStatus[] = [...relationshipStatuses, 'unknown', 'gone'];
    for (const status of states) {
      const card = cardOf({ relationships: { value: [{ relationship: aRelationship({ status }) }] } });
      assertGoodCard(card);
      assert.doesNotMatch(textOf(card), /undefined/);
      const isOver = status === 'expired' || status === 'terminated' || status === 'gone';
      assert.equal(textOf(card).includes('1 earlier GDAP relationship\n➖ Over already'), isOver, status);
    }
  });
});

describe('money', () => {
  const until = '2026-11-25T15:30:00.000Z';
  const words = (changes: Parameters<typeof anOldSubscription>[0]) => moneyWords(anOldSubscription(changes), now);

  it('stands out while it can be saved, to the minute', () => {
    const { note, isUrgent } = words({ status: 'active', cancellableUntil: until });
    assert.equal(isUrgent, true);
    assert.equal(
      note,
      '⏰ Can be cancelled for money back until {{DATE(2026-11-25T15:30:00Z)}} {{TIME(2026-11-25T15:30:00Z)}}.',
    );
  });

  it('is owed until the term ends once the window is over', () => {
    const term = 'billed until its term ends on {{DATE(2027-06-01T00:00:00Z, SHORT)}}';
    assert.equal(words({ status: 'active', cancellableUntil: now }).note, `B${term.slice(1)}.`);
    assert.equal(words({ status: 'suspended' }).note, `Suspended: still ${term}.`);
    assert.match(words({ status: 'active', autoRenews: true }).note, /, and then renews itself/);
  });

  it('follows use where there is no term', () => {
    assert.match(words({ isAzurePlan: true, status: 'active' }).note, /^Billed by use/);
    assert.match(words({ termEndsAt: undefined, status: 'active' }).note, /^Billed until it is cancelled/);
    assert.match(words({ isTrial: true, status: 'active' }).note, /^Trial: until/);
  });

  it('is told for every state, and an urgent one is never among those left out', () => {
    const states: readonly SubscriptionStatus[] = ['none', 'active', 'pending', 'suspended', 'disabled', 'unknown'];
    for (const status of states) assert.match(words({ status }).note, /^[A-Z].*\.$/);
    const many = Array.from({ length: 100 }, (_, index) => anOldSubscription({ id: `${index}`, status: 'active' }));
    const last = anOldSubscription({ id: 'last', status: 'active', offerName: 'Urgent', cancellableUntil: until });
    const card = cardOf({ subscriptions: { value: [...many, last] } });
    assertGoodCard(card);
    assert.match(textOf(card), /Urgent · 25 ×/);
    assert.match(textOf(card), /^and \d\d more$/m);
  });
});

describe('a huge plan', () => {
  const huge = (length: number): Inventory => ({
    ...someTies(),
    relationships: {
      value: Array.from({ length }, (_, index) => ({
        relationship: aRelationship({
          id: `r-${index}`,
          displayName: `${index} ${long}`.slice(0, 50),
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
        anOldSubscription({ id: `${index}`, offerName: `${index} ${long}`, status: 'active', autoRenews: true }),
      ),
    },
    reservations: {
      value: Array.from({ length }, () => ({ productId: long, kind: long, quantity: 2, expiresAt: now })),
    },
  });
  const tenant: Tenant = { ...tenantBy.approved(), customer: { displayName: long, domain: long } };

  for (const length of [5, 12, 60, 150]) {
    it(`stays one that Teams takes, with some of every kind: ${length} of each`, () => {
      const notice = 'x'.repeat(300);
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
      assert.match(textOf(card), /^and \d+ more$/m);
    });
  }

  it('shows everything where everything fits', () => {
    assert.doesNotMatch(textOf(cardOf()), /and \d+ more/);
  });
});

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

describe('the name that is typed', () => {
  const named = (displayName: string) => ({ tenantId: contoso, customer: { displayName, domain: '' } });

  it('is the tenant’s, whatever its case, white space and form of characters', () => {
    const tenant = named('  Contoso\u00A0 Ltd\u200B ﬁne');
    assert.equal(confirmationName(tenant), 'Contoso Ltd ﬁne');
    for (const typed of ['Contoso Ltd ﬁne', 'contoso  ltd fine ', '\tCONTOSO LTD FINE']) {
      assert.ok(isNameTyped(typed, tenant), typed);
    }
    for (const typed of ['', 'Contoso', 'ContosoLtdfine', 'Contoso Ltd fine 2']) {
      assert.ok(!isNameTyped(typed, tenant), typed);
    }
  });

  it('can be copied from the card, where a date in it has been broken up', () => {
    const tenant = named('a {{DATE(x)}}');
    assert.ok(isNameTyped(confirmationName(tenant), tenant));
    assert.ok(isNameTyped('a {{DATE(x)}}', tenant));
  });

  it('is the tenant’s id where the name is empty or endless, so that nobody agrees by typing nothing', () => {
    for (const name of ['', ' \u200B\n', long]) {
      assert.equal(confirmationName(named(name)), contoso);
      assert.ok(isNameTyped(contoso.toUpperCase(), named(name)));
      assert.ok(!isNameTyped(name, named(name)));
    }
  });
});

describe('the plan that a second admin reads', () => {
  const offboarding = offboardingBy.awaitsApproval();
  const review = (mayAgree: boolean, steps = offboarding.steps) =>
    offboardingReviewView({ ...readOf(), needsSecond: true }, { ...offboarding, steps }, context, { mayAgree, back });

  it('is the very same without anything to choose, and says what was left out', () => {
    const card = review(true, ['consent']);
    assertGoodCard(card);
    assert.deepEqual(inputsOf(card), {});
    assert.match(textOf(card), /2 access assignments\n➖ Left out/);
    assert.match(textOf(card), /Consent of your application\n🗑️ Will be removed/);
    assert.match(textOf(card), /Reseller relationship\n➖ Left out\n1 subscription/);
    assert.match(textOf(card), /It begins 5 minutes after you agree/);
    assert.doesNotMatch(textOf(card), /Another admin/);
  });

  it('says of a chosen reseller step that it cannot be undone', () => {
    assert.match(
      textOf(review(true, ['reseller'])),
      /Reseller relationship\n🗑️ Will be removed\n⚠️ This cannot be undone/,
    );
  });

  it('offers Agree to whoever may agree only', () => {
    assert.deepEqual(buttonsOf(review(true)), ['Agree', 'No, drop it', 'Back']);
    assert.deepEqual(buttonsOf(review(false)), ['No, drop it', 'Back']);
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
    const text = textOf(offboardingPlanView({ ...readOf(), plan }, context, { back }));
    assert.match(text, /Group group-9 · 1 role\n/);
    assert.match(text, /Service Desk · 1 role\n/);
  });
});
