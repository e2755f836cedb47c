// Which settings are taken, and is everything that is wrong told at once?
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../src/config.js';
import { ConfigError } from '../src/domain/errors.js';
import { settings } from '../src/settings.js';
import { aCertificate } from './support/a-certificate.js';

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

describe('the settings', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-config-'));
  const template = join(folder, 'template.json');
  const microsoft = {
    PARTNER_CLOUD: 'microsoft',
    PARTNER_TENANT_ID: 'AAAAAAAA-0000-4000-8000-000000000001',
    PARTNER_CLIENT_ID: 'client',
    PARTNER_CLIENT_SECRET: 'hunter2',
    PARTNER_REFRESH_TOKEN: 'refresh',
    TOKEN_KEY: Buffer.alloc(32).toString('base64'),
    ACCESS_TEMPLATE: template,
    ADMINS: ` ${alex} , ${megan},`,
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
    assert.deepEqual(credential({ PARTNER_MANAGED_IDENTITY: 'an-id' }), { kind: 'managedIdentity', clientId: 'an-id' });
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

  for (const [name, value, why] of [
    ['PORT', '99999', /from 0 to 65535/],
    ['PORT', '39x', /whole number/],
    ['RECONCILE_SECONDS', '0', /from 1/],
    ['PARTNER_CLOUD', 'Microsoft', /one of sandbox, microsoft/],
    ['MicrosoftAppType', 'singletenantt', /one of SingleTenant, MultiTenant, UserAssignedMsi/],
    ['LOG_LEVEL', 'verbose', /one of/],
    ['ACCESS_TEMPLATE', '/nowhere/template.json', /there is no such file/],
  ] as const) {
    it(`refuse ${name}=${value}`, () => {
      const { message } = failure(() => readConfig({ [name]: value }));
      assert.match(message, new RegExp(`- ${name} `));
      assert.match(message, why);
    });
  }

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
    const { message } = failure(() => readConfig({ MicrosoftAppId: 'x', HOST: '0.0.0.0' }));
    assert.match(message, /- MicrosoftAppPassword is missing: a SingleTenant bot needs it/);
    assert.match(message, /- MicrosoftAppTenantId is missing/);
    const whole = { MicrosoftAppId: 'x', MicrosoftAppPassword: 'y', MicrosoftAppTenantId: 'z', HOST: '0.0.0.0' };
    assert.equal(readConfig(whole).bot?.MicrosoftAppType, 'SingleTenant');
  });

  it('are all explained in .env.example, and nothing else is', () => {
    const text = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
    const named = [...text.matchAll(/^#? ?([A-Za-z][A-Za-z_]*)=/gm)].map(([, name]) => name);
    assert.deepEqual([...new Set(named)].sort(), [...settings].sort());
  });
});
