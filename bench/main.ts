// Measures Gatehouse beside the fastest possible: `npm run bench [-- --only turns,reconcileAll --profile folder]`
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { measureChanges } from './changes.js';
import { Connector } from './connector.js';
import type { Figure } from './figures.js';
import { flatness } from './flatness.js';
import { machine } from './machine.js';
import { measureMemory } from './memory.js';
import { measureReconcile } from './reconcile.js';
import { Stage } from './stage.js';
import { measureStart } from './start.js';
import { table } from './table.js';
import { measureTurns } from './turns.js';

const { values } = parseArgs({ options: { only: { type: 'string' }, profile: { type: 'string' } } });
const isWanted = (part: string) => values.only === undefined || values.only.split(',').includes(part);

/** Each part, and the numbers of tenants that it's measured with. */
const parts: readonly {
  readonly name: string;
  readonly tenants: readonly number[];
  readonly measure: (stage: Stage, connector: Connector) => Promise<readonly Figure[]>;
}[] = [
  { name: 'turns', tenants: [100, 1000, 10_000], measure: measureTurns },
  { name: 'reconcileAll', tenants: [1000, 10_000], measure: measureReconcile },
  { name: 'changes', tenants: [1000, 10_000], measure: ({ tenants }) => measureChanges(tenants) },
  { name: 'start', tenants: [100, 10_000], measure: measureStart },
  { name: 'memory', tenants: [10_000], measure: measureMemory },
];

// What a reader of the figures needs to know.
const notes = [
  'Limit: the bare botbuilder + restify bot, the plain loop, or the plain write, measured in turns with Gatehouse in the same run.',
  'Messages go to Teams at most 50 a second, and 60 in 30 seconds to one conversation, by design: a message is measured alone, below that pace. A click is answered in the HTTP response and is not paced: clicks show how many turns a second there can be.',
  'Ratios are medians over rounds. “processor” is the time that the bot itself computed for a turn: it says the same on a busy machine.',
];

const startedAt = performance.now();
const connector = await Connector.start();
const figures: Figure[] = [];
for (const tenants of [100, 1000, 10_000]) {
  const stage = await Stage.set(tenants, values.profile && resolve(values.profile));
  try {
    for (const part of parts.filter((each) => isWanted(each.name) && each.tenants.includes(tenants))) {
      process.stderr.write(`${tenants} tenants: ${part.name}\n`);
      figures.push(...(await part.measure(stage, connector)));
    }
  } finally {
    await stage.end();
  }
}
await connector.stop();
figures.push(...flatness(figures));
const seconds = Math.round((performance.now() - startedAt) / 1000);
process.stdout.write(`${JSON.stringify({ machine: machine(), seconds, notes, figures }, null, 2)}\n`);
process.stderr.write(`\n${table(figures)}\n\n${notes.join('\n')}\n${seconds} seconds\n`);
