// What the settings come to, for the bot and for a command beside it.
import assert from 'node:assert/strict';
import { readCommandConfig, readConfig } from '../../src/config/config.js';
import { settings } from '../../src/config/settings.js';
import { alex, failure, identity, microsoft } from './given.js';

describe('the settings', () => {
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

  it('count as left out where they say nothing', () => {
    const empty = Object.fromEntries(Object.values(settings).map(({ name }, index) => [name, ' '.repeat(index % 2)]));
    assert.deepEqual(readConfig(empty), readConfig({}));
  });

  it('may name groups by their object id, and nothing else as a group', () => {
    const group = 'group:D0000000-0000-4000-8000-000000000001';
    assert.deepEqual(readConfig({ ADMINS: `a, ${group}` }).people?.admins, ['a', group.toLowerCase()]);
    assert.match(
      failure(() => readConfig({ VIEWERS: 'group:everybody' })).message,
      /VIEWERS contains “group:everybody”/,
    );
  });

  it('refuse a name in place of an object id, which would name nobody without a word', () => {
    const { message } = failure(() => readConfig({ ...microsoft, ADMINS: `${alex},me@contoso.com` }));
    assert.match(message, /ADMINS contains “me@contoso\.com”, which isn’t an object ID/);
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

  it('refuse to be anonymous anywhere but on this machine', () => {
    for (const HOST of ['0.0.0.0', '::', '10.0.0.5', 'example.com']) {
      assert.match(failure(() => readConfig({ HOST })).message, /- HOST must be a loopback address/);
    }
    for (const HOST of ['127.0.0.1', 'localhost', '::1']) assert.equal(readConfig({ HOST }).host, HOST);
  });

  it('name what is missing from half an identity', () => {
    const { MicrosoftAppId } = identity;
    const { message } = failure(() => readConfig({ MicrosoftAppId, HOST: '0.0.0.0' }));
    assert.match(message, /- MicrosoftAppPassword is missing: a SingleTenant bot requires it/);
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
      /^these settings are missing or invalid:\n- TOKEN_KEY [^\n]*$/,
    );
  });

  it('call the partner by its own name, or by the one under which it offers the app', () => {
    assert.equal(readConfig({ APP_DEVELOPER_NAME: 'Northbridge IT' }).partnerName, 'Northbridge IT');
    assert.equal(readConfig({ APP_DEVELOPER_NAME: 'IT', PARTNER_NAME: 'Northbridge' }).partnerName, 'Northbridge');
    assert.equal(readConfig({}).partnerName, undefined);
  });

  it('say how a tenant is offboarded completely', () => {
    assert.deepEqual(readConfig({}).offboardingRules, { needsSecond: false, graceSeconds: 300 });
    const strict = { REQUIRE_SECOND_ADMIN: 'true', OFFBOARD_GRACE_MINUTES: '0' };
    assert.deepEqual(readConfig(strict).offboardingRules, { needsSecond: true, graceSeconds: 0 });
  });
});
