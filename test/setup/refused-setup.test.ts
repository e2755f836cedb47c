// A setup that can't go on: what happened, why, and what to do, and nothing beyond.
import assert from 'node:assert/strict';
import { ConfigError } from '../../src/domain/errors.js';
import { aTemplateText, SetupBench, usualArguments } from '../support/setup-bench.js';
import { type StandInFailure, type StandInState, tenantId } from '../support/stand-in-az.mjs';

const yes = [...usualArguments, '--yes'];
const fails = (command: string, stderr: string, times = 1): StandInFailure => ({ command, times, status: 1, stderr });

describe('a setup', () => {
  let bench: SetupBench;
  beforeEach(() => {
    bench = new SetupBench();
  });
  afterEach(() => bench.remove());

  const refused = async (as: RegExp, cure: RegExp, args: readonly string[] = yes) =>
    assert.rejects(bench.run({ args }), (error: unknown) => {
      assert.ok(error instanceof ConfigError, String(error));
      assert.match(error.message, as);
      assert.match(error.remedy, cure);
      for (const secret of bench.state.secretsMade) assert.ok(!`${error.message}${error.remedy}`.includes(secret));
      return true;
    });

  const beginnings: readonly (readonly [string, (state: StandInState) => unknown, RegExp, RegExp])[] = [
    ['is not signed in', (state) => Object.assign(state, { signedIn: false }), /aren’t signed in/, /az login --tenant/],
    [
      'has an old CLI',
      (state) => Object.assign(state, { version: '2.30.0' }),
      /2\.30\.0.*2\.45 or newer/,
      /az upgrade/,
    ],
    [
      'is signed in to another tenant',
      (state) => Object.assign(state.account, { tenantId: 'ffffffff-0000-4000-8000-000000000000' }),
      /signed in to the tenant ffffffff/,
      new RegExp(`az login --tenant ${tenantId}`),
    ],
    [
      'is signed in to another cloud',
      (state) => Object.assign(state.account, { environmentName: 'AzureUSGovernment' }),
      /only works in the global cloud/,
      /docs/,
    ],
    [
      'has no subscription',
      (state) => Object.assign(state.account, { id: tenantId }),
      /without an Azure subscription/,
      /Create a subscription/,
    ],
  ];
  for (const [what, change, as, cure] of beginnings) {
    it(`that ${what} is refused before anything is changed`, async () => {
      change(bench.state);
      await refused(as, cure);
      assert.ok(bench.state.calls.every((argv) => ['version', 'account'].includes(argv[0] ?? '')));
    });
  }

  const failures: readonly (readonly [string, StandInFailure, RegExp, RegExp])[] = [
    [
      'may not register apps',
      fails('ad app create', 'ERROR: Insufficient privileges to complete the operation.'),
      /“az ad app create .*” failed: your account isn’t allowed to do this in Entra/,
      /Application Administrator.*The Azure CLI says: ERROR: Insufficient/s,
    ],
    [
      'may not create the bot',
      fails(
        'group create',
        "ERROR: (AuthorizationFailed) The client 'x' does not have authorization to perform action",
      ),
      /isn’t allowed to do this in the Azure subscription/,
      /Contributor/,
    ],
    [
      'meets Conditional Access',
      fails(
        'ad app list',
        'ERROR: AADSTS50076: Due to a configuration change made by your administrator, you must use multi-factor authentication.\nInteractive authentication is needed. Please run:\naz login --scope https://graph.microsoft.com//.default',
      ),
      /Conditional Access/,
      /az login --tenant .* --scope https:\/\/graph\.microsoft\.com/,
    ],
    [
      'has a sign-in that has ended',
      fails(
        'ad app list',
        'ERROR: AADSTS70043: The refresh token has expired or is invalid due to sign-in frequency checks by conditional access.',
      ),
      /Conditional Access|has ended/,
      /az login --tenant/,
    ],
    [
      'may not have secrets that last a year',
      fails(
        'ad app credential reset',
        'ERROR: Credential lifetime exceeds the max value allowed as per assigned policy',
      ),
      /doesn’t allow secrets that last so long/,
      /--secret-days 90/,
    ],
    [
      'may not have secrets at all',
      fails('ad app credential reset', 'ERROR: Credential type not allowed as per assigned policy'),
      /doesn’t allow client secrets/,
      /managed identity/,
    ],
    [
      'chooses a location that Azure doesn’t have',
      fails(
        'group create',
        "ERROR: (LocationNotAvailableForResourceGroup) The provided location 'mars' is not available",
      ),
      /doesn’t accept this location/,
      /az account list-locations/,
    ],
    [
      'asks too often',
      fails('ad sp create', 'ERROR: Too Many Requests({"error":{"code":"TooManyRequests"}})'),
      /fewer calls/,
      /few minutes/,
    ],
    [
      'doesn’t reach Microsoft',
      fails(
        'ad app list',
        "ERROR: HTTPSConnectionPool(host='graph.microsoft.com', port=443): Max retries exceeded with url",
      ),
      /doesn’t reach Microsoft/,
      /proxy/,
    ],
    [
      'fails in a way that isn’t known',
      fails('bot create', 'ERROR: Something new\nExamples from AI knowledge base:\naz bot create'),
      /failed: ERROR: Something new/,
      /isn’t created twice/,
    ],
  ];
  for (const [what, failure, as, cure] of failures) {
    it(`that ${what} says so, and comes to its end when it’s repeated`, async () => {
      bench.state.failures.push(failure);
      await refused(as, cure);
      await bench.run({ args: yes });
      assert.equal(bench.state.apps.length, 2);
      assert.equal(bench.state.secretsMade.length, 2);
    });
  }

  it('makes a secret that lasts as long as another run is told to', async () => {
    bench.state.failures.push(fails('ad app credential reset', 'ERROR: Credential lifetime exceeds the max value'));
    await refused(/doesn’t allow secrets that last so long/, /--secret-days 90/);
    await bench.run({ args: [...yes, '--secret-days', '90'] });
    assert.deepEqual(
      bench.state.apps.flatMap(({ passwordCredentials }) => passwordCredentials.map(({ endDateTime }) => endDateTime)),
      ['2027-02-27T00:00:00Z', '2027-02-27T00:00:00Z'],
    );
  });

  it('leaves a bot’s name to the one who has it', async () => {
    bench.state.takenBotNames.push(`gatehouse-${tenantId.slice(0, 8)}`);
    await refused(/another bot in Azure already has this name/, /--name/);
  });

  it('leaves another app’s bot alone, and corrects the endpoint of its own', async () => {
    await bench.run({ args: yes });
    const [bot] = bench.state.bots;
    assert.ok(bot);
    bot.properties.endpoint = 'https://old.contoso.example/api/messages';
    await bench.run({ args: yes });
    assert.equal(bot.properties.endpoint, 'https://gatehouse.contoso.example/api/messages');
    Object.assign(bot.properties, { msaAppId: 'ffffffff-0000-4000-8000-000000000000' });
    await refused(/belongs to another app/, /--name/);
  });

  it('uses an app of the same name only when a person says so, and says when there are several', async () => {
    bench.state.apps.push(...(await appsOf('Gatehouse bot')));
    await assert.rejects(bench.run({ args: yes, answers: 'n' }), /choose another name/);
    await bench.run({ args: yes });
    assert.match(bench.questions[0] ?? '', /already an app registration called “Gatehouse bot”/);
    assert.equal(bench.state.apps.length, 2);
    const other = new SetupBench();
    try {
      other.state.apps.push(...(await appsOf('Gatehouse bot')), ...(await appsOf('Gatehouse bot')));
      await assert.rejects(other.run({ args: yes }), /several app registrations/);
    } finally {
      other.remove();
    }
  });

  it('keeps redirects and consents that an app has, and adds what it lacks', async () => {
    await bench.run({ args: yes });
    const partner = bench.state.apps[1];
    const grant = bench.state.grants[0];
    assert.ok(partner && grant);
    partner.web.redirectUris = ['https://other.contoso.example'];
    Object.assign(grant, { scope: 'User.Read' });
    await bench.run({ args: yes });
    assert.deepEqual(partner.web.redirectUris, ['https://other.contoso.example', 'http://localhost']);
    assert.ok(bench.state.grants.some(({ scope }) => scope === 'User.Read DelegatedAdminRelationship.ReadWrite.All'));
    assert.equal(partner.requiredResourceAccess.length, 2);
    // One person's own consent isn't the tenant's.
    for (const each of bench.state.grants) Object.assign(each, { consentType: 'Principal' });
    await bench.run({ args: yes });
    assert.ok(bench.state.grants.every(({ consentType }) => consentType === 'AllPrincipals'));
  });

  it('says when an app of the settings is gone', async () => {
    bench.write(bench.envPath, 'MicrosoftAppId=ffffffff-0000-4000-8000-000000000000\n');
    await refused(/\.env names ffffffff.*no app registration/, /remove its lines/);
  });

  it('refuses groups that could not get access', async () => {
    const args = [...yes, '--template', bench.templatePath];
    const id = 'eeeeeeee-0000-4000-8000-000000000000';
    bench.write(bench.templatePath, aTemplateText([id, '']));
    await refused(/“Service Desk” \(eeeeeeee.*isn’t in this tenant/, /remove its groupId/, args);
    bench.state.groups.push({ id, displayName: 'Service Desk', securityEnabled: false });
    await refused(/isn’t a security group/, /security group/, args);
    bench.write(bench.templatePath, aTemplateText());
    await refused(/isn’t a security group/, /security group/, args);
    bench.state.groups.push({
      id: 'eeeeeeee-0000-4000-8000-000000000001',
      displayName: 'Service Desk',
      securityEnabled: true,
    });
    await refused(/several groups called “Service Desk”/, /ID of the right one/, args);
    assert.deepEqual(bench.state.apps, []);
  });

  it('waits while Entra doesn’t know yet what was just created, a minute and a half at most', async () => {
    const unknown = "ERROR: The appId 'x' of the service principal does not reference a valid application object.";
    bench.state.failures.push(fails('ad sp create', unknown, 3));
    await bench.run({ args: yes });
    assert.deepEqual(bench.pauses, [5000, 10_000, 15_000]);
    const other = new SetupBench();
    try {
      other.state.failures.push(fails('ad sp create', unknown, 100));
      await assert.rejects(other.run({ args: yes }), /does not reference/);
      assert.equal(other.pauses.length, 6);
    } finally {
      other.remove();
    }
  });

  it('doesn’t wait for what isn’t there, whatever the CLI calls it', async () => {
    const stderr =
      "ERROR: Resource 'x' does not exist or one of its queried reference-property objects are not present.";
    bench.state.failures.push({ command: 'bot show', times: 1, status: 3, stderr });
    await bench.run({ args: yes });
    assert.deepEqual(bench.pauses, []);
    assert.equal(bench.state.bots.length, 1);
  });

  it('takes “already in use” for what it is, once Entra lists it', async () => {
    bench.state.failures.push(fails('ad sp create', 'ERROR: The service principal name 1 is already in use.'));
    await assert.rejects(bench.run({ args: yes }), /doesn’t list it/);
    await bench.run({ args: yes });
    assert.equal(bench.state.principals.length, 5);
  });

  it('says without its words when the CLI answers with something else than JSON', async () => {
    bench.state.failures.push({ command: 'ad app credential reset', times: 1, status: 0, stderr: '' });
    await refused(/expected form|didn’t answer with JSON/, /az upgrade/);
  });
});

async function appsOf(displayName: string) {
  const bench = new SetupBench();
  try {
    await assert.rejects(bench.run({ args: [...yes, '--name', displayName.replace(/ bot$/, '')], answers: [] }));
    return bench.state.apps.filter((app) => app.displayName === displayName);
  } finally {
    bench.remove();
  }
}
