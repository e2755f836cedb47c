// Every card, in every state, is one that Teams shows, that says what's so, and that foreign text can't bend.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import type { Limitation } from '../../src/domain/access/limitation.js';
import { isAboutSignIn, problemReasons } from '../../src/domain/problem.js';
import { listTenants } from '../../src/domain/tenant/list.js';
import { statuses } from '../../src/domain/tenant/status.js';
import type { Tenant } from '../../src/domain/tenant/tenant.js';
import { TenantIndex } from '../../src/domain/tenant/tenant-index.js';
import { addDays } from '../../src/domain/time.js';
import { languages, wordsIn } from '../../src/views/catalogue.js';
import { wordsFor } from '../../src/views/explain/limitation-words.js';
import { headline, refusalNotice } from '../../src/views/explain/notices.js';
import { statusReportView } from '../../src/views/health/status-report.js';
import type { ViewContext } from '../../src/views/render/context.js';
import { messageView } from '../../src/views/render/message.js';
import { listButton } from '../../src/views/render/navigation.js';
import { partNames, templateNames } from '../../src/views/render/templates.js';
import { literal, phrase } from '../../src/views/render/text.js';
import { approvalLinkView } from '../../src/views/tenant/approval-link.js';
import { auditHistoryView } from '../../src/views/tenant/audit-history.js';
import { greetingView, helpView, notUnderstoodView } from '../../src/views/tenant/help.js';
import { limitationsView } from '../../src/views/tenant/limitations.js';
import {
  acceptLimitationsQuestion,
  disableQuestion,
  removeDelegatedAdminQuestion,
  reservationsInTheWay,
} from '../../src/views/tenant/questions.js';
import { tenantView } from '../../src/views/tenant/tenant.js';
import { tenantListView } from '../../src/views/tenant/tenant-list.js';
import { en } from '../../src/views/words/en/index.js';
import {
  alex,
  anObservation,
  aTemplates,
  aTenant,
  enabled,
  globalReader,
  having,
  now,
  seen,
  tenantBy,
} from '../support/builders.js';
import { assertGoodCard } from '../support/card-lint.js';
import { parts, textOf } from '../support/card-reading.js';
import { goldenIn } from '../support/golden.js';

const golden = goldenIn('cards');
const context: ViewContext = { words: en, isSandbox: true, templates: aTemplates(), now, asOf: now };
const position = { status: 'issuesFound', search: 'contoso', page: 3 } as const;
const back = listButton(position, en, phrase`Back`);
const link = 'https://admin.microsoft.com/AdminPortal/Home#/partners/invitation/granularAdminRelationships/a-b';
const approval = { link, sender: alex, language: 'en', position, inList: false, back } as const;

const reasons = problemReasons;
const requestId = '9fef8b23-6e3e-45d2-8678-e9fe89c35af5';
const limitations: readonly Limitation[] = [
  { code: 'requestElsewhere', relationshipName: 'By hand' },
  { code: 'roleMissing', roles: [globalReader], relationshipName: 'Ours' },
  { code: 'templateChanged', roles: [globalReader], relationshipName: 'Ours' },
  { code: 'assignmentFailed', groupName: 'Security' },
  { code: 'assignmentGone', groupName: 'Security' },
  { code: 'rolesTakenAway', groupName: 'Security', roles: [globalReader] },
  { code: 'noAzurePlan' },
  { code: 'azurePlanNotActive' },
  { code: 'notReseller' },
  { code: 'takesTooLong', waitingSince: now },
  { code: 'unknownStatus', relationshipName: 'Ours' },
  ...(['terminated', 'expired', 'expiring', 'gone', 'declined', 'lapsed'] as const).map(
    (ending) => ({ code: 'relationshipLost', ending, relationshipName: 'Ours' }) as const,
  ),
  ...reasons.flatMap(
    (reason) =>
      [
        { code: 'requestRefused', problem: { reason, requestId }, relationshipName: 'Ours' },
        { code: 'groupNotAssigned', problem: { reason, requestId }, groupName: 'Security' },
        { code: 'couldNotCheck', what: 'azurePlan', problem: { reason, requestId } },
      ] as const,
  ),
];
const withLimitations = (...found: readonly Limitation[]) =>
  having(tenantBy.approved(), { type: 'issuesFound', limitations: found });
const removing: Tenant = having(
  tenantBy.approved(),
  { type: 'delegatedAdminRead', granted: true },
  { type: 'delegatedAdminRemovalRequested', by: alex, requestId },
);

/** A tenant whose auto-extend is off against its template. */
function drifting(): Tenant {
  const { onboarding, ...tenant } = tenantBy.approved();
  const coverage = { is: 'ends', on: addDays(now, 400), relationshipId: 'relationship-1', keep: 'extend' } as const;
  return { ...tenant, onboarding: onboarding && { ...onboarding, coverage } };
}

/** Every card that can be drawn of a tenant, by what it is. */
function cardsOf(tenant: Tenant): Readonly<Record<string, unknown>> {
  const reservations = [{ productId: 'DZH318Z0BQ3W', kind: 'virtualmachines', quantity: 2, expiresAt: now }];
  return {
    tenant: tenantView(tenant, context, { position, notice: refusalNotice('outdated', tenant, en) }),
    news: tenantView(tenant, context, { headline: headline('approved', tenant, en) }),
    list: tenantListView(listTenants(new TenantIndex([tenant]), { search: '', page: 1 }), context, {
      text: phrase`A notice`,
    }),
    approvalLink: approvalLinkView(tenant, approval, context),
    limitations: limitationsView(tenant, context, position, back),
    ...(tenant.status === 'issuesFound' && {
      acceptLimitations: acceptLimitationsQuestion(tenant, alex, context, position),
    }),
    disable: disableQuestion(tenant, context, position),
    removeDelegatedAdmin: removeDelegatedAdminQuestion(tenant, context, position),
    reservations: reservationsInTheWay(tenant, reservations, context, position),
  };
}

const states: Readonly<Record<string, Tenant>> = {
  ...Object.fromEntries(statuses.map((status) => [status, tenantBy[status]()])),
  'accepted limitations': having(tenantBy.issuesFound(), { type: 'limitationsAccepted', by: alex }),
  'looking again': having(tenantBy.issuesFound(), { type: 'revalidationRequested', by: alex }),
  'a look that failed': having(tenantBy.issuesFound(), { type: 'checkFailed', problem: { reason: 'unreachable' } }),
  'auto-extend that is off': drifting(),
  'access still live': having(tenantBy.approved(), { type: 'disabled', by: alex }),
  'delegated admin being removed': removing,
  'delegated admin sent': having(removing, { type: 'delegatedAdminRemovalSent' }),
  'delegated admin refused': having(removing, {
    type: 'delegatedAdminRemovalRefused',
    refusal: { why: 'microsoft', at: now, problem: { reason: 'noRights', requestId } },
  }),
};

describe('every card', () => {
  for (const [state, tenant] of Object.entries(states)) {
    it(`is one that Teams shows: ${state}`, () => {
      for (const [what, card] of Object.entries(cardsOf(tenant))) {
        assert.doesNotThrow(() => assertGoodCard(card), what);
        golden(`${what} of a tenant: ${state}`, card);
        assert.ok(!JSON.stringify(card).includes('${'), what);
      }
    });
  }

  it('is one that Teams shows: help, greeting, messages and reports', () => {
    const entries = [
      { at: now, what: 'onboardingRequested', by: alex.id },
      { at: now, what: 'stepRefused', by: 'somebody', why: 'noRights', requestId },
      { at: now, what: 'commandRefused', by: alex.id, asked: 'disable', why: 'outdated' },
      { at: now, what: 'accessDenied', by: 'somebody', asked: 'tenant.disable' },
    ];
    const history = auditHistoryView({ tenantId: 'id', tenant: tenantBy.approved(), entries, page: 1 }, context);
    const unreachable = { why: 'Teams answered 403', since: now };
    const report = statusReportView(
      {
        findings: [],
        counts: { issuesFound: 1, needsApproval: 0, awaitingMicrosoft: 0, approved: 2, notConfigured: 3 },
        conversations: [
          { kind: 'channel', teamName: 'Service Desk', isGeneral: true, subscribed: true, waiting: 2 },
          { kind: 'groupChat', subscribed: true, waiting: 0, unreachable },
        ],
      },
      { ...context, failing: { since: now, problem: { reason: 'signInExpired' } } },
    );
    const said = messageView({ title: phrase`A title`, lines: [phrase`one`, phrase`two`] }, context);
    const cards = {
      help: helpView(context),
      'help for what is not understood': notUnderstoodView('what?', '/tenants', context),
      'greeting of one person': greetingView(context, true),
      'greeting of a group': greetingView(context, false),
      message: said,
      history,
      status: report,
    };
    for (const [what, card] of Object.entries(cards)) {
      assertGoodCard(card);
      golden(what, card);
    }
  });

  it('is one that Teams shows: each limitation', () => {
    for (const limitation of limitations) {
      const tenant = withLimitations(limitation);
      assertGoodCard(limitationsView(tenant, context, position, back));
      assertGoodCard(tenantView(tenant, context));
    }
  });

  it('says nothing of a sandbox where there is none', () => {
    assert.doesNotMatch(textOf(tenantView(aTenant(), { ...context, isSandbox: false })), /sandbox/i);
  });

  it('has a template, and each template a card', () => {
    const files = readdirSync(new URL('../../cards/', import.meta.url)).map((name) => name.replace('.json', ''));
    assert.deepEqual(files.sort(), [...templateNames, ...partNames].sort());
  });
});

describe('a full page of the list', () => {
  const worst = (number: number): Tenant => ({
    ...withLimitations(...limitations.filter((each) => !('problem' in each) || !isAboutSignIn(each.problem))),
    tenantId: `10000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    customer: {
      displayName: `${number} ${'Überaus lange Kundengesellschaft '.repeat(9)}`,
      domain: `${'x'.repeat(63)}.example`.repeat(3),
    },
  });

  it('stays small with the longest names and a search', () => {
    const tenants = Array.from({ length: 40 }, (_, number) => worst(number));
    const search = 'Überaus lange Kundengesellschaft Überaus lange Kundengesellschaft';
    const page = listTenants(new TenantIndex(tenants), { status: 'issuesFound', search, page: 2 });
    assert.equal(page.rows.length, 10);
    const notice = { text: refusalNotice('outdated', worst(1), en), tenantId: worst(1).tenantId };
    const card = tenantListView(page, context, notice);
    assertGoodCard(card);
    // Other languages have longer words.
    assert.ok(JSON.stringify(card).length * 2 <= 28 * 1024 - 1920, `${JSON.stringify(card).length * 2} bytes`);
  });

  it('stays small with the longest names and all filters, in every language', () => {
    const page = listTenants(new TenantIndex(Array.from({ length: 40 }, (_, number) => worst(number))), {
      search: '',
      page: 2,
    });
    for (const language of languages) {
      const card = tenantListView(page, { ...context, words: wordsIn(language) });
      assert.ok(JSON.stringify(card).length * 2 < 28 * 1024, `${language}: ${JSON.stringify(card).length * 2} bytes`);
    }
  });

  it('stays small for a tenant with every limitation at once', () => {
    assertGoodCard(tenantView(worst(1), context, { position }));
  });
});

describe('a limitation', () => {
  it('blames the template for a 400 only while no other customer has the same', () => {
    const problem = { reason: 'notAccepted', requestId } as const;
    const refused = { code: 'requestRefused', problem, relationshipName: 'Ours' } as const;
    const group = { code: 'groupNotAssigned', problem, groupName: 'Security' } as const;
    const evidence = { isRequestTaken: true, groupNames: ['Security'] };
    for (const limitation of [refused, group]) {
      const { code } = limitation;
      const [first, alone] = [wordsFor(limitation, en), wordsFor(limitation, en, evidence)];
      golden(`${code}, the first that was refused`, `${first.cause}\n${first.cure}`);
      golden(`${code}, of this customer alone`, `${alone.cause}\n${alone.cure}`);
      assert.notEqual(first.cure, alone.cure);
    }
  });

  it('says what is wrong, why and what to do, in whole sentences', () => {
    for (const limitation of limitations) {
      const { title, cause, cure } = wordsFor(limitation, en);
      golden(`limitation ${JSON.stringify(limitation)}`, [title, cause, cure].join('\n'));
      assert.ok(title.length > 5 && title.length < 120, title);
      assert.match(cause, /\.$/, cause);
      assert.match(cure, /\.$/, cure);
      assert.doesNotMatch(title + cause + cure, /undefined|\[object/);
    }
  });

  it('never says that something is missing when the check failed', () => {
    for (const reason of reasons) {
      const { title, cause } = wordsFor({ code: 'couldNotCheck', what: 'azurePlan', problem: { reason } }, en);
      assert.notEqual(title, wordsFor({ code: 'noAzurePlan' }, en).title);
      assert.doesNotMatch(title + cause, /missing|no Azure plan/i);
    }
  });
});

describe('foreign text', () => {
  const nasty =
    '**Contoso** [pay here](https://evil.example) $' +
    '{1+1} {{DATE(2020-01-01T00:00:00Z)}}\n# Heading <b>x</b>\u202Egnp';
  const bent = (tenant: Tenant): Tenant => ({
    ...tenant,
    customer: { displayName: nasty, domain: nasty },
    history: tenant.history.map((entry) => ({ ...entry, by: { id: 'x', name: nasty } })),
  });

  it('shows literally: never where a client reads markdown, never as a date, never evaluated', () => {
    const tenant = bent(seen(aTenant(enabled), anObservation({ azure: { value: 'none' } })));
    for (const [what, card] of Object.entries(cardsOf(tenant))) {
      for (const part of parts(card)) {
        if (part.type === 'TextBlock') assert.doesNotMatch(String(part.text), /Contoso\*\*|evil/, what);
        if (part.type === 'TextRun') assert.doesNotMatch(String(part.text), /{{DATE\(2020/, what);
      }
      assert.doesNotMatch(JSON.stringify(card), /\u202E/, what);
    }
    assert.match(
      textOf(tenantView(tenant, context)),
      /\*\*Contoso\*\* \[pay here\]\(https:\/\/evil\.example\) \$\{1\+1\}/,
    );
  });

  it('is one line of bounded length', () => {
    assert.equal(literal('a\r\n\tb\u0000c'), 'a b c');
    assert.equal(literal('x'.repeat(100), 10), `${'x'.repeat(9)}…`);
    assert.equal([...literal('😀'.repeat(100), 10)].length, 10);
  });
});
