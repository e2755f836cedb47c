// A setup from nothing to a complete .env, and another one after it.
import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { readSettings } from '../../src/config/config.js';
import { Questions } from '../../src/setup/questions.js';
import { aTemplateText, endpoint, SetupBench, usualArguments } from '../support/setup-bench.js';
import { microsoftApps, tenantId } from '../support/stand-in-az.mjs';

describe('a setup from nothing', () => {
  let bench: SetupBench;
  before(async () => {
    bench = new SetupBench();
    bench.write(bench.templatePath, aTemplateText());
    await bench.run({ args: [...usualArguments, '--template', bench.templatePath], answers: 'y' });
  });
  after(() => bench.remove());

  it('registers both apps for this tenant only, and each has a service principal', () => {
    const { apps, principals } = bench.state;
    assert.deepEqual(
      apps.map(({ displayName, signInAudience, web }) => [displayName, signInAudience, web.redirectUris]),
      [
        ['Gatehouse bot', 'AzureADMyOrg', []],
        ['Gatehouse', 'AzureADMyOrg', ['http://localhost']],
      ],
    );
    const known = principals.map(({ appId }) => appId).sort();
    assert.deepEqual(known, [...microsoftApps, ...apps.map(({ appId }) => appId)].sort());
  });

  it('asks for the permissions that the pages name and no others, and consents to them for the tenant', () => {
    const [bot, partner] = bench.state.apps;
    assert.deepEqual(bot?.requiredResourceAccess, []);
    assert.deepEqual(partner?.requiredResourceAccess, [
      {
        resourceAppId: microsoftApps[0],
        resourceAccess: [{ id: '885f682f-a990-4bad-a642-36736a74b0c7', type: 'Scope' }],
      },
      {
        resourceAppId: microsoftApps[1],
        resourceAccess: [{ id: '1cebfa2a-fb4d-419e-b5f9-839b4383e05a', type: 'Scope' }],
      },
    ]);
    const idOf = (appId: string | undefined) => bench.state.principals.find((each) => each.appId === appId)?.id;
    assert.deepEqual(
      bench.state.grants.map(({ clientId, resourceId, scope, consentType }) => [
        clientId,
        resourceId,
        scope,
        consentType,
      ]),
      [
        [idOf(partner?.appId), idOf(microsoftApps[0]), 'DelegatedAdminRelationship.ReadWrite.All', 'AllPrincipals'],
        [idOf(partner?.appId), idOf(microsoftApps[1]), 'user_impersonation', 'AllPrincipals'],
      ],
    );
  });

  it('makes the Azure Bot with its endpoint and its Teams channel', () => {
    assert.deepEqual(
      bench.state.resourceGroups.map(({ name, location }) => [name, location]),
      [['gatehouse', 'westeurope']],
    );
    const [bot] = bench.state.bots;
    assert.equal(bot?.name, `gatehouse-${tenantId.slice(0, 8)}`);
    assert.equal(bot?.properties.endpoint, `${endpoint}/api/messages`);
    assert.equal(bot?.properties.msaAppType, 'SingleTenant');
    assert.equal(bot?.properties.msaAppId, bench.state.apps[0]?.appId);
    assert.ok(bot?.properties.configuredChannels.includes('msteams'));
  });

  it('makes the groups of the template, and puts their IDs into it', () => {
    const { groups } = bench.state;
    assert.deepEqual(
      groups.map(({ displayName }) => displayName),
      ['Service Desk', 'Admins’ "own" & O\'Hara'],
    );
    assert.deepEqual(
      bench.template.assignments.map(({ groupId }: { groupId: string }) => groupId),
      groups.map(({ id }) => id),
    );
  });

  it('writes settings with which Gatehouse starts, readable for their owner only', () => {
    const { env, state } = bench;
    assert.equal(statSync(bench.envPath).mode & 0o777, 0o600);
    const [bot, partner] = state.apps;
    const { TOKEN_KEY, ...rest } = env;
    assert.equal(Buffer.from(TOKEN_KEY ?? '', 'base64').length, 32);
    assert.deepEqual(rest, {
      MicrosoftAppType: 'SingleTenant',
      MicrosoftAppId: bot?.appId,
      MicrosoftAppTenantId: tenantId,
      MicrosoftAppPassword: bot?.passwordCredentials[0]?.value,
      PARTNER_TENANT_ID: tenantId,
      PARTNER_CLIENT_ID: partner?.appId,
      PARTNER_CLIENT_SECRET: partner?.passwordCredentials[0]?.value,
      ADMINS: '33333333-4444-4555-8666-777777777777',
      PUBLIC_URL: endpoint,
      PARTNER_CLOUD: 'microsoft',
      ACCESS_TEMPLATE: bench.templatePath,
    });
    assert.deepEqual(readSettings(env).problems, []);
  });

  it('shows every command before it runs, and no secret', () => {
    for (const [program, ...words] of bench.state.calls) {
      // The last word is enough: quoting is another matter.
      assert.match(bench.printed, new RegExp(`\\$ az ${program}\\b.*${escaped(lastPlain(words))}`), words.join(' '));
    }
    for (const secret of [...bench.state.secretsMade, bench.env.TOKEN_KEY ?? '']) {
      assert.ok(secret.length > 20);
      assert.ok(!bench.printed.includes(secret));
      assert.ok(!JSON.stringify(bench.state.calls).includes(secret));
    }
  });

  it('ends with what is left, in the order in which a person does it', () => {
    const end = bench.printed.slice(bench.printed.indexOf('What’s left'));
    const order = ['AdminAgents', 'npm run package', 'npm run sign-in', 'npm run doctor', 'npm start'];
    const places = order.map((text) => end.indexOf(text));
    assert.ok(places.every((place) => place > 0));
    assert.deepEqual(
      [...places].sort((a, b) => a - b),
      places,
    );
  });

  it('changes nothing when it is repeated, asks nothing, and says what is already there', async () => {
    const before = JSON.stringify({ ...bench.state, calls: [] });
    const { env } = bench;
    bench.questions.length = 0;
    bench.printed = '';
    const calls = bench.state.calls.length;
    await bench.run({ args: ['--resource-group', 'gatehouse'], answers: [] });
    assert.deepEqual(bench.questions, []);
    assert.equal(JSON.stringify({ ...bench.state, calls: [] }), before);
    assert.deepEqual(bench.env, env);
    assert.ok((bench.printed.match(/Already there/g)?.length ?? 0) > 15);
    const changing = bench.state.calls
      .slice(calls)
      .filter((argv) => argv.some((word) => /^(?:create|add|grant|reset|delete|update)$/.test(word)));
    assert.deepEqual(changing, []);
  });
});

describe('the questions of a setup', () => {
  let bench: SetupBench;
  beforeEach(() => {
    bench = new SetupBench();
  });
  afterEach(() => bench.remove());

  it('come before each change, or once for all that grants nothing', async () => {
    await bench.run({ answers: 'y' });
    const each = bench.questions.length;
    const other = new SetupBench();
    try {
      await other.run({ answers: ['a', ...Array(5).fill('y')] });
      assert.equal(other.questions.length, 6);
      assert.ok(each > 15);
    } finally {
      other.remove();
    }
  });

  it('are, with --yes, only those before consent, secrets and the first admin', async () => {
    await bench.run({ args: [...usualArguments, '--yes'], answers: 'y' });
    assert.deepEqual(
      bench.questions.map((question) => /secret|Grant it|ADMINS/.exec(question)?.[0]),
      ['secret', 'Grant it', 'Grant it', 'secret', 'ADMINS'],
    );
  });

  it('leave what was said no to for the end, and nothing of it is done', async () => {
    await bench.run({ args: [...usualArguments, '--yes'], answers: 'n' });
    assert.deepEqual(bench.state.grants, []);
    assert.deepEqual(bench.state.secretsMade, []);
    assert.equal(bench.env.ADMINS, undefined);
    assert.equal(bench.env.MicrosoftAppPassword, undefined);
    for (const left of ['set MicrosoftAppPassword', '/adminconsent?client_id=', 'a certificate', 'Set ADMINS'])
      assert.ok(bench.printed.slice(bench.printed.indexOf('What’s left')).includes(left), left);
    await bench.run({ args: [...usualArguments, '--yes'], answers: 'y' });
    assert.equal(bench.state.secretsMade.length, 2);
    assert.equal(bench.state.grants.length, 2);
  });

  it('take only a whole yes for one', async () => {
    for (const [answer, isYes] of Object.entries({ y: true, YES: true, yn: false, 'yes no': false, '': false }))
      assert.equal(await new Questions(async () => answer, false).confirms('Grant it?'), isYes, answer);
  });

  it('end the setup before a change that was said no to, or when no one answers', async () => {
    await assert.rejects(bench.run({ answers: ['n'] }), /this command wasn’t run/);
    assert.deepEqual(bench.state.apps, []);
    await assert.rejects(bench.run({ answers: [] }), /no answer/);
    await assert.rejects(bench.run({ args: [...usualArguments, '--yes'], answers: [] }), /no answer/);
    assert.deepEqual(bench.state.secretsMade, []);
  });

  it('are not asked after Ctrl-C, and no further command is run', async () => {
    const stop = new AbortController();
    stop.abort();
    await assert.rejects(bench.run({ signal: stop.signal }), /Stopped/);
    assert.deepEqual(bench.state.calls, []);
  });
});

function lastPlain(words: readonly string[]): string {
  return words.filter((word) => /^[\w:/.@=-]+$/.test(word)).at(-1) ?? '';
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
