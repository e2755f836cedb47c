// Measures what several replicas on PostgreSQL cost and gain: `npm run bench:replicas [-- --only commits,clicks --tenants 10000]`
import { parseArgs } from 'node:util';
import { Connector } from '../connector.js';
import type { Figure } from '../figures.js';
import { machine } from '../machine.js';
import { table } from '../table.js';
import { measureChangingClicks } from './clicks.js';
import { measureCommits } from './commits.js';
import { within } from './deadline.js';
import { measureEventsOfReplicas } from './events.js';
import { measureMany } from './many.js';
import { measureSharedClicks } from './shared-clicks.js';

const { values } = parseArgs({ options: { only: { type: 'string' }, tenants: { type: 'string', default: '100000' } } });
const longestMs = 400_000;

const parts: Readonly<Record<string, (connector: Connector) => Promise<readonly Figure[]>>> = {
  commits: () => measureCommits(),
  clicks: () => measureChangingClicks(),
  sharedClicks: () => measureSharedClicks(),
  events: () => measureEventsOfReplicas(),
  many: (connector) => measureMany(Number(values.tenants), connector),
};

const startedAt = performance.now();
const connector = await Connector.start();
const figures: Figure[] = [];
const failed: string[] = [];
for (const name of values.only?.split(',') ?? Object.keys(parts)) {
  const start = performance.now();
  const measured = parts[name]?.(connector) ?? Promise.reject(new Error('there is no such part'));
  try {
    figures.push(...(await within('measuring', longestMs, measured)));
  } catch (error) {
    failed.push(`${name}: ${error instanceof Error ? error.message : error}`);
  }
  process.stderr.write(`${name}: ${Math.round((performance.now() - start) / 1000)} s\n`);
}
const seconds = Math.round((performance.now() - startedAt) / 1000);
process.stdout.write(`${JSON.stringify({ machine: machine(), seconds, figures, failed }, null, 2)}\n`);
process.stderr.write(`\n${[table(figures), ...failed, `${seconds} seconds`].join('\n\n')}\n`);
// What a part that failed has left running ends with this process.
process.exit(failed.length === 0 ? 0 : 1);
