// Three months of a fleet of 800 through the real path of news, with a Teams that takes everything: messages to read, before and after.
import { Digests } from '../src/bot/notifications/digests.js';
import type { NewsKind } from '../src/domain/subscription/news-kinds.js';
import type { NewsSubscription } from '../src/domain/subscription/subscription.js';
import type { FactData } from '../src/domain/tenant/facts.js';
import type { Tenant } from '../src/domain/tenant/tenant.js';
import { recordFact } from '../src/operations/recording/record-fact.js';
import { en } from '../src/views/words/en/index.js';
import { anObservation, aTenant, enabled, globalReader, seen } from '../test/support/builders.js';
import { aNotifier } from '../test/support/notifier-bench.js';
import { testDependencies } from '../test/support/test-dependencies.js';

const tenants = 800;
const days = 91;
const start = Date.parse('2027-01-04T00:00:00.000Z');
const day = 86_400_000;
const warningDays = [60, 30, 14, 7, 1];
// The same quarter every time.
let state = Number(process.env.REPLAY_SEED ?? 20_261_130);

/** A number from 0 to below 1 (mulberry32). */
function random(): number {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
}

const idOf = (number: number) => `10000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const someTenant = () => Math.floor(random() * tenants);

/** Four of five in working hours of a weekday, the others whenever. */
function someMoment(): number {
  for (;;) {
    const at = start + random() * days * day;
    const [weekday, hour] = [new Date(at).getUTCDay(), new Date(at).getUTCHours()];
    const isWork = weekday > 0 && weekday < 6 && hour >= 7 && hour < 17;
    if (isWork || random() < 0.1) return at;
  }
}

interface Event {
  readonly at: number;
  readonly tenant: number;
  readonly fact: (tenant: Tenant) => FactData;
}

const times = (count: number, make: () => readonly Event[]) => Array.from({ length: count }, make).flat();
const approved = (): FactData => ({ type: 'accessApproved' });
const issues = (): FactData => ({ type: 'issuesFound', limitations: [{ code: 'azurePlanNotActive' }] });

/** What happens, in assumed numbers: who runs another fleet changes them here. */
function happenings(endsOn: readonly number[]): readonly Event[] {
  const onboarded = times(120, () => {
    const [at, tenant] = [someMoment(), someTenant()];
    const isHeldUp = random() < 0.25;
    return [...(isHeldUp ? [{ at: at - day / 2, tenant, fact: issues }] : []), { at, tenant, fact: approved }];
  });
  const troubled = times(72, () => {
    const [at, tenant] = [someMoment(), someTenant()];
    return [
      { at, tenant, fact: issues },
      { at: at + (0.2 + random() * 5) * day, tenant, fact: approved },
    ];
  });
  const lost = times(12, () => {
    const limitations = [{ code: 'relationshipLost', ending: 'terminated', relationshipName: 'one' }] as const;
    return [{ at: someMoment(), tenant: someTenant(), fact: () => ({ type: 'accessLost', limitations }) }];
  });
  const warned = endsOn.flatMap((end, tenant) =>
    warningDays.map((withinDays) => {
      const on = new Date(end).toISOString();
      // A reconcile finds all that is due on a day one after the other.
      const at = Math.floor((end - withinDays * day) / day) * day + 6 * 3_600_000 + tenant * 500;
      return { at, tenant, fact: (): FactData => ({ type: 'coverageEnding', on, withinDays }) };
    }),
  );
  const drifted = times(20, () => [
    {
      at: someMoment(),
      tenant: someTenant(),
      fact: (): FactData => ({ type: 'coverageDrifted', on: new Date(start + 300 * day).toISOString() }),
    },
  ]);
  // Once a template wants more roles, which every tenant lacks.
  const grown = Array.from({ length: tenants }, (_, tenant): Event => {
    const at = start + 45 * day + 9 * 3_600_000 + tenant * 1500;
    const limitations = [{ code: 'templateChanged', roles: [globalReader], relationshipName: 'one' }] as const;
    return { at, tenant, fact: () => ({ type: 'issuesFound', limitations }) };
  });
  return [...onboarded, ...troubled, ...lost, ...warned, ...drifted, ...grown]
    .filter(({ at }) => at > start && at < start + days * day)
    .sort((a, b) => a.at - b.at);
}

interface Place {
  readonly id: string;
  readonly kind: 'channel' | 'groupChat' | 'personal';
  readonly recommended: NewsSubscription;
}

const but = (...heard: readonly NewsKind[]) =>
  (['lost', 'leftovers', 'alarms', 'ends', 'issues', 'offboarding', 'approved', 'drift'] as const).filter(
    (kind) => !heard.includes(kind),
  );
const zone = 'Europe/Berlin';
const workdays = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;
const quiet = [
  { days: workdays, from: 18 * 60, to: 8 * 60 },
  { days: ['sat', 'sun'] as const, from: 0, to: 0 },
];
// A team's channel that works off what happens, a chat of those who answer for it, and a person.
const places: readonly Place[] = [
  {
    id: '19:desk@thread.tacv2',
    kind: 'channel',
    recommended: { muted: ['approved', 'drift'], quiet, digest: { at: 480 }, zone },
  },
  {
    id: '19:leads@thread.v2',
    kind: 'groupChat',
    recommended: { muted: but('lost', 'leftovers', 'alarms'), quiet, digest: { at: 480, on: 'mon' }, zone },
  },
  { id: 'a:megan', kind: 'personal', recommended: { muted: but('lost'), quiet, zone } },
];

interface Counted {
  readonly full: number;
  readonly lines: number;
  readonly digests: number;
  readonly busiestDay: number;
  readonly due: number;
}

async function play(isRecommended: boolean): Promise<ReadonlyMap<string, Counted>> {
  state = Number(process.env.REPLAY_SEED ?? 20_261_130);
  // A third has no auto-extend, and relationships last for two years.
  const endsOn = Array.from({ length: tenants }, () =>
    random() < 0.3 ? start + random() * 730 * day : start + 1000 * day,
  );
  const base = seen(aTenant({ ...enabled, conversationId: 'nowhere' } as FactData), anObservation());
  const rows = endsOn.map((end, number): Tenant => {
    const coverage = { is: 'ends', on: new Date(end).toISOString(), relationshipId: 'one', keep: 'extend' } as const;
    const customer = { ...base.customer, displayName: `Customer ${number}` };
    const { onboarding } = base;
    return {
      ...base,
      tenantId: idOf(number),
      customer,
      ...(onboarding && { onboarding: { ...onboarding, coverage } }),
    };
  });
  const deps = testDependencies(...rows);
  const { store, clock } = deps;
  const { notifier, messenger, roles } = aNotifier(deps);
  const madeAt = clock.milliseconds;
  clock.skips((start - madeAt) / 1000);
  roles.mayLook = true;
  const due = new Map<string, number>();
  store.committed.on(() => notifier.send());
  const commit = store.commit.bind(store);
  store.commit = (change) => {
    for (const { conversationId, kind } of change.deliveries ?? [])
      if (kind !== 'digest') due.set(conversationId, (due.get(conversationId) ?? 0) + 1);
    return commit(change);
  };
  await store.commit({
    conversations: places.map(({ id, kind, recommended }) => ({
      ...{ id, kind, subscribed: true, reference: {}, digestedAt: clock.now() },
      people: [{ id: id === 'a:megan' ? 'megan' : `of ${id}`, teamsId: '29:1' }],
      ...(isRecommended && { subscription: recommended }),
    })),
  });
  new Digests(deps).check();
  for (const { at, tenant, fact } of happenings(endsOn)) {
    await clock.passes(Math.max(0, at - clock.milliseconds) / 1000);
    await recordFact(deps, idOf(tenant), fact);
  }
  await clock.passes((start + (days + 3) * day - clock.milliseconds) / 1000);
  const posted = messenger.arrived.filter(({ activityId }) => activityId === '');
  return new Map(
    places.map(({ id }): [string, Counted] => {
      const here = posted.filter(({ conversationId }) => conversationId.replace(/;messageid=.*/, '') === id);
      const lines = here.filter(({ conversationId }) => conversationId !== id).length;
      const digests = here.filter(({ summary }) => summary === en.subscriptions.digest.title).length;
      const perDay = new Map<number, number>();
      for (const { at } of here) {
        const of = Math.floor((madeAt + at * 1000) / day);
        perDay.set(of, (perDay.get(of) ?? 0) + 1);
      }
      const full = here.length - lines - digests;
      return [id, { full, lines, digests, busiestDay: Math.max(0, ...perDay.values()), due: due.get(id) ?? 0 }];
    }),
  );
}

const write = (line: string) => process.stdout.write(`${line}\n`);
const [everything, recommended] = [await play(false), await play(true)];
const perDay = (count: number) => (count / days).toFixed(2);
write(
  '| conversation | each news a message | a day | everything, told as now | a day | recommended: cards, lines, summaries | a day | busiest day |',
);
write('| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
for (const { id, kind } of places) {
  const [all, chosen] = [everything.get(id), recommended.get(id)];
  if (!all || !chosen) continue;
  const told = all.full + all.lines + all.digests;
  const heard = chosen.full + chosen.lines + chosen.digests;
  write(
    `| ${kind} | ${all.due} | ${perDay(all.due)} | ${told} | ${perDay(told)} | ${chosen.full}, ${chosen.lines}, ${chosen.digests} | ${perDay(heard)} | ${chosen.busiestDay} |`,
  );
}
