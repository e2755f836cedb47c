// What the setup is told: by arguments, by settings that are there, or by a person.
import assert from 'node:assert/strict';
import { ConfigError } from '../../src/domain/errors.js';
import { readSetupOptions } from '../../src/setup/setup-options.js';
import { checkSettings } from '../../src/setup/setup-settings.js';
import { endpoint, usualArguments } from '../support/setup-bench.js';
import { tenantId } from '../support/stand-in-az.mjs';

const noOne = async () => undefined;
const wrong = (as: RegExp) => (error: unknown) => {
  assert.ok(error instanceof ConfigError);
  assert.match(`${error.message} ${error.remedy}`, as);
  return true;
};

describe('the options of a setup', () => {
  it('are the arguments', async () => {
    const options = await readSetupOptions([...usualArguments, '--yes', '--secret-days', '90'], {}, noOne);
    assert.deepEqual(options, {
      tenantId,
      endpoint,
      resourceGroup: 'gatehouse',
      location: 'westeurope',
      name: 'Gatehouse',
      template: undefined,
      yes: true,
      dryRun: false,
      optionalPermissions: false,
      secretDays: 90,
    });
  });

  it('are what the settings say already', async () => {
    const settings = {
      PARTNER_TENANT_ID: tenantId.toUpperCase(),
      PUBLIC_URL: `${endpoint}/`,
      ACCESS_TEMPLATE: 'a.json',
    };
    const options = await readSetupOptions(['--resource-group', 'gatehouse'], settings, noOne);
    assert.deepEqual([options.tenantId, options.endpoint, options.template], [tenantId, endpoint, 'a.json']);
  });

  it('are asked for in a terminal, again when an answer won’t do', async () => {
    const questions: string[] = [];
    const answers = [
      'contoso.com',
      tenantId,
      'http://gatehouse.example.com',
      `${endpoint}/api/messages`,
      '',
      'gatehouse',
      '',
      '',
    ];
    const options = await readSetupOptions([], {}, async (question) => {
      questions.push(question);
      return answers.shift();
    });
    assert.deepEqual([options.tenantId, options.endpoint, options.resourceGroup], [tenantId, endpoint, 'gatehouse']);
    assert.deepEqual([options.location, options.template], [undefined, undefined]);
    assert.match(questions[1] ?? '', /^It must be the tenant’s ID, a GUID/);
    assert.match(questions[3] ?? '', /^It must be an https address/);
    assert.match(questions[5] ?? '', /^It is needed/);
  });

  it('name what is missing where no one can be asked', async () => {
    await assert.rejects(readSetupOptions([], {}, noOne), wrong(/--tenant is missing/));
    await assert.rejects(readSetupOptions(['--tenant', tenantId], {}, noOne), wrong(/--endpoint is missing/));
    await assert.rejects(
      readSetupOptions(['--tenant', tenantId, '--endpoint', endpoint], {}, noOne),
      wrong(/--resource-group is missing/),
    );
  });

  const others: readonly (readonly [readonly string[], RegExp])[] = [
    [['--tenant', 'contoso.com'], /--tenant must be the tenant’s ID/],
    [['--endpoint', 'http://localhost:3978'], /--endpoint must be an https address/],
    [['--name', `x'; rm`], /--name must be 3 to 33/],
    [['--resource-group', 'a b'], /--resource-group must be/],
    [['--secret-days', '731'], /--secret-days must be/],
    [['--secret-days', 'x'], /--secret-days must be/],
    [['--nonsense'], /--nonsense.*--help/s],
    [['stray'], /stray.*--help/s],
  ];
  for (const [args, as] of others) {
    it(`are refused when they’re ${args.join(' ')}`, async () => {
      await assert.rejects(readSetupOptions([...usualArguments, ...args], {}, noOne), wrong(as));
    });
  }

  it('don’t contradict settings, which stay as they are', async () => {
    const PUBLIC_URL = 'https://other.contoso.example';
    await assert.rejects(
      readSetupOptions(usualArguments, { PUBLIC_URL }, noOne),
      wrong(/--endpoint is https:\/\/gatehouse.*but PUBLIC_URL is https:\/\/other.*Leave --endpoint out/),
    );
    const options = await readSetupOptions(usualArguments, {}, noOne);
    assert.throws(() => checkSettings({ MicrosoftAppType: 'UserAssignedMsi' }, options), wrong(/MicrosoftAppType/));
    assert.throws(
      () => checkSettings({ MicrosoftAppTenantId: 'other' }, options),
      wrong(/MicrosoftAppTenantId is other/),
    );
    checkSettings({ MicrosoftAppType: 'SingleTenant', MicrosoftAppTenantId: tenantId }, options);
  });
});
