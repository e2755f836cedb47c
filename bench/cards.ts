// Every card that is about many tenants, beside a bare bot that answers with the same card.
import { setTimeout as pause } from 'node:timers/promises';
import { tenantIdOf } from '../src/sandbox/world/generated-customers.js';
import { type Button, click, search } from './activities.js';
import { type Bot, cardIn, endBot, startProduct } from './bots.js';
import { Caller } from './caller.js';
import { conversations } from './clicks.js';
import { atMostAbove, type Figure, figureOf, type Judge } from './figures.js';
import type { Bench } from './parts.js';
import type { Stage } from './stage.js';
import { percentile } from './statistics.js';
import { ofBoth, type Round, type Side, turnByTurn } from './turn-by-turn.js';

/** A card by the question that it answers. */
interface Asked {
  readonly name: string;
  /** The question, in a conversation. */
  readonly activity: (conversationId: string) => string;
  /** What the bare bot knows its answer by. */
  readonly key: string;
  /** Absent: it looks at each tenant that it's about, which few cards do. */
  readonly aim?: Judge;
}

// Far below what a person notices.
const inMemory = atMostAbove(5, 'ms');
const pace = { turns: 25, everyMs: 20 };
const warmUp = { turns: 40, everyMs: 5 };
const searchKey = 'application/search';
// Up to 9,999 tenants: to tag more would take minutes.
const batchOf = 'contoso 0';
// Of five customers in a row the first is onboarded, and the fourth isn't.
const inARow = 5;
const [onboarded, notOnboarded] = [1, 4];
const unusual = 200;

/** The cards of a fleet, one at a time, the two bots alternating. */
export async function measureCards({ stage, isQuick }: Bench): Promise<readonly Figure[]> {
  await haveRows(stage);
  const product = await startProduct(stage);
  const figures: Figure[] = [];
  try {
    for (const asked of cardsAbout(await endedBatch(product))) {
      const bareBot = await startBareBot(stage, asked, product);
      const rounds = await roundsOf(asked, product, bareBot, isQuick ? 2 : 5);
      await endBot(bareBot);
      const what = `card: ${asked.name}`;
      const name = { tenants: stage.tenants, unit: 'ms' } as const;
      const p50s = rounds.map((round) => ofBoth(round, (times) => percentile(times, 50)));
      const processorMs = rounds.map((round) => round.processorMs);
      figures.push(figureOf({ ...name, what: `${what}: p50` }, p50s, asked.aim));
      figures.push(figureOf({ ...name, what: `${what}: processor` }, processorMs));
    }
  } finally {
    await endBot(product);
  }
  return figures;
}

/** Has some customers, spread over all, in each of the lists: access that ends, and access to who isn't managed. */
async function haveRows(stage: Stage): Promise<void> {
  for (let index = 0; index < unusual; index += 1) {
    const first = inARow * Math.floor((index * stage.tenants) / inARow / unusual);
    const [relationshipId] = await stage.relationshipIds(tenantIdOf(first + onboarded));
    await stage.control(`relationships/${relationshipId}/auto-extend`, { duration: 'PT0S' });
    const tenantId = tenantIdOf(first + notOnboarded);
    await stage.control('relationships', { tenantId, displayName: `By hand ${index}`, status: 'active' });
  }
}

function cardsAbout(batchId: string): readonly Asked[] {
  const clicked = (name: string, button: Button) => ({
    name,
    activity: (conversationId: string) => click(conversationId, button),
    key: button.verb,
  });
  const remembered = (name: string, button: Button) => ({ ...clicked(name, button), aim: inMemory });
  const leftovers = { verb: 'leftovers.list' } as const;
  return [
    remembered('/tenants', { verb: 'tenants.list' }),
    remembered('/open', { verb: 'waiting.list' }),
    remembered('/expiring', { verb: 'expiring.list' }),
    {
      ...remembered('/leftovers', leftovers),
      // Whoever selects it has Partner Center asked about two hundred customers, beside the answer.
      activity: (conversationId) => click(conversationId, leftovers, 'automatic'),
    },
    remembered('/fleet', { verb: 'fleet.show' }),
    {
      name: 'a name being completed',
      activity: (conversationId) => search(conversationId, 'input', 'co'),
      key: searchKey,
      aim: inMemory,
    },
    clicked('a batch', { verb: 'batch.show', data: { batchId } }),
    clicked('the dry run of Enable for all', { verb: 'batch.ask', data: { batchAction: 'enable' } }),
  ];
}

/** A bare bot that knows this one answer of the product's. */
async function startBareBot(stage: Stage, { activity, key }: Asked, { caller }: Bot): Promise<Bot> {
  const answer = await caller.send(activity(conversations[0] ?? ''));
  const known = key === searchKey ? JSON.parse(answer.toString('utf8')) : cardIn(answer);
  const { child, url } = await stage.bareBot({ [key]: known });
  return { child, caller: new Caller(url) };
}

async function roundsOf({ activity }: Asked, product: Bot, bareBot: Bot, count: number): Promise<readonly Round[]> {
  const side = (bot: Bot): Side => ({
    bot,
    turn: (n) => bot.caller.send(activity(conversations[n % conversations.length] ?? '')),
  });
  const sides = [side(product), side(bareBot)] as const;
  await turnByTurn(...sides, warmUp);
  const rounds: Round[] = [];
  while (rounds.length < count) rounds.push(await turnByTurn(...sides, pace));
  return rounds;
}

/** A batch that has tagged its tenants. */
async function endedBatch({ caller }: Bot): Promise<string> {
  const [conversationId = ''] = conversations;
  const ask = async (button: Button) => buttonsIn(cardIn(await caller.send(click(conversationId, button))));
  const question = await ask({ verb: 'batch.ask', data: { batchAction: 'tag', tags: 'bench', search: batchOf } });
  const yes = question.find(({ verb }) => verb === 'batch.begin');
  const batchId = yes?.data?.batchId;
  if (!yes || typeof batchId !== 'string') throw new Error('the dry run has nothing to begin');
  let shown = await ask(yes);
  while (shown.some(({ verb }) => verb === 'batch.stop')) {
    await pause(200);
    shown = await ask({ verb: 'batch.show', data: { batchId } });
  }
  return batchId;
}

/** The buttons anywhere in a card. */
function buttonsIn(part: unknown): readonly Button[] {
  if (typeof part !== 'object' || part === null) return [];
  const inside = Object.values(part).flatMap(buttonsIn);
  return 'verb' in part && typeof part.verb === 'string' ? [part as Button, ...inside] : inside;
}
