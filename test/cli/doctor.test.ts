// The doctor finds each thing that can be wrong, says it in plain words with its cure, and nothing else.

import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { examine } from '../../src/cli/examine.js';
import type { DataFolder } from '../../src/domain/health/checkup-machine.js';
import { TokenCache } from '../../src/microsoft/sign-in/token-cache.js';
import { Tokens } from '../../src/microsoft/sign-in/tokens.js';
import type { Clock } from '../../src/runtime/clock.js';
import type { Log } from '../../src/runtime/log.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.js';
import { inspectFolder as inspectRealFolder } from '../../src/store/inspect-folder.js';
import { en } from '../../src/views/words/en/index.js';

const now = '2026-11-22T10:00:00.000Z';
// Time stands still but for waiting, which is over at once.
const clock: Clock = {
  now: () => now,
  elapsedMs: () => Date.parse(now),
  after: () => () => undefined,
  pause: async () => undefined,
};
const errors: unknown[] = [];
const log: Log = { info: () => undefined, warn: () => undefined, error: (...line) => void errors.push(line) };
const groups = {
  serviceDesk: 'b0000000-0000-4000-8000-000000000001',
  security: 'b0000000-0000-4000-8000-000000000002',
  azure: 'b0000000-0000-4000-8000-000000000003',
};
const account = 'dddddddd-0000-4000-8000-000000000001';
const everything = [
  'DelegatedAdminRelationship.ReadWrite.All',
  'GroupMember.Read.All',
  'User.ReadBasic.All',
  'Application.Read.All',
];
const botId = 'eeeeeeee-1111-4000-8000-000000000001';
const botSecret = 'bot-secret-that-opens-nothing';

const { titles, findings, byHand } = en.checkup;
const { mayNotLook } = findings;
/** A finding's line, word for word, whose words the catalogue has. */
const line = (icon: string, check: keyof typeof titles, found: string) => `${icon} ${titles[check]}: ${found}`;
const cure = (text: string) => `   → ${text}`;

describe('the doctor', () => {
  let folder: string;
  let sandbox: Sandbox;
  let environment: Record<string, string>;
  let folderIs: Partial<DataFolder>;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gatehouse-doctor-'));
    folderIs = {};
    errors.length = 0;
    sandbox = await startSandbox({ now: () => new Date(now) });
    sandbox.controls.setConsent({ graph: everything });
    sandbox.controls.registerBot({ clientId: botId, clientSecret: botSecret });
    sandbox.controls.registerWebhook('http://127.0.0.1:3978/api/partner-center');
    const { url, credentials, accessTemplate } = sandbox;
    await writeFile(join(folder, 'template.json'), JSON.stringify(accessTemplate));
    environment = {
      PARTNER_CLOUD: 'sandbox',
      LOGIN_URL: url,
      GRAPH_URL: url,
      PARTNER_CENTER_URL: url,
      ADMIN_PORTAL_URL: url,
      PARTNER_TENANT_ID: credentials.tenantId,
      PARTNER_CLIENT_ID: credentials.clientId,
      PARTNER_CLIENT_SECRET: credentials.clientSecret,
      PARTNER_REFRESH_TOKEN: credentials.refreshToken,
      TOKEN_KEY: Buffer.alloc(32, 7).toString('base64'),
      ACCESS_TEMPLATE: join(folder, 'template.json'),
      DATA_DIR: join(folder, 'data'),
      MicrosoftAppId: botId,
      MicrosoftAppPassword: botSecret,
      MicrosoftAppTenantId: credentials.tenantId,
    };
  });

  afterEach(async () => {
    await sandbox.close();
    await rm(folder, { recursive: true, force: true });
  });

  const doctor = async (nodeVersion = 'v24.11.0') => {
    let text = '';
    const write = (more: string) => {
      text += more;
    };
    const exitCode = await examine(environment, { clock, log, nodeVersion, inspectFolder, write });
    assert.deepEqual(errors, []);
    for (const secret of [botSecret, sandbox.credentials.clientSecret, 'sandbox-rt-', 'eyJ']) {
      assert.ok(!text.includes(secret), secret);
    }
    return { text, exitCode, lines: text.trimEnd().split('\n') };
  };
  // The disk of the tests may be in memory, or in a container.
  const inspectFolder = async (path: string) => {
    const real = await inspectRealFolder(path);
    return { ...real, freeBytes: 30 * 1024 ** 3, isFleeting: false, ...folderIs };
  };
  /** What stands in one output and not in the other, without the sums at the end. */
  const newLines = (before: readonly string[], after: readonly string[]) =>
    after.filter((line) => !before.includes(line)).slice(0, -1);

  it('has a tick for everything that is good, and nothing to mend', async () => {
    const { text, exitCode } = await doctor();
    assert.equal(exitCode, 0);
    assert.doesNotMatch(text, /❌|⚠️/);
    const year = findings.credentialLasts.found({ date: '2027-11-22', days: 365 });
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

  interface Trouble {
    readonly what: string;
    readonly breaks: (sandbox: Sandbox) => void;
    readonly says: readonly string[];
    /** Default 1: something is wrong. */
    readonly exitCode?: 0;
  }

  const days = (count: number) => new Date(Date.parse(now) + count * 86_400_000).toISOString();
  const troubles: readonly Trouble[] = [
    {
      what: 'an account that is not in AdminAgents',
      breaks: ({ controls }) => {
        controls.setGroupMembers('b0000000-0000-4000-8000-000000000009', Object.values(groups));
        // Which is in AdminAgents as well.
        controls.setGroupMembers(groups.azure, []);
      },
      says: [line('❌', 'adminAgents', findings.notInAdminAgents.found), cure(findings.notInAdminAgents.cure)],
    },
    {
      what: 'a tenant without AdminAgents',
      breaks: ({ controls }) => controls.removeGroup('b0000000-0000-4000-8000-000000000009'),
      says: [
        line('❌', 'adminAgents', findings.noAdminAgents.found),
        cure(findings.noAdminAgents.cure),
        // Without it there is nothing that the groups could be in.
        line('✅', 'templateGroups', findings.groupsGood.found({ count: 3 })),
      ],
    },
    {
      what: 'a service principal that nobody has provisioned',
      breaks: ({ controls }) => controls.setGdapServicePrincipal(false),
      says: [
        line('⚠️', 'gdapServicePrincipal', findings.servicePrincipalMissing.found),
        cure(findings.servicePrincipalMissing.cure),
      ],
      exitCode: 0,
    },
    {
      what: 'a group that is gone',
      breaks: ({ controls }) => controls.removeGroup(groups.security),
      says: [
        line('❌', 'templateGroups', findings.groupMissing.found({ group: 'Security', id: groups.security })),
        cure(findings.groupMissing.cure),
      ],
    },
    {
      what: 'a group that is no security group',
      breaks: ({ controls }) => controls.setGroup(groups.serviceDesk, { isSecurity: false }),
      says: [
        line('❌', 'templateGroups', findings.groupNotSecurity.found({ group: 'Service Desk' })),
        cure(findings.groupNotSecurity.cure),
      ],
    },
    {
      what: 'a group of another name',
      breaks: ({ controls }) => controls.setGroup(groups.serviceDesk, { name: 'Old \u001b[31mdesk\n' }),
      // What a terminal would obey does not get there.
      says: [
        line(
          '⚠️',
          'templateGroups',
          findings.groupNamedOtherwise.found({ group: 'Service Desk', directoryName: 'Old [31mdesk' }),
        ),
        cure(findings.groupNamedOtherwise.cure),
      ],
      exitCode: 0,
    },
    {
      what: 'a group outside AdminAgents',
      breaks: ({ controls }) =>
        controls.setGroupMembers('b0000000-0000-4000-8000-000000000009', [account, groups.azure, groups.security]),
      says: [
        line('⚠️', 'templateGroups', findings.groupNotNested.found({ group: 'Service Desk' })),
        cure(findings.groupNotNested.cure),
      ],
      exitCode: 0,
    },
    {
      what: 'no group in AdminAgents',
      breaks: ({ controls }) => controls.setGroupMembers('b0000000-0000-4000-8000-000000000009', [account]),
      says: [line('❌', 'templateGroups', findings.noGroupNested.found), cure(findings.noGroupNested.cure)],
    },
    {
      what: 'an indirect reseller',
      breaks: ({ controls }) => controls.setBehaviour({ indirectReseller: true }),
      says: [
        line('❌', 'partnerCenter', findings.partnerCenterClosed.found),
        cure(findings.partnerCenterClosed.cure),
        line('🔎', 'webhooks', mayNotLook.found),
        cure(byHand.webhooks),
      ],
    },
    {
      what: 'events that go to another product',
      breaks: ({ controls }) => controls.registerWebhook('https://other.example/hook?key=secret'),
      says: [
        line('⚠️', 'webhooks', findings.webhookElsewhere.found({ host: 'other.example' })),
        cure(findings.webhookElsewhere.cure),
      ],
      exitCode: 0,
    },
    {
      what: 'no consent for Partner Center',
      breaks: ({ controls }) => controls.setConsent({ partnerCenter: [] }),
      says: [
        line('❌', 'partnerCenter', findings.partnerCenterNoConsent.found),
        cure(findings.partnerCenterNoConsent.cure),
      ],
    },
    {
      what: 'no consent for what everything takes',
      breaks: ({ controls }) => controls.setConsent({ graph: everything.slice(1) }),
      says: [
        line(
          '❌',
          'graphPermissions',
          findings.permissionsMissing.found({ permissions: 'DelegatedAdminRelationship.ReadWrite.All' }),
        ),
        cure(findings.permissionsMissing.cure),
      ],
    },
    {
      what: 'no consent for what only the doctor wishes for',
      breaks: ({ controls }) => controls.setConsent({ graph: everything.slice(0, 3) }),
      says: [
        `🔎 ${titles.gdapServicePrincipal}, ${titles.appCredential}, ${titles.botCredential}: ${mayNotLook.found}`,
        cure([byHand.gdapServicePrincipal, byHand.appCredential, byHand.botCredential].join(' ')),
      ],
      exitCode: 0,
    },
    {
      what: 'an app’s secret that ends in 30 days',
      breaks: ({ controls }) => controls.setSecretEnd(days(30)),
      says: [
        line('⚠️', 'appCredential', findings.credentialEnds.found({ date: '2026-12-22', days: 30 })),
        cure(findings.credentialEnds.cure({ setting: findings.secretOrCertificate })),
      ],
      exitCode: 0,
    },
    {
      what: 'an app’s secret that ends tonight',
      breaks: ({ controls }) => controls.setSecretEnd(days(0.5)),
      says: [
        line('❌', 'appCredential', findings.credentialEnds.found({ date: '2026-11-22', days: 0 })),
        cure(findings.credentialEnds.cure({ setting: findings.secretOrCertificate })),
      ],
    },
    {
      what: 'a bot’s secret that ends in a week',
      breaks: ({ controls }) =>
        controls.registerBot({ clientId: botId, clientSecret: botSecret, secretEndsAt: days(7) }),
      says: [
        line('⚠️', 'botCredential', findings.credentialEnds.found({ date: '2026-11-29', days: 7 })),
        cure(findings.credentialEnds.cure({ setting: 'MicrosoftAppPassword' })),
      ],
      exitCode: 0,
    },
    {
      what: 'a bot’s secret that has ended',
      breaks: ({ controls }) =>
        controls.registerBot({ clientId: botId, clientSecret: botSecret, secretEndsAt: days(-1) }),
      says: [
        line('❌', 'botIdentity', findings.botSecretEnded.found),
        cure(findings.botSecretEnded.cure),
        line('❌', 'botCredential', findings.credentialEnded.found({ date: '2026-11-21' })),
        cure(findings.credentialEnded.cure({ setting: 'MicrosoftAppPassword' })),
      ],
    },
    {
      what: 'a bot’s secret that is another one',
      breaks: ({ controls }) => controls.registerBot({ clientId: botId, clientSecret: 'something else' }),
      says: [
        line('❌', 'botIdentity', findings.botSecretWrong.found),
        cure(findings.botSecretWrong.cure),
        line('⚠️', 'botCredential', findings.credentialNotListed.found),
        cure(findings.credentialNotListed.cure({ byHand: byHand.botCredential })),
      ],
    },
    {
      what: 'a bot that the tenant does not know',
      breaks: ({ controls }) =>
        controls.registerBot({ clientId: 'eeeeeeee-1111-4000-8000-000000000002', clientSecret: botSecret }),
      says: [
        line('❌', 'botIdentity', findings.botAppUnknown.found),
        cure(findings.botAppUnknown.cure),
        line('🔎', 'botCredential', findings.appElsewhere.found),
        cure(byHand.botCredential),
      ],
    },
    {
      what: 'a bot whose tenant there is not',
      breaks: () => {
        environment.MicrosoftAppTenantId = 'eeeeeeee-1111-4000-8000-000000000003';
      },
      says: [line('❌', 'botIdentity', findings.botTenantUnknown.found), cure(findings.botTenantUnknown.cure)],
    },
    {
      what: 'a clock that is two minutes slow',
      breaks: ({ controls }) => controls.setBehaviour({ clockAheadSeconds: 120 }),
      says: [
        line('⚠️', 'clock', findings.clockOff.found({ seconds: 120, minutes: 2, unit: 'minutes', direction: 'behind' })),
        cure(findings.clockOff.cure),
      ],
      exitCode: 0,
    },
    {
      what: 'a clock that is ten minutes fast',
      breaks: ({ controls }) => controls.setBehaviour({ clockAheadSeconds: -602 }),
      says: [
        line(
          '❌',
          'clock',
          findings.clockOff.found({ seconds: 602, minutes: 10, unit: 'minutes', direction: 'ahead' }),
        ),
        cure(findings.clockOff.cure),
      ],
    },
    {
      what: 'a call that Microsoft does not answer',
      breaks: ({ controls }) => controls.failNext({ path: '/v1.0/servicePrincipals', status: 503, times: 3 }),
      says: [
        line('🔎', 'gdapServicePrincipal', en.problems.noUsableAnswer.cause),
        cure(en.problems.noUsableAnswer.cure),
      ],
      exitCode: 0,
    },
    {
      what: 'a call for which Microsoft is too busy',
      breaks: ({ controls }) => controls.failNext({ path: '/v1/customers', status: 429, retryAfterSeconds: 60 }),
      says: [line('🔎', 'partnerCenter', en.problems.throttled.cause), cure(en.problems.throttled.cure)],
      exitCode: 0,
    },
  ];

  for (const { what, breaks, says, exitCode = 1 } of troubles) {
    it(`finds ${what}, and nothing else`, async () => {
      const before = await doctor();
      breaks(sandbox);
      const after = await doctor();
      const found = newLines(before.lines, after.lines);
      assert.equal(found.length, says.length, found.join('\n'));
      assert.deepEqual(found, says);
      assert.equal(after.exitCode, exitCode);
    });
  }

  it('tells a sign-in without a second factor from everything else', async () => {
    sandbox.controls.setMfa(false);
    const { text, exitCode } = await doctor();
    assert.ok(
      text.includes([line('❌', 'mfa', findings.mfaMissing.found), cure(findings.mfaMissing.cure)].join('\n')),
      text,
    );
    assert.match(findings.mfaMissing.cure, /npm run sign-in/);
    assert.doesNotMatch(text, /❌ (?!Multi)/);
    assert.equal(exitCode, 1);
  });

  it('says that the sign-in is over, and that nothing behind it could be looked at', async () => {
    await doctor();
    sandbox.controls.revokeRefreshTokens();
    const { text, exitCode } = await doctor();
    assert.match(text, /❌ Sign-in: [^\n]*\n {3}→ .*npm run sign-in/);
    assert.doesNotMatch(text, /❌ (?!Sign-in)/);
    assert.match(text, /🔎 [^\n]*AdminAgents/);
    assert.equal(exitCode, 1);
  });

  it('says what Microsoft has against the app’s secret', async () => {
    sandbox.controls.setSecretExpired(true);
    const { text, exitCode } = await doctor();
    assert.ok(text.includes(line('❌', 'appCredential', findings.credentialRefused.found)), text);
    assert.match(text, /❌ App credentials: [^\n]*\n {3}→ .*has expired.*PARTNER_CLIENT_SECRET/);
    assert.doesNotMatch(text, /❌ (?!App credentials)/);
    assert.equal(exitCode, 1);
  });

  it('is not deceived by what the application may do without anybody', async () => {
    sandbox.controls.setApplicationPermissions({ graph: everything });
    sandbox.controls.setConsent({ graph: [] });
    const { text, exitCode } = await doctor();
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
    delete environment.PARTNER_REFRESH_TOKEN;
    const { text, exitCode } = await doctor();
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
    const cache = new TokenCache(join(folder, 'data', 'tokens.bin'), Buffer.alloc(32, 7));
    await mkdir(join(folder, 'data'), { mode: 0o700 });
    const tokens = new Tokens({ ...application, loginUrl: sandbox.url }, cache, clock, log);
    await tokens.open();
    const scope = 'https://graph.microsoft.com/.default';
    await tokens.token(scope);
    assert.match((await doctor()).text, /✅ AdminAgents/);
    tokens.drop(scope);
    await tokens.token(scope);
    assert.equal(tokens.signIn().failing, undefined);
    assert.match((await doctor()).text, /✅ AdminAgents/);
  });

  it('asks for the permissions of groups only where groups are named', async () => {
    sandbox.controls.setConsent({ graph: ['DelegatedAdminRelationship.ReadWrite.All', 'Group.Read.All'] });
    assert.match((await doctor()).text, /✅ Graph permissions/);
    environment.VIEWERS = `group:${groups.security}`;
    const { text } = await doctor();
    const permissions = findings.permissionForGroups({ name: 'User.ReadBasic.All' });
    assert.ok(text.includes(line('❌', 'graphPermissions', findings.permissionsMissing.found({ permissions }))), text);
  });

  it('says what is wrong with half-filled settings, and checks what they allow', async () => {
    delete environment.MicrosoftAppPassword;
    environment.PORT = 'x';
    const { text, exitCode } = await doctor();
    assert.equal(exitCode, 1);
    assert.match(text, /❌ Settings: PORT must be a whole number[^\n]*\n❌ Settings: MicrosoftAppPassword is missing/);
    assert.ok(text.includes(line('🔎', 'botIdentity', findings.settingsInTheWay.found)), text);
    assert.ok(text.includes(line('✅', 'adminAgents', findings.inAdminAgents.found)), text);
  });

  it('leaves Microsoft alone where the settings for it are not whole', async () => {
    delete environment.PARTNER_CLIENT_ID;
    const { text } = await doctor();
    assert.match(text, /❌ Settings: PARTNER_CLIENT_ID is missing/);
    assert.ok(text.includes(line('🔎', 'microsoft', findings.settingsInTheWay.found)), text);
    assert.ok(text.includes(line('✅', 'botIdentity', findings.botTokenGranted.found)), text);
    assert.deepEqual(
      sandbox.controls.requests().filter(({ path }) => !path.includes('/oauth2/')),
      [],
    );
  });

  it('tells a key that does not fit from everything else', async () => {
    await doctor();
    environment.TOKEN_KEY = Buffer.alloc(32, 8).toString('base64');
    const { text, exitCode } = await doctor();
    assert.match(text, /❌ Settings: [^\n]*another TOKEN_KEY/);
    assert.equal(exitCode, 1);
  });

  it('finds nothing wrong with what it cannot reach', async () => {
    await sandbox.close();
    const { text, exitCode } = await doctor();
    assert.match(text, new RegExp(`🔎 ${titles.signIn}, ${titles.mfa}, [^\\n]*: ${en.problems.noUsableAnswer.cause}`));
    assert.doesNotMatch(text, /❌/);
    assert.equal(exitCode, 0);
  });

  it('makes few calls', async () => {
    await doctor();
    const calls = sandbox.controls.requests().filter(({ path }) => !path.includes('/oauth2/'));
    // AdminAgents and the account in it, two for each of three groups, a service principal, two applications, Partner Center, its
    // registration and the events that it offers.
    assert.equal(calls.length, 14);
  });

  it('looks at a sandbox that comes along only through the bot', async () => {
    environment = { DATA_DIR: join(folder, 'data') };
    const { text, exitCode } = await doctor();
    assert.ok(
      text.includes(
        [line('🔎', 'microsoft', findings.comesWithTheBot.found), cure(findings.comesWithTheBot.cure)].join('\n'),
      ),
      text,
    );
    assert.ok(text.includes(line('✅', 'botIdentity', findings.botAnonymous.found)), text);
    assert.ok(text.includes(line('✅', 'dataFolder', findings.folderAbsent.found)), text);
    assert.equal(exitCode, 0);
    assert.deepEqual(await readdir(folder), ['template.json']);
  });

  it('says that no one may do anything where the lists of people are empty, and ends with 1', async () => {
    const { ADMINS: _, OPERATORS: __, VIEWERS: ___, ...nobody } = environment;
    environment = { ...nobody, PARTNER_CLOUD: 'microsoft' };
    const { text, exitCode } = await doctor();
    assert.ok(
      text.includes([line('❌', 'people', findings.nobodyMay.found), cure(findings.nobodyMay.cure)].join('\n')),
      text,
    );
    assert.equal(exitCode, 1);
    environment.ADMINS = '00000000-0000-4000-8000-000000000020';
    assert.match((await doctor()).text, /✅ Roles: /);
  });

  it('says that an anonymous bot at Microsoft starts only by name, and warns of it then', async () => {
    const { MicrosoftAppId: _, MicrosoftAppPassword: __, MicrosoftAppTenantId: ___, ...rest } = environment;
    environment = { ...rest, PARTNER_CLOUD: 'microsoft', ADMINS: '00000000-0000-4000-8000-000000000020' };
    const refused = await doctor();
    assert.match(refused.text, /❌ Settings?: [^❌]*MicrosoftAppId is missing: [^\n]*ALLOW_ANONYMOUS_BOT=true/);
    assert.equal(refused.exitCode, 1);
    environment.ALLOW_ANONYMOUS_BOT = 'true';
    const allowed = await doctor();
    assert.ok(
      allowed.text.includes(
        [line('⚠️', 'botIdentity', findings.botAnonymous.foundExposed), cure(findings.botAnonymous.cure)].join('\n'),
      ),
      allowed.text,
    );
    assert.equal(allowed.exitCode, 0);
  });

  it('says when Node.js is too old, or no longer looked after', async () => {
    const ended = await doctor('v20.20.2');
    assert.ok(
      ended.text.includes(line('⚠️', 'nodeVersion', findings.nodeEnded.found({ version: 'v20.20.2' }))),
      ended.text,
    );
    const { text, exitCode } = await doctor('v18.20.8');
    assert.ok(text.includes(line('❌', 'nodeVersion', findings.nodeTooOld.found({ version: 'v18.20.8' }))), text);
    assert.equal(exitCode, 1);
  });

  it('says what the data folder lacks', async () => {
    const cases: readonly [Partial<DataFolder>, string, string][] = [
      [{ access: 'none' }, '❌', findings.folderNotWritable.found],
      [{ isFleeting: true }, '⚠️', findings.folderFleeting.found],
      [{ isOpenToOthers: true }, '⚠️', findings.folderOpenToOthers.found],
      [{ freeBytes: 50 * 1024 ** 2 }, '⚠️', findings.folderFilling.found({ free: '50 MB' })],
      [{ isHeld: true }, '✅', findings.folderGood.found({ free: '30 GB', isHeld: true })],
    ];
    for (const [folder, icon, found] of cases) {
      folderIs = folder;
      const { text } = await doctor();
      assert.ok(text.includes(line(icon, 'dataFolder', found)), text);
    }
  });
});
