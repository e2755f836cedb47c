// The cost of a click and of a message, beside a bare bot that answers with the same card.
import { type Bot, type Bots, shownByBoth, startBots } from './bots.js';
import { load, type Until } from './caller.js';
import { clickBy } from './clicks.js';
import { atLeast, type Figure, figureOf } from './figures.js';
import { measureMessages } from './messages.js';
import type { Bench } from './parts.js';
import { alternating, type Pair } from './statistics.js';

const atOnce = 16;
// Warmed up by turns, not by time: both bots should be as warm on a busy machine as on an idle one.
const efforts = {
  full: { warmUpTurns: 700, rounds: 5, round: { ms: 600 } },
  // Processor time is all that counts: on a busy machine a time has so few turns that all else a bot does weighs as much.
  quick: { warmUpTurns: 400, rounds: 3, round: { turns: 400 } },
};

// What each button shows, by its verb, and the share of the bare bot's speed that is aimed at.
const measuredClicks = { list: { verb: 'tenants.list', aim: 0.85 }, open: { verb: 'tenant.open', aim: 0.95 } } as const;

/** Turns per second and the time of a turn, for both buttons and for a message. */
export async function measureTurns(bench: Bench): Promise<readonly Figure[]> {
  const bots = await startBots(bench.stage, bench.connector);
  const figures: Figure[] = [];
  for (const shown of shownByBoth) figures.push(...(await measureClicks(bench, bots, shown)));
  figures.push(...(await measureMessages(bench, bots)));
  await bots.end();
  return figures;
}

/** Clicks are answered in the HTTP response and not paced: as many as the bot can take, this many at once. */
async function measureClicks(
  { stage: { tenants }, isQuick }: Bench,
  { product, bareBot }: Bots,
  shown: keyof typeof measuredClicks,
): Promise<readonly Figure[]> {
  const activityOf = (worker: number) => clickBy(worker, shown);
  const { warmUpTurns, rounds, round } = isQuick ? efforts.quick : efforts.full;
  await load(product.caller, activityOf, { atOnce, until: { turns: warmUpTurns } });
  await load(bareBot.caller, activityOf, { atOnce, until: { turns: warmUpTurns } });
  const results = await alternating(rounds, {
    product: () => measured(product, activityOf, round),
    limit: () => measured(bareBot, activityOf, round),
  });
  const pairs = (key: 'perSecond' | 'p50' | 'p99' | 'processorMs'): readonly Pair[] =>
    results.map((each) => ({ product: each.product[key], limit: each.limit[key] }));
  const { verb, aim } = measuredClicks[shown];
  const what = `click ${verb}, ${atOnce} at once`;
  return [
    figureOf({ what, tenants, unit: 'per second' }, pairs('perSecond'), atLeast(aim)),
    figureOf({ what: `${what}: p50`, tenants, unit: 'ms' }, pairs('p50')),
    figureOf({ what: `${what}: p99`, tenants, unit: 'ms' }, pairs('p99')),
    figureOf({ what: `${what}: processor`, tenants, unit: 'ms' }, pairs('processorMs')),
  ];
}

/** Adds the processor time of a turn, which tells its cost even while others use the machine. */
async function measured({ caller, child }: Bot, activityOf: (worker: number) => string, until: Until) {
  const before = await child.processorMs();
  const result = await load(caller, activityOf, { atOnce, until });
  return { ...result, processorMs: ((await child.processorMs()) - before) / result.turns };
}
