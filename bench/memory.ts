// Memory after some work.
import { setTimeout as pause } from 'node:timers/promises';
import { type Bots, shownByBoth, startBots } from './bots.js';
import { load } from './caller.js';
import { clickBy } from './clicks.js';
import { atMostAbove, atMostInAll, type Figure, figureOf } from './figures.js';
import type { Bench } from './parts.js';
import { median, type Pair } from './statistics.js';

const workTurns = 300;
const restMs = 1000;
const reconcileSeconds = 2;
const sampleEveryMs = 200;
const many = 100_000;
const megabytesAimedAt = { aboveLimit: 60, inAll: 450 };

/** Resident memory in the seconds after both have answered clicks, while the product goes on reconciling. */
export async function measureMemory({ stage, connector }: Bench): Promise<readonly Figure[]> {
  const bots = await startBots(stage, connector, { reconcileSeconds });
  const { product, bareBot } = bots;
  for (const bot of [product, bareBot]) {
    for (const shown of shownByBoth)
      await load(bot.caller, (worker) => clickBy(worker, shown), { atOnce: 16, until: { turns: workTurns } });
  }
  await pause(restMs);
  // From the end of one reconcile to the end of the next.
  await product.nextReconcile();
  const next = product.nextReconcile().then(() => true);
  const samples: Pair[] = [];
  do samples.push(await megabytes(bots, 'now'));
  while (!(await Promise.race([next, pause(sampleEveryMs, false)])));
  const most = await megabytes(bots, 'most');
  await bots.end();
  const { tenants } = stage;
  const middle = {
    product: median(samples.map((sample) => sample.product)),
    limit: median(samples.map((sample) => sample.limit)),
  };
  const { aboveLimit, inAll } = megabytesAimedAt;
  const isMany = tenants >= many;
  const aim = isMany ? atMostInAll(inAll, 'MB') : atMostAbove(aboveLimit, 'MB');
  return [
    figureOf({ what: 'memory', tenants, unit: 'MB' }, [middle], aim),
    figureOf({ what: 'memory: most since the start', tenants, unit: 'MB' }, [most], isMany ? aim : undefined),
  ];
}

async function megabytes({ product, bareBot }: Bots, when: 'now' | 'most'): Promise<Pair> {
  const [ofProduct, ofBareBot] = [await product.child.residentMegabytes(), await bareBot.child.residentMegabytes()];
  return { product: ofProduct[when], limit: ofBareBot[when] };
}
