// The database as a checkup sees it, with a connection of its own or that of a running bot.
import type { DatabaseTrouble } from '../../domain/health/checkup.js';
import type { SeenDatabase } from '../../domain/health/checkup-database.js';
import type { Currency } from '../../operations/ports/store.js';
import type { Clock } from '../../runtime/clock.js';
import { noLog } from '../../runtime/no-log.js';
import { checkDatabase } from './check.js';
import { Database } from './database.js';
import { readSkewSeconds } from './database-clock.js';
import { DatabaseAway, UnfitDatabase } from './failures.js';
import { aliveMembers, templateSets } from './members.js';

/** Looks at the database of a URL, beside running bots or without one. Whether a pooler is in the way is tried too. */
export function inspectDatabase(url: string, clock: Clock): Promise<SeenDatabase | DatabaseTrouble> {
  return orTrouble(async () => {
    const database = await Database.open({ url, poolSize: 1, clock, log: noLog });
    try {
      await checkDatabase(database, clock);
      return await seen(database, clock);
    } finally {
      await database.close();
    }
  });
}

/** Looks at the database that a bot has open, and at how far the bot is behind it. */
export function inspectOpenDatabase(
  database: Database,
  store: { current(): Promise<Currency>; readonly behindSeconds: number },
  clock: Clock,
): Promise<SeenDatabase | DatabaseTrouble> {
  return orTrouble(async () => {
    const { asOf } = await store.current();
    const behindSeconds = asOf === undefined ? 0 : store.behindSeconds;
    return { ...(await seen(database, clock)), behindSeconds };
  });
}

async function orTrouble(look: () => Promise<SeenDatabase>): Promise<SeenDatabase | DatabaseTrouble> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof UnfitDatabase) return error.trouble;
    if (error instanceof DatabaseAway) return { what: 'databaseAway', answer: error.why };
    throw error;
  }
}

async function seen(database: Database, clock: Clock): Promise<SeenDatabase> {
  const replicas = (await database.query(aliveMembers)).length;
  const [told] = await database.query<{ readonly sets: number }>(templateSets);
  const skewSeconds = await readSkewSeconds(database, clock);
  const [row] = await database.query<Omit<SeenDatabase, 'skewSeconds' | 'replicas' | 'templateSets'>>({
    text: `select split_part(current_setting('server_version'), ' ', 1) as version, current_user as user,
      has_table_privilege('gatehouse.audit', 'update, delete, truncate') as "mayRewrite"`,
  });
  if (!row) throw new Error('the database answers with no row');
  return { ...row, replicas, templateSets: told?.sets ?? 0, skewSeconds };
}
