// Settings, the data folder or Node.js are wrong or come to nothing: the doctor says so, and checks what it can.
import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataFolder } from '../../src/domain/health/checkup-machine.js';
import { cure, DoctorBench, line } from '../support/doctor-bench.js';
import { en } from '../support/filled-by-hand.js';

const { titles, findings } = en.checkup;

describe('the doctor of settings', () => {
  let bench: DoctorBench;
  let sandbox: DoctorBench['sandbox'];
  let folder: string;

  beforeEach(async () => {
    bench = await DoctorBench.open();
    ({ sandbox, folder } = bench);
  });
  afterEach(() => bench.close());

  it('says what is wrong with half-filled settings, and checks what they allow', async () => {
    delete bench.environment.MicrosoftAppPassword;
    bench.environment.PORT = 'x';
    const { text, exitCode } = await bench.doctor();
    assert.equal(exitCode, 1);
    assert.match(text, /❌ Settings: PORT must be a whole number[^\n]*\n❌ Settings: MicrosoftAppPassword is missing/);
    assert.ok(text.includes(line('🔎', 'botIdentity', findings.settingsInTheWay.found)), text);
    assert.ok(text.includes(line('✅', 'adminAgents', findings.inAdminAgents.found)), text);
  });

  it('leaves Microsoft alone where the settings for it are not whole', async () => {
    delete bench.environment.PARTNER_CLIENT_ID;
    const { text } = await bench.doctor();
    assert.match(text, /❌ Settings: PARTNER_CLIENT_ID is missing/);
    assert.ok(text.includes(line('🔎', 'microsoft', findings.settingsInTheWay.found)), text);
    assert.ok(text.includes(line('✅', 'botIdentity', findings.botTokenGranted.found)), text);
    assert.deepEqual(
      sandbox.controls.requests().filter(({ path }) => !path.includes('/oauth2/')),
      [],
    );
  });

  it('tells a key that does not fit from everything else', async () => {
    await bench.doctor();
    bench.environment.TOKEN_KEY = Buffer.alloc(32, 8).toString('base64');
    const { text, exitCode } = await bench.doctor();
    assert.match(text, /❌ Settings: [^\n]*another TOKEN_KEY/);
    assert.equal(exitCode, 1);
  });

  it('finds nothing wrong with what it cannot reach', async () => {
    await sandbox.close();
    const { text, exitCode } = await bench.doctor();
    assert.match(text, new RegExp(`🔎 ${titles.signIn}, ${titles.mfa}, [^\\n]*: ${en.problems.noUsableAnswer.cause}`));
    assert.doesNotMatch(text, /❌/);
    assert.equal(exitCode, 0);
  });

  it('makes few calls', async () => {
    await bench.doctor();
    const calls = sandbox.controls.requests().filter(({ path }) => !path.includes('/oauth2/'));
    // AdminAgents and the account in it, two for each of three groups, a service principal, two applications, Partner Center, its
    // registration and the events that it offers.
    assert.equal(calls.length, 14);
  });

  it('looks at a sandbox that comes along only through the bot', async () => {
    bench.environment = { DATA_DIR: join(folder, 'data') };
    const { text, exitCode } = await bench.doctor();
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
    const { ADMINS: _, OPERATORS: __, VIEWERS: ___, ...nobody } = bench.environment;
    bench.environment = { ...nobody, PARTNER_CLOUD: 'microsoft' };
    const { text, exitCode } = await bench.doctor();
    assert.ok(
      text.includes([line('❌', 'people', findings.nobodyMay.found), cure(findings.nobodyMay.cure)].join('\n')),
      text,
    );
    assert.equal(exitCode, 1);
    bench.environment.ADMINS = '00000000-0000-4000-8000-000000000020';
    assert.match((await bench.doctor()).text, /✅ Roles: /);
  });

  it('says that an anonymous bot at Microsoft starts only by name, and warns of it then', async () => {
    const { MicrosoftAppId: _, MicrosoftAppPassword: __, MicrosoftAppTenantId: ___, ...rest } = bench.environment;
    bench.environment = { ...rest, PARTNER_CLOUD: 'microsoft', ADMINS: '00000000-0000-4000-8000-000000000020' };
    const refused = await bench.doctor();
    assert.match(refused.text, /❌ Settings?: [^❌]*MicrosoftAppId is missing: [^\n]*ALLOW_ANONYMOUS_BOT=true/);
    assert.equal(refused.exitCode, 1);
    bench.environment.ALLOW_ANONYMOUS_BOT = 'true';
    const allowed = await bench.doctor();
    assert.ok(
      allowed.text.includes(
        [line('⚠️', 'botIdentity', findings.botAnonymous.foundExposed), cure(findings.botAnonymous.cure)].join('\n'),
      ),
      allowed.text,
    );
    assert.equal(allowed.exitCode, 0);
  });

  it('says when Node.js is too old, or no longer looked after', async () => {
    const ended = await bench.doctor('v20.20.2');
    assert.ok(
      ended.text.includes(line('⚠️', 'nodeVersion', findings.nodeEnded.found({ version: 'v20.20.2' }))),
      ended.text,
    );
    const { text, exitCode } = await bench.doctor('v18.20.8');
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
      bench.folderIs = folder;
      const { text } = await bench.doctor();
      assert.ok(text.includes(line(icon, 'dataFolder', found)), text);
    }
  });
});
