// How long is it from the start of the process until it answers?
import { type Figure, figureOf } from './figures.js';
import type { RunningBot, Stage } from './stage.js';
import { alternating } from './statistics.js';

const rounds = 3;

/** From starting the process to the first 200 of `/healthz`, with everything in the data folder already. */
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
