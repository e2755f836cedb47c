// How many of Partner Center's events three replicas follow in the time in which one follows one.
import type { Relationship } from '../../src/sandbox/world/model.js';
import { atLeast, atMost, type Figure, figureOf } from '../figures.js';
import type { RunningProduct, Stage } from '../stage.js';
import { type BenchDatabase, openStore } from './bench-database.js';
import { untilThere, within } from './deadline.js';
import { FarMicrosoft } from './far-microsoft.js';
import { ReplicasStage } from './replicas-stage.js';

const tenants = 3000;
const rounds = 2;
const eventsInARound = 180;
// For each replica, as a process that runs for days has done the same before.
const warmUpEvents = 60;
const timesAimedAt = { rate: 2.5, processor: 1.3 };
// So far that the replicas mostly wait for it: two processors have room for three of them then, and for all around them.
const farMs = 200;
// Between these parts of the events every replica has more of them to follow.
const middle = { from: 0.1, to: 0.8 };
const longestMs = { reconcile: 60_000, ends: 30_000, followed: 60_000 };

/** Each event tells that a customer has ended a relationship: Microsoft is asked, and what it says is saved. */
export async function measureEventsOfReplicas(): Promise<readonly Figure[]> {
  const replicas = await ReplicasStage.set(tenants);
  const { stage } = replicas;
  const far = await FarMicrosoft.start(stage.setting('GRAPH_URL'), farMs);
  try {
    const active = [...(await relationshipsOf(stage))];
    const measure = (count: number) =>
      measureOnce(replicas, far, {
        count,
        warmUp: active.splice(0, count * warmUpEvents),
        ended: active.splice(0, eventsInARound),
      });
    const results: { readonly one: Followed; readonly three: Followed }[] = [];
    for (let round = 0; round < rounds; round += 1) results.push({ one: await measure(1), three: await measure(3) });
    const pairs = (key: keyof Followed) => results.map(({ one, three }) => ({ product: three[key], limit: one[key] }));
    const what = `events followed, Graph ${farMs} ms away: 3 replicas beside 1`;
    return [
      figureOf({ what, tenants, unit: 'per second' }, pairs('perSecond'), atLeast(timesAimedAt.rate)),
      figureOf(
        { what: `${what}: processor for each`, tenants, unit: 'ms' },
        pairs('processorMs'),
        atMost(timesAimedAt.processor, 'that of 1'),
      ),
    ];
  } finally {
    far.end();
    await replicas.end();
  }
}

interface Followed {
  readonly perSecond: number;
  /** Of all replicas, for one event. */
  readonly processorMs: number;
}

interface Given {
  readonly count: number;
  readonly warmUp: readonly Relationship[];
  readonly ended: readonly Relationship[];
}

async function measureOnce(replicas: ReplicasStage, far: FarMicrosoft, given: Given): Promise<Followed> {
  const { count, warmUp, ended } = given;
  const { stage, database } = replicas;
  const settings = { GRAPH_URL: far.url };
  // Else they go on from the last one, and the next is due in an hour.
  await database.forgetReconciles();
  const running = await replicas.replicas(count, { settings, takesEvents: true, reconcileSeconds: 3600 });
  try {
    // One of them does it for all.
    const reconciled = Promise.race(running.map((each) => each.reconciled));
    await within('the first reconcile', longestMs.reconcile, reconciled);
    await endAll(stage, [...warmUp, ...ended]);
    const follow = async (relationships: readonly Relationship[]) => {
      const since = await lastLine(database);
      await keepEvents(database, relationships);
      return timesOf(database, { since, count: relationships.length, running });
    };
    await follow(warmUp);
    const before = await processorMs(running);
    const times = await follow(ended);
    const used = (await processorMs(running)) - before;
    const [from = 0, to = 0] = [middle.from, middle.to].map((part) => times[Math.floor(part * times.length)]);
    return {
      perSecond: ((middle.to - middle.from) * times.length * 1000) / (to - from),
      processorMs: used / times.length,
    };
  } finally {
    await Promise.all(running.map(({ child }) => child.stop()));
  }
}

/** Those that were never ended, the first customers' first. */
async function relationshipsOf(stage: Stage): Promise<readonly Relationship[]> {
  const all = (await (await fetch(`${stage.setting('GRAPH_URL')}/sandbox/relationships`)).json()) as Relationship[];
  return all.filter(({ status }) => status === 'active');
}

/** Has customers end relationships, and waits until Microsoft has. No event tells of it, as none is asked for. */
async function endAll(stage: Stage, ended: readonly Relationship[]): Promise<void> {
  for (const { id } of ended) await stage.control(`relationships/${id}/end`, {});
  const ids = new Set(ended.map(({ id }) => id));
  await untilThere(
    () => 'Microsoft ends the relationships',
    longestMs.ends,
    async () => ((await relationshipsOf(stage)).some(({ id }) => ids.has(id)) ? undefined : true),
  );
}

/** As a replica keeps the events that Partner Center has sent to it; whose each is to follow, they agree on. */
async function keepEvents(database: BenchDatabase, ended: readonly Relationship[]): Promise<void> {
  const { store, close } = await openStore(database.url);
  const name = 'granular-admin-relationship-terminated';
  const at = new Date().toISOString();
  await store.commit({ partnerEvents: ended.map(({ id }) => ({ id: `of ${id}`, name, at, relationshipId: id })) });
  await close();
}

async function lastLine(database: BenchDatabase): Promise<number> {
  const [row] = (await database.sql('select lines from gatehouse.head')) as { lines: string }[];
  return Number(row?.lines);
}

/** When what each event led to was written down, in order, once all of it is; milliseconds. */
async function timesOf(
  database: BenchDatabase,
  {
    since,
    count,
    running,
  }: { readonly since: number; readonly count: number; readonly running: readonly RunningProduct[] },
): Promise<readonly number[]> {
  let known = 0;
  return untilThere(
    () => `${count} events are followed, ${known} were`,
    longestMs.followed,
    async () => {
      for (const { child } of running) child.assertRunning();
      const rows = (await database.sql(`select min(text::json ->> 'at') as at from gatehouse.audit
        where line > ${since} and tenant_id is not null group by tenant_id order by at`)) as { at: string }[];
      known = rows.length;
      return known < count ? undefined : rows.map(({ at }) => Date.parse(at));
    },
  );
}

async function processorMs(running: readonly RunningProduct[]): Promise<number> {
  const each = await Promise.all(running.map(({ child }) => child.processorMs()));
  return each.reduce((sum, ms) => sum + ms, 0);
}
