// Checks whether everything is in place. Run by `npm run doctor`, beside a running bot, before its first start, or without one.
import { systemClock } from '../runtime/clock.js';
import { pinoLog } from '../runtime/log.js';
import { logDestination } from '../runtime/log-destination.js';
import { inspectFolder } from '../store/inspect-folder.js';
import { examine } from './examine.js';
import { environment } from './terminal.js';
import { toldUsage } from './usage.js';

if (!toldUsage('doctor')) {
  process.exitCode = await examine(environment(), {
    clock: systemClock,
    log: pinoLog('error', logDestination(process.stdout)),
    nodeVersion: process.version,
    inspectFolder,
    write: (text) => void process.stdout.write(text),
  });
}
