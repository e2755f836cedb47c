// The settings that say which Microsoft the bot is connected to, and as whom.
import { readFileSync } from 'node:fs';
import type { AccessTemplate } from '../domain/access/access-template.js';
import type { ApplicationCredential } from '../microsoft/sign-in/application.js';
import { isLoopbackUrl } from '../runtime/loopback.js';
import { readCertificate } from './credential-file.js';
import { appIdStands, type EnvironmentReader, portBounds } from './environment-reader.js';
import type { Config, MicrosoftCloud, SandboxCloud } from './settings.js';

const serviceUrls = ['LOGIN_URL', 'GRAPH_URL', 'PARTNER_CENTER_URL'] as const;

/** The real Microsoft, a sandbox that runs elsewhere, or the one that comes along. */
export function readCloud(
  read: EnvironmentReader,
  isSandbox: boolean,
  port: number,
  template: AccessTemplate | undefined,
): Config['cloud'] {
  if (!isSandbox) return { microsoft: readMicrosoft(read, template, 'PARTNER_CLOUD=microsoft needs it') };
  if (!serviceUrls.some((name) => read.has(name))) return { sandbox: readSandbox(read, port, template) };
  // Everybody may do everything on a sandbox, so none of its addresses may be one of Microsoft's.
  const why = 'a sandbox that runs elsewhere needs it; for the real Microsoft set PARTNER_CLOUD=microsoft';
  for (const name of serviceUrls) {
    if (!isLoopbackUrl(read.needed(name, why))) read.wrong(name, `must be an address on this machine: ${why}`);
  }
  return { microsoft: readMicrosoft(read, template, why) };
}

function readMicrosoft(read: EnvironmentReader, template: AccessTemplate | undefined, why: string): MicrosoftCloud {
  if (!template) read.needed('ACCESS_TEMPLATE', why);
  return {
    partner: {
      // Activities and tokens name their tenant by its id, so a domain would admit nobody.
      tenantId:
        read.guid('PARTNER_TENANT_ID', 'the id of your tenant', 'Entra shows it on the tenant’s overview') ??
        read.missing('PARTNER_TENANT_ID', why),
      clientId:
        read.guid('PARTNER_CLIENT_ID', 'the app id of the partner’s app', appIdStands) ??
        read.missing('PARTNER_CLIENT_ID', why),
      credential: readCredential(read, why),
      refreshToken: read.token('PARTNER_REFRESH_TOKEN'),
      tokenKey: read.key('TOKEN_KEY', why),
    },
    addresses: {
      loginUrl: read.url('LOGIN_URL') ?? 'https://login.microsoftonline.com',
      graphUrl: read.url('GRAPH_URL') ?? 'https://graph.microsoft.com',
      partnerCenterUrl: read.url('PARTNER_CENTER_URL') ?? 'https://api.partnercenter.microsoft.com',
      adminPortalUrl: read.url('ADMIN_PORTAL_URL') ?? 'https://admin.microsoft.com',
    },
    // A missing template has been noted as wrong already, so nobody will see this one.
    template: template ?? { mark: '', durationDays: 1, autoExtend: false, requireAzure: false, assignments: [] },
  };
}

const credentials = ['PARTNER_CLIENT_SECRET', 'PARTNER_CLIENT_CERTIFICATE', 'PARTNER_MANAGED_IDENTITY'] as const;

// With two of them nobody could tell which one is to be renewed.
function readCredential(read: EnvironmentReader, why: string): ApplicationCredential {
  const nothing = { kind: 'secret', secret: '' } as const;
  const [name, ...others] = credentials.filter((each) => read.has(each));
  const all = credentials.join(', ');
  if (name === undefined) read.wrong('PARTNER_CLIENT_SECRET', `is missing: ${why}. It takes exactly one of ${all}`);
  if (name === undefined) return nothing;
  for (const other of others) read.wrong(other, `is one too many beside ${name}: set exactly one of ${all}`);
  const value = read.text(name) ?? '';
  switch (name) {
    case 'PARTNER_CLIENT_SECRET':
      return { kind: 'secret', secret: read.secret(name) ?? '' };
    case 'PARTNER_CLIENT_CERTIFICATE':
      return read.attempt(name, () => readCertificate(readFileSync(value, 'utf8'), value)) ?? nothing;
    case 'PARTNER_MANAGED_IDENTITY':
      return { kind: 'managedIdentity', ...readManagedIdentity(read, value) };
    default:
      return name satisfies never;
  }
}

function readManagedIdentity(read: EnvironmentReader, value: string): { readonly clientId?: string } {
  if (value.toLowerCase() === 'system') return {};
  const where = 'Azure shows it on the identity’s overview; `system` means the machine’s own';
  const clientId = read.guid('PARTNER_MANAGED_IDENTITY', 'the client id of a managed identity', where);
  return clientId === undefined ? {} : { clientId };
}

function readSandbox(read: EnvironmentReader, port: number, template: AccessTemplate | undefined): SandboxCloud {
  const given = read.number('SANDBOX_PORT', portBounds);
  return {
    port: given ?? (port === 0 || port === portBounds.most ? 0 : port + 1),
    isAnyPortFine: given === undefined,
    customers: read.number('SANDBOX_CUSTOMERS', { least: 1, most: 100_000 }),
    template,
  };
}
