// Moves everything out of the data folder into the database, or back. Run by `npm run store:move`, while no bot runs.
import { parseArgs } from 'node:util';
import { ConfigError } from '../domain/errors.js';
import { systemClock } from '../runtime/clock.js';
import { noLog } from '../runtime/no-log.js';
import { moveBetween } from '../store/move/open-places.js';
import { ownerDatabase } from './owner-database.js';
import { environment, run, say } from './terminal.js';
import { toldUsage, usages } from './usage.js';

if (!toldUsage('store:move')) await run(storeMove);

async function storeMove(): Promise<void> {
  const to = readTarget();
  const variables = environment();
  const dataDir = variables.DATA_DIR?.trim() || './data';
  const owner = ownerDatabase(variables);
  const { from, ...moved } = await moveBetween({ to, dataDir, owner, clock: systemClock, log: noLog });
  say(
    `Moved everything from ${from} to ${moved.to}: ${moved.tenants} tenants, ${moved.certificates} certificates, ${moved.auditLines} lines of the audit log, an unbroken chain before and after.`,
    `${from} is as it was, but for a marker: Gatehouse doesn’t start there. Delete it once Gatehouse runs at the other place.`,
    to === 'postgres' ? 'Start Gatehouse with DATABASE_URL.' : 'Start Gatehouse without DATABASE_URL.',
  );
}

function readTarget(): 'postgres' | 'folder' {
  let to: string | undefined;
  try {
    ({ to } = parseArgs({ options: { to: { type: 'string' } } }).values);
  } catch (cause) {
    throw new ConfigError('the arguments aren’t valid', usages['store:move'], { cause });
  }
  if (to === 'postgres' || to === 'folder') return to;
  throw new ConfigError('say where to: --to postgres or --to folder', usages['store:move']);
}
