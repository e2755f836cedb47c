// A connection of the database's owner, for what the bot itself may not do.
import pg from 'pg';
import { databaseAddress } from './address.js';
import { notLetIn } from './database.js';
import { notReached } from './failures.js';

/** The database as its owner. */
export interface OwnerAddress {
  /** The name of the setting that the URL is from. */
  readonly setting: string;
  readonly url: string;
}

/**
 * Does work on a connection of its own, whose statements may take as long as they do.
 * @throws ConfigError when the server doesn't let the owner in; StoreError when it doesn't answer; what the work throws.
 */
export async function asOwner<T>({ setting, url }: OwnerAddress, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ ...databaseAddress(setting, url), application_name: 'gatehouse owner' });
  client.on('error', () => undefined);
  await client.connect().catch((cause) => {
    throw notLetIn(notReached(cause), setting);
  });
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
