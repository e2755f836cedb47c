// `npm run setup` as a process, with the stand-in for the Azure CLI as the `az` of its PATH.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { AzOnPath } from '../support/az-on-path.js';
import { aTemplateText, usualArguments } from '../support/setup-bench.js';

const yes = [...usualArguments, '--yes'];
const typed = 'y\n'.repeat(40);

describe('npm run setup', function () {
  // It's started a dozen times, each time with az as a process of its own.
  this.timeout(300_000);

  let folder: string;
  let az: AzOnPath;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gatehouse-setup-program-'));
    az = new AzOnPath(folder);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const env = () => parseEnv(readFileSync(join(folder, '.env'), 'utf8'));

  it('sets everything up, killed while a secret is made or not, and no secret is anywhere but in .env', async () => {
    writeFileSync(join(folder, 'template.json'), aTemplateText());
    writeFileSync(join(folder, '.env'), 'LOG_LEVEL=debug\nOTHER_SECRET=hush-hush\n', { mode: 0o644 });
    const args = [...yes, '--template', 'template.json'];
    az.state = { ...az.state, kill: 'ad app credential reset' };
    const first = await az.run(args, { input: typed });
    assert.equal(first.signal, 'SIGKILL');
    const { code, stdout, stderr } = await az.run(args, { input: typed });
    assert.equal(stderr, '');
    assert.equal(code, 0);
    assert.match(stdout, /What’s left, in this order:/);
    const { MicrosoftAppPassword, PARTNER_CLIENT_SECRET, TOKEN_KEY, LOG_LEVEL } = env();
    assert.equal(LOG_LEVEL, 'debug');
    assert.equal(statSync(join(folder, '.env')).mode & 0o777, 0o600);
    assert.equal(az.state.bots.length, 1);
    assert.deepEqual(
      az.state.apps.map(({ passwordCredentials }) => passwordCredentials.map(({ value }) => value)),
      [[MicrosoftAppPassword], [PARTNER_CLIENT_SECRET]],
    );
    const record = JSON.stringify(az.calls);
    for (const secret of [
      MicrosoftAppPassword,
      PARTNER_CLIENT_SECRET,
      TOKEN_KEY,
      'hush-hush',
      ...az.state.secretsMade,
    ]) {
      assert.ok(secret);
      assert.ok(![first.stdout, first.stderr, stdout, record].join('').includes(secret));
    }
    for (const { env: given, stdin } of az.calls) {
      assert.equal(stdin, '');
      assert.equal(given.AZURE_CORE_OUTPUT, 'json');
      assert.equal(given.AZURE_CORE_ONLY_SHOW_ERRORS, 'true');
    }
  });

  it('waits for the command that runs when Ctrl-C comes, keeps what that made, and stops', async () => {
    let printed = '';
    const { code, stderr } = await az.run(yes, {
      input: typed,
      onStart: (child) =>
        child.stdout?.on('data', (text: string) => {
          const isMaking = !/credential reset/.test(printed) && /credential reset/.test(printed + text);
          printed += text;
          if (isMaking) child.kill('SIGINT');
        }),
    });
    assert.equal(code, 1);
    assert.match(stderr, /^❌ Stopped/);
    // Either it was stopped before the secret, or the secret is in .env.
    assert.deepEqual(
      az.state.apps.flatMap(({ passwordCredentials }) => passwordCredentials.map(({ value }) => value)),
      [env().MicrosoftAppPassword].filter((value) => value !== undefined),
    );
  });

  it('shows with --dry-run what it would run, and runs nothing', async () => {
    writeFileSync(join(folder, '.env'), 'MicrosoftAppPassword=hush-hush\n');
    const before = readdirSync(folder);
    const { code, stdout, stderr } = await az.run([...usualArguments, '--dry-run'], { env: { PATH: '/nowhere' } });
    assert.equal(stderr, '');
    assert.equal(code, 0);
    assert.deepEqual(az.calls, []);
    assert.deepEqual(readdirSync(folder), before);
    for (const command of [
      'create  az ad app create --display-name "Gatehouse bot" --sign-in-audience AzureADMyOrg',
      'create  az bot create --resource-group gatehouse',
      "create  az ad app credential reset --id '<ID of the partner app>'",
      'create  az ad sp create --id 2832473f-ec63-45fb-976f-5d45a7d4bb91',
    ])
      assert.ok(stdout.includes(command.replaceAll("'", '"')), command);
    assert.match(stdout, /not even those that only read.*needs no sign-in/);
    assert.ok(!stdout.includes('hush-hush'));
    assert.match(stdout, /MicrosoftAppPassword is set already/);
    const added = 'PARTNER_CLIENT_SECRET, PUBLIC_URL, PARTNER_CLOUD, TOKEN_KEY, ADMINS.';
    assert.ok(stdout.includes(`PARTNER_CLIENT_ID, ${added}`), stdout);
  });

  it('says with --dry-run only of settings that would be added that they would', async () => {
    writeFileSync(join(folder, '.env'), 'PARTNER_MANAGED_IDENTITY=system\nOPERATORS=group:1\n');
    const { stdout } = await az.run([...usualArguments, '--dry-run'], {
      env: { MicrosoftAppId: '' },
    });
    const [, added = ''] = /Would be added to \.env: (.*)\./.exec(stdout) ?? [];
    assert.deepEqual(added.split(', ').slice(-4), ['MicrosoftAppPassword', 'PUBLIC_URL', 'PARTNER_CLOUD', 'TOKEN_KEY']);
    assert.match(stdout, /GroupMember\.Read\.All/);
    assert.match(stdout, /displayName eq 'Gatehouse bot'/);
  });

  it('says what is missing: an argument without a terminal, or az', async () => {
    const without = await az.run(['--yes']);
    assert.equal(without.code, 1);
    assert.match(without.stderr, /^❌ --tenant is missing/);
    const { code, stderr } = await az.run(yes, { env: { PATH: '/nowhere' } });
    assert.equal(code, 1);
    assert.match(stderr, /^❌ the Azure CLI isn’t installed here.*\nInstall it \(https:/);
    assert.deepEqual(readdirSync(folder).sort(), ['bin', 'state.json']);
  });

  it('stops without a question’s answer, and nothing is granted', async () => {
    const { code, stderr } = await az.run(yes);
    assert.equal(code, 1);
    assert.match(stderr, /no answer to this question/);
    assert.deepEqual(az.state.secretsMade, []);
  });
});
