// The database of the settings as its owner.
import { ConfigError } from '../domain/errors.js';
import type { OwnerAddress } from '../store/postgres/owner.js';

type Variables = Readonly<Record<string, string | undefined>>;

/** By DATABASE_OWNER_URL, else by DATABASE_URL. @throws ConfigError when neither is set. */
export function ownerDatabase({ DATABASE_OWNER_URL, DATABASE_URL }: Variables): OwnerAddress {
  const asOwner = { setting: 'DATABASE_OWNER_URL', url: DATABASE_OWNER_URL?.trim() };
  const asBot = { setting: 'DATABASE_URL', url: DATABASE_URL?.trim() };
  const { setting, url } = asOwner.url ? asOwner : asBot;
  if (url) return { setting, url };
  throw new ConfigError(
    'there’s no database: neither DATABASE_OWNER_URL nor DATABASE_URL is set',
    'Without a database, Gatehouse keeps everything in DATA_DIR.',
  );
}
