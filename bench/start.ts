// How long the process takes from its start to its first answer.
import { type Figure, figureOf } from './figures.js';
import type { RunningBot, Stage } from './stage.js';
import { alternating } from './statistics.js';

const rounds = 3;

/** From the start of the process to the first 200 of `/healthz`, with a full data folder. */
export async function measureStart(stage: Stage): Promise<readonly Figure[]> {
  const timeOf = async (start: Promise<RunningBot>) => {
    const { child, readyAfterMs } = await start;
    await child.stop();
    return readyAfterMs;
  };
  const times = await alternating(rounds, {
    product: () => timeOf(stage.product()),
    limit: () => timeOf(stage.bareBot({})),
  });
  return [figureOf({ what: 'start to ready', tenants: stage.tenants, unit: 'ms' }, times)];
}
