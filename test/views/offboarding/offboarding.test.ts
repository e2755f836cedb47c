// An offboarding's card says the state of every removal, in every stage, and what can be done about it.

import assert from 'node:assert/strict';
import type { Offboarding } from '../../../src/domain/offboarding/offboarding.js';
import { planOf } from '../../../src/domain/offboarding/plan.js';
import { type TaskRefusal, type TaskState, tasksOf } from '../../../src/domain/offboarding/task.js';
import { problemReasons } from '../../../src/domain/problem.js';
import { listTenants } from '../../../src/domain/tenant/list.js';
import { statuses } from '../../../src/domain/tenant/status.js';
import { TenantIndex } from '../../../src/domain/tenant/tenant-index.js';
import { offboardingView } from '../../../src/views/offboarding/offboarding.js';
import { certifiedOffboardingView, droppedOffboardingView } from '../../../src/views/offboarding/past-offboarding.js';
import { offboardingSentence } from '../../../src/views/offboarding/stage-words.js';
import type { ViewContext } from '../../../src/views/render/context.js';
import { dayAndTime, literal } from '../../../src/views/render/text.js';
import { leaveRestQuestion } from '../../../src/views/tenant/leave-question.js';
import { tenantView } from '../../../src/views/tenant/tenant.js';
import { tenantListView } from '../../../src/views/tenant/tenant-list.js';
import { en } from '../../../src/views/words/en/index.js';
import { anAssignment, aRelationship, aTemplates, megan, now, tenantBy } from '../../support/builders.js';
import { assertGoodCard } from '../../support/card-lint.js';
import { buttonVerbs, parts, pressables, textOf } from '../../support/card-reading.js';
import { goldenIn } from '../../support/golden.js';
import {
  anOffboarding,
  certificate,
  leaving,
  offboardingBy,
  refused,
  someTies,
  withStates,
} from '../../support/offboarding-scenes.js';

const context: ViewContext = { words: en, isSandbox: true, templates: aTemplates(), now, asOf: now, role: 'admin' };
const golden = goldenIn('offboarding');
const nasty = '**Contoso** [pay](https://evil.example) $' + '{1+1} {{DATE(2020-01-01T00:00:00Z)}}\n# x\u202Egnp';
const cardOf = (offboarding: Offboarding, role: ViewContext['role'] = 'admin') =>
  offboardingView(leaving(offboarding), { ...context, role });

describe('the card of an offboarding', () => {
  const verbs: Readonly<Record<keyof typeof offboardingBy, readonly string[]>> = {
    awaitsApproval: ['offboarding.review', 'offboarding.undo'],
    grace: ['offboarding.undo'],
    running: [],
    stopped: ['offboarding.retry', 'offboarding.askLeaveRest'],
    finished: [],
  };
  for (const stage of Object.keys(offboardingBy) as (keyof typeof offboardingBy)[]) {
    it(`is one that Teams shows, with the buttons of its stage for admins only: ${stage}`, () => {
      for (const role of [undefined, 'admin', 'operator', 'viewer'] as const) {
        const card = offboardingView(leaving(offboardingBy[stage]()), { ...context, role });
        assertGoodCard(card);
        if (role === undefined) golden(stage, card);
        const isAdmin = role === undefined || role === 'admin';
        assert.deepEqual(buttonVerbs(card), [...(isAdmin ? verbs[stage] : []), 'tenant.open']);
      }
    });
  }

  it('carries its own id in every button, so that none is taken for one of a later exit', () => {
    for (const draw of Object.values(offboardingBy)) {
      const offboarding = draw();
      for (const { verb, data } of pressables(cardOf(offboarding))) {
        if (verb?.startsWith('offboarding.')) assert.equal(data?.offboardingId, offboarding.id);
      }
    }
  });

  it('says until when a second admin can agree, and who decided', () => {
    const text = textOf(cardOf(offboardingBy.awaitsApproval()));
    assert.ok(text.includes(dayAndTime('2026-11-23T10:00:00Z')));
    assert.match(text, /\nAlex Wilber\n/);
  });

  it('says who agreed', () => {
    golden('agreed', cardOf(anOffboarding({ needsSecond: true, approval: { by: megan, at: now } })));
  });

  it('says when it begins and what will be removed, in the order in which that is done', () => {
    const text = textOf(cardOf(offboardingBy.grace()));
    assert.ok(text.includes(dayAndTime('2026-11-22T10:05:00Z')));
    golden(
      'what will be removed, in its order',
      text
        .split('\n')
        .filter((line) => line.startsWith('🗑️'))
        .join('\n'),
    );
  });

  it('counts what is proved and what was left', () => {
    const left: TaskState = { is: 'left', at: now, by: megan, refusal: { why: 'unconfirmed' } };
    golden('one proved, one left', cardOf(withStates(anOffboarding(), { is: 'proved', at: now }, left)));
  });
});

describe('a removal', () => {
  const second = (state: TaskState) => cardOf(withStates(anOffboarding(), { is: 'proved', at: now }, state));

  it('waits for its turn, is asked for, is with Microsoft, is proved', () => {
    golden('due', second({ is: 'due' }));
    golden('due, not possible yet', second({ is: 'due', triedAt: now }));
    golden('sent', second({ is: 'sent', at: now }));
    golden('proved', second({ is: 'proved', at: now }));
  });

  it('is refused with cause, cure and Microsoft’s request id, and holds up what depends on it', () => {
    golden('refused', second(refused));
  });

  it('names Microsoft’s own answer, while it is asked for again and once it is refused', () => {
    const problem = { reason: 'notAccepted', service: 'partnerCenter', answer: '400 3000', requestId: 'r-1' } as const;
    const cards = {
      'asked for again': second({ is: 'due', triedAt: now, problem }),
      'refused as not accepted': second({ is: 'refused', at: now, refusal: { why: 'microsoft', problem } }),
    };
    for (const [situation, card] of Object.entries(cards)) {
      golden(situation, card);
      assert.match(textOf(card), /400 3000/);
    }
    golden('asked for again, no usable answer', second({ is: 'due', triedAt: now, isUnknown: true, problem }));
  });

  it('is left by somebody, who is named', () => {
    const card = second({ is: 'left', at: now, by: megan, refusal: { why: 'inTheWay', obstacle: 'reservations' } });
    golden('left', card);
  });

  const reasons = problemReasons;
  const refusals: readonly TaskRefusal[] = [
    ...reasons.map((reason): TaskRefusal => ({ why: 'microsoft', problem: { reason } })),
    ...(
      ['reservations', 'activeSubscriptions', 'unread', 'noWayIn', 'noRoleForConsent', 'pendingInvitation'] as const
    ).map((obstacle): TaskRefusal => ({ why: 'inTheWay', obstacle })),
    { why: 'unconfirmed' },
  ];

  it('says in whole sentences why it came to nothing, of whatever kind it is', () => {
    const steps = ['assignments', 'consent', 'relationships', 'delegatedAdmin', 'reseller'] as const;
    for (const refusal of refusals) {
      const offboarding = anOffboarding({ steps });
      const card = cardOf(
        withStates(offboarding, ...offboarding.tasks.map((): TaskState => ({ is: 'refused', at: now, refusal }))),
      );
      assertGoodCard(card);
      // The first of these lines is the stage, the second the removal, whose time and reason follow.
      const said = textOf(card).split('\n');
      const [, refusedAt = 0] = said.flatMap((line, at) => (line.startsWith('⚠️ ') ? [at] : []));
      const why = said[refusedAt + 2] ?? '';
      golden(`why: ${JSON.stringify(refusal)}`, why);
      assert.match(why, /^[A-Z].*\.$/, JSON.stringify(refusal));
      assert.doesNotMatch(why, /undefined|access template/, why);
    }
  });
});

describe('an offboarding with very many removals', () => {
  const many = (state: (index: number) => TaskState): Offboarding => {
    const name = (index: number) => `${index} ${'Überaus lange Beziehung '.repeat(9)}`.slice(0, 50);
    const plan = planOf({
      ...someTies(),
      relationships: {
        value: Array.from({ length: 60 }, (_, index) => ({
          relationship: aRelationship({ id: `r-${index}`, displayName: name(index) }),
          assignments: { value: [anAssignment('b0000000-0000-4000-8000-000000000099', { id: `a-${index}` })] },
        })),
      },
    });
    const ids = { consent: 'c', delegatedAdmin: 'd', reseller: 'r' };
    const offboarding = anOffboarding({ plan, tasks: tasksOf(plan, ['assignments', 'consent', 'relationships'], ids) });
    return withStates(offboarding, ...offboarding.tasks.map((_, index) => state(index)));
  };
  const requestId = '9fef8b23-6e3e-45d2-8678-e9fe89c35af5';
  const reasons = problemReasons;
  const refusedFor = (index: number): TaskState => {
    const reason = reasons[index % reasons.length] ?? 'noRights';
    return { is: 'refused', at: now, refusal: { why: 'microsoft', problem: { reason, service: 'graph', requestId } } };
  };

  it('stays one that Teams shows, whatever was refused, and so does the question', () => {
    const offboarding = many((index) => (index < 5 ? { is: 'proved', at: now } : refusedFor(index)));
    const tenant = leaving(offboarding);
    const long = { ...tenant, customer: { displayName: 'Ü'.repeat(300), domain: 'x'.repeat(250) } };
    assertGoodCard(
      offboardingView(long, context, {
        headline: literal('x'.repeat(120), 120),
        notice: literal('x'.repeat(250), 250),
      }),
    );
    assertGoodCard(leaveRestQuestion(long, context));
    assertGoodCard(tenantView(long, context));
    golden('the question about very many', leaveRestQuestion(tenant, context));
  });

  it('shows what somebody has to deal with, and counts the rest', () => {
    const text = textOf(cardOf(many((index) => (index === 110 ? refusedFor(0) : { is: 'proved', at: now }))));
    assert.equal(text.split('\n').filter((line) => line.startsWith('⚠️ GDAP')).length, 1);
    golden('one of very many was refused', text);
  });

  it('tells the same reason once', () => {
    const text = textOf(cardOf(many((index) => (index < 3 ? refusedFor(0) : { is: 'proved', at: now }))));
    golden('the same reason three times', text);
  });
});

describe('the question whether to go on without what was refused', () => {
  it('says what stays and why, and what goes on', () => {
    const card = leaveRestQuestion(leaving(offboardingBy.stopped()), context);
    assertGoodCard(card);
    golden('the question whether to go on', card);
    assert.deepEqual(buttonVerbs(card), ['offboarding.leaveRest', 'offboarding.show']);
  });

  it('says when nothing else had to wait', () => {
    const offboarding = offboardingBy.finished();
    const last = offboarding.tasks.map(
      (task, index): TaskState => (index === offboarding.tasks.length - 1 ? refused : task.state),
    );
    const card = leaveRestQuestion(leaving(withStates({ ...offboarding, end: undefined }, ...last)), context);
    golden('the question where nothing else had to wait', card);
  });
});

describe('the card of a tenant', () => {
  it('leads admins to the plan in every status', () => {
    for (const status of statuses) {
      for (const role of ['viewer', 'operator', 'admin'] as const) {
        const card = tenantView(tenantBy[status](), { ...context, role });
        assertGoodCard(card);
        assert.equal(buttonVerbs(card).includes('offboarding.plan'), role === 'admin', `${status} ${role}`);
      }
    }
  });

  it('while it is being offboarded, says how far that is and offers nothing that would be refused', () => {
    for (const status of statuses) {
      for (const [stage, draw] of Object.entries(offboardingBy)) {
        const offboarding = draw();
        for (const role of ['viewer', 'admin'] as const) {
          const card = tenantView(leaving(offboarding, tenantBy[status]()), { ...context, role });
          assertGoodCard(card);
          assert.deepEqual(buttonVerbs(card), ['offboarding.show', 'tenants.list'], status);
          assert.ok(textOf(card).includes(offboardingSentence(offboarding, en)));
          golden(`the tenant, ${status}: ${stage}, for ${role}`, card);
        }
      }
    }
  });

  it('in the list only leads to the tenant, and says so', () => {
    const card = tenantListView(listTenants(new TenantIndex([leaving()]), { search: '', page: 1 }), context);
    assertGoodCard(card);
    golden('in the list', card);
    assert.ok(!buttonVerbs(card).includes('offboarding.show'));
  });
});

describe('foreign text on an offboarding’s card', () => {
  it('shows literally', () => {
    const by = { id: 'x', name: nasty };
    const left: TaskState = {
      is: 'left',
      at: now,
      by,
      refusal: { why: 'microsoft', problem: { reason: 'noRights', requestId: nasty } },
    };
    const base = anOffboarding({ by, approval: { by, at: now } });
    const tasks = base.tasks.map((task) =>
      task.target.kind === 'relationship' ? { ...task, target: { ...task.target, displayName: nasty } } : task,
    );
    const offboarding = withStates({ ...base, tasks }, left, refused);
    const tenant = { ...leaving(offboarding), customer: { displayName: nasty, domain: nasty } };
    const cards = [
      offboardingView(tenant, context),
      leaveRestQuestion(tenant, context),
      droppedOffboardingView(tenant, context),
      certifiedOffboardingView({ ...certificate, tenantName: nasty, by, approvedBy: by }, undefined, context),
    ];
    for (const card of cards) {
      assertGoodCard(card);
      for (const { type, text } of parts(card)) {
        if (type === 'TextBlock') assert.doesNotMatch(String(text), /Contoso|evil/);
        if (type === 'TextRun') assert.doesNotMatch(String(text), /{{DATE\(2020/);
      }
      assert.doesNotMatch(JSON.stringify(card), /\u202E/);
      assert.match(textOf(card), /\*\*Contoso\*\* \[pay\]\(https:\/\/evil\.example\)/);
    }
  });
});
