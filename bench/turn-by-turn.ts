// Two bots that take turns, one turn at a time, so that whatever happens to the machine happens to both.
import { setTimeout as pause } from 'node:timers/promises';
import type { Bot } from './bots.js';
import type { Pair } from './statistics.js';

/** One of the two: how to have it take its n-th turn. */
export interface Side {
  readonly bot: Bot;
  turn(n: number): Promise<unknown>;
}

/** How many turns there are of each, and how much time for one of each. */
export interface Pace {
  readonly turns: number;
  readonly everyMs: number;
}

/** Some turns of both. */
export interface Round {
  /** How long each turn took, in milliseconds. */
  readonly times: readonly Pair[];
  /** The processor time of a turn, with everything else that the bot did meanwhile, in milliseconds. */
  readonly processorMs: Pair;
}

/** One turn of each, again and again; each goes first every other time. */
export async function turnByTurn(product: Side, limit: Side, { turns, everyMs }: Pace): Promise<Round> {
  const before = await processorMs(product, limit);
  const times: Pair[] = [];
  for (let n = 0; n < turns; n += 1) {
    const next = pause(everyMs);
    if (n % 2 === 0) {
      const first = await timeOf(product, n);
      times.push({ product: first, limit: await timeOf(limit, n) });
    } else {
      const first = await timeOf(limit, n);
      times.push({ product: await timeOf(product, n), limit: first });
    }
    await next;
  }
  const after = await processorMs(product, limit);
  return {
    times,
    processorMs: {
      product: (after.product - before.product) / turns,
      limit: (after.limit - before.limit) / turns,
    },
  };
}

/** One value of the times of each side. */
export function ofBoth({ times }: Pick<Round, 'times'>, of: (times: readonly number[]) => number): Pair {
  return { product: of(times.map(({ product }) => product)), limit: of(times.map(({ limit }) => limit)) };
}

async function processorMs(product: Side, limit: Side): Promise<Pair> {
  return { product: await product.bot.child.processorMs(), limit: await limit.bot.child.processorMs() };
}

async function timeOf({ turn }: Side, n: number): Promise<number> {
  const start = performance.now();
  await turn(n);
  return performance.now() - start;
}
