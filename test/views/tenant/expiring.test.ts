// The card of /expiring, and the way there from the list of tenants.
import assert from 'node:assert/strict';
import type { Coverage } from '../../../src/domain/access/coverage.js';
import { repairerBy } from '../../../src/domain/access/repair.js';
import { ExpiringIndex, expiringPage } from '../../../src/domain/tenant/expiring-list.js';
import { type ListQuery, listTenants } from '../../../src/domain/tenant/list.js';
import type { Onboarding } from '../../../src/domain/tenant/onboarding.js';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import { TenantIndex } from '../../../src/domain/tenant/tenant-index.js';
import { addDays } from '../../../src/domain/time.js';
import type { ViewContext } from '../../../src/views/render/context.js';
import { literal } from '../../../src/views/render/text.js';
import { expiringView } from '../../../src/views/tenant/expiring.js';
import { keepAccessQuestion } from '../../../src/views/tenant/keeping-questions.js';
import { tenantView } from '../../../src/views/tenant/tenant.js';
import { tenantListView } from '../../../src/views/tenant/tenant-list.js';
import { togetherView } from '../../../src/views/tenant/told-together.js';
import { en } from '../../../src/views/words/en/index.js';
import { alex, among, aRelationship, aTemplates, now, serviceDesk, tenantBy } from '../../support/builders.js';
import { assertGoodCard } from '../../support/card-lint.js';
import { buttonFor, buttonVerbs, textOf } from '../../support/card-reading.js';
import { goldenIn } from '../../support/golden.js';
import { anOffboarding } from '../../support/offboarding-builders.js';

const golden = goldenIn('expiring');
const context: ViewContext = { words: en, isSandbox: true, templates: aTemplates(), now, asOf: now };
const idOf = (number: number) => `10000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const ending = (number: number, inDays: number, changes: Partial<Coverage> = {}): Tenant => {
  const approved = tenantBy.approved();
  assert.ok(approved.onboarding);
  const coverage = { is: 'ends', on: addDays(now, inDays), relationshipId: 'relationship-1', ...changes } as const;
  const customer = { displayName: `Tenant ${number}`, domain: `tenant-${number}.example` };
  return { ...approved, tenantId: idOf(number), customer, onboarding: { ...approved.onboarding, coverage } };
};
const card = (tenants: readonly Tenant[], page = 1, changes: Partial<ViewContext> = {}) => {
  const shown = expiringPage(new ExpiringIndex(tenants), among(tenants), page);
  const drawn = expiringView(shown, { ...context, ...changes });
  assertGoodCard(drawn);
  return drawn;
};
const namesOn = (drawn: unknown) => textOf(drawn).match(/Tenant \d+/g) ?? [];

describe('the card of /expiring', () => {
  const several = [
    ending(1, 90),
    ending(2, 0.5, { is: 'blocked' }),
    ending(3, 12, { is: 'successorWaits' }),
    ending(4, -3, { is: 'ended' }),
    ending(5, 1, { is: 'rollsOver' }),
  ];

  it('tells of each end, the earliest first, and counts what rolls over', () => {
    const drawn = card(several);
    golden('each end', drawn);
    assert.deepEqual(namesOn(drawn), ['Tenant 4', 'Tenant 2', 'Tenant 3', 'Tenant 1']);
  });

  it('leaves out who is being offboarded, and who has no access', () => {
    assert.deepEqual(namesOn(card([{ ...ending(1, 3), offboarding: anOffboarding() }, tenantBy.notConfigured()])), []);
  });

  it('says that nothing ends, or that nothing could be read yet', () => {
    golden('nothing', card([ending(5, 1, { is: 'rollsOver' })]));
    const { asOf: _, ...unread } = context;
    golden('nothing read yet', expiringView(expiringPage(new ExpiringIndex([]), among([]), 1), unread));
  });

  it('has pages', () => {
    const many = Array.from({ length: 23 }, (_, number) => ending(number, number + 1));
    assert.deepEqual(namesOn(card(many, 3)), ['Tenant 20', 'Tenant 21', 'Tenant 22']);
    assert.equal(buttonFor(card(many), 'expiring.list')?.data?.page, 2);
  });

  it('keeps its rows where they are until the reader draws it anew', () => {
    const [first, second, third] = [ending(1, 10), ending(2, 20), ending(3, 1)];
    const index = new ExpiringIndex([first, second]);
    const { places } = expiringPage(index, among([first, second]), 1);
    const rollingOver = ending(1, 200, { is: 'rollsOver' });
    index.update([
      [first.tenantId, rollingOver],
      [third.tenantId, third],
    ]);
    const page = expiringPage(index, among([rollingOver, second, third]), 1, places);
    assert.deepEqual(page.places, [first.tenantId, second.tenantId, third.tenantId]);
    assert.equal(page.hasMoved, true);
    golden('kept rows', expiringView(page, context));
  });
});

describe('the count of what ends soon', () => {
  const listOf = (changes: Partial<ViewContext>, part: Partial<ListQuery> = {}) =>
    tenantListView(listTenants(new TenantIndex([tenantBy.approved()]), { search: '', page: 1, ...part }), {
      ...context,
      ...changes,
    });

  it('is of what ends within the days, not of what rolls over, has ended or ends later', () => {
    const tenants = [ending(1, 29), ending(2, 31), ending(3, -3, { is: 'ended' }), ending(4, 5, { is: 'rollsOver' })];
    const index = new ExpiringIndex([...tenants, ending(5, 3, { is: 'blocked' })]);
    assert.equal(index.endingBefore(addDays(now, 30)), 2);
  });

  it('stands below the rows of the list, and leads there', () => {
    const drawn = listOf({ endingSoon: 3 });
    assertGoodCard(drawn);
    assert.equal(buttonFor(drawn, 'expiring.list')?.title, '3 end within 30 days');
    for (const endingSoon of [0, undefined]) assert.ok(!buttonVerbs(listOf({ endingSoon })).includes('expiring.list'));
  });

  it('does not stand beside a part of the tenants, of which it is not counted', () => {
    for (const part of [{ search: 'contoso' }, { status: 'approved' }] as const)
      assert.ok(!buttonVerbs(listOf({ endingSoon: 3 }, part)).includes('expiring.list'));
  });
});

describe('Keep access', () => {
  const keeping = { by: alex, at: now, relationshipId: 'relationship-1', on: addDays(now, 20) };
  const drawn = (changes: Partial<Onboarding>) => {
    const tenant = ending(1, 20);
    assert.ok(tenant.onboarding);
    const view = tenantView({ ...tenant, onboarding: { ...tenant.onboarding, ...changes } }, context);
    assertGoodCard(view);
    return textOf(view).split('\n').slice(2, 8).join('\n');
  };

  it('says on the card how far it is, and why it failed', () => {
    for (const way of ['extend', 'removeGlobalAdministrator', 'request'] as const)
      golden(`under way: ${way}`, drawn({ keeping: { ...keeping, way } }));
    const successor = aRelationship({ id: 'next', status: 'approvalPending' });
    golden('a successor waits', drawn({ keeping: { ...keeping, way: 'request', successor } }));
    golden('late', drawn({ keeping: { ...keeping, way: 'extend', on: addDays(now, 0.5) } }));
    for (const why of ['operationFailed', 'unconfirmed', 'ended', 'notApproved'] as const)
      golden(`failed: ${why}`, drawn({ keepFailed: { at: now, failure: { why } } }));
    const problem = { reason: 'noRights', answer: '403 accessDenied' } as const;
    golden('refused by Microsoft', drawn({ keepFailed: { at: now, failure: { why: 'microsoft', problem } } }));
    const kept = { ...keeping, way: 'removeGlobalAdministrator', emptiedGroupIds: [serviceDesk] } as const;
    golden('kept, with a group that has no role now', drawn({ kept }));
  });

  it('asks first where something is given up, or the customer is asked', () => {
    for (const [what, changes] of [
      ['Global Administrator', { is: 'blocked', keep: 'removeGlobalAdministrator' }],
      ['a request', { is: 'ends', keep: 'request' }],
    ] as const) {
      const question = keepAccessQuestion(ending(1, 20, changes), context, {});
      assertGoodCard(question);
      golden(`the question about ${what}`, question);
    }
    assert.equal(keepAccessQuestion(ending(1, 20, { keep: 'extend' }), context, {}), undefined);
  });
});

describe('the card of a tenant whose access ends', () => {
  for (const [what, inDays, is] of [
    ['rolls over', 10, 'rollsOver'],
    ['ends in a long time', 61, 'ends'],
    ['ends soon', 59, 'ends'],
    ['ends, and cannot be extended', 300, 'blocked'],
    ['ends while its successor waits', 300, 'successorWaits'],
  ] as const)
    it(`says that it ${what}`, () => {
      const drawn = tenantView(ending(1, inDays, { is }), context);
      assertGoodCard(drawn);
      golden(`a tenant: ${what}`, textOf(drawn).split('\n').slice(2, 13).join('\n'));
    });
});

describe('the card of a tenant whose auto-extend was switched off again and again', () => {
  it('says that Gatehouse no longer switches it on, and offers to', () => {
    const { onboarding, ...tenant } = ending(1, 400, { keep: 'extend' });
    assert.ok(onboarding);
    const repairs = [{ cause: 'autoExtend', times: 3, lastAt: now, by: repairerBy('default') }] as const;
    const drawn = tenantView(
      { ...tenant, onboarding: { ...onboarding, repairs } },
      { ...context, templates: aTemplates({ repair: true }) },
    );
    assertGoodCard(drawn);
    golden('repaired three times', drawn);
    assert.ok(buttonFor(drawn, 'tenant.keepAccess'));
  });
});

describe('the message that auto-extend is off at many tenants', () => {
  it('names twenty and leads to the list', () => {
    const tenants = Array.from({ length: 22 }, (_, number) => ending(number, 30 + number, { keep: 'extend' }));
    const { card: drawn, summary } = togetherView('autoExtendOff', tenants, context);
    assertGoodCard(drawn);
    golden('auto-extend is off at many', drawn);
    assert.equal(summary, en.keeping.drift.title({ count: 22 }));
  });
});

describe('the message that the access template has changed for many tenants', () => {
  it('names the template and twenty tenants, and leads to the dry run and the list', () => {
    const tenants = Array.from({ length: 22 }, (_, number) => ending(number, 30 + number));
    const { card: drawn, summary } = togetherView('templateChanged', tenants, context);
    assertGoodCard(drawn);
    golden('template changed for many', drawn);
    assert.equal(summary, en.templates.changed.title({ template: literal('default'), count: 22 }));
    assert.equal(buttonFor(drawn, 'batch.ask')?.data?.search, 'cause:template-changed');
  });
});
