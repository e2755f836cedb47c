// Sets Gatehouse up at Microsoft with the Azure CLI. Run by `npm run setup`, before the first start or again at any time.
import { createInterface } from 'node:readline';
import { readGdapRoles } from '../config/gdap-roles.js';
import { systemClock } from '../runtime/clock.js';
import { azProgram } from '../setup/az.js';
import { dryRunLines } from '../setup/dry-run.js';
import { EnvFile } from '../setup/env-file.js';
import { SetupStopped } from '../setup/questions.js';
import { runSetup } from '../setup/run-setup.js';
import { readSetupOptions } from '../setup/setup-options.js';
import { checkSettings, setIn } from '../setup/setup-settings.js';
import { TemplateFile } from '../setup/template-file.js';
import { run, say } from './terminal.js';
import { toldUsage } from './usage.js';

if (!toldUsage('setup')) await run(setUp);

async function setUp(): Promise<void> {
  // .env isn't loaded into the environment: `az` has no use for its secrets.
  const env = new EnvFile('.env');
  const settings = setIn(env.settings, process.env);
  const interrupted = new AbortController();
  const terminal = openTerminal(interrupted.signal);
  process.on('SIGINT', () => {
    if (interrupted.signal.aborted) process.exit(1);
    interrupted.abort();
    say('', 'Stopping after the command that’s running. To stop at once, press Ctrl-C again.');
  });
  process.once('SIGTERM', () => interrupted.abort());
  try {
    const askForValue = async (question: string) => (process.stdin.isTTY ? terminal.ask(question) : undefined);
    const options = await readSetupOptions(process.argv.slice(2), settings, askForValue);
    checkSettings(settings, options);
    const roles = readGdapRoles(settings.GDAP_ROLES?.trim() || undefined);
    const template = options.template === undefined ? undefined : new TemplateFile(options.template, roles);
    if (options.dryRun) {
      say(...dryRunLines({ options, settings, groups: template?.groups ?? [] }));
      return;
    }
    await runSetup(options, {
      ...{ env, template, say, clock: systemClock, signal: interrupted.signal, ask: terminal.ask },
      environment: process.env,
      az: azProgram(process.env),
    });
  } catch (error) {
    if (interrupted.signal.aborted && !(error instanceof SetupStopped)) say('');
    throw error;
  } finally {
    terminal.close();
  }
}

/** Lines of standard input, which a person types or a program writes. The terminal keeps its own line editing, and Ctrl-C. */
function openTerminal(signal: AbortSignal) {
  const lines = createInterface({ input: process.stdin, terminal: false });
  const typed = lines[Symbol.asyncIterator]();
  const stopped = new Promise<undefined>((resolve) => {
    signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
  return {
    ask: async (question: string): Promise<string | undefined> => {
      process.stdout.write(question);
      const line = await Promise.race([typed.next(), stopped]);
      if (!process.stdin.isTTY) process.stdout.write('\n');
      return line === undefined || line.done ? undefined : line.value;
    },
    close: () => lines.close(),
  };
}
