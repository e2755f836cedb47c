// `npm run webhooks`: shows who gets Partner Center's events, registers the bot for them, and tests it.
import { parseArgs } from 'node:util';
import { connect } from '../app/connection.js';
import { OwnAddress } from '../app/own-address.js';
import { type Config, readCommandConfig } from '../config/config.js';
import { ConfigError, ExpectedError, Throttled } from '../domain/errors.js';
import { isSameAddress } from '../domain/same-address.js';
import { registerWebhook } from '../microsoft/partner-center/register-webhook.js';
import type { Registration, Webhooks } from '../microsoft/partner-center/webhooks.js';
import type { Clock } from '../runtime/clock.js';
import { LocalPace } from '../runtime/local-pace.js';
import { pinoLog } from '../runtime/log.js';
import { logDestination } from '../runtime/log-destination.js';
import type { DataBeside } from '../store/records/data-beside.js';
import { wordsIn } from '../views/catalogue.js';
import { failureWords } from '../views/explain/setting-words.js';
import { usages } from './usage.js';
import { followTest, isHeldByUs, registrationLines } from './webhooks-words.js';
import { withData } from './with-data.js';

/** What the command takes from the process. */
export interface CommandDeps {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  /** Prints a line. */
  readonly write: (line: string) => void;
}

interface Flags {
  readonly register: boolean;
  readonly takeOver: boolean;
  readonly test: boolean;
}

/** Runs the command. The exit code: 0 all is well, 1 something is wrong or failed, 2 wrong arguments. */
export async function webhooksCommand(args: readonly string[], deps: CommandDeps): Promise<0 | 1 | 2> {
  const { write } = deps;
  const flags = flagsOf(args);
  if (!flags) {
    write(usages.webhooks);
    return 2;
  }
  try {
    return (await run(flags, deps)) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error;
    write(failureWords(error, wordsIn('en')).join('\n'));
    return 1;
  }
}

// Looks before and after: what is shown is what Partner Center says.
function run(flags: Flags, deps: CommandDeps): Promise<boolean> {
  const config = readCommandConfig(deps.environment);
  return withData(config, async (data) => runWith(await openWebhooks(config, data, deps.clock), flags, config, deps));
}

async function runWith(
  webhooks: Webhooks,
  flags: Flags,
  config: Config,
  { clock, write }: CommandDeps,
): Promise<boolean> {
  const ours = new OwnAddress(config).eventsUrl;
  if (flags.register && !(await register(webhooks, needed(ours), flags.takeOver, write))) return false;
  const registration = await webhooks.registration();
  if (flags.test) return test({ webhooks, registration, ours: needed(ours), clock, write });
  const offered = await webhooks.offeredEvents();
  for (const line of registrationLines({ ours, registration, offered })) write(line);
  return isHeldByUs(registration, ours);
}

async function register(
  webhooks: Webhooks,
  ours: string,
  takeOver: boolean,
  write: (line: string) => void,
): Promise<boolean> {
  const claim = await registerWebhook(webhooks, ours, takeOver);
  if ('heldBy' in claim) {
    write(`Nothing was changed: Partner Center already sends its events to ${claim.heldBy.url}.
A partner has one registration for all products, so that product would stop receiving events.
If that’s what you want, run: npm run webhooks -- --register --take-over`);
    return false;
  }
  const { replaced } = claim;
  if (replaced && !isSameAddress(replaced.url, ours))
    write(`Taken over from ${replaced.url}, which received: ${replaced.events.join(', ')}.
Write both down: to undo this, register that address for those events.`);
  write(`Registered: Partner Center now sends its events to ${ours}.\n`);
  return true;
}

interface TestDeps {
  readonly webhooks: Webhooks;
  readonly registration: Registration | undefined;
  readonly ours: string;
  readonly clock: Clock;
  readonly write: (line: string) => void;
}

async function test({ webhooks, registration, ours, clock, write }: TestDeps): Promise<boolean> {
  if (!isHeldByUs(registration, ours)) {
    const holder = registration ? `go to ${registration.url}` : 'aren’t sent anywhere';
    write(`No test event was sent: Partner Center’s events ${holder}.\nFirst run: npm run webhooks -- --register`);
    return false;
  }
  try {
    const id = await webhooks.sendTest();
    write(`Sent a test event to ${ours}.`);
    return await followTest(() => webhooks.testResult(id), clock, write);
  } catch (error) {
    if (!(error instanceof Throttled)) throw error;
    const wait = error.retryAfterSeconds > 0 ? `in ${error.retryAfterSeconds} seconds` : 'in a minute';
    write(`No test event was sent: Partner Center allows two a minute. Try again ${wait}.`);
    return false;
  }
}

// With the bot's own settings, tokens and calls.
async function openWebhooks({ cloud }: Config, data: DataBeside, clock: Clock): Promise<Webhooks> {
  if (!('microsoft' in cloud)) {
    throw new ConfigError(
      'the built-in sandbox sends its events to the bot by itself',
      'You only need this command with Microsoft or with `npm run sandbox`.',
    );
  }
  const log = pinoLog('silent', logDestination(process.stdout));
  const places = await data.tokenPlaces();
  const { webhooks } = await connect(cloud.microsoft, places, { pace: new LocalPace(clock), clock, log });
  return webhooks;
}

function needed(ours: string | undefined): string {
  if (ours !== undefined) return ours;
  throw new ConfigError(
    'PUBLIC_URL is missing, so Partner Center can’t send events to this bot',
    'Set it to the bot’s public address, for example https://gatehouse.example.com.',
  );
}

function flagsOf(args: readonly string[]): Flags | undefined {
  try {
    const options = {
      register: { type: 'boolean' },
      'take-over': { type: 'boolean' },
      test: { type: 'boolean' },
    } as const;
    const { values } = parseArgs({ args: [...args], options });
    const { register = false, 'take-over': takeOver = false, test = false } = values;
    return takeOver && !register ? undefined : { register, takeOver, test };
  } catch {
    return undefined;
  }
}
