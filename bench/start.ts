// How long the process takes from its start to its first answers.
import { setTimeout as pause } from 'node:timers/promises';
import type { Bot } from './bots.js';
import { Caller } from './caller.js';
import { atMost, type Figure, figureOf } from './figures.js';
import { messagesTo } from './messages.js';
import type { Bench } from './parts.js';
import type { RunningBot } from './stage.js';
import { alternating, median, type Pair } from './statistics.js';

const timesAimedAt = { few: 1.6, many: 2 };
const many = 10_000;
const firstTimesAimedAt = 1.5;
// A later message comes when the first reconcile is over, to a process that rests.
const laterMessages = 5;
const restMs = 100;

/** One start. */
interface Started {
  readonly readyMs: number;
  readonly processorMs: number;
  readonly firstMs: number;
  /** From the start of the process until the first message is answered. */
  readonly firstProcessorMs: number;
  readonly laterMs: number;
}

/** From the start of the process to the first 200 of `/healthz`, with a full data folder, and to the first `/tenants`. */
export async function measureStart(bench: Bench): Promise<readonly Figure[]> {
  const { stage, isQuick } = bench;
  const card = { type: 'AdaptiveCard', version: '1.4', body: [] };
  const sides = {
    product: async () => {
      const product = await stage.product();
      return started(bench, product, product.reconciled);
    },
    limit: async () => started(bench, await stage.bareBot({ message: card })),
  };
  // The first start finds neither the files in memory nor what a process keeps for the next one.
  if (!isQuick) await alternating(1, sides);
  const results = await alternating(isQuick ? 2 : 4, sides);
  const pairs = (key: keyof Started): readonly Pair[] =>
    results.map(({ product, limit }) => ({ product: product[key], limit: limit[key] }));
  const { tenants } = stage;
  const aim = atMost(tenants < many ? timesAimedAt.few : timesAimedAt.many);
  const first = 'first /tenants after ready';
  const later = results.map(({ product: { firstMs, laterMs } }) => ({ product: firstMs, limit: laterMs }));
  return [
    figureOf({ what: 'start to ready', tenants, unit: 'ms' }, pairs('readyMs'), aim),
    figureOf({ what: 'start to ready: processor', tenants, unit: 'ms' }, pairs('processorMs')),
    figureOf({ what: first, tenants, unit: 'ms' }, pairs('firstMs')),
    figureOf({ what: 'start to the first /tenants: processor', tenants, unit: 'ms' }, pairs('firstProcessorMs')),
    figureOf({ what: `${first}, beside a later one`, tenants, unit: 'ms' }, later, atMost(firstTimesAimedAt, 'later')),
  ];
}

async function started(
  { connector }: Bench,
  { child, url, readyAfterMs }: RunningBot,
  calm: Promise<unknown> = Promise.resolve(),
): Promise<Started> {
  const processorMs = await child.processorMs();
  const bot: Bot = { child, caller: new Caller(url) };
  const { turn } = messagesTo(bot, connector);
  const firstMs = await timeOf(turn, 0);
  const firstProcessorMs = await child.processorMs();
  await calm;
  const later: number[] = [];
  while (later.length < laterMessages) {
    await pause(restMs);
    later.push(await timeOf(turn, later.length + 1));
  }
  bot.caller.close();
  await child.stop();
  return { readyMs: readyAfterMs, processorMs, firstMs, firstProcessorMs, laterMs: median(later) };
}

async function timeOf(turn: (n: number) => Promise<unknown>, n: number): Promise<number> {
  const start = performance.now();
  await turn(n);
  return performance.now() - start;
}
