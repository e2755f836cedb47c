// A setup beside somebody who makes, renames and switches things while a person thinks about a question.
import assert from 'node:assert/strict';
import { chmodSync, lstatSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from '../../src/domain/errors.js';
import { aTemplateText, SetupBench, usualArguments } from '../support/setup-bench.js';
import { callAz } from '../support/stand-in-az.mjs';

describe('a setup that somebody interferes with', () => {
  let bench: SetupBench;
  beforeEach(() => {
    bench = new SetupBench();
  });
  afterEach(() => bench.remove());

  const withTemplate = () => {
    bench.write(bench.templatePath, aTemplateText());
    return [...usualArguments, '--template', bench.templatePath];
  };
  /** Does something once, before the first question that's like this is answered with yes. */
  const meanwhileAt = (like: RegExp, meanwhile: () => unknown) => {
    let isDone = false;
    return (question: string) => {
      const isNow = !isDone && like.test(bench.printed.slice(bench.printed.lastIndexOf('\n\n')) + question);
      isDone ||= isNow;
      if (isNow) meanwhile();
      return 'y';
    };
  };
  const refused = (running: Promise<void>, as: RegExp) =>
    assert.rejects(running, (error: unknown) => {
      assert.ok(error instanceof ConfigError, String(error));
      assert.match(`${error.message} ${error.remedy}`, as);
      return true;
    });
  const plantGroup = () => {
    const words = ['ad', 'group', 'create', '--display-name', 'Service Desk', '--mail-nickname', 'service-desk'];
    const { stdout } = callAz(bench.state, words);
    return JSON.parse(stdout).id;
  };

  it('gives no roles to a group of the same name that was made meanwhile', async () => {
    let planted = '';
    const answers = meanwhileAt(/ad group create/, () => {
      planted = plantGroup();
    });
    await bench.run({ args: withTemplate(), answers });
    assert.notEqual(planted, '');
    const ids = bench.template.assignments.map(({ groupId }: { groupId: string }) => groupId);
    assert.ok(!ids.includes(planted), 'another’s group stands in the template');
  });

  it('asks about an app of the same name that was made meanwhile, and says what’s strange about it', async () => {
    const answers = meanwhileAt(/ad app create.*Gatehouse --sign/, () => {
      const planted = [
        'ad',
        'app',
        'create',
        '--display-name',
        'Gatehouse',
        '--sign-in-audience',
        'AzureADMultipleOrgs',
      ];
      callAz(bench.state, [...planted, '--web-redirect-uris', 'https://other.example/here']);
    });
    await bench.run({ answers });
    const asked = bench.questions.find((question) => /already an app registration called “Gatehouse”/.test(question));
    assert.match(
      asked ?? '',
      /open to accounts outside of your tenant.*sends people who sign in to https:\/\/other\.example/,
    );
  });

  for (const [what, change] of [
    ['tenant', { tenantId: 'ffffffff-0000-4000-8000-000000000000' }],
    ['subscription', { id: 'ffffffff-0000-4000-8000-000000000000' }],
    ['account', { user: { name: 'kim@contoso.example', type: 'user' } }],
  ] as const) {
    it(`changes nothing once the CLI is switched to another ${what}`, async () => {
      const answers = meanwhileAt(/ad app create/, () => Object.assign(bench.state.account, change));
      await refused(bench.run({ answers }), /signed in to another account, tenant or subscription/);
      assert.deepEqual(bench.state.apps, []);
    });
  }

  it('hands no word to the CLI that it would take for a file', async () => {
    await bench.run();
    const [, partner] = bench.state.apps;
    assert.ok(partner);
    partner.web.redirectUris = ['https://other.example/?x=@.env'];
    const calls = bench.state.calls.length;
    await refused(bench.run(), /takes “https:\/\/other\.example\/\?x=@\.env” for the name of a file/);
    assert.ok(!bench.state.calls.slice(calls).some((argv) => argv.includes('update')));
  });

  for (const appId of ['--debug', '@.env', "x' or appId ne 'x", 'x\nTOKEN_KEY=theirs']) {
    it(`takes no ID that is ${JSON.stringify(appId)}`, async () => {
      await bench.run();
      Object.assign(bench.state.apps[0] ?? {}, { appId });
      bench.write(bench.envPath, '');
      await refused(bench.run(), /doesn’t have the expected form/);
      assert.equal(readFileSync(bench.envPath, 'utf8'), '');
    });
  }

  it('shows a foreign name without what moves the cursor or turns the writing', async () => {
    Object.assign(bench.state.account, { name: 'Pay\u001b[2J\u202Eas you go' });
    await bench.run();
    assert.doesNotMatch(bench.printed, /[^\P{Cc}\n]|\p{Cf}/u);
  });

  it('puts a group’s ID beside no other group', async () => {
    const args = withTemplate();
    const answers = meanwhileAt(/ad group create/, () => {
      const template = bench.template;
      writeFileSync(bench.templatePath, JSON.stringify({ ...template, assignments: template.assignments.reverse() }));
    });
    await refused(bench.run({ args, answers }), /has been changed since the setup began.*“Service Desk”/);
    assert.ok(!bench.template.assignments.some((each: object) => 'groupId' in each));
  });

  it('keeps .env for its owner, whatever lies where it’s written', async () => {
    const other = join(bench.folder, 'other');
    writeFileSync(other, 'kept');
    symlinkSync(other, `${bench.envPath}.new`);
    await bench.run();
    assert.equal(readFileSync(other, 'utf8'), 'kept');
    assert.ok(lstatSync(bench.envPath).isFile());
    writeFileSync(`${bench.envPath}.new`, '');
    chmodSync(`${bench.envPath}.new`, 0o666);
    bench.write(bench.envPath, '');
    await bench.run();
    assert.equal(statSync(bench.envPath).mode & 0o777, 0o600);
  });

  it('takes an empty variable for none, and makes no secret that .env has already', async () => {
    await bench.run();
    const made = bench.state.secretsMade.length;
    await bench.run({ environment: { MicrosoftAppPassword: '', MicrosoftAppId: ' ', PARTNER_CLIENT_ID: '' } });
    assert.equal(bench.state.secretsMade.length, made);
    assert.equal(bench.state.apps.length, 2);
  });

  it('says that a secret is lost when .env got another one meanwhile', async () => {
    const answers = meanwhileAt(/credential reset/, () =>
      bench.write(bench.envPath, `${readFileSync(bench.envPath, 'utf8')}MicrosoftAppPassword=theirs\n`),
    );
    await refused(bench.run({ answers }), /another value for MicrosoftAppPassword.*its value is lost/);
  });
});
