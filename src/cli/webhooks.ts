// Who gets Partner Center's events? Run by `npm run webhooks`, beside a running bot or without one.
import { existsSync } from 'node:fs';
import { systemClock } from '../clock.js';
import { webhooksCommand } from './webhooks-command.js';

if (existsSync('.env')) process.loadEnvFile('.env');
process.exitCode = await webhooksCommand(process.argv.slice(2), {
  environment: process.env,
  clock: systemClock,
  write: (line) => void process.stdout.write(`${line}\n`),
});
