// Starts what a person needs to try Gatehouse: the bot, and on the sandbox a Teams-like chat in the browser beside it.
// Without dev dependencies it starts the bot alone, from what was built before.
import { spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';

// A reader of the output, such as head, may close it early; the bot and the chat go on, and end with this process.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

const require = createRequire(import.meta.url);
const usage = `npm start                          starts the bot, by default on a sandbox, with a chat in your browser
npm start -- --customers NUMBER    with a sandbox of this many customers, up to 100000, most of them onboarded
`;
const { customers, help } = argumentsGiven();
if (help) {
  process.stdout.write(usage);
  process.exit();
}
if (existsSync('.env')) process.loadEnvFile('.env');
const isSandbox = (process.env.PARTNER_CLOUD || 'sandbox') === 'sandbox';
if (customers !== undefined && !isSandbox) fail('--customers is for the sandbox, and PARTNER_CLOUD names another.');
// So large a sandbox has data of its own beside the everyday one.
if (customers !== undefined) {
  process.env.SANDBOX_CUSTOMERS = customers;
  process.env.SANDBOX_MIX = 'believable';
  process.env.DATA_DIR ||= `./data-${customers}`;
}
const playground = isSandbox ? find('@microsoft/m365agentsplayground/cli.js') : undefined;
const playgroundPort = process.env.PLAYGROUND_PORT || '56150';

// Either may take a minute, which isn't to be taken for hanging.
process.stdout.write('Building Gatehouse…\n');
await import('./build-if-possible.mjs');
const scene = customers === undefined ? '' : ` with ${customers} customers`;
process.stdout.write(`Starting Gatehouse${scene}…\n`);
// So that roles can be tried; people named in the settings take their place.
const isAnybodyNamed = ['ADMINS', 'OPERATORS', 'VIEWERS'].some((name) => process.env[name]);
// On the sandbox, Microsoft is read every few seconds; the sandbox has no limits to respect.
const environment = { ...(playground && { RECONCILE_SECONDS: '5', ...(!isAnybodyNamed && people()) }), ...process.env };
// The chat begins empty, without the messages of the last run: the bot would try to update them, and warn.
if (playground) rmSync(join(process.env.DATA_DIR?.trim() || './data', 'cards.json'), { force: true });
// When the chat began to listen, in milliseconds since 1970.
let chatSince = Number.POSITIVE_INFINITY;
const children = [];
const bot = run('bot', ['--max-semi-space-size=8', 'dist/main.js'], environment, (line) => {
  const event = parse(line);
  if (event?.event === 'ready') void onReady(event);
  if (!playground) return true;
  const isForReader = ['warn', 'error'].includes(event?.level ?? 'error');
  return isForReader && !isBeforeChat(event) && !isAfterChat(event) && !isPlayed(event);
});
bot.once('exit', (code) => endAll(code ?? 1));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => endAll(0));

// What's due from the last run is sent, and repeated, while the chat is still starting. What was refused then may be told
// a moment after the chat listens.
function isBeforeChat(event) {
  const isRefused = event?.error?.code === 'delivery' && event.error.cause === 'ECONNREFUSED';
  return isRefused && Date.parse(event.time) < chatSince + 2000;
}

// Ctrl-C reaches the chat together with the bot, whose last messages then find no one.
function isAfterChat(event) {
  return isEnding && event?.error?.code === 'delivery';
}

// Refusals of the sandbox's Microsoft belong to its stories: the cards tell of them, for minutes, again and again. And in time
// that its page skips, no event comes.
function isPlayed(event) {
  return ['stepPutOff', 'stepRefused', 'partnerEventsMissing'].includes(event?.event);
}

async function onReady({ url, sandbox }) {
  if (sandbox) register(sandbox, `${url}/api/partner-center`).catch(() => {});
  if (!playground) return;
  // The sandbox's page says who speaks; if it runs elsewhere, the chat speaks as itself.
  const passesOn = sandbox !== undefined && (await connectChat(sandbox, `${url}/api/messages`).catch(() => false));
  const args = [
    // It would listen on every address of the machine, and everyone who reaches it speaks as an admin.
    '--import',
    new URL('../dist/runtime/loopback-only.js', import.meta.url).href,
    playground,
    'start',
    '-e',
    passesOn ? `${sandbox}/chat/api/messages` : `${url}/api/messages`,
    '-c',
    'msteams',
    '-p',
    playgroundPort,
    '--disable-telemetry',
  ];
  const chat = run('chat', args, { ...process.env, TEAMSAPPTESTER_BROWSER: 'none' }, (line) => {
    const port = /Listening on (\d+)/.exec(line)?.[1];
    if (port) chatSince = Date.now();
    if (port) void welcomeTo(`http://localhost:${port}`, sandbox);
    return false;
  });
  chat.once('exit', () => {
    if (!isEnding) process.stderr.write('The chat has ended; devTools/ has its log.\n');
    endAll(1);
  });
}

// What an admin does with `npm run webhooks` at the real Partner Center. Without it the bot only notices later.
async function register(sandbox, url) {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${sandbox}/sandbox/webhook`, { method: 'POST', headers, body: JSON.stringify({ url }) });
  if (!answer.ok) process.stderr.write('The sandbox sends no events.\n');
}

async function connectChat(sandbox, botUrl) {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${sandbox}/sandbox/chat`, { method: 'POST', headers, body: JSON.stringify({ botUrl }) });
  return answer.ok;
}

// The people of .m365agentsplayground.yml.
function people() {
  const id = (number) => `00000000-0000-4000-8000-0000000000${number}`;
  return { ADMINS: `${id(20)},${id(21)}`, OPERATORS: id(22), VIEWERS: id(23) };
}

// The chat says that it listens before it has read its settings, and ends when it doesn't accept them.
async function welcomeTo(chat, sandbox) {
  const deadline = Date.now() + 15_000;
  while (Date.now() < deadline && !isEnding) {
    const answer = await fetch(`${chat}/_internal/v1/config`).catch(() => undefined);
    if (answer?.ok) return (await isForThisMachineOnly(chat)) ? welcome(chat, sandbox) : endAll(1);
    await pause(200);
  }
  if (!isEnding) process.stderr.write('The chat does not answer; devTools/ has its log.\n');
}

// A later version of the chat may listen in a way that the guard before it doesn't know.
async function isForThisMachineOnly(chat) {
  const { port } = new URL(chat);
  const others = Object.values(networkInterfaces()).flatMap((each) => each.filter(({ internal }) => !internal));
  const reached = await Promise.all(others.map(({ address, scopeid }) => isReached(address, scopeid, port)));
  const open = others.filter((_, index) => reached[index]).map(({ address }) => address);
  if (open.length === 0) return true;
  process.stderr.write(
    `The chat can be reached from other machines, at ${open.join(', ')}, so it is stopped: whoever opens it acts as an admin.\n`,
  );
  return false;
}

function isReached(address, scopeid, port) {
  return new Promise((resolve) => {
    const socket = connect({ host: scopeid ? `${address}%${scopeid}` : address, port: Number(port), timeout: 1000 });
    const end = (isOpen) => {
      socket.destroy();
      resolve(isOpen);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
    socket.once('timeout', () => end(false));
  });
}

function welcome(chat, sandbox) {
  process.stdout.write(`
  Gatehouse is running on its sandbox: nothing here touches Microsoft.

    Chat             ${chat}
    Sandbox admin    ${sandbox}    (play the customers’ administrators here)
    Who you are      ${sandbox}/chat    (speak as a second admin, an operator, a viewer)

  In the chat, type  /tenants  or, to enable your first one,  /tenants contoso.
  Ctrl-C ends everything. To start over, delete ${process.env.DATA_DIR || './data'} and ${process.env.DATA_DIR || './data'}-sandbox.json.

`);
}

function argumentsGiven() {
  const options = { customers: { type: 'string' }, help: { type: 'boolean', short: 'h', default: false } };
  try {
    const { values } = parseArgs({ options });
    const { customers } = values;
    if (customers !== undefined && !(/^[1-9]\d*$/.test(customers) && Number(customers) <= 100_000))
      throw new Error(`--customers must be a whole number from 1 to 100000, not “${customers}”.`);
    return values;
  } catch (error) {
    return fail(`${error.message}\n\n${usage}`);
  }
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

/** Starts a Node program; `show` gets each line of its output and says whether to print it. */
function run(name, args, env, show) {
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'], detached: false });
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (show(line)) process.stdout.write(`${line}\n`);
  });
  children.push(child);
  child.once('error', (error) => process.stderr.write(`${name}: ${error.message}\n`));
  return child;
}

let isEnding = false;
function endAll(code) {
  if (isEnding) return;
  isEnding = true;
  const alive = children.filter((child) => child.exitCode === null && child.signalCode === null);
  for (const child of alive) child.kill('SIGTERM');
  Promise.all(alive.map((child) => new Promise((resolve) => child.once('exit', resolve)))).then(() =>
    process.exit(code),
  );
}

function find(module) {
  try {
    return require.resolve(module);
  } catch {
    return undefined;
  }
}

function parse(line) {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
