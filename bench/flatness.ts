// Whether a turn costs the same however many tenants there are, at rest and while some of them change.
import { search } from './activities.js';
import { type Bot, endBot, startProduct } from './bots.js';
import { changesPerSecond, startChanging } from './changing.js';
import { clickBy, conversations, type Shown, searchText } from './clicks.js';
import { atMost, type Figure, figureOf } from './figures.js';
import { messagesTo } from './messages.js';
import type { Bench } from './parts.js';
import { stagePorts } from './places.js';
import { Stage } from './stage.js';
import { percentile } from './statistics.js';
import { ofBoth, type Round, type Side, turnByTurn } from './turn-by-turn.js';

const few = 100;
const timesAimedAt = 1.15;
const warmUp = { turns: 60, everyMs: 10 };
// As in a busy office, and below Teams' limit of 50 messages a second with the updates of the cards that were posted before.
const pace = { turns: 25, everyMs: 33 };

/** Something to look at. */
interface Look {
  readonly name: string;
  /** When `--quick` looks at it: at rest its own cost shows best, and while tenants change that of following them. */
  readonly quick: 'at rest' | 'changing';
  readonly side: (bot: Bot, bench: Bench) => Side;
}

/** By buttons, which don't wait for Teams, and by a message. */
const looks: readonly Look[] = [
  { name: 'tenants.list', quick: 'changing', side: clicksOn('list') },
  { name: 'a filter', quick: 'changing', side: clicksOn('filter') },
  { name: 'a search', quick: 'at rest', side: clicksOn('search') },
  { name: 'tenant.open', quick: 'at rest', side: clicksOn('open') },
  { name: 'a search while writing', quick: 'at rest', side: searchesFrom('anywhere') },
  { name: 'a name being completed', quick: 'at rest', side: searchesFrom('input') },
  { name: 'message /tenants', quick: 'changing', side: (bot, { connector }) => messagesTo(bot, connector) },
];

/** The product with many tenants beside the product with few, each with its own Microsoft, in turns. */
export async function measureFlatness(bench: Bench): Promise<readonly Figure[]> {
  const other = await Stage.set(few, { ports: stagePorts.other });
  const options = { takesEvents: true };
  const [product, limit] = await Promise.all([startProduct(bench.stage, options), startProduct(other, options)]);
  const figures: Figure[] = [];
  try {
    figures.push(...(await measureLooks(bench, { product, limit }, 'at rest')));
    const changing = [await startChanging(bench.stage, product), await startChanging(other, limit)];
    figures.push(...(await measureLooks(bench, { product, limit }, 'changing')));
    for (const each of changing) await each.end();
  } finally {
    await Promise.all([endBot(product), endBot(limit)]);
    await other.end();
  }
  return figures;
}

async function measureLooks(
  bench: Bench,
  { product, limit }: { readonly product: Bot; readonly limit: Bot },
  when: Look['quick'],
): Promise<readonly Figure[]> {
  const { tenants } = bench.stage;
  const figures: Figure[] = [];
  for (const { name, side } of looks.filter(({ quick }) => !bench.isQuick || quick === when)) {
    const sides = [side(product, bench), side(limit, bench)] as const;
    await turnByTurn(...sides, warmUp);
    const rounds: Round[] = [];
    while (rounds.length < (bench.isQuick ? 2 : 4)) rounds.push(await turnByTurn(...sides, pace));
    const p50s = rounds.map((round) => ofBoth(round, (times) => percentile(times, 50)));
    const processorMs = rounds.map((round) => round.processorMs);
    const what = `flat: ${name}${when === 'changing' ? `, ${changesPerSecond} changes a second` : ''}`;
    const aim = atMost(timesAimedAt, `that with ${few}`);
    figures.push(figureOf({ what: `${what}: p50`, tenants, unit: 'ms' }, p50s, aim));
    figures.push(figureOf({ what: `${what}: processor`, tenants, unit: 'ms' }, processorMs, aim));
  }
  return figures;
}

function clicksOn(shown: Shown): (bot: Bot) => Side {
  return (bot) => {
    let turns = 0;
    return { bot, turn: (n) => bot.caller.send(clickBy(n, shown, turns++)) };
  };
}

// By turns the most urgent, before anything is typed, and one by its name.
function searchesFrom(where: Parameters<typeof search>[1]): (bot: Bot) => Side {
  return (bot) => {
    let turns = 0;
    const text = () => (turns++ % 2 === 0 ? '' : searchText(turns));
    return { bot, turn: (n) => bot.caller.send(search(conversations[n % conversations.length] ?? '', where, text())) };
  };
}
