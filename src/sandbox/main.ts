// Starts the sandbox alone, for `npm run sandbox`.
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { connectionSettings } from './connection-settings.js';
import { type Sandbox, startSandbox } from './sandbox.js';

const usage = `npm run sandbox                          starts a simulated Microsoft, and prints the settings for the bot
npm run sandbox -- --port NUMBER         on this port; without it SANDBOX_PORT, else 3979; 0: any free one
npm run sandbox -- --customers NUMBER    with this many customers; without it SANDBOX_CUSTOMERS, else 17
npm run sandbox -- --file FILE           keeps its world in this file between runs
`;

const options = {
  port: { type: 'string' },
  customers: { type: 'string' },
  file: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** An error that the person who started it can fix. */
class WrongUse extends Error {}

try {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const values = argumentsGiven();
  if (values.help) process.stdout.write(usage);
  else await start(values);
} catch (error) {
  if (!(error instanceof WrongUse)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

type Given = Partial<Record<'port' | 'customers' | 'file', string>>;

async function start({ port, customers, file }: Given): Promise<void> {
  const chosen = numberOf({ '--port': port, SANDBOX_PORT: process.env.SANDBOX_PORT }, 65_535) ?? 3979;
  const sandbox = await startSandbox({
    port: chosen,
    customers: numberOf({ '--customers': customers, SANDBOX_CUSTOMERS: process.env.SANDBOX_CUSTOMERS }, 100_000) ?? 0,
    hasFormerCustomers: true,
    ...(file !== undefined && { file }),
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE')
      throw new WrongUse(
        `Port ${chosen} is in use. Choose another one with --port or SANDBOX_PORT, or stop the other program.`,
      );
    if (error.code === 'EACCES' && error.syscall === 'listen')
      throw new WrongUse(
        `This user can’t listen on port ${chosen}. Choose 1024 or higher with --port or SANDBOX_PORT.`,
      );
    throw error;
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void sandbox.close();
    });
  }
  // The reader of the output may close it early.
  process.stdout.on('error', () => undefined);
  process.stdout.write(describe(sandbox));
}

function argumentsGiven() {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    throw new WrongUse(`${error instanceof Error ? error.message : error}\n\n${usage}`);
  }
}

/** The first value that isn't empty; `undefined`: there's none. */
function numberOf(given: Readonly<Record<string, string | undefined>>, most: number): number | undefined {
  const [name, text] = Object.entries(given).find(([, value]) => (value ?? '').trim() !== '') ?? [];
  if (text === undefined) return undefined;
  if (/^\d+$/.test(text.trim()) && Number(text) <= most) return Number(text);
  throw new WrongUse(`${name} must be a whole number from 0 to ${most}, not “${text}”.`);
}

function describe(sandbox: Sandbox): string {
  const { url, accessTemplate, events } = sandbox;
  const settings = Object.entries(connectionSettings(sandbox)).map(([name, value]) => `${name}=${value}`);
  return `The simulated Microsoft cloud is running. Act as its customers at ${url}/

To connect the bot to it, use these settings:
PARTNER_CLOUD=sandbox
${settings.join('\n')}
TOKEN_KEY=${randomBytes(32).toString('base64')}
ACCESS_TEMPLATE=access-template.json
WEBHOOK_CERTIFICATE_URL=${events.certificateBaseUrl}
WEBHOOK_ROOTS=sandbox-root.pem

Save this as sandbox-root.pem:
${events.rootCertificate}

Save this as access-template.json:
${JSON.stringify(accessTemplate, null, 2)}
`;
}
