// The card of /open.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { newBatch } from '../../../src/domain/batch/batch.js';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import { matters, WaitingIndex, waitingPage, worstAt } from '../../../src/domain/tenant/waiting-list.js';
import { requestWaitingSince } from '../../../src/domain/tenant/waiting-request.js';
import { addDays } from '../../../src/domain/time.js';
import { batchTitle } from '../../../src/views/batch/batch-lines.js';
import { languages, wordsIn } from '../../../src/views/catalogue.js';
import type { ViewContext } from '../../../src/views/render/context.js';
import { waitingView } from '../../../src/views/tenant/waiting.js';
import { en } from '../../../src/views/words/en/index.js';
import {
  alex,
  among,
  anObservation,
  aRelationship,
  aTemplates,
  having,
  now,
  seen,
  tenantBy,
} from '../../support/builders.js';
import { assertGoodCard } from '../../support/card-lint.js';
import { buttonFor, buttonVerbs, textOf } from '../../support/card-reading.js';
import { goldenIn } from '../../support/golden.js';
import { leaving, offboardingBy } from '../../support/offboarding-scenes.js';

const golden = goldenIn('waiting');
const later = addDays(now, 4);
const idOf = (number: number) => `10000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const lost = seen(tenantBy.approved(), anObservation({ relationships: [aRelationship({ status: 'terminated' })] }));
const named = (number: number, tenant: Tenant): Tenant => ({
  ...tenant,
  tenantId: idOf(number),
  customer: { displayName: `Tenant ${number}`, domain: `tenant-${number}.example` },
});
const ending = (tenant: Tenant, inDays: number): Tenant => {
  assert.ok(tenant.onboarding);
  const coverage = { is: 'ends', on: addDays(later, inDays), relationshipId: 'relationship-1' } as const;
  return { ...tenant, onboarding: { ...tenant.onboarding, coverage } };
};
const drifted = (tenant: Tenant): Tenant => {
  assert.ok(tenant.onboarding);
  return { ...tenant, onboarding: { ...tenant.onboarding, toldDrift: now } };
};

const each = [
  named(1, { ...tenantBy.notConfigured(), leftoverAccess: 'liveAccess' }),
  named(2, drifted(tenantBy.approved())),
  named(3, tenantBy.needsApproval()),
  named(4, tenantBy.issuesFound()),
  named(5, ending(tenantBy.approved(), 12)),
  named(6, leaving(offboardingBy.awaitsApproval())),
  named(7, leaving(offboardingBy.stopped())),
  named(8, having(lost, { type: 'ownershipTaken', by: alex })),
];
const quiet = [
  named(11, tenantBy.approved()),
  named(12, tenantBy.awaitingMicrosoft()),
  named(13, having(tenantBy.issuesFound(), { type: 'limitationsAccepted', by: alex })),
  named(14, ending(tenantBy.approved(), 31)),
  named(15, tenantBy.notConfigured()),
];
const pageOf = (tenants: readonly Tenant[], page = 1, at = later, isFound: (tenant: Tenant) => boolean = () => true) =>
  waitingPage(new WaitingIndex(tenants), {
    ...{ now: at, page, search: '', approvedRequests: 0 },
    ...{ tenantOf: among(tenants), isFound },
  });
const anyContext = { words: en, isSandbox: true, templates: aTemplates(), now: later, asOf: now };
const card = (tenants: readonly Tenant[], changes: Partial<ViewContext> = {}, page = 1) =>
  waitingView({ ...pageOf(tenants, page), awaitedBatches: [] }, { ...anyContext, ...changes });

describe('the card of /open', () => {
  for (const language of languages) {
    it(`says what waits, the worst first, and who looks after it, in ${language}`, () => {
      const drawn = card([...each, ...quiet], { words: wordsIn(language) });
      if (language === 'en') assertGoodCard(drawn);
      golden(`each matter, in ${language}`, drawn);
      golden(`nothing, in ${language}`, card(quiet, { words: wordsIn(language) }));
    });
  }

  it('has each matter, in its order, and nothing of what waits for no one', () => {
    const { rows, total } = pageOf([...each, ...quiet]);
    assert.deepEqual(
      rows.map(({ waiting }) => waiting?.matter),
      matters,
    );
    assert.equal(total, each.length);
  });

  it('leads to where each matter is dealt with', () => {
    const verbs = buttonVerbs(card(each));
    assert.equal(verbs.filter((verb) => verb === 'tenant.reviewLimitations').length, 2);
    assert.equal(verbs.filter((verb) => verb === 'offboarding.show').length, 2);
    assert.equal(verbs.filter((verb) => verb === 'tenant.open').length, 4);
  });

  it('begins with a request three days after it, and with an end thirty days before, though nothing changes', () => {
    const [request, end] = [named(3, tenantBy.needsApproval()), named(5, ending(tenantBy.approved(), 30))];
    const matterOf = (tenant: Tenant, at: string) => pageOf([tenant], 1, at).rows[0]?.waiting?.matter;
    const sent = requestWaitingSince(request);
    const since = [2.9, 3.1].map((days) => matterOf(request, addDays(sent, days)));
    assert.deepEqual(since, [undefined, 'unanswered']);
    assert.deepEqual([matterOf(end, addDays(later, -1)), matterOf(end, later)], [undefined, 'ends']);
  });

  it('turns pages, finds by a query, and points to approved requests', () => {
    const many = Array.from({ length: 23 }, (_, number) => named(number + 100, tenantBy.issuesFound()));
    assert.equal(buttonFor(card(many), { verb: 'waiting.list', data: { page: 2 } })?.title, en.buttons.next);
    assert.equal(pageOf(many, 3).rows.length, 3);
    assert.equal(pageOf(many, 1, later, ({ tenantId }) => tenantId === idOf(101)).total, 1);
    const approved = waitingView(
      { ...pageOf([]), awaitedBatches: [], approvedRequests: 2 },
      { words: en, isSandbox: false, templates: aTemplates(), now, asOf: now },
    );
    assert.ok(textOf(approved).includes(en.waiting.approvedRequests({ count: 2 })));
    assert.ok(buttonVerbs(approved).includes('leftovers.list') && !textOf(approved).includes(en.waiting.none));
  });

  it('leads to each batch that waits for a second admin by what it does, as many as fit, and says how many follow', () => {
    const action = { do: 'enable' } as const;
    const awaited = Array.from({ length: 8 }, (_, number) => {
      const asked = { id: `batch-${number}`, action, by: alex, conversationId: 'chat', at: addDays(now, number / 2) };
      const ids = Array.from({ length: 20 + number }, (_, at) => idOf(at));
      return newBatch(asked, ids).batch;
    });
    const drawn = waitingView({ ...pageOf(each), awaitedBatches: awaited }, anyContext);
    assertGoodCard(drawn);
    for (const [at, batch] of awaited.entries()) {
      const button = buttonFor(drawn, { verb: 'batch.show', data: { batchId: batch.id } });
      assert.equal(button?.title, at < 6 ? batchTitle(batch, en) : undefined);
    }
    assert.ok(textOf(drawn).includes(en.waiting.awaitedBatches({ count: 8 })));
    assert.ok(textOf(drawn).includes(en.waiting.moreBatches({ count: 2 })));
    const few = textOf(waitingView({ ...pageOf(each), awaitedBatches: awaited.slice(0, 6) }, anyContext));
    assert.ok(!few.includes(en.waiting.moreBatches({ count: 0 })) && !few.includes('follow'));
  });

  it('keeps names as text, however they’re written', () => {
    const hostile = { id: alex.id, name: '**Bold** [x](https://evil.example)' };
    const owned = having(named(4, tenantBy.issuesFound()), { type: 'ownershipTaken', by: hostile });
    assertGoodCard(card([owned]));
  });
});

describe('the index of what waits', () => {
  it('is, kept up change by change, the one that would be made anew, and has each tenant once', () => {
    const pool = [...each, ...quiet, named(20, drifted(ending(tenantBy.issuesFound(), 3)))];
    const change = fc.record({
      as: fc.nat(pool.length - 1),
      number: fc.integer({ min: 1, max: 9 }),
      isGone: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(fc.array(change, { maxLength: 4 }), { maxLength: 20 }), (batches) => {
        const kept = new WaitingIndex();
        const tenants = new Map<string, Tenant>();
        for (const batch of batches) {
          const changed = new Map(
            batch.map(({ as, number, isGone }) => [
              idOf(number),
              isGone ? undefined : named(number, pool[as] ?? each[0] ?? tenantBy.approved()),
            ]),
          );
          for (const [id, tenant] of changed) tenant ? tenants.set(id, tenant) : tenants.delete(id);
          kept.update([...changed]);
          const waiting = kept.waiting(later).map(({ tenant }) => tenant);
          assert.deepEqual(
            waiting,
            new WaitingIndex(tenants.values()).waiting(later).map(({ tenant }) => tenant),
          );
          assert.equal(new Set(waiting).size, waiting.length);
          assert.equal(waiting.length, [...tenants.values()].filter((each) => worstAt(each, later)).length);
        }
      }),
      { numRuns: 60 },
    );
  });
});
