// How is the sandbox started alone? `npm run sandbox -- --port 3979 --customers 10000 --file data-sandbox.json`
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { type Sandbox, startSandbox } from './sandbox.js';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '3979' },
    customers: { type: 'string', default: '0' },
    file: { type: 'string' },
  },
});
const sandbox = await startSandbox({
  port: numberOf('port', values.port),
  customers: numberOf('customers', values.customers),
  hasFormerCustomers: true,
  ...(values.file !== undefined && { file: values.file }),
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void sandbox.close();
  });
}
// Whoever reads along may have read enough.
process.stdout.on('error', () => undefined);
process.stdout.write(describe(sandbox));

function numberOf(flag: string, text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new Error(`--${flag} needs a whole number, not ${text}.`);
}

function describe({ url, credentials, accessTemplate, events }: Sandbox): string {
  return `The simulated Microsoft cloud listens. Play the customers at ${url}/

Point the bot at it with these settings:
PARTNER_CLOUD=sandbox
LOGIN_URL=${url}
GRAPH_URL=${url}
PARTNER_CENTER_URL=${url}
ADMIN_PORTAL_URL=${url}
PARTNER_TENANT_ID=${credentials.tenantId}
PARTNER_CLIENT_ID=${credentials.clientId}
PARTNER_CLIENT_SECRET=${credentials.clientSecret}
PARTNER_REFRESH_TOKEN=${credentials.refreshToken}
TOKEN_KEY=${randomBytes(32).toString('base64')}
ACCESS_TEMPLATE=access-template.json
WEBHOOK_CERTIFICATE_URL=${events.certificateBaseUrl}
WEBHOOK_ROOTS=sandbox-root.pem

in sandbox-root.pem:
${events.rootCertificate}

and, in access-template.json:
${JSON.stringify(accessTemplate, null, 2)}
`;
}
