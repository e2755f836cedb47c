// The machine that the figures are from.
import { availableParallelism, cpus } from 'node:os';

/** What a figure depends on besides the code. */
export function machine() {
  const [cpu] = cpus();
  return {
    processors: availableParallelism(),
    cpu: cpu?.model ?? 'unknown',
    node: process.version,
    date: new Date().toISOString().slice(0, 10),
  };
}
