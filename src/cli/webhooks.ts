// Runs `npm run webhooks`, beside a running bot or without one.
import { systemClock } from '../runtime/clock.js';
import { environment, say } from './terminal.js';
import { toldUsage } from './usage.js';
import { webhooksCommand } from './webhooks-command.js';

if (!toldUsage('webhooks')) {
  process.exitCode = await webhooksCommand(process.argv.slice(2), {
    environment: environment(),
    clock: systemClock,
    write: say,
  });
}
