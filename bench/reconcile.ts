// The cost of reconciling, in time, in calls, and in how long others wait meanwhile.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { rates } from '../src/microsoft/http/rates.js';
import { atMost, atMostInAll, type Figure, figureOf } from './figures.js';
import type { Bench } from './parts.js';
import { customerPages, fewestCalls, plainLoop } from './plain-loop.js';
import type { RunningProduct, Stage } from './stage.js';
import { longest, type Pair } from './statistics.js';

const timesAimedAt = 1.25;
const longestHoldAimedAtMs = 30;
// A process that has read so many tenants is warm, as a product is after its first minutes.
const warmUpTenants = 60_000;
const restMs = 500;
const shortestPauseSeconds = 2;
// What the product's background may ask of Partner Center.
const [{ count, kept, ms: windowMs }] = rates.partnerCenter.windows;
const pagesASecond = (1000 * (count - kept)) / windowMs;

/** One reconcile, or one run of the plain loop. */
interface Run {
  readonly ms: number;
  readonly processorMs: number;
  readonly calls: number;
  readonly longestHoldMs: number;
}

/**
 * The product reconciles again so many seconds after the end of the last time, and logs the end: what's left between two
 * ends is the reconcile, with everything around it. In each pause the plain loop runs once; a round in which it doesn't fit
 * into the pause doesn't count.
 */
export async function measureReconcile({ stage, isQuick }: Bench): Promise<readonly Figure[]> {
  const fetchPages = await plainLoop(stage);
  const warmUps = Math.max(1, Math.min(isQuick ? 1 : 6, Math.round(warmUpTenants / stage.tenants)));
  for (let warmUp = 0; warmUp < warmUps; warmUp += 1) await fetchPages();
  const { ms: loopMs } = await runOfLoop(stage, fetchPages);
  // Long enough for the plain loop to run in between, with a rest before and after, and for what the product may ask of Partner Center.
  const loopSeconds = Math.ceil((2 * restMs + 1.5 * loopMs) / 1000);
  const pacedSeconds = Math.ceil(customerPages(stage) / pagesASecond);
  const pauseSeconds = Math.max(shortestPauseSeconds, loopSeconds, pacedSeconds);
  const product = await stage.product({ reconcileSeconds: pauseSeconds, isProbed: true });
  await product.reconciled;
  let reconciledAt = 0;
  for (let warmUp = 0; warmUp < warmUps; warmUp += 1) reconciledAt = await product.nextReconcile();

  const rounds = isQuick || stage.tenants > 10_000 ? 3 : 7;
  const results: { readonly product: Run; readonly limit: Run }[] = [];
  for (let tries = 0; results.length < rounds; tries += 1) {
    if (tries > 3 * rounds)
      throw new Error('the machine is too busy: the plain loop does not fit between two reconciles');
    const next = product.nextReconcile();
    // A reconcile comes after a rest, in which processors slow down and caches are lost; so does the plain loop.
    await pause(restMs);
    const limit = await runOfLoop(stage, fetchPages);
    const before = await product.child.processorMs();
    await product.child.longestHoldMs();
    await stage.requests();
    const isAlone = restMs + limit.ms < pauseSeconds * 1000 - restMs;
    const ms = (await next) - reconciledAt - pauseSeconds * 1000;
    reconciledAt += ms + pauseSeconds * 1000;
    if (isAlone) results.push({ product: await runOfProduct(stage, product, { ms, before }), limit });
  }
  await product.child.stop();
  return figuresOf(results, stage.tenants);
}

async function runOfProduct(
  stage: Stage,
  { child }: RunningProduct,
  { ms, before }: { readonly ms: number; readonly before: number },
): Promise<Run> {
  const processorMs = (await child.processorMs()) - before;
  return { ms, processorMs, calls: await stage.requests(), longestHoldMs: await child.longestHoldMs() };
}

async function runOfLoop(stage: Stage, fetchPages: () => Promise<number>): Promise<Run> {
  const delays = monitorEventLoopDelay({ resolution: 1 });
  delays.enable();
  const before = process.cpuUsage();
  const start = performance.now();
  const calls = await fetchPages();
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  delays.disable();
  if (calls !== fewestCalls(stage)) throw new Error(`the plain loop made ${calls} calls`);
  return { ms, processorMs: (user + system) / 1000, calls, longestHoldMs: delays.max / 1e6 };
}

function figuresOf(
  results: readonly { readonly product: Run; readonly limit: Run }[],
  tenants: number,
): readonly Figure[] {
  const pairs = (key: keyof Run): readonly Pair[] =>
    results.map(({ product, limit }) => ({ product: product[key], limit: limit[key] }));
  const hold = { what: 'reconcile: longest hold of the event loop', tenants, unit: 'ms' } as const;
  return [
    figureOf({ what: 'reconcile: time', tenants, unit: 'ms' }, pairs('ms'), atMost(timesAimedAt)),
    figureOf({ what: 'reconcile: processor', tenants, unit: 'ms' }, pairs('processorMs')),
    figureOf({ what: 'reconcile: calls', tenants, unit: 'calls' }, pairs('calls'), atMost(1)),
    figureOf(hold, [longest(pairs('longestHoldMs'))], atMostInAll(longestHoldAimedAtMs, 'ms')),
    figureOf({ ...hold, what: `${hold.what}, in the middle round` }, pairs('longestHoldMs')),
  ];
}
