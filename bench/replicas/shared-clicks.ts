// How many clicks a second three small machines answer, beside one of them: each replica has little of a processor.
import { Caller, load } from '../caller.js';
import { clickBy } from '../clicks.js';
import { atLeast, type Figure, figureOf } from '../figures.js';
import { alternating } from '../statistics.js';
import { within } from './deadline.js';
import { ProcessorShare } from './processor-share.js';
import { ReplicasStage } from './replicas-stage.js';

const tenants = 1000;
const share = 0.2;
const timesAimedAt = 2.5;
const rounds = 3;
const loads = { warmUp: 300, ms: 4000, atOnce: 8 };
const longestReconcileMs = 60_000;

/** Lists, to one replica and to all three. Where no share of a processor can be set, there's no figure. */
export async function measureSharedClicks(): Promise<readonly Figure[]> {
  if (!ProcessorShare.canBeSet()) {
    process.stderr.write('  a share of a processor can’t be set on this machine\n');
    return [];
  }
  const replicas = await ReplicasStage.set(tenants);
  const running = await replicas.replicas(3);
  const callers = running.map(({ url }) => new Caller(url));
  const shares: ProcessorShare[] = [];
  try {
    // One of them does it for all.
    const reconciled = Promise.race(running.map((each) => each.reconciled));
    await within('the first reconcile', longestReconcileMs, reconciled);
    await Promise.all(callers.map((caller) => clicks(caller, { turns: loads.warmUp })));
    for (const { child } of running) shares.push(ProcessorShare.of(child, share));
    const perSecond = async (asked: readonly Caller[]) => {
      const each = await Promise.all(asked.map((caller) => clicks(caller, { ms: loads.ms })));
      return each.reduce((sum, one) => sum + one.perSecond, 0);
    };
    const pairs = await alternating(rounds, {
      product: () => perSecond(callers),
      limit: () => perSecond(callers.slice(0, 1)),
    });
    const what = `click tenants.list, ${share} of a processor for each: 3 replicas beside 1`;
    return [figureOf({ what, tenants, unit: 'per second' }, pairs, atLeast(timesAimedAt))];
  } finally {
    for (const caller of callers) caller.close();
    await Promise.all(running.map(({ child }) => child.stop()));
    for (const each of shares) await each.end();
    await replicas.end();
  }
}

function clicks(caller: Caller, until: Parameters<typeof load>[2]['until']) {
  return load(caller, (worker) => clickBy(worker, 'list'), { atOnce: loads.atOnce, until });
}
