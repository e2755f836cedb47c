// The settings that the environment gives: checked, whole and safe.
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { AccessTemplate } from '../domain/access/access-template.js';
import { ConfigError } from '../domain/errors.js';
import type { EventTrust } from '../microsoft/events/event-receiver.js';
import { isLoopback } from '../runtime/loopback.js';
import { readAccessTemplate } from './access-template.js';
import { readCloud } from './cloud-config.js';
import {
  appIdStands,
  EnvironmentReader,
  portBounds,
  type SettingProblem,
  settingsError,
} from './environment-reader.js';
import { type GdapRoles, readGdapRoles } from './gdap-roles.js';
import type { BotIdentity, Config, People } from './settings.js';

/**
 * Reads the settings. An empty variable counts as one that is not there.
 * @throws ConfigError that names every variable that is wrong or missing.
 */
export function readConfig(environment: Environment): Config {
  const { config, problems } = readSettings(environment);
  if (problems.length > 0) throw settingsError(problems);
  return config;
}

/**
 * Reads the settings for a command beside the bot: what is wrong with the bot's own identity is not in its way.
 * @throws ConfigError that names every other variable that is wrong or missing.
 */
export function readCommandConfig(environment: Environment): Config {
  const { config, problems } = readSettings(environment);
  const inTheWay = problems.filter(({ name }) => !name.startsWith('MicrosoftApp'));
  if (inTheWay.length > 0) throw settingsError(inTheWay);
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
  const host = read.host('HOST') ?? '127.0.0.1';
  const port = read.number('PORT', portBounds) ?? 3978;
  const bot = readBot(read);
  if (!bot && !isLoopback(host)) {
    read.wrong(
      'HOST',
      `must be a loopback address such as 127.0.0.1 while the bot has no identity: without MicrosoftAppId anybody who can reach ${host} could act as anybody`,
    );
  }
  const isSandbox = (read.choice('PARTNER_CLOUD', ['sandbox', 'microsoft']) ?? 'sandbox') === 'sandbox';
  const mayBeAnonymous = read.choice('ALLOW_ANONYMOUS_BOT', ['true', 'false']) === 'true';
  if (!bot && !isSandbox && !mayBeAnonymous) {
    read.wrong(
      'MicrosoftAppId',
      'is missing: with PARTNER_CLOUD=microsoft a bot without an identity takes every program on this machine for anybody it says it is. Set the bot’s identity; only to try it out, ALLOW_ANONYMOUS_BOT=true starts it without one',
    );
  }
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
    dataDir: read.folder('DATA_DIR') ?? './data',
    reconcileSeconds: read.number('RECONCILE_SECONDS', { least: 1, most: 86_400 }) ?? 300,
    people: readPeople(read, isSandbox),
    roleNames: new Map(roles.all.map(({ id, name }) => [id, name])),
    partnerName: readPartnerName(read),
    exits: {
      needsSecond: read.choice('REQUIRE_SECOND_ADMIN', ['true', 'false']) === 'true',
      graceSeconds: 60 * (read.number('OFFBOARD_GRACE_MINUTES', { least: 0, most: 1440 }) ?? 5),
    },
    logLevel: read.choice('LOG_LEVEL', ['debug', 'info', 'warn', 'error', 'silent']) ?? 'info',
    metricsPort: read.number('METRICS_PORT', portBounds),
  };
  refuseSamePorts(read, [
    ['PORT', port],
    ['METRICS_PORT', config.metricsPort],
    ['SANDBOX_PORT', read.has('SANDBOX_PORT') && 'sandbox' in config.cloud ? config.cloud.sandbox.port : undefined],
    ['PLAYGROUND_PORT', read.number('PLAYGROUND_PORT', portBounds)],
  ]);
  checkTracing(read);
  return { config: Object.freeze(config), problems: read.problems };
}

// The second to listen would blame the first, though either may be meant to move.
function refuseSamePorts(read: EnvironmentReader, all: readonly (readonly [string, number | undefined])[]): void {
  const taken = all.filter(([, port]) => port !== undefined && port !== 0);
  for (const [index, [name, port]] of taken.entries()) {
    const before = taken.slice(0, index).find(([, other]) => other === port)?.[0];
    if (before !== undefined) read.wrong(name, `is ${port}, which is ${before} too: each needs a port of its own`);
  }
}

// A longer name would not fit on a certificate.
const longestName = 200;

function readPartnerName(read: EnvironmentReader): string | undefined {
  const developer = read.line('APP_DEVELOPER_NAME', longestName);
  return read.line('PARTNER_NAME', longestName) ?? developer;
}

// OpenTelemetry's own variables: it would only warn of what it cannot use, and send nothing.
function checkTracing(read: EnvironmentReader): void {
  read.url('OTEL_EXPORTER_OTLP_ENDPOINT', { mayBePlain: true });
  const exporters = ['otlp', 'console', 'zipkin', 'none'];
  const wrong = read
    .text('OTEL_TRACES_EXPORTER')
    ?.split(',')
    .find((each) => !exporters.includes(each.trim()));
  if (wrong !== undefined)
    read.wrong('OTEL_TRACES_EXPORTER', `has “${wrong.trim()}”: it takes ${exporters.join(', ')}`);
  const isOff = read.text('OTEL_SDK_DISABLED')?.toLowerCase();
  if (isOff !== undefined && isOff !== 'true' && isOff !== 'false')
    read.wrong('OTEL_SDK_DISABLED', `must be true or false, not “${isOff}”`);
}

function readBot(read: EnvironmentReader): BotIdentity | undefined {
  const names = ['MicrosoftAppType', 'MicrosoftAppId', 'MicrosoftAppPassword', 'MicrosoftAppTenantId'] as const;
  if (!names.some((name) => read.has(name))) return undefined;
  const type = read.choice('MicrosoftAppType', ['SingleTenant', 'MultiTenant', 'UserAssignedMsi']) ?? 'SingleTenant';
  const needs = `a ${type} bot needs it`;
  const appId = read.has('MicrosoftAppId')
    ? read.guid('MicrosoftAppId', 'the app id of the bot', appIdStands)
    : read.needed('MicrosoftAppId', 'the bot has only part of an identity');
  const password = read.secret('MicrosoftAppPassword');
  const tenantId = read.guid('MicrosoftAppTenantId', 'the id of the bot’s tenant', appIdStands);
  return {
    MicrosoftAppType: type,
    MicrosoftAppId: appId ?? '',
    MicrosoftAppPassword:
      type === 'UserAssignedMsi' ? undefined : (password ?? read.missing('MicrosoftAppPassword', needs)),
    MicrosoftAppTenantId:
      type === 'MultiTenant' ? undefined : (tenantId ?? read.missing('MicrosoftAppTenantId', needs)),
  };
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
