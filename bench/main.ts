// Measures Gatehouse beside the fastest possible: `npm run bench [-- --quick --only turns,reconcileAll --profile folder]`
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Connector } from './connector.js';
import type { Figure } from './figures.js';
import { machine } from './machine.js';
import { type Part, parts } from './parts.js';
import { brokenLimits, lower, ratioLines } from './quick.js';
import { quickLimits } from './quick-limits.js';
import { Stage } from './stage.js';
import { table } from './table.js';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    tenants: { type: 'string' },
    profile: { type: 'string' },
    quick: { type: 'boolean', default: false },
  },
});
const isQuick = values.quick;
const wanted = {
  parts: values.only?.split(',') ?? parts.map(({ name }) => name),
  tenants: values.tenants?.split(',').map(Number) ?? [100, 1000, 5000, 10_000, 100_000],
};

// What a reader of the figures needs to know.
const notes = [
  'Limit: the bare botbuilder + restify bot, the plain loop, the plain write, or the product with 100 tenants, measured in turns with Gatehouse in the same run.',
  'Messages go to Teams at most 50 a second, and 60 in 30 seconds to one conversation, by design: a message is measured alone, below that pace. A click is answered in the HTTP response and is not paced: clicks show how many turns a second there can be.',
  'Ratios are medians over rounds. “processor” is the time that the bot itself computed for a turn: it says the same on a busy machine.',
];

// Quick: how often a part is measured whose figures break a limit.
const mostTimes = 3;

const startedAt = performance.now();
const connector = await Connector.start();
const figures: Figure[] = [];
for (const tenants of wanted.tenants) {
  const due = parts.filter((part) => wanted.parts.includes(part.name) && tenantsOf(part).includes(tenants));
  if (due.length > 0) figures.push(...(await measureAll(due, tenants)));
}
await connector.stop();
const seconds = Math.round((performance.now() - startedAt) / 1000);
if (isQuick) judge();
else report();

function tenantsOf({ tenants, quickTenants }: Part): readonly number[] {
  return isQuick ? quickTenants : tenants;
}

async function measureAll(due: readonly Part[], tenants: number): Promise<readonly Figure[]> {
  const [own, together] = [due.filter(({ hasOwnStage }) => hasOwnStage), due.filter(({ hasOwnStage }) => !hasOwnStage)];
  const measured: Figure[] = [];
  for (const some of [together, ...own.map((part) => [part])])
    if (some.length > 0) measured.push(...(await measureOn(some, tenants)));
  return measured;
}

/** One after the other, on one stage. */
async function measureOn(due: readonly Part[], tenants: number): Promise<readonly Figure[]> {
  const stage = await timed(`${tenants} tenants`, () =>
    Stage.set(tenants, { profileFolder: values.profile && resolve(values.profile) }),
  );
  const measured: Figure[] = [];
  try {
    for (const part of due) {
      const measure = () => timed(`  ${part.name}`, () => part.measure({ stage, connector, isQuick }));
      let figures = await measure();
      // A machine may have had something else to do: what is too slow is too slow each time.
      for (let times = 1; isQuick && times < mostTimes; times += 1) {
        const broken = brokenLimits(figures, quickLimits);
        if (broken.length === 0) break;
        process.stderr.write(`    once more: ${broken.join('; ')}\n`);
        figures = lower(figures, await measure());
      }
      measured.push(...figures);
    }
  } finally {
    await stage.end();
  }
  return measured;
}

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  process.stderr.write(`${what}: ${Math.round((performance.now() - start) / 1000)} s\n`);
  return result;
}

function report(): void {
  process.stdout.write(`${JSON.stringify({ machine: machine(), seconds, notes, figures }, null, 2)}\n`);
  process.stderr.write(`\n${table(figures)}\n\n${notes.join('\n')}\n${seconds} seconds\n`);
}

/** The ratios, and whether one has slipped. */
function judge(): void {
  const limits = quickLimits.filter(({ part }) => wanted.parts.includes(part));
  process.stderr.write(`\n${ratioLines(figures, limits).join('\n')}\n${seconds} seconds\n`);
  const broken = brokenLimits(figures, limits, { isComplete: true });
  if (broken.length === 0) return;
  process.stderr.write(`\n${broken.join('\n')}\n`);
  process.exitCode = 1;
}
