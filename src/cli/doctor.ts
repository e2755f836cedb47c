// Checks whether everything is in place. Run by `npm run doctor`, beside a running bot, before its first start, or without one.
import { systemClock } from '../runtime/clock.js';
import { pinoLog } from '../runtime/log.js';
import { logDestination } from '../runtime/log-destination.js';
import { inspectFolder } from '../store/folder/inspect-folder.js';
import { readDoctorRequest } from './doctor-request.js';
import { examine } from './examine.js';
import { environment } from './terminal.js';

const variables = environment();
const { language, usage, mistake } = readDoctorRequest(process.argv.slice(2), variables);
if (mistake !== undefined) {
  process.stderr.write(`❌ ${mistake}\n\n${usage}\n`);
  process.exitCode = 2;
} else if (usage !== undefined) {
  process.stdout.write(`${usage}\n`);
} else {
  process.exitCode = await examine(variables, {
    language,
    clock: systemClock,
    log: pinoLog('error', logDestination(process.stdout)),
    nodeVersion: process.version,
    inspectFolder,
    inspectDatabase: async (url) => {
      const { inspectDatabase } = await import('../store/postgres/inspect-database.js');
      return inspectDatabase(url, systemClock);
    },
    write: (text) => void process.stdout.write(text),
  });
}
