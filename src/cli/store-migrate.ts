// Brings the database up to what this version needs. Run by `npm run store:migrate`, before the bot is started or updated.
import { parseArgs } from 'node:util';
import { ConfigError } from '../domain/errors.js';
import { ownerDatabase } from './owner-database.js';
import { environment, run, say } from './terminal.js';
import { toldUsage, usages } from './usage.js';

if (!toldUsage('store:migrate')) await run(storeMigrate);

async function storeMigrate(): Promise<void> {
  const { login: givesLogin } = readArguments();
  const variables = environment();
  const { setting, url } = ownerDatabase(variables);
  const { loginOf } = await import('../store/postgres/address.js');
  const { appRole, migrate } = await import('../store/postgres/migrations.js');
  const { names, owner } = await migrate(setting, url);
  say(names.length === 0 ? 'The database is up to date.' : `Migrated: ${names.join(', ')}.`);
  const botUrl = variables.DATABASE_URL?.trim();
  if (givesLogin) return giveLoginOf(botUrl, { setting, url });
  const login = botUrl ? loginOf('DATABASE_URL', botUrl) : undefined;
  if (login === owner)
    say(
      `⚠️ The bot signs in as ${owner}, who can change everything. Give it a login of its own, and set DATABASE_OWNER_URL for this command.`,
    );
  say(
    `The bot’s login needs this once: grant ${appRole} to ${login === undefined || login === owner ? 'LOGIN' : quoted(login)};`,
  );
}

async function giveLoginOf(botUrl: string | undefined, owner: ReturnType<typeof ownerDatabase>): Promise<void> {
  if (!botUrl)
    throw new ConfigError(
      '--login needs DATABASE_URL',
      'Set it to the database as the bot signs in: postgres://USER:PASSWORD@HOST/DATABASE.',
    );
  const { giveLogin } = await import('../store/postgres/bot-login.js');
  const { name, isNew } = await giveLogin(owner, botUrl);
  say(
    isNew
      ? `Created the bot’s login ${name}, with the password in DATABASE_URL.`
      : `The bot’s login ${name} was there already, and keeps its password. It may do what the bot does.`,
  );
}

function readArguments(): { readonly login: boolean } {
  try {
    return parseArgs({ options: { login: { type: 'boolean', default: false } } }).values;
  } catch (cause) {
    throw new ConfigError('the arguments aren’t valid', usages['store:migrate'], { cause });
  }
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
