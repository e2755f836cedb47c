// The process: read the settings, build, listen, stop on a signal. The only file that touches `process`.
import { existsSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { readConfig } from './config/config.js';
import { ExpectedError } from './domain/errors.js';
import { boundedLog } from './runtime/bounded-log.js';
import { systemClock } from './runtime/clock.js';
import { consoleInto } from './runtime/library-console.js';
import { pinoLog } from './runtime/log.js';
import { logDestination, writtenTogether } from './runtime/log-destination.js';
import { areTracesWanted } from './tracing/wanted.js';

// Longer than anything that is under way may take; what stopped us won't wait for ever either.
const longestStopMs = 10_000;

// What is let go one by one V8 would let grow to four times of what is in use before it clears up: with ten thousand tenants
// 340 MB instead of 245. Memory is worth more here than the little time that clearing up takes. What is new gets 8 MB, which is
// said where Node is started (`--max-semi-space-size`), since only Node's own options say it.
setFlagsFromString('--heap-growing-percent=50');
// A page of Microsoft's list doesn't outlive the next one. Where V8 has seen the first of them live longer than a moment, it would
// make all others as what lasts: a reconcile of a hundred thousand tenants cleared up six times, which took half of its time.
setFlagsFromString('--no-allocation-site-pretenuring');

// The reader of what is said here may go, and takes nothing along.
process.stderr.on('error', () => undefined);

/** Runs Gatehouse until a signal ends it. What it can't start with is told where it was started. */
export async function runProgram(): Promise<void> {
  try {
    await start();
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error;
    const { wordsIn } = await import('./views/catalogue.js');
    const { failureWords } = await import('./views/explain/setting-words.js');
    process.stderr.write(`Gatehouse can’t start: ${failureWords(error, wordsIn('en')).join('\n')}\n`);
    process.exitCode = 1;
  }
}

async function start(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const config = readConfig(process.env);
  // Whatever makes or takes requests is loaded after what follows them.
  const tracing = areTracesWanted(process.env) ? (await import('./tracing/tracing.js')).startTracing() : undefined;
  const { startApp } = await import('./app/app.js');
  const destination = writtenTogether(logDestination(process.stdout), (flush) => process.on('exit', flush));
  const log = pinoLog(config.logLevel, destination, tracing?.traceId);
  consoleInto(boundedLog(log, systemClock), console);
  const app = await startApp(config, {
    clock: systemClock,
    log,
    nodeVersion: process.version,
    onFatal: (error) => {
      log.error('dataFolderLost', { error });
      process.exit(1);
    },
  });
  // What lasts is there by now, and little is made that lasts. With a hundred thousand tenants this takes seventy megabytes less,
  // and would take time at the start.
  setFlagsFromString('--heap-growing-percent=20');
  // An unexpected fault: what is saved is whole, and what started us starts us again.
  process.on('uncaughtException', (error) => {
    log.error('crashed', { error });
    process.exit(1);
  });
  let isStopping = false;
  const stop = (signal: NodeJS.Signals) => {
    // Ctrl-C in a terminal reaches this process twice: from the terminal and from its parent.
    if (isStopping) return;
    isStopping = true;
    log.info('stopping', { signal });
    setTimeout(() => process.exit(1), longestStopMs).unref();
    void app
      .close()
      .then(() => tracing?.close())
      .then(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}
