// Makes the file that is installed in Teams: `npm run package`, with the bot's identity in the environment or in .env.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { teamsPackage } from './teams-package.js';

if (existsSync('.env')) process.loadEnvFile('.env');
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const file = 'gatehouse-teams.zip';
try {
  writeFileSync(file, await teamsPackage({ appId: process.env.MicrosoftAppId ?? '', version }));
  process.stdout.write(`${file} is made. Upload it in Teams under Apps, Manage your apps, Upload an app.\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
