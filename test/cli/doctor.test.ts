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
    for (const line of [
      '✅ Settings: They are whole.',
      '✅ Sign-in: gatehouse@northbridge.onmicrosoft.com; it lasts 90 days from now without being used.',
      '✅ Multifactor authentication: The sign-in was made with a second factor.',
      '✅ Graph permissions: The app may do all that it has to.',
      '✅ AdminAgents: The account is in it.',
      '✅ GDAP service principal: “Partner Customer Delegated Administration” is in your tenant.',
      '✅ Roles of the template: 9 roles, all known.',
      '✅ Groups of the template: 3 groups, all there and in AdminAgents.',
      '✅ Partner Center: Its API lets Gatehouse in.',
      '✅ App’s secret: Good until 2027-11-22, 365 days from now.',
      '✅ Bot’s identity: The bot has one, and its secret opens the door.',
      '✅ Bot’s secret: Good until 2027-11-22, 365 days from now.',
      '✅ Clock: It agrees with Microsoft’s.',
      /✅ Data folder: It can be written, with 30 GB free\./,
      '✅ Node.js: v24.11.0 is supported.',
    ]) {
      if (typeof line === 'string') assert.ok(text.includes(line), `${line}\n${text}`);
      else assert.match(text, line);
    }
  });

  interface Trouble {
    readonly what: string;
    readonly breaks: (sandbox: Sandbox) => void;
    readonly says: readonly RegExp[];
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
      says: [
        /^❌ AdminAgents: The account is not in AdminAgents, so it may not manage any customer\.$/,
        /^ {3}→ In Entra/,
      ],
    },
    {
      what: 'a tenant without AdminAgents',
      breaks: ({ controls }) => controls.removeGroup('b0000000-0000-4000-8000-000000000009'),
      says: [
        /^❌ AdminAgents: Your tenant has no group AdminAgents/,
        /^ {3}→ Check that PARTNER_TENANT_ID/,
        // Without it there is nothing that the groups could be in.
        /^✅ Groups of the template: 3 groups, all there\.$/,
      ],
    },
    {
      what: 'a service principal that nobody has provisioned',
      breaks: ({ controls }) => controls.setGdapServicePrincipal(false),
      says: [/^⚠️ GDAP service principal: .* is not in your tenant/, /^ {3}→ .*az ad sp create --id 2832473f/],
      exitCode: 0,
    },
    {
      what: 'a group that is gone',
      breaks: ({ controls }) => controls.removeGroup(groups.security),
      says: [
        /^❌ Groups of the template: “Security” \(b0000000-[-\d]*2\) does not exist\.$/,
        /^ {3}→ Put the object id/,
      ],
    },
    {
      what: 'a group that is no security group',
      breaks: ({ controls }) => controls.setGroup(groups.serviceDesk, { isSecurity: false }),
      says: [/^❌ Groups of the template: “Service Desk” is no security group/, /^ {3}→ Make a security group/],
    },
    {
      what: 'a group of another name',
      breaks: ({ controls }) => controls.setGroup(groups.serviceDesk, { name: 'Old \u001b[31mdesk\n' }),
      // What a terminal would obey does not get there.
      says: [
        /^⚠️ Groups of the template: “Service Desk” of the template is called “Old \[31mdesk” in Entra\.$/,
        /^ {3}→ Check/,
      ],
      exitCode: 0,
    },
    {
      what: 'a group outside AdminAgents',
      breaks: ({ controls }) =>
        controls.setGroupMembers('b0000000-0000-4000-8000-000000000009', [account, groups.azure, groups.security]),
      says: [/^⚠️ Groups of the template: “Service Desk” is not in AdminAgents/, /^ {3}→ If they are to/],
      exitCode: 0,
    },
    {
      what: 'no group in AdminAgents',
      breaks: ({ controls }) => controls.setGroupMembers('b0000000-0000-4000-8000-000000000009', [account]),
      says: [/^❌ Groups of the template: The template wants Azure, and none of its groups/, /^ {3}→ In Entra/],
    },
    {
      what: 'an indirect reseller',
      breaks: ({ controls }) => controls.setBehaviour({ indirectReseller: true }),
      says: [
        /^❌ Partner Center: Its API doesn’t let Gatehouse in \(403 1002\), as is so for every indirect reseller\. .*manages none/,
        /^ {3}→ An indirect reseller manages its customers in Partner Center/,
        /^🔎 Partner Center events: Gatehouse may not look at this/,
        /^ {3}→ “npm run webhooks” shows/,
      ],
    },
    {
      what: 'events that go to another product',
      breaks: ({ controls }) => controls.registerWebhook('https://other.example/hook?key=secret'),
      says: [/^⚠️ Partner Center events: .*other\.example(?!\/hook)/, /^ {3}→ .*--take-over/],
      exitCode: 0,
    },
    {
      what: 'no consent for Partner Center',
      breaks: ({ controls }) => controls.setConsent({ partnerCenter: [] }),
      says: [/^❌ Partner Center: Nobody has consented to .*user_impersonation/, /^ {3}→ A global administrator/],
    },
    {
      what: 'no consent for what everything takes',
      breaks: ({ controls }) => controls.setConsent({ graph: everything.slice(1) }),
      says: [
        /^❌ Graph permissions: The app may not yet use DelegatedAdminRelationship\.ReadWrite\.All\.$/,
        /^ {3}→ A global administrator/,
      ],
    },
    {
      what: 'no consent for what only the doctor wishes for',
      breaks: ({ controls }) => controls.setConsent({ graph: everything.slice(0, 3) }),
      says: [
        /^🔎 GDAP service principal, app’s secret, bot’s secret: Gatehouse may not look at this, which says nothing/,
        /^ {3}→ Look in Entra under Enterprise applications .* your app, Certificates .* the bot’s app, Certificates/,
      ],
      exitCode: 0,
    },
    {
      what: 'an app’s secret that ends in 30 days',
      breaks: ({ controls }) => controls.setSecretEnd(days(30)),
      says: [/^⚠️ App’s secret: It ends on 2026-12-22, 30 days from now\.$/, /^ {3}→ Make a new one in Entra/],
      exitCode: 0,
    },
    {
      what: 'an app’s secret that ends tonight',
      breaks: ({ controls }) => controls.setSecretEnd(days(0.5)),
      says: [/^❌ App’s secret: It ends on 2026-11-22, within a day\.$/, /^ {3}→ Make a new one/],
    },
    {
      what: 'a bot’s secret that ends in a week',
      breaks: ({ controls }) =>
        controls.registerBot({ clientId: botId, clientSecret: botSecret, secretEndsAt: days(7) }),
      says: [/^⚠️ Bot’s secret: It ends on 2026-11-29, 7 days from now\.$/, /^ {3}→ .*MicrosoftAppPassword/],
      exitCode: 0,
    },
    {
      what: 'a bot’s secret that has ended',
      breaks: ({ controls }) =>
        controls.registerBot({ clientId: botId, clientSecret: botSecret, secretEndsAt: days(-1) }),
      says: [
        /^❌ Bot’s identity: The bot’s secret has expired, so the bot cannot answer\.$/,
        /^ {3}→ Make a new one in Entra/,
        /^❌ Bot’s secret: It ended on 2026-11-21\.$/,
        /^ {3}→ Make a new one/,
      ],
    },
    {
      what: 'a bot’s secret that is another one',
      breaks: ({ controls }) => controls.registerBot({ clientId: botId, clientSecret: 'something else' }),
      says: [
        /^❌ Bot’s identity: Microsoft does not accept the bot’s secret/,
        /^ {3}→ Put the secret’s value/,
        /^⚠️ Bot’s secret: Entra lists no secret of the app that begins like the one in the settings\.$/,
        /^ {3}→ It may have been deleted\. Look in Entra/,
      ],
    },
    {
      what: 'a bot that the tenant does not know',
      breaks: ({ controls }) =>
        controls.registerBot({ clientId: 'eeeeeeee-1111-4000-8000-000000000002', clientSecret: botSecret }),
      says: [
        /^❌ Bot’s identity: The tenant has no application with the bot’s id\.$/,
        /^ {3}→ Check MicrosoftAppId/,
        /^🔎 Bot’s secret: The app is not registered in your own tenant/,
        /^ {3}→ Look in Entra/,
      ],
    },
    {
      what: 'a bot whose tenant there is not',
      breaks: () => {
        environment.MicrosoftAppTenantId = 'eeeeeeee-1111-4000-8000-000000000003';
      },
      says: [/^❌ Bot’s identity: There is no tenant with the bot’s tenant id\.$/, /^ {3}→ Check MicrosoftAppTenantId/],
    },
    {
      what: 'a clock that is two minutes slow',
      breaks: ({ controls }) => controls.setBehaviour({ clockAheadSeconds: 120 }),
      says: [/^⚠️ Clock: It is 2 minutes behind Microsoft’s/, /^ {3}→ Let the machine set its clock/],
      exitCode: 0,
    },
    {
      what: 'a clock that is ten minutes fast',
      breaks: ({ controls }) => controls.setBehaviour({ clockAheadSeconds: -602 }),
      says: [/^❌ Clock: It is 10 minutes ahead of Microsoft’s/, /^ {3}→ Let the machine set its clock/],
    },
    {
      what: 'a call that Microsoft does not answer',
      breaks: ({ controls }) => controls.failNext({ path: '/v1.0/servicePrincipals', status: 503, times: 3 }),
      says: [/^🔎 GDAP service principal: Microsoft did not answer/, /^ {3}→ It usually passes by itself/],
      exitCode: 0,
    },
    {
      what: 'a call for which Microsoft is too busy',
      breaks: ({ controls }) => controls.failNext({ path: '/v1/customers', status: 429, retryAfterSeconds: 60 }),
      says: [/^🔎 Partner Center: Microsoft is busy with our requests\.$/, /^ {3}→ It passes by itself/],
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
      for (const [index, line] of says.entries()) assert.match(found[index] ?? '', line);
      assert.equal(after.exitCode, exitCode);
    });
  }

  it('tells a sign-in without a second factor from everything else', async () => {
    sandbox.controls.setMfa(false);
    const { text, exitCode } = await doctor();
    assert.match(
      text,
      /❌ Multifactor authentication: The sign-in was made without a second factor[^\n]*\n {3}→ .*sign-in/,
    );
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
    assert.match(
      text,
      /❌ App’s secret: Microsoft does not accept it[^\n]*\n {3}→ .*has expired.*PARTNER_CLIENT_SECRET/,
    );
    assert.doesNotMatch(text, /❌ (?!App’s)/);
    assert.equal(exitCode, 1);
  });

  it('is not deceived by what the application may do without anybody', async () => {
    sandbox.controls.setApplicationPermissions({ graph: everything });
    sandbox.controls.setConsent({ graph: [] });
    const { text, exitCode } = await doctor();
    assert.match(text, /❌ Graph permissions: The app may not yet use DelegatedAdminRelationship\.ReadWrite\.All\./);
    assert.equal(exitCode, 1);
  });

  it('says that nobody has signed in yet', async () => {
    delete environment.PARTNER_REFRESH_TOKEN;
    const { text, exitCode } = await doctor();
    assert.match(text, /❌ Sign-in: Nobody has signed Gatehouse in to Microsoft\.\n {3}→ .*npm run sign-in/);
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
    assert.match(
      (await doctor()).text,
      /❌ Graph permissions: The app may not yet use User\.ReadBasic\.All \(which groups in ADMINS/,
    );
  });

  it('says what is wrong with half-filled settings, and checks what they allow', async () => {
    delete environment.MicrosoftAppPassword;
    environment.PORT = 'x';
    const { text, exitCode } = await doctor();
    assert.equal(exitCode, 1);
    assert.match(text, /❌ Settings: PORT must be a whole number[^\n]*\n❌ Settings: MicrosoftAppPassword is missing/);
    assert.match(text, /🔎 Bot’s identity: Nobody was asked/);
    assert.match(text, /✅ AdminAgents: The account is in it\./);
  });

  it('leaves Microsoft alone where the settings for it are not whole', async () => {
    delete environment.PARTNER_CLIENT_ID;
    const { text } = await doctor();
    assert.match(text, /❌ Settings: PARTNER_CLIENT_ID is missing/);
    assert.match(text, /🔎 Microsoft: Nobody was asked/);
    assert.match(text, /✅ Bot’s identity: The bot has one, and its secret opens the door\./);
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
    assert.match(text, /🔎 Sign-in, multifactor authentication, [^\n]*: Microsoft did not answer/);
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
    assert.match(text, /🔎 Microsoft: The sandbox comes along with the bot[^\n]*\n {3}→ Say \/status/);
    assert.match(text, /✅ Bot’s identity: The bot is anonymous/);
    assert.match(text, /✅ Data folder: It is not there yet/);
    assert.equal(exitCode, 0);
    assert.deepEqual(await readdir(folder), ['template.json']);
  });

  it('says that no one may do anything where the lists of people are empty, and ends with 1', async () => {
    const { ADMINS: _, OPERATORS: __, VIEWERS: ___, ...nobody } = environment;
    environment = { ...nobody, PARTNER_CLOUD: 'microsoft' };
    const { text, exitCode } = await doctor();
    assert.match(text, /❌ People: No one may do anything[^\n]*\n {3}→ Put your Entra object ID into ADMINS/);
    assert.equal(exitCode, 1);
    environment.ADMINS = '00000000-0000-4000-8000-000000000020';
    assert.match((await doctor()).text, /✅ People: /);
  });

  it('says that an anonymous bot at Microsoft starts only by name, and warns of it then', async () => {
    const { MicrosoftAppId: _, MicrosoftAppPassword: __, MicrosoftAppTenantId: ___, ...rest } = environment;
    environment = { ...rest, PARTNER_CLOUD: 'microsoft', ADMINS: '00000000-0000-4000-8000-000000000020' };
    const refused = await doctor();
    assert.match(refused.text, /❌ Settings?: [^❌]*MicrosoftAppId is missing: [^\n]*ALLOW_ANONYMOUS_BOT=true/);
    assert.equal(refused.exitCode, 1);
    environment.ALLOW_ANONYMOUS_BOT = 'true';
    const allowed = await doctor();
    assert.match(
      allowed.text,
      /⚠️ Bot’s identity: The bot is anonymous \(ALLOW_ANONYMOUS_BOT\).*\n {3}→ Set MicrosoftAppId/,
    );
    assert.equal(allowed.exitCode, 0);
  });

  it('says when Node.js is too old, or no longer looked after', async () => {
    assert.match((await doctor('v20.20.2')).text, /⚠️ Node\.js: v20\.20\.2 gets no security fixes any more\./);
    const { text, exitCode } = await doctor('v18.20.8');
    assert.match(text, /❌ Node\.js: v18\.20\.8 is too old for Gatehouse\./);
    assert.equal(exitCode, 1);
  });

  it('says what the data folder lacks', async () => {
    folderIs = { access: 'none' };
    assert.match((await doctor()).text, /❌ Data folder: It cannot be written/);
    folderIs = { isFleeting: true };
    assert.match((await doctor()).text, /⚠️ Data folder: It is in memory or in a container’s own layer/);
    folderIs = { isOpenToOthers: true };
    assert.match((await doctor()).text, /⚠️ Data folder: Other users of this machine may put files into it\./);
    folderIs = { freeBytes: 50 * 1024 ** 2 };
    assert.match((await doctor()).text, /⚠️ Data folder: Only 50 MB are free on its disk\./);
    folderIs = { isHeld: true };
    assert.match((await doctor()).text, /✅ Data folder: It can be written[^\n]*; Gatehouse is running on it\./);
  });
});
