// What people read of a batch: its question, its card, and the line that says it's over, in every language.
import assert from 'node:assert/strict';
import type { Limitation } from '../../../src/domain/access/limitation.js';
import { type Batch, type BatchAction, newBatch, type UniformAction } from '../../../src/domain/batch/batch.js';
import type { BatchPlan } from '../../../src/domain/batch/plan.js';
import type { BatchProgress } from '../../../src/domain/batch/progress.js';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import { batchHeadline, batchOverView, batchView } from '../../../src/views/batch/batch-card.js';
import { durationWords } from '../../../src/views/batch/batch-lines.js';
import { cameTogetherView, reviewsDueView, unansweredView } from '../../../src/views/batch/batch-news.js';
import { batchQuestionView } from '../../../src/views/batch/batch-question.js';
import type { FirstTenant } from '../../../src/views/batch/batch-subject.js';
import { type Language, languages, wordsIn } from '../../../src/views/catalogue.js';
import { privilegedRoleNames } from '../../../src/views/explain/privileged-roles.js';
import type { ViewContext } from '../../../src/views/render/context.js';
import { alex, aTemplate, aTemplates, megan, now, tenantBy } from '../../support/builders.js';
import { assertGoodCard } from '../../support/card-lint.js';
import { buttonFor, buttonVerbs, textOf } from '../../support/card-reading.js';
import { goldenIn } from '../../support/golden.js';

const golden = goldenIn('batch');
const contextIn = (language: Language, changes: Partial<ViewContext> = {}): ViewContext => ({
  ...{ words: wordsIn(language), isSandbox: true, templates: aTemplates(), now, asOf: now },
  ...changes,
});
const batchId = 'b0000000-0000-4000-8000-0000000000b1';
const actions: readonly UniformAction[] = [
  { do: 'enable' },
  { do: 'revalidate' },
  { do: 'keepAccess' },
  { do: 'tag', added: ['vip', 'gold'], removed: ['old'] },
  { do: 'disable' },
  { do: 'endEarlier' },
  { do: 'take' },
  { do: 'release' },
  { do: 'releaseOther' },
];
const plan: BatchPlan = {
  tenantIds: Array.from({ length: 412 }, (_, number) => `tenant-${number}`),
  requestIds: Array.from({ length: 380 }, (_, number) => `tenant-${number}`),
  fine: 37,
  refused: [
    { why: 'microsoftAtWork', count: 12 },
    { why: 'sameAdmin', count: 1 },
  ],
  seconds: 380,
};
const requestsOf = (action: BatchAction) =>
  action.do === 'enable' || action.do === 'keepAccess' ? {} : { requestIds: [], seconds: 206 };
const question = (action: UniformAction, language: Language, changes: Partial<BatchPlan> = {}, notice?: '') => {
  const asked = {
    batchId,
    action,
    plan: { ...plan, ...changes },
    names: changes.tenantIds ? [] : ['Contoso Ltd', '[Fabrikam](https://evil.example)'],
    requestNames: changes.requestIds?.length ? ['[Fabrikam](https://evil.example)'] : [],
    planHash: 'hash',
    query: { search: 'tag:vip' },
    takesSecond: false,
    notice,
  };
  const drawn = batchQuestionView(asked, contextIn(language));
  assertGoodCard({ ...drawn, lang: 'en' });
  return drawn;
};
const begun = (action: BatchAction = { do: 'enable' }): Batch => {
  const asked = { id: batchId, action, by: alex, conversationId: 'chat', at: now };
  return newBatch(asked, plan.tenantIds).batch;
};
const progress: BatchProgress = {
  done: 37,
  underWay: 5,
  doneTo: [],
  fine: 3,
  refused: [
    { why: 'noCustomer', count: 2 },
    { why: 'roleLost', count: 1 },
  ],
  waiting: 369,
  requests: 0,
  secondsLeft: 369,
  next: [],
  isAtRest: false,
};
const doneTo: readonly Tenant[] = [
  ...Array.from({ length: 380 }, () => tenantBy.needsApproval()),
  ...Array.from({ length: 20 }, () => tenantBy.approved()),
  ...Array.from({ length: 5 }, () => withIssue({ code: 'noAzurePlan' })),
  withIssue({ code: 'relationshipLost', ending: 'declined', relationshipName: 'Gatehouse-1' }),
];
const atEnd: BatchProgress = {
  ...progress,
  doneTo,
  done: 406,
  underWay: 0,
  waiting: 0,
  secondsLeft: 0,
  isAtRest: true,
};
function withIssue(limitation: Limitation): Tenant {
  const tenant = tenantBy.issuesFound();
  assert.ok(tenant.onboarding);
  return { ...tenant, onboarding: { ...tenant.onboarding, limitations: [limitation] } };
}
const stopped: Batch = { ...begun(), stopped: { by: megan, at: now }, endedAt: now };
const card = (batch: Batch, of: BatchProgress, language: Language, changes: Partial<ViewContext> = {}) => {
  const drawn = batchView(batch, of, contextIn(language, changes));
  assertGoodCard({ ...drawn, lang: 'en' });
  return drawn;
};

const first: readonly FirstTenant[] = [
  { name: 'Contoso Ltd', change: { tags: { added: ['vip'], removed: ['old'] }, template: 'default' } },
  { name: '[Fabrikam](https://evil.example)', change: { owner: megan } },
];
const awaiting = (action: BatchAction): Batch => {
  const basis = action.do === 'enable' || action.do === 'import' ? aTemplate().templateHash : '';
  return { ...begun(action), second: { basis } };
};

const named = (tenant: Tenant, number: number): Tenant => {
  return { ...tenant, customer: { ...tenant.customer, displayName: `Tenant ${number} [x](y)` } };
};

describe('the question before a batch', () => {
  for (const language of languages) {
    it(`names the number, and says what would become of whom and how long it takes: ${language}`, () => {
      for (const action of actions)
        golden(`question: ${action.do} (${language})`, question(action, language, requestsOf(action)));
      golden(
        `question: nothing to do (${language})`,
        question({ do: 'enable' }, language, { tenantIds: [], requestIds: [] }),
      );
      golden(
        `question: one new request (${language})`,
        question({ do: 'enable' }, language, { requestIds: ['tenant-1'] }),
      );
    });
  }

  it('has the number typed for what can’t be taken back, and for nothing else', () => {
    const inputs = (action: UniformAction) => JSON.stringify(question(action, 'en')).includes('Input.Text');
    assert.deepEqual(
      actions.filter(inputs).map((action) => action.do),
      ['disable', 'endEarlier'],
    );
  });

  it('says that a second admin is asked, where one is', () => {
    const asked = {
      batchId,
      action: { do: 'enable' },
      plan,
      names: [],
      requestNames: [],
      planHash: 'hash',
      query: { search: '' },
    } as const;
    const says = (takesSecond: boolean) => textOf(batchQuestionView({ ...asked, takesSecond }, contextIn('en')));
    const { willBeAsked } = wordsIn('en').secondAdmin;
    assert.deepEqual([says(false).includes(willBeAsked), says(true).includes(willBeAsked)], [false, true]);
  });

  it('says that access stays where a request stands beside it', () => {
    const said = (beside: number) => textOf(question({ do: 'enable' }, 'en', beside > 0 ? { beside } : {}));
    const stays = wordsIn('en').batches.presentStays;
    assert.deepEqual([said(0).includes(stays), said(3).includes(stays)], [false, true]);
  });

  it('carries what its yes begins, and a way back that changes nothing', () => {
    const drawn = question({ do: 'tag', added: ['vip', 'gold'], removed: ['old'] }, 'en');
    assert.deepEqual(buttonFor(drawn, 'batch.begin')?.data, {
      search: 'tag:vip',
      batchId,
      batchAction: 'tag',
      tags: 'vip gold -old',
      planHash: 'hash',
    });
    assert.deepEqual(buttonFor(drawn, 'tenants.list')?.data, { search: 'tag:vip' });
    assert.deepEqual(buttonVerbs(question({ do: 'enable' }, 'en', { tenantIds: [] })), ['tenants.list']);
  });

  it('carries the whole query, however long', () => {
    const search = 'tag:vip '.repeat(20).trim();
    const found = { plan, names: [], requestNames: [], planHash: 'hash', query: { search }, takesSecond: false };
    const asked = { batchId, action: { do: 'enable' }, ...found } as const;
    const yes = buttonFor(batchQuestionView(asked, contextIn('en')), 'batch.begin');
    assert.deepEqual(yes?.data, { search, batchId, batchAction: 'enable', planHash: 'hash' });
  });

  it('says a long time in hours', () => {
    const said = [1, 60, 61, 5340, 5400, 86_400].map((seconds) => durationWords(seconds, wordsIn('en')));
    assert.deepEqual(said, ['a minute', 'a minute', '2 minutes', '89 minutes', '2 hours', '24 hours']);
  });
});

describe('the card of a batch', () => {
  for (const language of languages) {
    it(`follows it from its beginning to its end: ${language}`, () => {
      golden(`card: under way (${language})`, card(begun(), progress, language));
      golden(`card: tags (${language})`, card(begun({ do: 'tag', added: ['vip'], removed: [] }), progress, language));
      golden(`card: stopped (${language})`, card(stopped, { ...progress, underWay: 0 }, language));
      golden(`card: finished (${language})`, card({ ...begun(), endedAt: now }, atEnd, language));
      const words = wordsIn(language);
      golden(`message: finished (${language})`, batchHeadline({ ...begun(), endedAt: now }, atEnd, words));
      golden(`message: stopped (${language})`, batchHeadline(stopped, progress, words));
      golden(
        `message: over (${language})`,
        batchOverView({ ...begun(), endedAt: now }, atEnd, contextIn(language)).card,
      );
    });

    it(`is followed by one message for what comes together later: ${language}`, () => {
      const came = cameTogetherView(doneTo.map(named), contextIn(language), begun());
      assertGoodCard({ ...came.card, lang: 'en' });
      golden(`message: came together (${language})`, came.card);
      const issues = doneTo.filter(({ status }) => status === 'issuesFound').slice(0, 2);
      golden(
        `message: issues of no batch (${language})`,
        cameTogetherView(issues.map(named), contextIn(language)).card,
      );
      const waiting = doneTo.slice(0, 22).map(named);
      golden(`message: unanswered (${language})`, unansweredView(waiting, contextIn(language)).card);
      golden(`message: reviews due (${language})`, reviewsDueView(waiting.slice(0, 7), contextIn(language)).card);
    });
  }

  for (const language of languages)
    it(`says what it's about while a second admin must approve, and where none did: ${language}`, () => {
      const drawn = batchView(awaiting({ do: 'enable' }), progress, contextIn(language), { first });
      golden(`card: awaits a second admin (${language})`, drawn);
      assertGoodCard({ ...drawn, lang: 'en' });
      golden(
        `card: an import awaits a second admin (${language})`,
        batchView(awaiting({ do: 'import' }), progress, contextIn(language), { first }),
      );
      const told = (batch: Batch) => batchOverView(batch, progress, contextIn(language), first).card;
      golden(`message: a second admin must approve (${language})`, told(awaiting({ do: 'endEarlier' })));
      for (const dropped of ['lapsed', 'stale'] as const) {
        const batch = awaiting({ do: 'disable' });
        golden(`message: ${dropped} (${language})`, told({ ...batch, second: { basis: '', dropped }, endedAt: now }));
      }
    });

  it('names the privileged roles that it gives, by the templates as they are, and no longer once it was approved', () => {
    const { privileged, plain } = {
      privileged: aTemplate(),
      plain: aTemplate({ name: 'plain', templateHash: 'p', assignments: [] }),
    };
    const templates = {
      default: 'default',
      templates: new Map([privileged, plain].map((each) => [each.name, each])),
      rules: [],
    };
    const { gives, givesNone } = wordsIn('en').batches.second;
    const reads = (basis: string, changes: Partial<NonNullable<Batch['second']>> = {}) =>
      textOf(
        batchView({ ...begun(), second: { basis, ...changes } }, progress, contextIn('en', { templates }), { first }),
      );
    const roles = privilegedRoleNames(privileged, wordsIn('en'));
    assert.match(roles, /Administrator/);
    const both = reads(`${privileged.templateHash} p`);
    assert.ok(both.includes(gives({ template: 'default' as never, roles })), both);
    assert.ok(both.includes(givesNone({ template: 'plain' as never })));
    assert.ok(!reads('another').includes(roles));
    const approved = reads(privileged.templateHash, { approved: { by: megan, at: now } });
    for (const each of [roles, 'Contoso Ltd']) assert.ok(!approved.includes(each), approved);
  });

  it('leads back to the list once it’s over, and not before', () => {
    const leads = (batch: Batch) => buttonVerbs(card(batch, atEnd, 'en')).includes('tenants.list');
    assert.deepEqual([begun(), stopped, { ...begun(), endedAt: now }].map(leads), [false, true, true]);
  });

  it('can be stopped while it goes on, by those who may', () => {
    assert.deepEqual(buttonVerbs(card(begun(), progress, 'en')), ['batch.stop', 'batches.list']);
    assert.deepEqual(buttonVerbs(card(begun(), progress, 'en', { role: 'viewer' })), ['batches.list']);
    for (const batch of [stopped, { ...begun(), endedAt: now }])
      assert.deepEqual(buttonVerbs(card(batch, { ...atEnd, doneTo: [] }, 'en')), ['tenants.list', 'batches.list']);
  });

  it('has the approval links as a file once there are any, for those who may take them', () => {
    const over = { ...begun(), endedAt: now };
    const lists = ['tenants.list', 'batches.list'];
    assert.deepEqual(buttonVerbs(card(over, atEnd, 'en')), ['batch.links', 'batch.links', ...lists]);
    assert.deepEqual(buttonVerbs(card(over, atEnd, 'en', { role: 'viewer' })), lists);
    const link = { url: 'https://gatehouse.example/certificates/x', until: now };
    const ways = { label: '', isOffered: true, link } as const;
    const drawn = batchView(over, atEnd, contextIn('en'), { ways });
    assertGoodCard(drawn);
    assert.ok(textOf(drawn).includes(wordsIn('en').batches.linksHint));
  });

  it('shows a person’s name as it is', () => {
    const batch = { ...begun(), by: { ...alex, name: '**Alex** [x](y)' } };
    assert.ok(textOf(card(batch, progress, 'en')).includes('**Alex** [x](y)'));
  });
});
