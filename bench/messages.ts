// The cost of a message, from its arrival until its card is posted and the turn is over.
import { message } from './activities.js';
import type { Bot, Bots } from './bots.js';
import { conversations } from './clicks.js';
import type { Connector } from './connector.js';
import { atLeast, type Figure, figureOf } from './figures.js';
import type { Bench } from './parts.js';
import { percentile } from './statistics.js';
import { ofBoth, type Round, type Side, turnByTurn } from './turn-by-turn.js';

const shareAimedAt = 0.92;
// Gatehouse keeps to Teams' limits, 50 a second in all and 60 in 30 seconds in one conversation: below them nothing waits,
// and the turn is measured, not the pace.
const pace = { turns: 50, everyMs: 24 };
const efforts = { full: { warmUpTurns: 150, rounds: 6 }, quick: { warmUpTurns: 80, rounds: 2 } };

/** One turn at a time, the two bots alternating. */
export async function measureMessages(
  { connector, stage: { tenants }, isQuick }: Bench,
  { product, bareBot }: Bots,
): Promise<readonly Figure[]> {
  const sides = [messagesTo(product, connector), messagesTo(bareBot, connector)] as const;
  const effort = isQuick ? efforts.quick : efforts.full;
  await turnByTurn(...sides, { ...pace, turns: effort.warmUpTurns });
  const rounds: Round[] = [];
  while (rounds.length < effort.rounds) rounds.push(await turnByTurn(...sides, pace));

  const both = (of: (values: readonly number[]) => number) => rounds.map((round) => ofBoth(round, of));
  const what = 'message /tenants, one by one';
  const perSecond = (times: readonly number[]) => (times.length * 1000) / times.reduce((sum, each) => sum + each, 0);
  const p50 = (times: readonly number[]) => percentile(times, 50);
  const p99 = ofBoth({ times: rounds.flatMap(({ times }) => times) }, (times) => percentile(times, 99));
  const processorMs = rounds.map((round) => round.processorMs);
  return [
    figureOf({ what, tenants, unit: 'per second' }, both(perSecond), atLeast(shareAimedAt)),
    figureOf({ what: `${what}: p50`, tenants, unit: 'ms' }, both(p50)),
    figureOf({ what: `${what}: p99`, tenants, unit: 'ms' }, [p99]),
    figureOf({ what: `${what}: processor`, tenants, unit: 'ms' }, processorMs),
  ];
}

/** `/tenants`, each time in the next conversation, until its card has come and the turn is over. */
export function messagesTo(bot: Bot, connector: Connector): Side {
  return {
    bot,
    async turn(n) {
      const conversationId = conversations[n % conversations.length] ?? '';
      const posted = connector.posted(conversationId);
      await bot.caller.send(message(conversationId, '/tenants'));
      await posted;
    },
  };
}
