// Whatever conversations want to hear, and whenever: nobody misses what they may not miss, hears twice, or is woken by what can wait.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Digests } from '../../../src/bot/notifications/digests.js';
import type { NewsKind } from '../../../src/domain/subscription/news-kinds.js';
import type { FactData } from '../../../src/domain/tenant/facts.js';
import { newsIn } from '../../../src/domain/tenant/news.js';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import { recordFact } from '../../../src/operations/recording/record-fact.js';
import { en } from '../../../src/views/words/en/index.js';
import { anObservation, aTenant, enabled, seen } from '../../support/builders.js';
import { textOf } from '../../support/card-reading.js';
import { aConversation, type Hearing, isQuiet, minute, quietUntil, starts } from '../../support/hearing-model.js';
import { aNotifier } from '../../support/notifier-bench.js';
import { testDependencies } from '../../support/test-dependencies.js';

const days = 3;
const day = 86_400_000;
/** What is held for a moment goes out by then. */
const gathered = 12 * minute;

const idOf = (number: number) => `10000000-0000-4000-8000-0000000000${String(number).padStart(2, '0')}`;
const nameOf = (number: number) => `Customer ${'ABCDEF'[number]} Ltd`;

/** An approved tenant whose access ends so many days after the start. */
function aTenantThat(number: number, isVip: boolean, endsOn: string): Tenant {
  const { onboarding, ...approved } = seen(
    aTenant({ ...enabled, conversationId: 'nowhere' } as FactData),
    anObservation(),
  );
  const coverage = { is: 'ends', on: endsOn, relationshipId: 'relationship-1', keep: 'extend' } as const;
  return {
    ...approved,
    tenantId: idOf(number),
    customer: { ...approved.customer, displayName: nameOf(number) },
    ...(isVip && { tags: ['vip'] }),
    ...(onboarding && { onboarding: { ...onboarding, coverage } }),
  };
}

const factOf = (what: string, tenant: Tenant, index: number): FactData => {
  const on = tenant.onboarding?.coverage?.on ?? '';
  switch (what) {
    case 'lost':
      return {
        type: 'accessLost',
        limitations: [{ code: 'relationshipLost', ending: 'terminated', relationshipName: 'one' }],
      };
    case 'ends':
      return { type: 'coverageEnding', on, withinDays: 60 - index };
    case 'issues':
      return { type: 'issuesFound', limitations: [{ code: 'azurePlanNotActive' }] };
    default:
      return { type: 'accessApproved' };
  }
};

const anything = fc.record({
  start: fc.constantFrom(...starts),
  tenants: fc.array(fc.record({ isVip: fc.boolean(), endsInDays: fc.constantFrom(1, 3, 6, 20, 60) }), {
    minLength: 2,
    maxLength: 6,
  }),
  conversations: fc.array(aConversation, { minLength: 1, maxLength: 4 }),
  events: fc.array(
    fc.record({
      at: fc.oneof(fc.integer({ min: 1, max: 240 }), fc.integer({ min: 1, max: (days - 1) * 1440 })),
      tenant: fc.nat(5),
      what: fc.constantFrom('lost', 'ends', 'issues', 'approved'),
    }),
    { minLength: 1, maxLength: 14 },
  ),
});

interface Told {
  readonly at: number;
  readonly conversationId: string;
  readonly summary: string;
  readonly text: string;
}

interface Happened {
  readonly at: number;
  readonly name: string;
  readonly kind: NewsKind;
  readonly mustBeHeard: boolean;
  readonly isVip: boolean;
  readonly endsOn: number;
}

/** Lets it all happen; gives what happened and was told. */
async function play({
  start,
  tenants,
  conversations,
  events,
}: typeof anything extends fc.Arbitrary<infer T> ? T : never) {
  const startsAt = Date.parse(start);
  const rows = tenants.map(({ isVip, endsInDays }, number) =>
    aTenantThat(number, isVip, new Date(startsAt + endsInDays * day).toISOString()),
  );
  const deps = testDependencies(...rows);
  const { store, clock } = deps;
  const { notifier, messenger, roles } = aNotifier(deps);
  const madeAt = clock.milliseconds;
  clock.skips((startsAt - madeAt) / 1000);
  roles.mayLook = true;
  store.committed.on(() => notifier.send());
  const heard = conversations.map(
    (each, index): Hearing => ({ ...each, id: `19:${index}`, people: [{ id: `p${index}`, teamsId: `29:${index}` }] }),
  );
  await store.commit({
    conversations: heard.map((each) => ({ ...each, subscribed: true, digestedAt: start, reference: {} })),
  });
  new Digests(deps).check();
  const happened: Happened[] = [];
  for (const [index, { at, tenant: number, what }] of events.toSorted((a, b) => a.at - b.at).entries()) {
    const tenant = store.tenant(idOf(number % tenants.length));
    assert.ok(tenant);
    await clock.passes((startsAt + at * minute - clock.milliseconds) / 1000);
    const now = store.tenant(tenant.tenantId) ?? tenant;
    const fact = factOf(what, now, index);
    const news = newsIn(now, { ...fact, at: clock.now() });
    await recordFact(deps, tenant.tenantId, () => fact);
    if (!news) continue;
    const endsOn = Date.parse(now.onboarding?.coverage?.on ?? '');
    const isPressing = what === 'ends' && endsOn <= clock.milliseconds + 7 * day;
    happened.push({
      ...{ at: clock.milliseconds, name: now.customer.displayName, kind: what as NewsKind, endsOn },
      mustBeHeard: what === 'lost' || isPressing,
      isVip: now.tags?.includes('vip') === true,
    });
  }
  await clock.passes((startsAt + (days + 4) * day - clock.milliseconds) / 1000);
  const told = messenger.arrived
    .filter(({ activityId, summary }) => activityId === '' && summary !== en.subscriptions.digest.title)
    .map(
      ({ conversationId, summary, card, at }): Told => ({
        ...{ at: madeAt + at * 1000, summary, text: textOf(card) },
        conversationId: conversationId.replace(/;messageid=.*/, ''),
      }),
    );
  const digests = messenger.arrived
    .filter(({ summary }) => summary === en.subscriptions.digest.title)
    .map(({ conversationId, at }) => ({ conversationId, at: madeAt + at * 1000 }));
  return { heard, happened, told, digests, due: [...store.deliveries()] };
}

const wants = ({ subscription }: Hearing, { kind, isVip }: Happened) =>
  !subscription.muted.includes(kind) && (subscription.query === undefined || isVip);

/** Whether it's told at once, whatever the hour. */
const cannotWait = (hearing: Hearing, { kind, endsOn }: Happened, at: number) =>
  kind === 'lost' || (kind === 'ends' && endsOn <= quietUntil(hearing, at) + day);

/** The latest moment at which news are told: at once, or once it hasn't been quiet for as long as they're gathered. */
function latest(hearing: Hearing, event: Happened): number {
  if (cannotWait(hearing, event, event.at)) return event.at + gathered;
  let from = event.at;
  for (let at = event.at; at <= from + gathered; at += minute) if (isQuiet(hearing, at)) from = at + minute;
  return from + gathered;
}

function check({ heard, happened, told, digests, due }: Awaited<ReturnType<typeof play>>): void {
  // A digest of these last days may wait for the end of quiet hours.
  const kept = due.filter(({ kind }) => kind !== 'digest');
  assert.deepEqual(kept, [], 'something is due for ever');
  for (const hearing of heard) {
    const here = told.filter(({ conversationId }) => conversationId === hearing.id);
    const times = digests.filter(({ conversationId }) => conversationId === hearing.id).map(({ at }) => at);
    for (const [index, at] of times.entries()) {
      assert.ok(!isQuiet(hearing, at), `${hearing.id} got a digest in its quiet hours`);
      assert.ok(
        at - (times[index - 1] ?? 0) > 20 * minute,
        `${hearing.id} got two digests at ${new Date(at).toISOString()}`,
      );
    }
    const hears = (event: Happened) =>
      wants(hearing, event) || (event.mustBeHeard && !heard.some((each) => wants(each, event)));
    for (const event of happened.filter(hears)) {
      const until = latest(hearing, event);
      const isTold = here.some(({ at, text }) => at >= event.at && at <= until && text.includes(event.name));
      assert.ok(isTold, `${hearing.id} missed ${event.kind} of ${event.name} at ${new Date(event.at).toISOString()}`);
    }
    for (const { name } of happened) {
      const count = here.filter(({ text }) => text.includes(name)).length;
      const most = happened.filter((event) => event.name === name && hears(event)).length;
      assert.ok(count <= most, `${hearing.id} heard ${count} times of ${name}, to which ${most} things happened`);
    }
    for (const { at, summary, text } of here.filter((each) => isQuiet(hearing, each.at))) {
      const cause = happened.filter((event) => event.at <= at && text.includes(event.name));
      const isUrgent = cause.some((event) => cannotWait(hearing, event, at));
      assert.ok(isUrgent, `${hearing.id} was told “${summary}” at ${new Date(at).toISOString()}, in its quiet hours`);
    }
  }
}

describe('whatever conversations want to hear, and when', () => {
  it('nobody misses what they may not miss, hears twice, or is woken by what can wait', async () => {
    const numRuns = Number(process.env.FAST_CHECK_RUNS ?? 12);
    await fc.assert(
      fc.asyncProperty(anything, async (story) => check(await play(story))),
      { numRuns },
    );
  }).timeout(Number(process.env.FAST_CHECK_RUNS ?? 0) * 3000 + 60_000);
});
