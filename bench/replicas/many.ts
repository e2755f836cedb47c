// What many tenants take of a replica, beside the same in a data folder: its start, its memory, and a list while others change them.
import { setTimeout as pause } from 'node:timers/promises';
import { type Bot, endBot } from '../bots.js';
import { Caller } from '../caller.js';
import { Child } from '../child.js';
import type { Connector } from '../connector.js';
import { atMost, atMostInAll, type Figure, figureOf } from '../figures.js';
import { messagesTo } from '../messages.js';
import { changingProgram } from '../places.js';
import type { RunningProduct } from '../stage.js';
import { percentile } from '../statistics.js';
import { within } from './deadline.js';
import { ReplicasStage } from './replicas-stage.js';

const aims = { startMs: 10_000, memoryTimes: 1.15, mostMb: 1024, listTimes: 1.3, holdMs: 100 };
// Below what Teams takes, with the updates of what was posted.
const turns = { warmUp: 60, each: 200, everyMs: 33 };
const restMs = 3000;
const longestReconcileMs = 90_000;

/** A replica, then the same tenants in a data folder, then the replica again while another process changes twenty a second. */
export async function measureMany(tenants: number, connector: Connector): Promise<readonly Figure[]> {
  const replicas = await ReplicasStage.set(tenants);
  try {
    const folder = await started(() => replicas.stage.product());
    await folder.running.child.stop();
    const replica = await started((onLine) =>
      replicas.replicas(1, { isProbed: true, onLine }).then(([first]) => {
        if (!first) throw new Error('there is no replica');
        return first;
      }),
    );
    const bot = { child: replica.running.child, caller: new Caller(replica.running.url) };
    const lists = await listsOf(bot, connector, replicas.database.url).finally(() => endBot(bot));
    const figure = (what: string, unit: Figure['unit'], key: 'readyMs' | 'nowMb' | 'mostMb') =>
      [{ what, tenants, unit }, [{ product: replica[key], limit: folder[key] }]] as const;
    const inAll = (what: string, product: number, limit: number) =>
      figureOf({ what, tenants, unit: 'ms' }, [{ product, limit }], atMostInAll(limit, 'ms'));
    const list = '/tenants, 20 changes a second by others';
    const beside = ', beside the data folder';
    return [
      figureOf(...figure(`start to ready${beside}`, 'ms', 'readyMs'), atMostInAll(aims.startMs, 'ms')),
      inAll('longest hold of the event loop while it loads', replica.holdMs, aims.holdMs),
      figureOf(...figure(`memory at rest${beside}`, 'MB', 'nowMb'), atMost(aims.memoryTimes, 'the folder')),
      figureOf(...figure(`memory: most since the start${beside}`, 'MB', 'mostMb'), atMostInAll(aims.mostMb, 'MB')),
      figureOf({ what: `${list}: p50`, tenants, unit: 'ms' }, [lists.pair(50)], atMost(aims.listTimes, 'without')),
      figureOf({ what: `${list}: p99`, tenants, unit: 'ms' }, [lists.pair(99)], atMost(aims.listTimes, 'without')),
      inAll(`longest hold of the event loop with ${list}`, lists.holdMs, aims.holdMs),
    ];
  } finally {
    await replicas.end();
  }
}

interface Started {
  readonly running: RunningProduct;
  readonly readyMs: number;
  /** Since the database was opened. NaN: there's none, or the event loop isn't watched. */
  readonly holdMs: number;
  readonly nowMb: number;
  readonly mostMb: number;
}

type OnLine = (line: string, child: Child) => void;

/** Starts a product, and looks at it a while after its first reconcile. */
async function started(start: (onLine: OnLine) => Promise<RunningProduct>): Promise<Started> {
  let loads: Promise<number> | undefined;
  // Before that, its files are loaded.
  const running = await start((line, child) => {
    if (line.includes('"event":"databaseOpened"')) loads = child.longestHoldMs();
  });
  await loads;
  const holdMs = loads ? await running.child.longestHoldMs() : Number.NaN;
  await within('the first reconcile', longestReconcileMs, running.reconciled);
  await pause(restMs);
  const { now: nowMb, most: mostMb } = await running.child.residentMegabytes();
  return { running, readyMs: running.readyAfterMs, holdMs, nowMb, mostMb };
}

/** `/tenants` at rest, while others change tenants, and at rest again. */
async function listsOf(bot: Bot, connector: Connector, databaseUrl: string) {
  const { turn } = messagesTo(bot, connector);
  let n = 0;
  const times = async (count: number) => {
    const all: number[] = [];
    while (all.length < count) {
      const next = pause(turns.everyMs);
      const start = performance.now();
      await within('/tenants', longestReconcileMs, turn(n++));
      all.push(performance.now() - start);
      await next;
    }
    return all;
  };
  await times(turns.warmUp);
  const calm = await times(turns.each);
  const others = await startOthers(databaseUrl);
  await bot.child.longestHoldMs();
  const changing = await times(2 * turns.each);
  const holdMs = await bot.child.longestHoldMs();
  others.assertRunning();
  await others.stop();
  calm.push(...(await times(turns.each)));
  return {
    holdMs,
    pair: (percent: number) => ({ product: percentile(changing, percent), limit: percentile(calm, percent) }),
  };
}

/** Another process that changes tenants, once it does. */
async function startOthers(databaseUrl: string): Promise<Child> {
  let begins: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => {
    begins = resolve;
  });
  const child = new Child({ program: changingProgram, args: [databaseUrl], folder: '/', onLine: () => begins() });
  await within('others begin to change tenants', longestReconcileMs, Promise.race([begun, child.ended]));
  return child;
}
