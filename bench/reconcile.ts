// The cost of reconciling, in time and in calls.
import { setTimeout as pause } from 'node:timers/promises';
import { atMost, type Figure, figureOf } from './figures.js';
import { fewestCalls, plainLoop } from './plain-loop.js';
import type { Stage } from './stage.js';
import type { Pair } from './statistics.js';

const rounds = 7;
const warmUpReconciles = 6;
const timesAimedAt = 1.3;
// Long enough for the plain loop to run in between, with a rest before and after.
const pauseSeconds = 3;
const restMs = 1000;

/**
 * The product reconciles again this many seconds after the end of the last time, and logs the end: what's left between two
 * ends is the reconcile, with everything around it. In each pause the plain loop runs once; a round in which it doesn't fit
 * into the pause doesn't count.
 */
export async function measureReconcile(stage: Stage): Promise<readonly Figure[]> {
  const fetchPages = await plainLoop(stage);
  const product = await stage.product({ reconcileSeconds: pauseSeconds });
  await product.reconciled;
  // Warm, as a product is after its first minute.
  for (let reconcileAll = 0; reconcileAll < warmUpReconciles; reconcileAll += 1) {
    await fetchPages();
    await product.nextReconcile();
  }
  let reconciledAt = await product.nextReconcile();
  const times: Pair[] = [];
  const calls: Pair[] = [];
  for (let tries = 0; times.length < rounds; tries += 1) {
    if (tries > 3 * rounds)
      throw new Error('the machine is too busy: the plain loop does not fit between two reconciles');
    const next = product.nextReconcile();
    // A reconcile comes after a rest, in which processors slow down and caches are lost; so does the plain loop.
    await pause(restMs);
    const start = performance.now();
    const limitCalls = await fetchPages();
    const limit = performance.now() - start;
    if (limitCalls !== fewestCalls(stage)) throw new Error(`the plain loop made ${limitCalls} calls`);
    await fetch(`${stage.setting('GRAPH_URL')}/sandbox/requests`, { method: 'DELETE' });
    const isAlone = restMs + limit < pauseSeconds * 1000 - restMs;
    const time = (await next) - reconciledAt - pauseSeconds * 1000;
    reconciledAt += time + pauseSeconds * 1000;
    if (!isAlone) continue;
    const requests = await fetch(`${stage.setting('GRAPH_URL')}/sandbox/requests`);
    times.push({ product: time, limit });
    calls.push({ product: ((await requests.json()) as unknown[]).length, limit: limitCalls });
  }
  await product.child.stop();
  const { tenants } = stage;
  return [
    figureOf({ what: 'reconcile: time', tenants, unit: 'ms' }, times, atMost(timesAimedAt)),
    figureOf({ what: 'reconcile: calls', tenants, unit: 'calls' }, calls, atMost(1)),
  ];
}
