// Makes the package to install in Teams: `npm run package`, with the bot's identity in the environment or in .env.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { toldUsage } from '../src/cli/usage.js';
import { ExpectedError } from '../src/domain/errors.js';
import { wordsIn } from '../src/views/catalogue.js';
import { failureWords } from '../src/views/explain/setting-words.js';
import { readPackageSettings } from './package-settings.js';
import { teamsPackage } from './teams-package.js';

if (!toldUsage('package')) await make();

async function make(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  const file = 'gatehouse-teams.zip';
  try {
    writeFileSync(file, await teamsPackage(readPackageSettings(process.env, version)));
    process.stdout.write(`Created ${file}. Upload it in the Teams admin center under Teams apps, Manage apps, Upload new app,
or for yourself in Teams under Apps, Manage your apps, Upload an app. For every step, see docs/2-bot.md.
`);
  } catch (error) {
    const lines =
      error instanceof ExpectedError
        ? failureWords(error, wordsIn('en'))
        : [error instanceof Error ? error.message : String(error)];
    process.stderr.write(`${lines.join('\n')}\n`);
    process.exitCode = 1;
  }
}
