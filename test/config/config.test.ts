// Which settings are taken, and is everything that is wrong told at once?
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPackageSettings } from '../../scripts/package-settings.js';
import { readCommandConfig, readConfig } from '../../src/config/config.js';
import { settings } from '../../src/config/settings.js';
import { ConfigError } from '../../src/domain/errors.js';
import { aCertificate } from '../support/a-certificate.js';

const failure = (work: () => unknown): ConfigError => {
  try {
    work();
  } catch (error) {
    assert.ok(error instanceof ConfigError);
    return error;
  }
  return assert.fail('it was taken');
};

const alex = '00000000-0000-4000-8000-00000000000A';
const megan = '00000000-0000-4000-8000-00000000000b';

const identity = {
  MicrosoftAppId: 'B0700000-0000-4000-8000-000000000001',
  MicrosoftAppPassword: 'bot-secret',
  MicrosoftAppTenantId: 'AAAAAAAA-0000-4000-8000-000000000001',
};

describe('the settings', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-config-'));
  const template = join(folder, 'template.json');
  const microsoft = {
    PARTNER_CLOUD: 'microsoft',
    PARTNER_TENANT_ID: 'AAAAAAAA-0000-4000-8000-000000000001',
    PARTNER_CLIENT_ID: 'CCCCCCCC-0000-4000-8000-000000000001',
    PARTNER_CLIENT_SECRET: 'hunter2',
    PARTNER_REFRESH_TOKEN: 'refresh',
    TOKEN_KEY: Buffer.alloc(32).toString('base64'),
    ACCESS_TEMPLATE: template,
    ADMINS: ` ${alex} , ${megan},`,
    ...identity,
  };

  before(() => {
    const groupId = 'B0000000-0000-4000-8000-000000000001';
    const assignments = [{ groupId, groupName: 'Desk', roles: ['exchange administrator'] }];
    writeFileSync(template, JSON.stringify({ durationDays: 730, autoExtend: true, requireAzure: false, assignments }));
  });

  after(() => rmSync(folder, { recursive: true }));

  it('may all be left out: the bot runs on the sandbox, on loopback, and everybody there may do everything', () => {
    const config = readConfig({});
    assert.equal(config.isSandbox, true);
    assert.equal(config.host, '127.0.0.1');
    assert.equal(config.port, 3978);
    assert.equal(config.reconcileSeconds, 300);
    assert.equal(config.dataDir, './data');
    assert.equal(config.people, undefined);
    assert.ok('sandbox' in config.cloud);
    assert.equal(config.cloud.sandbox.port, 3979);
  });

  it('connect to Microsoft’s global cloud', () => {
    const { cloud, people, isSandbox } = readConfig(microsoft);
    assert.ok('microsoft' in cloud);
    assert.equal(isSandbox, false);
    assert.deepEqual(cloud.microsoft.addresses, {
      loginUrl: 'https://login.microsoftonline.com',
      graphUrl: 'https://graph.microsoft.com',
      partnerCenterUrl: 'https://api.partnercenter.microsoft.com',
      adminPortalUrl: 'https://admin.microsoft.com',
    });
    assert.equal(cloud.microsoft.partner.tenantId, microsoft.PARTNER_TENANT_ID.toLowerCase());
    assert.deepEqual(people, { admins: [alex.toLowerCase(), megan], operators: [], viewers: [] });
    assert.equal(cloud.microsoft.template.assignments[0]?.roles[0]?.name, 'Exchange Administrator');
  });

  it('connect to a sandbox that runs elsewhere, which cards still say', () => {
    const url = 'http://127.0.0.1:3979/';
    const elsewhere = {
      ...microsoft,
      PARTNER_CLOUD: 'sandbox',
      LOGIN_URL: url,
      GRAPH_URL: url,
      PARTNER_CENTER_URL: url,
    };
    const config = readConfig(elsewhere);
    assert.equal(config.isSandbox, true);
    assert.ok('microsoft' in config.cloud);
    assert.equal(config.cloud.microsoft.addresses.graphUrl, 'http://127.0.0.1:3979');
  });

  it('never take one of Microsoft’s own services for a sandbox, where everybody may do everything', () => {
    for (const name of ['LOGIN_URL', 'GRAPH_URL', 'PARTNER_CENTER_URL']) {
      const { message } = failure(() =>
        readConfig({ ...microsoft, PARTNER_CLOUD: 'sandbox', [name]: 'https://a.example' }),
      );
      assert.match(message, new RegExp(`${name} must be an address on this machine`));
      assert.equal(message.match(/ is missing: a sandbox that runs elsewhere needs it/g)?.length, 2);
    }
  });

  it('may name groups by their object id, and nothing else as a group', () => {
    const group = 'group:D0000000-0000-4000-8000-000000000001';
    assert.deepEqual(readConfig({ ADMINS: `a, ${group}` }).people?.admins, ['a', group.toLowerCase()]);
    assert.match(failure(() => readConfig({ VIEWERS: 'group:everybody' })).message, /VIEWERS has “group:everybody”/);
  });

  it('refuse a name in place of an object id, which would name nobody without a word', () => {
    const { message } = failure(() => readConfig({ ...microsoft, ADMINS: `${alex},me@contoso.com` }));
    assert.match(message, /ADMINS has “me@contoso\.com”, which is no object id/);
    assert.ok(!message.includes(alex.toLowerCase()));
    assert.deepEqual(readConfig({ ADMINS: 'user-id-1' }).people?.admins, ['user-id-1']);
  });

  it('name everybody or nobody: with real customers nobody may do anything until somebody is named', () => {
    assert.deepEqual(readConfig({ ...microsoft, ADMINS: '' }).people, { admins: [], operators: [], viewers: [] });
    assert.deepEqual(readConfig({ VIEWERS: 'v' }).people, { admins: [], operators: [], viewers: ['v'] });
  });

  it('name everything that is missing in one error, and no secret', () => {
    const { message, remedy } = failure(() =>
      readConfig({ PARTNER_CLOUD: 'microsoft', PARTNER_CLIENT_SECRET: 'hunter2', TOKEN_KEY: 'c2hvcnQ=' }),
    );
    for (const name of ['PARTNER_TENANT_ID', 'PARTNER_CLIENT_ID', 'ACCESS_TEMPLATE', 'TOKEN_KEY'])
      assert.match(message, new RegExp(`- ${name} `));
    assert.match(remedy, /\.env\.example/);
    assert.doesNotMatch(message, /hunter2|c2hvcnQ/);
  });

  it('take exactly one credential of the app, and name those that are too many or missing', () => {
    const { PARTNER_CLIENT_SECRET: _, ...none } = microsoft;
    const all = /exactly one of PARTNER_CLIENT_SECRET, PARTNER_CLIENT_CERTIFICATE, PARTNER_MANAGED_IDENTITY/;
    assert.match(failure(() => readConfig(none)).message, all);
    const both = failure(() => readConfig({ ...microsoft, PARTNER_MANAGED_IDENTITY: 'system' })).message;
    assert.match(both, /- PARTNER_MANAGED_IDENTITY is one too many beside PARTNER_CLIENT_SECRET/);
    assert.match(both, all);
    const credential = (changes: Record<string, string>) => {
      const { cloud } = readConfig({ ...none, ...changes });
      assert.ok('microsoft' in cloud);
      return cloud.microsoft.partner.credential;
    };
    assert.deepEqual(credential({ PARTNER_CLIENT_SECRET: 'x' }), { kind: 'secret', secret: 'x' });
    assert.deepEqual(credential({ PARTNER_MANAGED_IDENTITY: 'System' }), { kind: 'managedIdentity' });
    const PARTNER_MANAGED_IDENTITY = 'DDDDDDDD-0000-4000-8000-000000000001';
    const clientId = PARTNER_MANAGED_IDENTITY.toLowerCase();
    assert.deepEqual(credential({ PARTNER_MANAGED_IDENTITY }), { kind: 'managedIdentity', clientId });
    const pem = join(folder, 'app.pem');
    const made = aCertificate();
    writeFileSync(pem, made.certificate + made.key);
    const certificate = credential({ PARTNER_CLIENT_CERTIFICATE: pem });
    assert.ok(certificate.kind === 'certificate');
    assert.match(certificate.thumbprint, /^[0-9A-F]{64}$/);
    writeFileSync(pem, made.certificate);
    const halfMessage = failure(() => credential({ PARTNER_CLIENT_CERTIFICATE: pem })).message;
    assert.match(halfMessage, /- PARTNER_CLIENT_CERTIFICATE .*app\.pem holds no private key/);
    assert.match(failure(() => credential({ PARTNER_CLIENT_CERTIFICATE: '/nowhere' })).message, /CERTIFICATE .*ENOENT/);
  });

  it('need no refresh token: whoever runs the bot signs it in', () => {
    const { PARTNER_REFRESH_TOKEN: _, ...none } = microsoft;
    assert.doesNotThrow(() => readConfig(none));
  });

  /** For every setting what is wrong with it, in which surroundings, and what is said. */
  const wrongs: Readonly<
    Record<
      (typeof settings)[number],
      readonly (readonly [value: string, why: RegExp, given?: Record<string, string>])[]
    >
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
      ['https://me:hunter2@gatehouse.example', /without user name/],
      ['https://gatehouse.example/?key=hunter2', /without user name, “\?”/],
    ],
    MicrosoftAppType: [['singletenantt', /one of SingleTenant, MultiTenant, UserAssignedMsi/]],
    MicrosoftAppId: [
      ['my-bot', /must be the app id of the bot, a GUID, not “my-bot”\. Entra shows it/],
      ['a-secret-in-the-wrong-place-of-forty-chars', /and has 42 characters/],
    ],
    MicrosoftAppPassword: [
      ['12345678-0000-4000-8000-000000000001', /is an id \(a GUID\)\. Put the secret’s value there/],
      ['two words', /has spaces/],
    ],
    MicrosoftAppTenantId: [['contoso', /must be the id of the bot’s tenant, a GUID, not “contoso”/]],
    ALLOW_ANONYMOUS_BOT: [['yes', /one of true, false, not “yes”/]],
    PARTNER_CLOUD: [['Microsoft', /one of sandbox, microsoft, not “Microsoft”/]],
    PARTNER_TENANT_ID: [
      ['contoso', /must be the id of your tenant, a GUID, not “contoso”/, microsoft],
      ['contoso.onmicrosoft.com', /a GUID/, microsoft],
    ],
    PARTNER_CLIENT_ID: [['gatehouse', /must be the app id of the partner’s app, a GUID, not “gatehouse”/, microsoft]],
    PARTNER_CLIENT_SECRET: [['12345678-0000-4000-8000-000000000001', /is an id/, microsoft]],
    PARTNER_CLIENT_CERTIFICATE: [
      ['/nowhere.pem', /there is no such file/, { ...microsoft, PARTNER_CLIENT_SECRET: '' }],
    ],
    PARTNER_MANAGED_IDENTITY: [
      ['gatehouse', /must be the client id of a managed identity, a GUID/, { ...microsoft, PARTNER_CLIENT_SECRET: '' }],
    ],
    PARTNER_REFRESH_TOKEN: [['Bearer hunter2', /has spaces/, microsoft]],
    LOGIN_URL: [['login.example', /must be an https address/, microsoft]],
    GRAPH_URL: [
      ['http://graph.example', /must be an https address/, microsoft],
      ['ftp://127.0.0.1', /must be an https address/, microsoft],
      ['http://127.0.0.1.example', /must be an https address/, microsoft],
    ],
    PARTNER_CENTER_URL: [['//partner.example', /must be an https address/, microsoft]],
    ADMIN_PORTAL_URL: [['admin', /must be an https address/, microsoft]],
    WEBHOOK_CERTIFICATE_URL: [['certificates', /must be an https address/]],
    WEBHOOK_ROOTS: [['package.json', /does not begin with the certificate of an authority/]],
    DATA_DIR: [['package.json', /must be a folder, and “package\.json” is not one/]],
    TOKEN_KEY: [
      ['c2hvcnQ=', /32 bytes in base64/, microsoft],
      [`${'x'.repeat(42)}!?`, /32 bytes in base64/, microsoft],
    ],
    RECONCILE_SECONDS: [['0', /from 1/]],
    ACCESS_TEMPLATE: [['/nowhere/template.json', /there is no such file/]],
    GDAP_ROLES: [['/nowhere/roles.json', /there is no such file/]],
    ADMINS: [['group:everybody', /has “group:everybody”/]],
    OPERATORS: [['me@contoso.com', /has “me@contoso\.com”, which is no object id/, microsoft]],
    VIEWERS: [['group:', /after “group:” comes/]],
    REQUIRE_SECOND_ADMIN: [['maybe', /one of true, false/]],
    OFFBOARD_GRACE_MINUTES: [['1441', /from 0 to 1440/]],
    PARTNER_NAME: [['Northbridge\nIT', /one line/]],
    PLAYGROUND_PORT: [
      ['chat', /whole number/],
      ['4000', /is 4000, which is PORT too/, { PORT: '4000' }],
    ],
    SANDBOX_PORT: [
      ['-1', /whole number/],
      ['4000', /is 4000, which is PORT too: each needs a port of its own/, { PORT: '4000' }],
    ],
    SANDBOX_CUSTOMERS: [['0', /from 1/]],
    LOG_LEVEL: [['verbose', /one of/]],
    METRICS_PORT: [
      ['x', /whole number/],
      ['4000', /is 4000, which is PORT too/, { PORT: '4000' }],
      ['3978', /is 3978, which is PORT too/],
    ],
    OTEL_EXPORTER_OTLP_ENDPOINT: [['collector:4318', /must be an http or https address/]],
    OTEL_TRACES_EXPORTER: [['otpl', /has “otpl”: it takes otlp/]],
    OTEL_SDK_DISABLED: [['1', /must be true or false, not “1”/]],
    APP_DEVELOPER_NAME: [['x'.repeat(201), /200 characters at most, and has 201/]],
    APP_WEBSITE_URL: [['contoso', /must be an https address/]],
    APP_PRIVACY_URL: [['http://contoso.example', /must be an https address/]],
    APP_TERMS_URL: [['javascript:', /must be an https address/]],
  };
  for (const [name, all] of Object.entries(wrongs)) {
    for (const [value, why, given = {}] of all) {
      it(`refuse ${name}=${value.slice(0, 45).replace('\n', '\\n')}, by its name`, () => {
        const environment = { ...given, [name]: value };
        const { message } = failure(() =>
          // What only Teams' package takes is read only where that is made.
          /^APP_.*URL/.test(name)
            ? readPackageSettings({ ...identity, ...environment }, '1.0.0')
            : readConfig(environment),
        );
        const line = message.split('\n').find((each) => each.startsWith(`- ${name} `)) ?? assert.fail(message);
        assert.match(line, why);
        assert.doesNotMatch(message, /hunter2|wrong-place/);
      });
    }
  }

  it('leave a collector of traces in our own network alone', () => {
    assert.doesNotThrow(() =>
      readConfig({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://otel-collector:4318', OTEL_TRACES_EXPORTER: 'otlp, console' }),
    );
  });

  it('find the sandbox a port also beside the last one there is', () => {
    const { cloud } = readConfig({ PORT: '65535' });
    assert.ok('sandbox' in cloud);
    assert.deepEqual([cloud.sandbox.port, cloud.sandbox.isAnyPortFine], [0, true]);
  });

  it('refuse plain http anywhere but on this machine', () => {
    for (const url of ['http://graph.example', 'ftp://127.0.0.1', 'graph.microsoft.com', 'http://127.0.0.1.example']) {
      assert.match(
        failure(() => readConfig({ ...microsoft, GRAPH_URL: url })).message,
        /- GRAPH_URL must be an https address/,
      );
    }
  });

  it('refuse to be anonymous anywhere but on this machine', () => {
    for (const HOST of ['0.0.0.0', '::', '10.0.0.5', 'example.com']) {
      assert.match(failure(() => readConfig({ HOST })).message, /- HOST must be a loopback address/);
    }
    for (const HOST of ['127.0.0.1', 'localhost', '::1']) assert.equal(readConfig({ HOST }).host, HOST);
  });

  it('name what is missing from half an identity', () => {
    const { MicrosoftAppId } = identity;
    const { message } = failure(() => readConfig({ MicrosoftAppId, HOST: '0.0.0.0' }));
    assert.match(message, /- MicrosoftAppPassword is missing: a SingleTenant bot needs it/);
    assert.match(message, /- MicrosoftAppTenantId is missing/);
    const { bot } = readConfig({ ...identity, HOST: '0.0.0.0' });
    assert.equal(bot?.MicrosoftAppType, 'SingleTenant');
    // As tokens spell it.
    assert.equal(bot.MicrosoftAppId, MicrosoftAppId.toLowerCase());
  });

  it('start no bot without an identity at Microsoft, unless a setting says so by name, and then on this machine only', () => {
    const { MicrosoftAppId: _, MicrosoftAppPassword: __, MicrosoftAppTenantId: ___, ...anonymous } = microsoft;
    const { message } = failure(() => readConfig(anonymous));
    assert.match(message, /- MicrosoftAppId is missing: .*ALLOW_ANONYMOUS_BOT=true/);
    assert.match(failure(() => readConfig({ ...anonymous, ALLOW_ANONYMOUS_BOT: 'false' })).message, /MicrosoftAppId/);
    const allowed = { ...anonymous, ALLOW_ANONYMOUS_BOT: 'true' };
    assert.equal(readConfig(allowed).bot, undefined);
    assert.match(failure(() => readConfig({ ...allowed, HOST: '0.0.0.0' })).message, /- HOST must be a loopback/);
  });

  it('let a command beside the bot run before the bot has an identity, and nothing else that is wrong', () => {
    const { MicrosoftAppId: _, ...half } = microsoft;
    assert.ok('microsoft' in readCommandConfig(half).cloud);
    assert.match(
      failure(() => readCommandConfig({ ...half, TOKEN_KEY: 'x' })).message,
      /^the settings are wrong:\n- TOKEN_KEY [^\n]*$/,
    );
  });

  it('are all explained in .env.example, and nothing else is', () => {
    const text = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
    const named = [...text.matchAll(/^#? ?([A-Za-z][A-Za-z_]*)=/gm)].map(([, name]) => name);
    assert.deepEqual([...new Set(named)].sort(), [...settings].sort());
  });
});
