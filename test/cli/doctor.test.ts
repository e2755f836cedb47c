// All is well, or nobody is signed in as they should be: the doctor says so, and what to do.
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { TokenCache } from '../../src/microsoft/sign-in/token-cache.js';
import { Tokens } from '../../src/microsoft/sign-in/tokens.js';
import { TokenFolder } from '../../src/store/folder/token-folder.js';
import { clock, cure, DoctorBench, everything, groups, line } from '../support/doctor-bench.js';
import { en } from '../support/filled-by-hand.js';

const { findings } = en.checkup;

describe('the doctor', () => {
  let bench: DoctorBench;
  let sandbox: DoctorBench['sandbox'];
  let folder: string;

  beforeEach(async () => {
    bench = await DoctorBench.open();
    ({ sandbox, folder } = bench);
  });
  afterEach(() => bench.close());

  it('has a tick for everything that is good, and nothing to mend', async () => {
    const { text, exitCode } = await bench.doctor();
    assert.equal(exitCode, 0);
    assert.doesNotMatch(text, /❌|⚠️/);
    const year = findings.credentialLasts.found({ date: '22 November 2027', days: 365 });
    for (const [check, found] of [
      ['settings', findings.settingsWhole.found],
      ['signIn', findings.signedIn.found({ userName: 'gatehouse@northbridge.onmicrosoft.com', days: 90 })],
      ['mfa', findings.mfaSeen.found],
      ['graphPermissions', findings.permissionsGranted.found],
      ['adminAgents', findings.inAdminAgents.found],
      ['gdapServicePrincipal', findings.servicePrincipalThere.found],
      ['templateRoles', findings.rolesKnown.found({ count: 9 })],
      ['templateGroups', findings.groupsGood.foundNested({ count: 3 })],
      ['partnerCenter', findings.partnerCenterReached.found],
      ['appCredential', year],
      ['botIdentity', findings.botTokenGranted.found],
      ['botCredential', year],
      ['clock', findings.clockRight.found],
      ['dataFolder', findings.folderGood.found({ free: '30 GB', isHeld: false })],
      ['nodeVersion', findings.nodeSupported.found({ version: 'v24.11.0' })],
    ] as const) {
      assert.ok(text.split('\n').includes(line('✅', check, found)), `${found}\n${text}`);
    }
  });

  it('tells a sign-in without a second factor from everything else', async () => {
    sandbox.controls.setMfa(false);
    const { text, exitCode } = await bench.doctor();
    assert.ok(
      text.includes([line('❌', 'mfa', findings.mfaMissing.found), cure(findings.mfaMissing.cure)].join('\n')),
      text,
    );
    assert.match(findings.mfaMissing.cure, /npm run sign-in/);
    assert.doesNotMatch(text, /❌ (?!Multi)/);
    assert.equal(exitCode, 1);
  });

  it('says that the sign-in is over, and that nothing behind it could be looked at', async () => {
    await bench.doctor();
    sandbox.controls.revokeRefreshTokens();
    const { text, exitCode } = await bench.doctor();
    assert.match(text, /❌ Sign-in: [^\n]*\n {3}→ .*npm run sign-in/);
    assert.doesNotMatch(text, /❌ (?!Sign-in)/);
    assert.match(text, /🔎 [^\n]*AdminAgents/);
    assert.equal(exitCode, 1);
  });

  it('says what Microsoft has against the app’s secret', async () => {
    sandbox.controls.setSecretExpired(true);
    const { text, exitCode } = await bench.doctor();
    assert.ok(text.includes(line('❌', 'appCredential', findings.credentialRefused.found)), text);
    assert.match(text, /❌ App credentials: [^\n]*\n {3}→ .*has expired.*PARTNER_CLIENT_SECRET/);
    assert.doesNotMatch(text, /❌ (?!App credentials)/);
    assert.equal(exitCode, 1);
  });

  it('is not deceived by what the application may do without anybody', async () => {
    sandbox.controls.setApplicationPermissions({ graph: everything });
    sandbox.controls.setConsent({ graph: [] });
    const { text, exitCode } = await bench.doctor();
    assert.ok(
      text.includes(
        line(
          '❌',
          'graphPermissions',
          findings.permissionsMissing.found({ permissions: 'DelegatedAdminRelationship.ReadWrite.All' }),
        ),
      ),
      text,
    );
    assert.equal(exitCode, 1);
  });

  it('says that nobody has signed in yet', async () => {
    delete bench.environment.PARTNER_REFRESH_TOKEN;
    const { text, exitCode } = await bench.doctor();
    assert.ok(
      text.includes([line('❌', 'signIn', findings.signedOut.found), cure(findings.signedOut.cure)].join('\n')),
      text,
    );
    assert.match(findings.signedOut.cure, /npm run sign-in/);
    assert.doesNotMatch(text, /❌ (?!Sign-in)/);
    assert.equal(exitCode, 1);
  });

  it('leaves a bot that runs beside it signed in', async () => {
    const { tenantId, clientId, clientSecret: secret, refreshToken } = sandbox.credentials;
    const application = { tenantId, clientId, credential: { kind: 'secret', secret }, refreshToken } as const;
    const cache = new TokenCache(new TokenFolder(join(folder, 'data')), Buffer.alloc(32, 7));
    await mkdir(join(folder, 'data'), { mode: 0o700 });
    const tokens = new Tokens({ ...application, loginUrl: sandbox.url }, cache, clock, bench.log);
    await tokens.open();
    const scope = 'https://graph.microsoft.com/.default';
    await tokens.token(scope);
    assert.match((await bench.doctor()).text, /✅ AdminAgents/);
    tokens.drop(scope);
    await tokens.token(scope);
    assert.equal(tokens.signIn().failing, undefined);
    assert.match((await bench.doctor()).text, /✅ AdminAgents/);
  });

  it('asks for the permissions of groups only where groups are named', async () => {
    sandbox.controls.setConsent({ graph: ['DelegatedAdminRelationship.ReadWrite.All', 'Group.Read.All'] });
    assert.match((await bench.doctor()).text, /✅ Graph permissions/);
    bench.environment.VIEWERS = `group:${groups.security}`;
    const { text } = await bench.doctor();
    const permissions = findings.permissionForGroups({ name: 'User.ReadBasic.All' });
    assert.ok(text.includes(line('❌', 'graphPermissions', findings.permissionsMissing.found({ permissions }))), text);
  });
});
