// Which Microsoft the settings mean, and as whom the bot is connected to it.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/config/config.js';
import { aCertificate } from '../support/a-certificate.js';
import { alex, failure, microsoft as given, megan } from './given.js';

describe('the settings of the cloud', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-config-'));
  const template = join(folder, 'template.json');
  const microsoft = { ...given, ACCESS_TEMPLATE: template };

  before(() => {
    const groupId = 'B0000000-0000-4000-8000-000000000001';
    const assignments = [{ groupId, groupName: 'Desk', roles: ['exchange administrator'] }];
    writeFileSync(template, JSON.stringify({ durationDays: 730, autoExtend: true, requireAzure: false, assignments }));
  });

  after(() => rmSync(folder, { recursive: true }));

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
    const [template] = cloud.microsoft.templates.templates.values();
    assert.equal(template?.assignments[0]?.roles[0]?.name, 'Exchange Administrator');
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
      assert.equal(message.match(/ is missing: a sandbox that runs elsewhere requires it/g)?.length, 2);
    }
  });

  it('take exactly one credential of the app, and name those that are too many or missing', () => {
    const { PARTNER_CLIENT_SECRET: _, ...none } = microsoft;
    const all = /exactly one of PARTNER_CLIENT_SECRET, PARTNER_CLIENT_CERTIFICATE, PARTNER_MANAGED_IDENTITY/;
    assert.match(failure(() => readConfig(none)).message, all);
    const both = failure(() => readConfig({ ...microsoft, PARTNER_MANAGED_IDENTITY: 'system' })).message;
    assert.match(both, /- PARTNER_MANAGED_IDENTITY can’t be set together with PARTNER_CLIENT_SECRET/);
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
    assert.match(halfMessage, /- PARTNER_CLIENT_CERTIFICATE names .*app\.pem, which contains no private key/);
    assert.match(
      failure(() => credential({ PARTNER_CLIENT_CERTIFICATE: '/nowhere' })).message,
      /CERTIFICATE names \/nowhere, which doesn’t exist/,
    );
  });

  it('need no refresh token: whoever runs the bot signs it in', () => {
    const { PARTNER_REFRESH_TOKEN: _, ...none } = microsoft;
    assert.doesNotThrow(() => readConfig(none));
  });

  it('find the sandbox a port also beside the last one there is', () => {
    const { cloud } = readConfig({ PORT: '65535' });
    assert.ok('sandbox' in cloud);
    assert.deepEqual([cloud.sandbox.port, cloud.sandbox.isAnyPortFine], [0, true]);
    const wished = readConfig({ SANDBOX_PORT: '4000', SANDBOX_CUSTOMERS: '30' }).cloud;
    assert.ok('sandbox' in wished);
    assert.deepEqual(wished.sandbox, {
      port: 4000,
      isAnyPortFine: false,
      isBelievable: false,
      customers: 30,
      templates: undefined,
    });
  });
});
