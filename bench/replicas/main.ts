// Measures what several replicas on PostgreSQL cost: `npm run bench:replicas [-- --only commits,clicks]`
import { parseArgs } from 'node:util';
import type { Figure } from '../figures.js';
import { machine } from '../machine.js';
import { table } from '../table.js';
import { measureChangingClicks } from './clicks.js';
import { measureCommits } from './commits.js';

const { values } = parseArgs({ options: { only: { type: 'string' } } });

const parts: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  commits: () => measureCommits(),
  clicks: () => measureChangingClicks(),
};

const startedAt = performance.now();
const figures: Figure[] = [];
for (const name of values.only?.split(',') ?? Object.keys(parts)) {
  const start = performance.now();
  figures.push(...((await parts[name]?.()) ?? []));
  process.stderr.write(`${name}: ${Math.round((performance.now() - start) / 1000)} s\n`);
}
const seconds = Math.round((performance.now() - startedAt) / 1000);
process.stdout.write(`${JSON.stringify({ machine: machine(), seconds, figures }, null, 2)}\n`);
process.stderr.write(`\n${table(figures)}\n\n${seconds} seconds\n`);
process.exit();
