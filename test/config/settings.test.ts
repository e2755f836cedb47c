// The table of settings: each is refused where it is wrong, and .env.example shows the same ones, in the same order.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readPackageSettings } from '../../scripts/package-settings.js';
import { readConfig } from '../../src/config/config.js';
import type { Setting } from '../../src/config/setting.js';
import { settingGroups, settings } from '../../src/config/settings.js';
import { failure, identity, microsoft } from './given.js';

const table: readonly Setting[] = Object.values(settings);

/** What is said of settings; nothing: they are taken. What only Teams' package takes is read only where that is made. */
function told(name: string, environment: Readonly<Record<string, string>>): string {
  const isOfPackage = table.some((setting) => setting.name === name && setting.readIn === 'package');
  const read = () =>
    isOfPackage ? readPackageSettings({ ...identity, ...environment }, '1.0.0') : readConfig(environment);
  try {
    read();
    return '';
  } catch {
    return failure(read).message;
  }
}

describe('a setting', () => {
  /** What is wrong with a setting, in which surroundings, and what is said. */
  const wrongs: Readonly<
    Record<string, readonly (readonly [value: string, why: RegExp, given?: Record<string, string>])[]>
  > = {
    PORT: [
      ['99999', /from 0 to 65535, not “99999”/],
      ['39x', /whole number/],
    ],
    HOST: [
      ['http://127.0.0.1', /an address or a host name, such as 127\.0\.0\.1, not “http:/],
      ['0.0.0.0', /must be a loopback address/],
    ],
    PUBLIC_URL: [
      ['gatehouse.example.com', /must be an https address.*not “gatehouse\.example\.com”/],
      ['https://me:hunter2@gatehouse.example', /without a user name/],
      ['https://me:hunter2/x@gatehouse.example', /must be an https address.*not “https:\/\/…@gatehouse/],
      ['me:hunter2@gatehouse.example', /must be an https address.*not “…@gatehouse/],
      ['https://gatehouse.example/?key=hunter2', /without a user name, “\?”/],
    ],
    MicrosoftAppType: [['singletenantt', /one of SingleTenant, MultiTenant, UserAssignedMsi/]],
    MicrosoftAppId: [
      ['my-bot', /must be the app ID of the bot, a GUID, not “my-bot”\. Find it in Entra/],
      ['a-secret-in-the-wrong-place-of-forty-chars', /and has 42 characters/],
    ],
    MicrosoftAppPassword: [
      ['12345678-0000-4000-8000-000000000001', /is an ID \(a GUID\)\. Use the secret’s value/],
      ['two words', /contains spaces/],
    ],
    MicrosoftAppTenantId: [['contoso', /must be the ID of the bot’s tenant, a GUID, not “contoso”/]],
    ALLOW_ANONYMOUS_BOT: [['yes', /one of true, false, not “yes”/]],
    PARTNER_CLOUD: [['Microsoft', /one of sandbox, microsoft, not “Microsoft”/]],
    PARTNER_TENANT_ID: [
      ['contoso', /must be the ID of your tenant, a GUID, not “contoso”/, microsoft],
      ['contoso.onmicrosoft.com', /a GUID/, microsoft],
    ],
    PARTNER_CLIENT_ID: [['gatehouse', /must be the app ID of the partner’s app, a GUID, not “gatehouse”/, microsoft]],
    PARTNER_CLIENT_SECRET: [['12345678-0000-4000-8000-000000000001', /is an ID/, microsoft]],
    PARTNER_CLIENT_CERTIFICATE: [['/nowhere.pem', /doesn’t exist/, { ...microsoft, PARTNER_CLIENT_SECRET: '' }]],
    PARTNER_MANAGED_IDENTITY: [
      ['gatehouse', /must be the client ID of a managed identity, a GUID/, { ...microsoft, PARTNER_CLIENT_SECRET: '' }],
    ],
    PARTNER_REFRESH_TOKEN: [['Bearer hunter2', /contains spaces/, microsoft]],
    LOGIN_URL: [['login.example', /must be an https address/, microsoft]],
    GRAPH_URL: [
      ['http://graph.example', /must be an https address/, microsoft],
      ['ftp://127.0.0.1', /must be an https address/, microsoft],
      ['http://127.0.0.1.example', /must be an https address/, microsoft],
    ],
    PARTNER_CENTER_URL: [['//partner.example', /must be an https address/, microsoft]],
    ADMIN_PORTAL_URL: [['admin', /must be an https address/, microsoft]],
    WEBHOOK_CERTIFICATE_URL: [['certificates', /must be an https address/]],
    WEBHOOK_ROOTS: [['package.json', /doesn’t start with the PEM certificate/]],
    DATA_DIR: [['package.json', /must be a folder, and “package\.json” isn’t one/]],
    TOKEN_KEY: [
      ['c2hvcnQ=', /32 bytes in base64/, microsoft],
      [`${'x'.repeat(42)}!?`, /32 bytes in base64/, microsoft],
    ],
    RECONCILE_SECONDS: [['0', /from 1/]],
    NUDGE_DAYS: [
      ['3,83', /from 1/],
      ['3;10', /from 1/],
    ],
    OWNERSHIP_DAYS: [
      ['-1', /from 0/],
      ['731', /from 0/],
    ],
    REQUESTS_PER_MINUTE: [
      ['0', /from 1/],
      ['601', /from 1/],
    ],
    ACCESS_TEMPLATE: [['/nowhere/template.json', /doesn’t exist/]],
    GDAP_ROLES: [['/nowhere/roles.json', /doesn’t exist/]],
    APPROVAL_MESSAGE: [['/nowhere/message.txt', /doesn’t exist, and neither does a file/]],
    ADMINS: [['group:everybody', /contains “group:everybody”/]],
    OPERATORS: [['me@contoso.com', /contains “me@contoso\.com”, which isn’t an object ID/, microsoft]],
    VIEWERS: [['group:', /must be followed by/]],
    SECOND_ADMIN_FOR: [
      ['everything', /one of enable, global-admin, end-earlier, disable, offboard, batch:20/],
      ['enable,batch:0', /batch:0/],
    ],
    REQUIRE_TICKET: [
      [
        'enable,everything',
        /one of enable, keep-access, end-earlier, delegated-admin, disable, offboard, not “everything”/,
      ],
    ],
    REQUIRE_SECOND_ADMIN: [['maybe', /one of true, false/]],
    OFFBOARD_GRACE_MINUTES: [['1441', /from 0 to 1440/]],
    PARTNER_NAME: [['Northbridge\nIT', /one line/]],
    PLAYGROUND_PORT: [
      ['chat', /whole number/],
      ['4000', /is 4000, the same as PORT/, { PORT: '4000' }],
    ],
    SANDBOX_PORT: [
      ['-1', /whole number/],
      ['4000', /is 4000, the same as PORT: each requires a separate port/, { PORT: '4000' }],
    ],
    SANDBOX_CUSTOMERS: [['0', /from 1/]],
    LOG_LEVEL: [['verbose', /one of/]],
    METRICS_PORT: [
      ['x', /whole number/],
      ['4000', /is 4000, the same as PORT/, { PORT: '4000' }],
      ['3978', /is 3978, the same as PORT/],
    ],
    DATABASE_URL: [
      ['mysql://bot:hunter2@127.0.0.1/gatehouse', /must be the address of a PostgreSQL database/, microsoft],
      ['postgres://bot:hunter2@127.0.0.1', /must be the address of a PostgreSQL database/, microsoft],
      ['postgres://bot:hunter2@db.example/gatehouse', /sslmode=verify-full/, microsoft],
      ['postgres://bot:hunter2@db.example/gatehouse?sslmode=require', /sslmode=verify-full/, microsoft],
      ['postgres:///gatehouse?user=bot&host=db.example', /sslmode=verify-full/, microsoft],
      ['postgres://127.0.0.1/gatehouse', /must be the address of a PostgreSQL database/, microsoft],
      ['postgres://bot:100%@127.0.0.1/gatehouse', /%25 for a %/, microsoft],
      ['postgres://bot@127.0.0.1/gatehouse?sslmode=require', /no parameters but/, microsoft],
      ['postgres://bot@127.0.0.1/gatehouse?options=-c', /no parameters but/, microsoft],
      ['postgres://bot:hunter2@127.0.0.1/gatehouse', /the sandbox that comes with Gatehouse/],
    ],
    DATABASE_OWNER_URL: [['postgres://owner:hunter2@db.example/gatehouse', /sslmode=verify-full/]],
    DATABASE_POOL: [['0', /from 1/]],
    OTEL_EXPORTER_OTLP_ENDPOINT: [['collector:4318', /must be an http or https address/]],
    OTEL_TRACES_EXPORTER: [['otpl', /contains “otpl”: use otlp/]],
    OTEL_SDK_DISABLED: [['1', /must be one of true, false, not “1”/]],
    APP_DEVELOPER_NAME: [['x'.repeat(201), /at most 200 characters, and has 201/]],
    APP_WEBSITE_URL: [['contoso', /must be an https address/]],
    APP_PRIVACY_URL: [['http://contoso.example', /must be an https address/]],
    APP_TERMS_URL: [['javascript:', /must be an https address/]],
  };
  for (const [name, all] of Object.entries(wrongs)) {
    for (const [value, why, given = {}] of all) {
      it(`refuses ${name}=${value.slice(0, 45).replace('\n', '\\n')}, by its name`, () => {
        const message = told(name, { ...given, [name]: value });
        const line = message.split('\n').find((each) => each.startsWith(`- ${name} `)) ?? assert.fail(message);
        assert.match(line, why);
        assert.doesNotMatch(message, /hunter2|wrong-place/);
      });
    }
  }

  // Every setting is wrong as one of these at least, whatever it is for.
  const nonsense = ['hunter2\nnonsense', 'group:hunter2', 'package.json'];
  for (const { name, readIn, isSecret } of table) {
    it(`refuses nonsense as ${name}, by its name`, () => {
      const surroundings = readIn === 'microsoft' ? { ...microsoft, PARTNER_CLIENT_SECRET: '' } : {};
      const messages = nonsense.map((value) => told(name, { ...surroundings, [name]: value }));
      assert.ok(
        messages.some((message) => message.includes(`\n- ${name} `)),
        messages.join('\n'),
      );
      if (isSecret) for (const message of messages) assert.doesNotMatch(message, /hunter2/);
    });
  }

  // An address of a service would make the sandbox one that runs elsewhere.
  const addresses = ['LOGIN_URL', 'GRAPH_URL', 'PARTNER_CENTER_URL'];
  for (const { name, readIn } of table.filter((each) => each.readIn && !addresses.includes(each.name))) {
    it(`is read only where the table says: ${name} in ${readIn}`, () => {
      const elsewhere = readIn === 'microsoft' ? {} : microsoft;
      for (const value of nonsense) assert.doesNotThrow(() => readConfig({ ...elsewhere, [name]: value }));
    });
  }

  it('is marked as a secret where its name says so', () => {
    const isNamedSo = ({ name }: Setting) => /SECRET|KEY|PASSWORD|TOKEN|DATABASE.*URL|OUT_URL/i.test(name);
    const names = (isMeant: (setting: Setting) => unknown) => table.filter(isMeant).map(({ name }) => name);
    assert.deepEqual(
      names(({ isSecret }) => isSecret),
      names(isNamedSo),
    );
  });

  it('takes 0 for as many ports as one likes, since each is any that is free', () => {
    assert.doesNotThrow(() => readConfig({ PORT: '0', METRICS_PORT: '0', SANDBOX_PORT: '0', PLAYGROUND_PORT: '0' }));
  });

  it('leaves a collector of traces in our own network alone', () => {
    assert.doesNotThrow(() =>
      readConfig({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://otel-collector:4318', OTEL_TRACES_EXPORTER: 'otlp, console' }),
    );
  });

  it('takes a database on this machine without TLS, and one anywhere else with it', () => {
    for (const url of [
      'postgres://bot@127.0.0.1:5432/gatehouse',
      'postgresql://bot@localhost/gatehouse',
      'postgres:///gatehouse?host=/var/run/postgresql&user=bot',
      'postgres://bot@db.example/gatehouse?sslmode=verify-full',
    ])
      assert.equal(readConfig({ ...microsoft, DATABASE_URL: url }).databaseUrl, url);
  });

  it('refuses plain http anywhere but on this machine', () => {
    for (const url of ['http://graph.example', 'ftp://127.0.0.1', 'graph.microsoft.com', 'http://127.0.0.1.example']) {
      assert.match(
        failure(() => readConfig({ ...microsoft, GRAPH_URL: url })).message,
        /- GRAPH_URL must be an https address/,
      );
    }
  });
});

describe('.env.example', () => {
  const text = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
  const sections = text.split(/^# ── .* ─+$/m).slice(1);
  /** Each setting of a section, with its comment in one line. */
  const shown = sections.map((section) =>
    section.split(/\n{2,}/).flatMap((block) => {
      const lines = block.trim().split('\n');
      const [, name, value] = /^# (\w+)=(.*)$/.exec(lines.pop() ?? '') ?? [];
      return name === undefined ? [] : [{ name, value, doc: lines.map((line) => line.slice(2)).join(' ') }];
    }),
  );

  it('has the groups of the table as its sections, with the same settings in the same order', () => {
    const groups = Object.values(settingGroups).map((group) => Object.values(group).map(({ name }) => name));
    assert.deepEqual(
      shown.map((section) => section.map(({ name }) => name)),
      groups,
    );
    const named = [...text.matchAll(/^#? ?([A-Za-z][A-Za-z_]*)=/gm)].map(([, name]) => name);
    assert.deepEqual(named, groups.flat());
  });

  it('gives each setting its default or example, and begins to explain it as the table does', () => {
    for (const { name, value, doc } of shown.flat()) {
      const setting = table.find((each) => each.name === name) ?? assert.fail(name);
      assert.equal(value, setting.default ?? setting.example ?? '', name);
      assert.ok(doc.startsWith(setting.doc), `${name}: “${doc}” does not begin with “${setting.doc}”`);
    }
  });

  it('has defaults and examples that are taken, and no secret', () => {
    const environment: Record<string, string> = {};
    for (const { name, isSecret, example, ...setting } of table) {
      const value = setting.default ?? example;
      if (isSecret) assert.equal(value, undefined);
      // The files are yours to make.
      if (value !== undefined && !/\.(?:json|txt)$/.test(value)) environment[name] = value;
    }
    // Given, they would mean a sandbox that runs elsewhere.
    for (const name of ['LOGIN_URL', 'GRAPH_URL', 'PARTNER_CENTER_URL']) delete environment[name];
    assert.doesNotThrow(() => readConfig({ ...environment, ...identity }));
    assert.doesNotThrow(() => readConfig({ ...environment, ...microsoft, PARTNER_CLOUD: 'microsoft' }));
  });
});
