// The login that the bot has in the database: made by the owner unless it's there, and given what the bot may do.
import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import pg from 'pg';
import { ConfigError } from '../../domain/errors.js';
import { databaseAddress } from './address.js';
import { reasonOf } from './failures.js';
import { appRole } from './migrations.js';
import { asOwner, type OwnerAddress } from './owner.js';

/** A login that may do what the bot does. */
export interface BotLogin {
  readonly name: string;
  /** Whether it was made now; one that was there keeps its password. */
  readonly isNew: boolean;
}

/**
 * Lets the user that `url` (DATABASE_URL) names do what the bot does; makes it, with the password of the URL, unless it's there.
 * The password is sent as what the server keeps of it, so that neither the server's log nor anyone who watches it has it.
 * @throws ConfigError when the owner may not, or the URL names the owner; StoreError when the database doesn't answer.
 */
export async function giveLogin(owner: OwnerAddress, url: string): Promise<BotLogin> {
  const { user: name = '', password } = databaseAddress('DATABASE_URL', url);
  return asOwner(owner, async (client) => {
    const { rows } = await client.query<{ isOwner: boolean; isThere: boolean }>(
      `select current_user = $1 as "isOwner", exists (select from pg_roles where rolname = $1) as "isThere"`,
      [name],
    );
    const { isOwner = false, isThere = false } = rows[0] ?? {};
    if (isOwner)
      throw new ConfigError(
        `DATABASE_URL signs in as ${name}, who owns the database`,
        'Name the bot’s own user and its password in DATABASE_URL, and the owner in DATABASE_OWNER_URL. Then run the command again.',
      );
    const login = pg.escapeIdentifier(name);
    const secret = typeof password === 'string' ? ` password ${pg.escapeLiteral(verifierOf(password))}` : '';
    const grant = `grant ${appRole} to ${login}`;
    // Both or neither.
    const statements = isThere ? grant : `create role ${login} login${secret}; ${grant}`;
    await client.query(statements).catch((cause) => {
      if (!(cause instanceof pg.DatabaseError) || cause.code !== '42501') throw cause;
      throw new ConfigError(
        `the owner may not ${isThere ? 'let a login do what the bot does' : 'make a login'}: ${reasonOf(cause)}`,
        `Have the server’s administrator run: ${isThere ? '' : `create role ${login} login password '…'; `}${grant};`,
        { cause },
      );
    });
    return { name, isNew: !isThere };
  });
}

const iterations = 4096;
const keyBytes = 32;

/** What the server keeps of a password. @see https://www.postgresql.org/docs/16/catalog-pg-authid.html (checked 2026-11-29) */
function verifierOf(password: string): string {
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password.normalize('NFKC'), salt, iterations, keyBytes, 'sha256');
  const keyed = (text: string) => createHmac('sha256', salted).update(text).digest();
  const storedKey = createHash('sha256').update(keyed('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${storedKey}:${keyed('Server Key').toString('base64')}`;
}
