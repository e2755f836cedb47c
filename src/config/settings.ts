// Every setting, in one table: Config, the doctor's groups, and the tests of .env.example, Dockerfile and Bicep file follow
// from it. A new setting is a row here and a line at the same place in .env.example; what holds for more than one setting
// is a rule in setting-rules.ts.

import { requireTicket, secondAdminFor } from './care-settings.js';
import { besideSettings, partnerSettings } from './microsoft-settings.js';
import { row, type Setting } from './setting.js';
import * as a from './setting-schemas.js';

/** The table. A group is a section of `.env.example`; a key is the property of Config. */
export const settingGroups = {
  listening: {
    port: row('PORT', a.port, 'The port that the bot listens on', { default: '3978' }),
    host: row('HOST', a.host, 'The address that it listens on; a loopback address while the bot has no identity', {
      default: '127.0.0.1',
    }),
    publicUrl: row('PUBLIC_URL', a.url, 'The address under which the internet reaches the bot'),
  },
  /** Commands beside the bot run even where one of these is wrong. */
  identity: {
    botType: row('MicrosoftAppType', a.botType, 'SingleTenant, MultiTenant or UserAssignedMsi', {
      default: 'SingleTenant',
    }),
    botId: row('MicrosoftAppId', a.id('notBotAppId'), 'The app ID of the bot'),
    botPassword: row('MicrosoftAppPassword', a.secret, 'Its client secret; UserAssignedMsi has none', {
      isSecret: true,
    }),
    botTenantId: row(
      'MicrosoftAppTenantId',
      a.id('notBotTenantId'),
      'The tenant of its app registration; MultiTenant has none',
    ),
  },
  anonymous: {
    allowAnonymousBot: row(
      'ALLOW_ANONYMOUS_BOT',
      a.yesOrNo,
      'Whether the bot starts without an identity when PARTNER_CLOUD=microsoft',
      {
        default: 'false',
      },
    ),
  },
  partner: partnerSettings,
  besides: besideSettings,
  people: {
    admins: row(
      'ADMINS',
      a.people,
      'Admins can do what operators can, and disable, remove delegated admin and offboard completely',
    ),
    operators: row(
      'OPERATORS',
      a.people,
      'Operators can do what viewers can, and enable, copy approval links, revalidate and accept limitations',
    ),
    viewers: row('VIEWERS', a.people, 'Viewers can look at everything and change nothing'),
  },
  /** What takes more than one person's yes. */
  care: {
    secondAdminFor: row(
      'SECOND_ADMIN_FOR',
      secondAdminFor,
      'What a second admin must approve within a day, separated by commas: enable (with privileged roles), global-admin, end-earlier, disable (of several), offboard, batch:20',
      { example: 'enable,global-admin,offboard,batch:20' },
    ),
    requireTicket: row(
      'REQUIRE_TICKET',
      requireTicket,
      'What takes the reference of a ticket, separated by commas: enable, keep-access, end-earlier, delegated-admin, disable, offboard',
      { example: 'enable,disable,offboard' },
    ),
  },
  offboarding: {
    requireSecondAdmin: row(
      'REQUIRE_SECOND_ADMIN',
      a.yesOrNo,
      'The same as offboard in SECOND_ADMIN_FOR: whether a second admin must approve the same plan within a day',
      { default: 'false' },
    ),
    offboardGraceMinutes: row(
      'OFFBOARD_GRACE_MINUTES',
      a.whole(0, 1440),
      'Minutes between the decision and the first removal, in which Undo works: 0 to 1440',
      { default: '5' },
    ),
  },
  running: {
    dataDir: row('DATA_DIR', a.folder, 'The folder for everything that must be kept', {
      default: './data',
    }),
    reconcileSeconds: row('RECONCILE_SECONDS', a.whole(1, 86_400), 'Seconds between two checks of all tenants', {
      default: '300',
    }),
    expiryWarningDays: row(
      'EXPIRY_WARNING_DAYS',
      a.daysUpTo(730),
      'Days before a tenant’s access ends on which subscribed conversations are warned, separated by commas',
      { default: '60,30,14,7,1' },
    ),
    nudgeDays: row(
      'NUDGE_DAYS',
      a.daysUpTo(82),
      'Days after which you’re reminded of a request that the customer hasn’t answered, separated by commas',
      { default: '3,10,30' },
    ),
    ownershipDays: row(
      'OWNERSHIP_DAYS',
      a.whole(0, 730),
      'Days after which a tenant that its owner leaves alone is no longer theirs; 0: it stays theirs',
      { default: '14' },
    ),
    requestsPerMinute: row(
      'REQUESTS_PER_MINUTE',
      a.whole(1, 600),
      'How many tenants a minute a batch may ask at Microsoft for a new relationship',
      { default: '60' },
    ),
    logLevel: row(
      'LOG_LEVEL',
      a.oneOf(['debug', 'info', 'warn', 'error', 'silent']),
      'debug, info, warn, error or silent',
      { default: 'info' },
    ),
    metricsPort: row(
      'METRICS_PORT',
      a.port,
      'Metrics for Prometheus: GET /metrics on this port of 127.0.0.1; without it, metrics are off',
      { example: '9464' },
    ),
  },
  /** The partner's own systems, such as a ticket system. */
  outgoing: {
    webhooksOutUrl: row(
      'WEBHOOKS_OUT_URL',
      a.httpsAddresses,
      'Addresses of your own systems to send events to, https, separated by commas',
      { isSecret: true },
    ),
    webhooksOutSecret: row(
      'WEBHOOKS_OUT_SECRET',
      a.webhookSecret,
      'Signs what’s sent, by Standard Webhooks: `whsec_` and 24 to 64 bytes in base64',
      { isSecret: true },
    ),
    webhooksOutAllow: row(
      'WEBHOOKS_OUT_ALLOW',
      a.hosts,
      'Names of machines among them that may be in your own network, separated by commas',
    ),
  },
  /** Where everything is kept once one process isn't enough. */
  database: {
    databaseUrl: row(
      'DATABASE_URL',
      a.databaseUrl,
      'A PostgreSQL database, which several replicas share, in place of the folder',
      { isSecret: true },
    ),
    databaseOwnerUrl: row(
      'DATABASE_OWNER_URL',
      a.databaseUrl,
      'The same database as its owner, for `npm run store:migrate` and `store:move`; without it DATABASE_URL',
      { isSecret: true },
    ),
    databasePool: row(
      'DATABASE_POOL',
      a.whole(1, 100),
      'How many connections to it each replica has at most, besides the one for its locks',
      { default: '4' },
    ),
  },
  /** OpenTelemetry's own variables, which it reads itself; it would only warn of what it can't use, and send nothing. */
  traces: {
    otlpEndpoint: row('OTEL_EXPORTER_OTLP_ENDPOINT', a.plainUrl, 'The address of a collector, which turns traces on', {
      example: 'http://127.0.0.1:4318',
    }),
    tracesExporter: row(
      'OTEL_TRACES_EXPORTER',
      a.otelExporters,
      'otlp, console, zipkin or none; several are separated by commas',
      { example: 'otlp' },
    ),
    areTracesOff: row('OTEL_SDK_DISABLED', a.otelFlag, 'true turns traces off again', { example: 'false' }),
  },
  sandbox: {
    sandboxPort: row(
      'SANDBOX_PORT',
      a.port,
      'The port of its admin page; without it the one after PORT, or any free one if that’s taken',
      { readIn: 'sandbox', example: '3979' },
    ),
    playgroundPort: row(
      'PLAYGROUND_PORT',
      a.port,
      'The port of the chat that `npm start` opens, on this machine only; any free one if it’s taken',
      { example: '56150' },
    ),
    sandboxCustomers: row(
      'SANDBOX_CUSTOMERS',
      a.whole(1, 100_000),
      'How many customers it has; the first 17 have a story each',
      { readIn: 'sandbox', example: '17' },
    ),
    sandboxMix: row(
      'SANDBOX_MIX',
      a.oneOf(['plain', 'believable']),
      'What those beyond the 17 are: plain, numbered and mostly not managed, or believable, named and onboarded as a real partner’s; `npm start -- --customers NUMBER` sets both',
      { default: 'plain', readIn: 'sandbox' },
    ),
  },
  /** Who offers the app. */
  package: {
    developerName: row('APP_DEVELOPER_NAME', a.line(200), 'Your name, of 32 characters at most'),
    websiteUrl: row('APP_WEBSITE_URL', a.url, 'Your website; without it PUBLIC_URL', { readIn: 'package' }),
    privacyUrl: row('APP_PRIVACY_URL', a.url, 'Your privacy statement; without it the website', { readIn: 'package' }),
    termsUrl: row('APP_TERMS_URL', a.url, 'Your terms of use; without them the website', { readIn: 'package' }),
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Setting>>>>;

/** A group of settings. */
export type SettingGroup = keyof typeof settingGroups;

/** Every row, by the property of Config that it fills. */
export const settings = {
  ...settingGroups.listening,
  ...settingGroups.identity,
  ...settingGroups.anonymous,
  ...settingGroups.partner,
  ...settingGroups.besides,
  ...settingGroups.people,
  ...settingGroups.care,
  ...settingGroups.offboarding,
  ...settingGroups.running,
  ...settingGroups.outgoing,
  ...settingGroups.database,
  ...settingGroups.traces,
  ...settingGroups.sandbox,
  ...settingGroups.package,
};
