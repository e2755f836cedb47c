// What a click that changes something takes, saved in PostgreSQL beside saved in the data folder.
import { click } from '../activities.js';
import { type Bot, endBot } from '../bots.js';
import { Caller, load } from '../caller.js';
import { atMostAbove, type Figure, figureOf } from '../figures.js';
import { alternating } from '../statistics.js';
import { ReplicasStage } from './replicas-stage.js';

const tenants = 1000;
const rounds = 5;
const turns = { warmUp: 200, each: 200 };
const msAimedAt = 5;
const languages = ['de', 'en'] as const;

/** The language of a conversation, chosen again and again. */
export async function measureChangingClicks(): Promise<readonly Figure[]> {
  const replicas = await ReplicasStage.set(tenants);
  const [replica] = await replicas.replicas(1);
  const single = await replicas.stage.product();
  if (!replica) throw new Error('there is no replica');
  const both = { product: botOf(replica), limit: botOf(single) };
  try {
    await Promise.all([replica.reconciled, single.reconciled]);
    for (const bot of [both.product, both.limit]) await clicks(bot, turns.warmUp);
    const results = await alternating(rounds, {
      product: () => clicks(both.product, turns.each),
      limit: () => clicks(both.limit, turns.each),
    });
    const pairs = (key: 'p50' | 'p99') =>
      results.map(({ product, limit }) => ({ product: product[key], limit: limit[key] }));
    const what = 'click with a change, beside the data folder';
    return [
      figureOf({ what: `${what}: p50`, tenants, unit: 'ms' }, pairs('p50'), atMostAbove(msAimedAt, 'ms')),
      figureOf({ what: `${what}: p99`, tenants, unit: 'ms' }, pairs('p99')),
    ];
  } finally {
    await Promise.all([endBot(both.product), endBot(both.limit)]);
    await replicas.end();
  }
}

function botOf({ child, url }: Pick<Bot, 'child'> & { readonly url: string }): Bot {
  return { child, caller: new Caller(url) };
}

function clicks({ caller }: Bot, count: number) {
  let turn = 0;
  const next = () => {
    turn += 1;
    const chatLanguage = languages[turn % languages.length];
    return click('chat-0', { verb: 'language.set', data: { chatLanguage } });
  };
  return load(caller, next, { atOnce: 1, until: { turns: count } });
}
