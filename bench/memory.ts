// Memory after some work.
import { setTimeout as pause } from 'node:timers/promises';
import { clickBy, startBots, verbs } from './bots.js';
import { load } from './caller.js';
import type { Connector } from './connector.js';
import { atMostAbove, type Figure, figureOf } from './figures.js';
import type { Stage } from './stage.js';
import { median } from './statistics.js';

const workTurns = 300;
const restMs = 2000;
const samples = 15;
const sampleEveryMs = 200;
const megabytesAimedAt = 100;

/** Resident memory in the seconds after both have answered clicks, while the product goes on reconciling. */
export async function measureMemory(stage: Stage, connector: Connector): Promise<readonly Figure[]> {
  const bots = await startBots(stage, connector, { reconcileSeconds: 2 });
  for (const bot of [bots.product, bots.bareBot]) {
    for (const verb of verbs)
      await load(bot.caller, (worker) => clickBy(worker, verb), { atOnce: 16, until: { turns: workTurns } });
  }
  await pause(restMs);
  const product: number[] = [];
  const limit: number[] = [];
  for (let sample = 0; sample < samples; sample += 1) {
    await pause(sampleEveryMs);
    product.push(await bots.product.child.residentMegabytes());
    limit.push(await bots.bareBot.child.residentMegabytes());
  }
  await bots.end();
  const { tenants } = stage;
  const middle = { product: median(product), limit: median(limit) };
  const most = { product: Math.max(...product), limit: Math.max(...limit) };
  return [
    figureOf({ what: 'memory', tenants, unit: 'MB' }, [middle], atMostAbove(megabytesAimedAt, 'MB')),
    figureOf({ what: 'memory: most', tenants, unit: 'MB' }, [most]),
  ];
}
