// The database while everything in it is moved: held by one transaction of its owner, so that nothing is committed meanwhile.
import pg from 'pg';
import { ConfigError, StoreError } from '../../domain/errors.js';
import { databaseAddress } from './address.js';
import type { Queried } from './changes.js';
import { checkSchema } from './check.js';
import { notLetIn } from './database.js';
import { failureOf, notReached } from './failures.js';
import { aliveMembers } from './members.js';
import type { OwnerAddress } from './owner.js';

/** A database that is held. */
export interface OwnedDatabase extends Queried {
  /** Where it is, for people, without a password. */
  readonly place: string;
  /** Makes what was done so far last, and holds it no longer. */
  commit(): Promise<void>;
  /** Undoes what wasn't made to last, and lets go. */
  close(): Promise<void>;
}

/**
 * Holds a database.
 * @throws ConfigError when it can't be used, a replica uses it, or another than its owner asks; StoreError when it doesn't answer.
 */
export async function holdDatabase({ setting, url }: OwnerAddress): Promise<OwnedDatabase> {
  const address = databaseAddress(setting, url);
  const client = new pg.Client({ ...address, application_name: 'gatehouse move' });
  client.on('error', () => undefined);
  await client.connect().catch((cause) => {
    throw notLetIn(notReached(cause), setting);
  });
  const query: Queried['query'] = async <Row extends object>(statement: Parameters<Queried['query']>[0]) => {
    try {
      return (await client.query<Row & pg.QueryResultRow>(statement)).rows;
    } catch (error) {
      throw failureOf(error);
    }
  };
  const place = `${address.host}:${address.port}/${address.database}`;
  const owned: OwnedDatabase = {
    place,
    query,
    commit: async () => void (await query({ text: 'commit' })),
    close: () => client.end().catch(() => undefined),
  };
  try {
    await checkSchema(owned, address.user ?? '');
    await mustBeOurs(owned, place);
    return owned;
  } catch (error) {
    await owned.close();
    throw error;
  }
}

async function mustBeOurs(owned: OwnedDatabase, place: string): Promise<void> {
  const [rights] = await owned.query<{ rewrites: boolean }>({
    text: `select has_table_privilege('gatehouse.audit', 'insert') as rewrites`,
  });
  if (!rights?.rewrites)
    throw new ConfigError(
      `only the owner of ${place} may move everything into it or out of it`,
      'Set DATABASE_OWNER_URL to the database as its owner.',
    );
  await owned.query({ text: 'begin' });
  await owned.query({ text: 'select from gatehouse.head for update' });
  const { length } = await owned.query(aliveMembers);
  if (length > 0)
    throw new StoreError(`${length} running Gatehouse use ${place}`, 'Stop all of them, then run the command again.');
}
