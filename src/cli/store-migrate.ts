// Brings the database up to what this version needs. Run by `npm run store:migrate`, before the bot is started or updated.
import { ConfigError } from '../domain/errors.js';
import { environment, run, say } from './terminal.js';
import { toldUsage } from './usage.js';

if (!toldUsage('store:migrate')) await run(storeMigrate);

async function storeMigrate(): Promise<void> {
  const { DATABASE_OWNER_URL, DATABASE_URL } = environment();
  const [setting, url] = DATABASE_OWNER_URL?.trim()
    ? ['DATABASE_OWNER_URL', DATABASE_OWNER_URL.trim()]
    : ['DATABASE_URL', DATABASE_URL?.trim()];
  if (!url)
    throw new ConfigError(
      'there’s no database to migrate: neither DATABASE_OWNER_URL nor DATABASE_URL is set',
      'Without a database, Gatehouse keeps everything in DATA_DIR, which needs no migration.',
    );
  const { loginOf } = await import('../store/postgres/address.js');
  const { appRole, migrate } = await import('../store/postgres/migrations.js');
  const { names, owner } = await migrate(setting, url);
  say(names.length === 0 ? 'The database is up to date.' : `Migrated: ${names.join(', ')}.`);
  const login = DATABASE_URL?.trim() ? loginOf('DATABASE_URL', DATABASE_URL.trim()) : undefined;
  if (login === owner)
    say(
      `⚠️ The bot signs in as ${owner}, who can change everything. Give it a login of its own, and set DATABASE_OWNER_URL for this command.`,
    );
  say(
    `The bot’s login needs this once: grant ${appRole} to ${login === undefined || login === owner ? 'LOGIN' : quoted(login)};`,
  );
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
