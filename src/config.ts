// Which settings does the environment give, and are they whole and safe?
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readCertificate } from './certificate-file.js';
import type { AccessTemplate } from './domain/access-template.js';
import { ConfigError } from './domain/errors.js';
import { EnvironmentReader, type SettingProblem, settingsError } from './environment-reader.js';
import { isLoopback, isLoopbackUrl } from './loopback.js';
import type { ApplicationCredential } from './microsoft/application.js';
import type { EventTrust } from './microsoft/events/event-receiver.js';
import type { BotIdentity, Config, MicrosoftCloud, People, SandboxCloud } from './settings.js';
import { readAccessTemplate } from './template/access-template.js';
import { type GdapRoles, readGdapRoles } from './template/gdap-roles.js';

/**
 * Reads the settings. An empty variable counts as one that is not there.
 * @throws ConfigError that names every variable that is wrong or missing.
 */
export function readConfig(environment: Environment): Config {
  const { config, problems } = readSettings(environment);
  if (problems.length > 0) throw settingsError(problems);
  return config;
}

/** The environment's variables. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the settings as far as they go, for whoever wants to know what is wrong with them. What a problem names is as if
 * it were not there, or empty.
 */
export function readSettings(environment: Environment): {
  readonly config: Config;
  readonly problems: readonly SettingProblem[];
} {
  const read = new EnvironmentReader(environment);
  const host = read.text('HOST') ?? '127.0.0.1';
  const port = read.number('PORT', { least: 0, most: 65_535 }) ?? 3978;
  const bot = readBot(read);
  if (!bot && !isLoopback(host)) {
    read.wrong(
      'HOST',
      `must be a loopback address such as 127.0.0.1 while the bot has no identity: without MicrosoftAppId anybody who can reach ${host} could act as anybody`,
    );
  }
  const isSandbox = (read.choice('PARTNER_CLOUD', ['sandbox', 'microsoft']) ?? 'sandbox') === 'sandbox';
  const roles = read.attempt('GDAP_ROLES', () => readGdapRoles(read.text('GDAP_ROLES'))) ?? readGdapRoles();
  const template = readTemplate(read, roles);
  const config: Config = {
    host,
    port,
    publicUrl: read.url('PUBLIC_URL'),
    bot,
    isSandbox,
    cloud: readCloud(read, isSandbox, port, template),
    events: readEventTrust(read),
    dataDir: read.text('DATA_DIR') ?? './data',
    reconcileSeconds: read.number('RECONCILE_SECONDS', { least: 1, most: 86_400 }) ?? 300,
    people: readPeople(read, isSandbox),
    roleNames: new Map(roles.all.map(({ id, name }) => [id, name])),
    partnerName: read.text('PARTNER_NAME') ?? read.text('APP_DEVELOPER_NAME'),
    exits: {
      needsSecond: read.choice('REQUIRE_SECOND_ADMIN', ['true', 'false']) === 'true',
      graceSeconds: 60 * (read.number('OFFBOARD_GRACE_MINUTES', { least: 0, most: 1440 }) ?? 5),
    },
    logLevel: read.choice('LOG_LEVEL', ['debug', 'info', 'warn', 'error', 'silent']) ?? 'info',
    metricsPort: read.number('METRICS_PORT', { least: 0, most: 65_535 }),
  };
  return { config: Object.freeze(config), problems: read.problems };
}

function readBot(read: EnvironmentReader): BotIdentity | undefined {
  const names = ['MicrosoftAppType', 'MicrosoftAppId', 'MicrosoftAppPassword', 'MicrosoftAppTenantId'] as const;
  if (!names.some((name) => read.has(name))) return undefined;
  const type = read.choice('MicrosoftAppType', ['SingleTenant', 'MultiTenant', 'UserAssignedMsi']) ?? 'SingleTenant';
  return {
    MicrosoftAppType: type,
    MicrosoftAppId: read.needed('MicrosoftAppId', 'the bot has only part of an identity'),
    MicrosoftAppPassword:
      type === 'UserAssignedMsi' ? undefined : read.needed('MicrosoftAppPassword', `a ${type} bot needs it`),
    MicrosoftAppTenantId:
      type === 'MultiTenant' ? undefined : read.needed('MicrosoftAppTenantId', `a ${type} bot needs it`),
  };
}

const serviceUrls = ['LOGIN_URL', 'GRAPH_URL', 'PARTNER_CENTER_URL'] as const;

function readCloud(
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
      tenantId: read.needed('PARTNER_TENANT_ID', why).toLowerCase(),
      clientId: read.needed('PARTNER_CLIENT_ID', why),
      credential: readCredential(read, why),
      refreshToken: read.text('PARTNER_REFRESH_TOKEN'),
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
      return { kind: 'secret', secret: value };
    case 'PARTNER_CLIENT_CERTIFICATE':
      return read.attempt(name, () => readCertificate(readFileSync(value, 'utf8'), value)) ?? nothing;
    case 'PARTNER_MANAGED_IDENTITY':
      return { kind: 'managedIdentity', ...(value.toLowerCase() !== 'system' && { clientId: value }) };
    default:
      return name satisfies never;
  }
}

// @see https://learn.microsoft.com/partner-center/developer/partner-center-webhooks (checked 2026-11-22)
const microsoftCertificates = 'https://3psostorageacct.blob.core.windows.net/cert';

function readEventTrust(read: EnvironmentReader): EventTrust {
  const file = read.text('WEBHOOK_ROOTS');
  return {
    certificateBaseUrl: read.url('WEBHOOK_CERTIFICATE_URL') ?? microsoftCertificates,
    roots: file === undefined ? undefined : read.attempt('WEBHOOK_ROOTS', () => readRoots(file)),
  };
}

function readRoots(file: string): string {
  const pem = readFileSync(file, 'utf8');
  try {
    // A file without a single certificate would have every event refused, and nobody would know why.
    if (new X509Certificate(pem).ca) return pem;
  } catch {
    // What is wrong with it is told below.
  }
  throw new ConfigError(`names ${file}, which does not begin with the certificate of an authority in PEM`, '');
}

function readSandbox(read: EnvironmentReader, port: number, template: AccessTemplate | undefined): SandboxCloud {
  const given = read.number('SANDBOX_PORT', { least: 0, most: 65_535 });
  return {
    port: given ?? (port === 0 ? 0 : port + 1),
    isAnyPortFine: given === undefined,
    customers: read.number('SANDBOX_CUSTOMERS', { least: 1, most: 100_000 }),
    template,
  };
}

function readTemplate(read: EnvironmentReader, roles: GdapRoles): AccessTemplate | undefined {
  const file = read.text('ACCESS_TEMPLATE');
  if (file === undefined) return undefined;
  return read.attempt('ACCESS_TEMPLATE', () => readAccessTemplate(readFileSync(file, 'utf8'), file, roles));
}

// With real customers nobody may do anything until somebody is named; the bot tells whoever asks which id that takes.
function readPeople(read: EnvironmentReader, isSandbox: boolean): People | undefined {
  // The people of a chat that only plays Teams have ids of any kind.
  const ids = (name: string) => read.ids(name, { mayBeAnything: isSandbox });
  const people = { admins: ids('ADMINS'), operators: ids('OPERATORS'), viewers: ids('VIEWERS') };
  const isAnybodyNamed = Object.values(people).some((ids) => ids.length > 0);
  return isSandbox && !isAnybodyNamed ? undefined : people;
}
