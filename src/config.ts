// Which settings does the environment give, and are they whole and safe?
import { readFileSync } from 'node:fs';
import { readAccessTemplate } from './access-template-file.js';
import type { AccessTemplate } from './domain/access-template.js';
import { EnvironmentReader } from './environment-reader.js';
import { isLoopback, isLoopbackUrl } from './loopback.js';

/** The bot's identity at the Bot Framework, in its own names. */
export interface BotIdentity {
  readonly MicrosoftAppType: 'SingleTenant' | 'MultiTenant' | 'UserAssignedMsi';
  readonly MicrosoftAppId: string;
  /** Absent for a managed identity. */
  readonly MicrosoftAppPassword?: string | undefined;
  /** Absent for a multi-tenant bot. */
  readonly MicrosoftAppTenantId?: string | undefined;
}

/** The partner's application, and the key for its tokens. */
export interface PartnerSettings {
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Absent: the token cache has to have one. */
  readonly refreshToken?: string | undefined;
  /** 32 bytes. */
  readonly tokenKey: Buffer;
}

/** Where Microsoft's services are. No slash at the end. */
export interface CloudAddresses {
  readonly loginUrl: string;
  readonly graphUrl: string;
  readonly partnerCenterUrl: string;
  readonly adminPortalUrl: string;
}

/** Microsoft's own cloud, or whatever stands in for it at other addresses. */
export interface MicrosoftCloud {
  readonly partner: PartnerSettings;
  readonly addresses: CloudAddresses;
  readonly template: AccessTemplate;
}

/** The sandbox that runs along with the bot and brings everything it needs, unless it is told otherwise. */
export interface SandboxCloud {
  readonly port: number;
  /** Whether the port is a wish of ours that any other may take the place of. */
  readonly isAnyPortFine: boolean;
  /** How many customers the sandbox is to have; absent: its own dozen and a half. */
  readonly customers?: number | undefined;
  readonly template?: AccessTemplate | undefined;
}

/** Who may, as Entra object ids in lower case. */
export interface People {
  readonly admins: readonly string[];
  readonly operators: readonly string[];
  readonly viewers: readonly string[];
}

/** Every setting, checked. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** Absent: anonymous, which is for loopback only. */
  readonly bot?: BotIdentity | undefined;
  /** Whether cards have to say that nothing is real. */
  readonly isSandbox: boolean;
  readonly cloud: { readonly microsoft: MicrosoftCloud } | { readonly sandbox: SandboxCloud };
  readonly dataDir: string;
  readonly reconcileSeconds: number;
  /** Absent on the sandbox where nobody is named: everybody who gets there may do everything. */
  readonly people?: People | undefined;
  readonly logLevel: string;
}

/** Every variable that is read, for `.env.example` to be complete. */
export const settings = [
  'PORT',
  'HOST',
  'MicrosoftAppType',
  'MicrosoftAppId',
  'MicrosoftAppPassword',
  'MicrosoftAppTenantId',
  'PARTNER_CLOUD',
  'PARTNER_TENANT_ID',
  'PARTNER_CLIENT_ID',
  'PARTNER_CLIENT_SECRET',
  'PARTNER_REFRESH_TOKEN',
  'LOGIN_URL',
  'GRAPH_URL',
  'PARTNER_CENTER_URL',
  'ADMIN_PORTAL_URL',
  'DATA_DIR',
  'TOKEN_KEY',
  'RECONCILE_SECONDS',
  'ACCESS_TEMPLATE',
  'ADMINS',
  'OPERATORS',
  'VIEWERS',
  'SANDBOX_PORT',
  'SANDBOX_CUSTOMERS',
  'LOG_LEVEL',
] as const;

/**
 * Reads the settings. An empty variable counts as one that is not there.
 * @throws ConfigError that names every variable that is wrong or missing.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
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
  const template = readTemplate(read);
  const config: Config = {
    host,
    port,
    bot,
    isSandbox,
    cloud: readCloud(read, isSandbox, port, template),
    dataDir: read.text('DATA_DIR') ?? './data',
    reconcileSeconds: read.number('RECONCILE_SECONDS', { least: 1, most: 86_400 }) ?? 300,
    people: readPeople(read, isSandbox),
    logLevel: read.choice('LOG_LEVEL', ['debug', 'info', 'warn', 'error', 'silent']) ?? 'info',
  };
  read.throwIfWrong();
  return Object.freeze(config);
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
      clientSecret: read.needed('PARTNER_CLIENT_SECRET', why),
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

function readSandbox(read: EnvironmentReader, port: number, template: AccessTemplate | undefined): SandboxCloud {
  const given = read.number('SANDBOX_PORT', { least: 0, most: 65_535 });
  return {
    port: given ?? (port === 0 ? 0 : port + 1),
    isAnyPortFine: given === undefined,
    customers: read.number('SANDBOX_CUSTOMERS', { least: 1, most: 100_000 }),
    template,
  };
}

function readTemplate(read: EnvironmentReader): AccessTemplate | undefined {
  const file = read.text('ACCESS_TEMPLATE');
  if (file === undefined) return undefined;
  return read.attempt('ACCESS_TEMPLATE', () => readAccessTemplate(readFileSync(file, 'utf8'), file));
}

// With real customers nobody may do anything until somebody is named; the bot tells whoever asks which id that takes.
function readPeople(read: EnvironmentReader, isSandbox: boolean): People | undefined {
  const people = { admins: read.ids('ADMINS'), operators: read.ids('OPERATORS'), viewers: read.ids('VIEWERS') };
  const isAnybodyNamed = Object.values(people).some((ids) => ids.length > 0);
  return isSandbox && !isAnybodyNamed ? undefined : people;
}
