// Microsoft, in a process of its own: a sandbox with so many customers, and a data folder that agrees with it.
import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Tenant } from '../src/domain/tenant/tenant.js';
import { systemClock } from '../src/runtime/clock.js';
import { connectionSettings } from '../src/sandbox/connection-settings.js';
import { type Sandbox, startSandbox } from '../src/sandbox/sandbox.js';
import { FileStore } from '../src/store/folder/file-store.js';
import { quiet } from './quiet.js';
import { seedOf } from './seed.js';

/** What the process says once it's ready: one line of JSON. */
export interface SandboxReady {
  readonly relationships: number;
  /** Point the product to the sandbox. */
  readonly settings: Readonly<Record<string, string>>;
  /** Let it take the sandbox's events. */
  readonly eventSettings: Readonly<Record<string, string>>;
}

const tenantsPerCommit = 1000;

const [, , port, customers, folder = ''] = process.argv;
let tenants: readonly Tenant[] = [];
// It keeps no file: with a hundred thousand customers it would be busy writing it for as long as something changes.
const sandbox = await startSandbox({
  port: Number(port),
  fill: (world) => {
    tenants = seedOf(Number(customers), world);
  },
});
const store = await FileStore.open(join(folder, 'data'), { onLost: () => undefined, log: quiet, clock: systemClock });
for (let start = 0; start < tenants.length; start += tenantsPerCommit)
  await store.commit({ tenants: tenants.slice(start, start + tenantsPerCommit) });
await store.close();
const relationships = tenants.filter(({ onboarding }) => onboarding).length;
tenants = [];
await writeFile(join(folder, 'access-template.json'), JSON.stringify(sandbox.accessTemplate));
await writeFile(join(folder, 'sandbox-root.pem'), sandbox.events.rootCertificate);
process.stdout.write(`${JSON.stringify({ relationships, ...settingsOf(sandbox) } satisfies SandboxReady)}\n`);
process.once('SIGTERM', () => void sandbox.close());

function settingsOf(from: Sandbox) {
  return {
    settings: {
      PARTNER_CLOUD: 'sandbox',
      ...connectionSettings(from),
      TOKEN_KEY: randomBytes(32).toString('base64'),
      ACCESS_TEMPLATE: 'access-template.json',
    },
    eventSettings: {
      WEBHOOK_CERTIFICATE_URL: from.events.certificateBaseUrl,
      WEBHOOK_ROOTS: 'sandbox-root.pem',
    },
  };
}
