// The cost of a message, from its arrival until its card is posted and the turn is over.
import { setTimeout as pause } from 'node:timers/promises';
import { message } from './activities.js';
import { type Bots, conversations } from './bots.js';
import type { Caller } from './caller.js';
import type { Connector } from './connector.js';
import { type Figure, figureOf, type Judge } from './figures.js';
import { type Pair, percentile } from './statistics.js';

// Gatehouse keeps to Teams' limits, 50 a second in all and 60 in 30 seconds in one conversation: below them nothing waits,
// and the turn is measured, not the pace.
const everyMs = 24;
const rounds = 4;
const perRound = 50;

/** One turn at a time, the two bots alternating. */
export async function measureMessages(
  { product, bareBot }: Bots,
  connector: Connector,
  tenants: number,
  judge: Judge,
): Promise<readonly Figure[]> {
  const inPairs = async (): Promise<readonly Pair[]> => {
    const pairs: Pair[] = [];
    for (let turn = 0; turn < perRound; turn += 1) {
      const next = pause(everyMs);
      const conversationId = conversations[turn % conversations.length] ?? '';
      const first = await turnMs(product.caller, connector, conversationId);
      pairs.push({ product: first, limit: await turnMs(bareBot.caller, connector, conversationId) });
      await next;
    }
    return pairs;
  };
  await inPairs();
  const results: (readonly Pair[])[] = [];
  for (let round = 0; round < rounds; round += 1) results.push(await inPairs());

  const both = (of: (values: readonly number[]) => number) =>
    results.map((pairs) => ({
      product: of(pairs.map((pair) => pair.product)),
      limit: of(pairs.map((pair) => pair.limit)),
    }));
  const what = 'message /tenants, one by one';
  const perSecond = (times: readonly number[]) => (times.length * 1000) / times.reduce((sum, each) => sum + each, 0);
  const all = results.flat();
  const p99 = {
    product: percentile(
      all.map((pair) => pair.product),
      99,
    ),
    limit: percentile(
      all.map((pair) => pair.limit),
      99,
    ),
  };
  return [
    figureOf({ what, tenants, unit: 'per second' }, both(perSecond), judge),
    figureOf(
      { what: `${what}: p50`, tenants, unit: 'ms' },
      both((times) => percentile(times, 50)),
    ),
    figureOf({ what: `${what}: p99`, tenants, unit: 'ms' }, [p99]),
  ];
}

async function turnMs(bot: Caller, connector: Connector, conversationId: string): Promise<number> {
  const start = performance.now();
  const posted = connector.posted(conversationId);
  await bot.send(message(conversationId, '/tenants'));
  await posted;
  return performance.now() - start;
}
