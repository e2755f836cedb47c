// News of the tenants of a batch: its card has them while it's worked off, and what comes later is one message for what came together.
import assert from 'node:assert/strict';
import { meanwhileMessage } from '../../../src/bot/notifications/meanwhile.js';
import type { Batch } from '../../../src/domain/batch/batch.js';
import { progressOf } from '../../../src/domain/batch/progress.js';
import type { News } from '../../../src/domain/tenant/news.js';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import { addSeconds } from '../../../src/domain/time.js';
import { headline } from '../../../src/views/explain/notices.js';
import { en } from '../../../src/views/words/en/index.js';
import { alex, having, megan, now, tenantBy } from '../../support/builders.js';
import { assertGoodCard } from '../../support/card-lint.js';
import { buttonFor, textOf } from '../../support/card-reading.js';
import { aNotifier } from '../../support/notifier-bench.js';
import { testDependencies } from '../../support/test-dependencies.js';

const { together } = en.batches;
const batchId = 'b0000000-0000-4000-8000-0000000000b1';
const idOf = (number: number) => `10000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const called = (tenant: Tenant, number: number): Tenant => {
  return { ...tenant, tenantId: idOf(number), customer: { displayName: `Tenant ${number}`, domain: '' } };
};
const approved = (number: number) => called(tenantBy.approved(), number);
const withIssues = (number: number) => called(tenantBy.issuesFound(), number);
const begun: Batch = { id: batchId, action: { do: 'enable' }, by: alex, conversationId: 'chat', at: now, count: 9 };
const over: Batch = { ...begun, endedAt: now };

/** A conversation to which news of these tenants are due. */
async function told(tenants: readonly Tenant[], batch: Batch | undefined, news: (tenant: Tenant) => News = newsOf) {
  const bench = aNotifier(testDependencies(...tenants));
  const { store, notifier, clock, roles } = bench;
  roles.mayLook = true;
  const chat = { id: 'chat', kind: 'personal', subscribed: true, reference: {} } as const;
  await store.commit({ conversations: [chat], ...(batch && { batches: [batch] }) });
  await store.commit({
    deliveries: tenants.map((tenant) => ({
      id: tenant.tenantId,
      conversationId: 'chat',
      kind: 'tenant',
      tenantId: tenant.tenantId,
      news: news(tenant),
      at: clock.now(),
      ...(batch && news(tenant) !== 'accessLost' && { batchId }),
    })),
  });
  notifier.send();
  await clock.passes(1);
  return bench;
}

const newsOf = ({ status }: Tenant): News => (status === 'approved' ? 'approved' : 'issuesFound');
const summariesOf = ({ messenger }: Awaited<ReturnType<typeof told>>) =>
  messenger.arrived.map(({ summary }) => summary);

describe('news of the tenants of a batch', () => {
  it('are one message a minute after the last of them, with issues by cause and the way to the card', async () => {
    const bench = await told([approved(1), approved(2), withIssues(3), withIssues(4), withIssues(5)], over);
    assert.deepEqual(summariesOf(bench), []);
    const [due] = bench.store.deliveries();
    assert.ok(due && bench.notifier.isHeldBack(due));
    await bench.clock.passes(60);
    assert.deepEqual(summariesOf(bench), [`${together.approved({ count: 2 })} · ${together.issues({ count: 3 })}`]);
    const [message] = bench.messenger.arrived;
    assertGoodCard(message?.card);
    assert.match(textOf(message?.card), /: Tenant 3, Tenant 4, Tenant 5/);
    assert.deepEqual(buttonFor(message?.card, 'batch.show')?.data, { batchId });
    assert.deepEqual([...bench.store.deliveries()], []);
    await bench.clock.passes(7200);
    assert.equal(summariesOf(bench).length, 1);
  });

  it('wait while it is worked off, an hour at most, and go out soon after its end', async () => {
    const ending = await told([approved(1), approved(2)], begun);
    await ending.clock.passes(600);
    assert.deepEqual(summariesOf(ending), []);
    await ending.store.commit({ batches: [over] });
    ending.notifier.send();
    await ending.clock.passes(1);
    assert.deepEqual(summariesOf(ending), [together.approved({ count: 2 })]);
    const endless = await told([approved(1), approved(2)], begun);
    await endless.clock.passes(3600);
    assert.equal(summariesOf(endless).length, 1);
  });

  it('are the tenant’s own card where only one came', async () => {
    const bench = await told([approved(1)], over);
    await bench.clock.passes(61);
    assert.deepEqual(summariesOf(bench), [headline('approved', approved(1), en)]);
    assert.equal(bench.postedCards.cards.length, 1);
  });

  it('don’t hold up others, and lost access of one of its tenants goes out at once', async () => {
    const bench = await told([approved(1), approved(2), withIssues(3)], over, (tenant) =>
      tenant.tenantId === idOf(3) ? 'accessLost' : newsOf(tenant),
    );
    assert.equal(summariesOf(bench).length, 1);
    assert.match(summariesOf(bench)[0] ?? '', /^⛔ Tenant 3/);
  });

  it('leave out whoever has moved on since, and are nothing where all have', async () => {
    const bench = await told([approved(1), approved(2), approved(3)], over);
    await bench.store.commit({ tenants: [called(tenantBy.needsApproval(), 1), withIssues(2)] });
    await bench.clock.passes(61);
    assert.deepEqual(summariesOf(bench), [`${together.approved({ count: 1 })} · ${together.issues({ count: 1 })}`]);
    const moved = await told([approved(1), approved(2)], over);
    await moved.store.commit({ tenants: [1, 2].map((number) => called(tenantBy.needsApproval(), number)) });
    await moved.clock.passes(61);
    assert.deepEqual([summariesOf(moved), [...moved.store.deliveries()]], [[], []]);
  });
});

describe('the end of a batch', () => {
  const ended = async (seconds: number, isFollowed: boolean, approvedAfter?: number) => {
    const bench = aNotifier();
    const { store, notifier, clock, roles, postedCards } = bench;
    roles.mayLook = true;
    const chat = { id: 'chat', kind: 'personal', subscribed: true, reference: {} } as const;
    const approved = approvedAfter === undefined ? undefined : { by: megan, at: addSeconds(begun.at, approvedAfter) };
    const batch = {
      ...begun,
      endedAt: addSeconds(begun.at, seconds),
      ...(approved && { second: { basis: '', approved } }),
    };
    const message = { conversationId: 'chat', activityId: 'card', drawn: '' };
    if (isFollowed) postedCards.keep({ ...message, view: { kind: 'batch', batchId } });
    const delivery = { id: 'over', kind: 'batch', conversationId: 'chat', batchId, at: clock.now() } as const;
    await store.commit({ conversations: [chat], batches: [batch], deliveries: [delivery] });
    notifier.send();
    await clock.passes(1);
    assert.deepEqual([...store.deliveries()], []);
    return bench.messenger.arrived.length;
  };

  it('is told where people have turned away by then, or have no card that follows it', async () => {
    assert.deepEqual(
      [await ended(31, true), await ended(31, false), await ended(5, false), await ended(5, true)],
      [1, 1, 1, 0],
    );
  });

  it('is told where a second admin approved it after the person who asked had turned away', async () => {
    assert.deepEqual([await ended(3605, true, 3600), await ended(8, true, 5)], [1, 0]);
  });
});

describe('news of many tenants at once, of no batch', () => {
  it('are one message where more than five came together, and not held', async () => {
    const bench = await told(
      Array.from({ length: 9 }, (_, number) => approved(number)),
      undefined,
    );
    assert.deepEqual(summariesOf(bench), [together.approved({ count: 9 })]);
  });

  it('are one message of those whose request no one answers', async () => {
    const waiting = Array.from({ length: 8 }, (_, number) => called(tenantBy.needsApproval(), number));
    const bench = await told(waiting, undefined, () => 'requestUnanswered');
    assert.deepEqual(summariesOf(bench), []);
    await bench.clock.passes(60);
    assert.deepEqual(summariesOf(bench), [together.unanswered({ count: 8 })]);
  });

  it('are one message of those whose accepted limitations are due for review, but for who was accepted anew', async () => {
    const terms = { accountable: alex, reason: 'known', reviewOn: addSeconds(now, 86_400) };
    const accepted = { type: 'limitationsAccepted', by: alex, terms } as const;
    const due = Array.from({ length: 8 }, (_, number) =>
      having(withIssues(number), accepted, { type: 'acceptanceReviewDue' }),
    );
    const anew = having(due[0] ?? withIssues(0), accepted);
    const bench = await told([anew, ...due.slice(1)], undefined, () => 'acceptanceReviewDue');
    assert.deepEqual(summariesOf(bench), []);
    await bench.clock.passes(60);
    assert.deepEqual(summariesOf(bench), [together.reviewsDue({ count: 7 })]);
    const alone = await told([anew], undefined, () => 'acceptanceReviewDue');
    await alone.clock.passes(60);
    assert.deepEqual([summariesOf(alone), [...alone.store.deliveries()]], [[], []]);
  });
});

describe('the question to a second admin about a batch', () => {
  const second = { basis: '' };
  const asked = async (...batches: readonly Batch[]) => {
    const bench = aNotifier();
    const { store, notifier, clock, roles } = bench;
    roles.mayLook = true;
    const chat = { id: 'chat', kind: 'personal', subscribed: true, reference: {} } as const;
    const asking = { kind: 'batch', conversationId: 'chat', asksSecond: true, at: clock.now() } as const;
    const deliveries = batches.map(({ id }) => ({ ...asking, id: `batch ${id} second chat`, batchId: id }));
    await store.commit({ conversations: [chat], batches, deliveries });
    notifier.send();
    await clock.passes(1);
    return bench;
  };

  it('isn’t told once it was answered, or isn’t asked any more', async () => {
    const answered = await asked(
      { ...begun, id: 'approved', second: { ...second, approved: { by: megan, at: now } } },
      { ...begun, id: 'stopped', second, stopped: { by: megan, at: now } },
      { ...begun, id: 'dropped', second: { ...second, dropped: 'stale' }, endedAt: now },
    );
    assert.deepEqual([summariesOf(answered), [...answered.store.deliveries()]], [[], []]);
  });

  it('is no line of what came meanwhile then', () => {
    const { store, templates } = testDependencies();
    const progress = (batch: Batch) => progressOf({ batch, tenants: [], tenant: () => undefined, now }, 60);
    const lineOf = (batch: Batch) =>
      meanwhileMessage(
        [{ id: '1', kind: 'batch', conversationId: 'chat', batchId, asksSecond: true, at: now }],
        {
          store: { tenant: (id) => store.tenant(id), conversation: () => undefined, batch: () => batch },
          batches: { progress },
        },
        { words: en, isSandbox: false, templates: templates.current, now },
      );
    assert.ok(lineOf({ ...begun, second }));
    assert.equal(lineOf({ ...begun, second: { ...second, approved: { by: megan, at: now } } }), undefined);
  });
});
