// Stands in for the Azure CLI: answers the commands of the setup in the CLI's own JSON, from a directory and a subscription of its own,
// and records every call. Plain JavaScript, so that the program of this name on the PATH starts fast on every Node.
// Shapes and texts are those of Azure/azure-cli (role/custom.py, botservice/custom.py and its recordings, core/util.py).
import { randomUUID } from 'node:crypto';

export const tenantId = '11111111-2222-4333-8444-555555555555';
export const microsoftApps = [
  '00000003-0000-0000-c000-000000000000',
  'fa3d9a0c-3fb0-42cc-9193-47c7ecd2edbd',
  '2832473f-ec63-45fb-976f-5d45a7d4bb91',
];

/** What's there before the first call. */
export function emptyState() {
  return {
    signedIn: true,
    version: '2.69.0',
    account: {
      environmentName: 'AzureCloud',
      homeTenantId: tenantId,
      id: '99999999-8888-4777-8666-555555555555',
      isDefault: true,
      managedByTenants: [],
      name: 'Contoso Pay-As-You-Go',
      state: 'Enabled',
      tenantId,
      user: { name: 'alex@contoso.example', type: 'user' },
    },
    apps: [],
    // Graph is in every tenant.
    principals: [
      { id: '22222222-0000-4000-8000-000000000001', appId: microsoftApps[0], displayName: 'Microsoft Graph' },
    ],
    grants: [],
    groups: [],
    resourceGroups: [],
    bots: [],
    takenBotNames: [],
    secretsMade: [],
    calls: [],
    // Failures to come: { command: 'ad sp create', times: 1, status: 1, stderr: 'ERROR: …' }.
    failures: [],
  };
}

/** One call: how it ends, and what it leaves in the state. */
export function callAz(state, argv) {
  const { words, options } = parse(argv);
  state.calls.push([...argv]);
  const name = words.join(' ');
  const failure = state.failures.find(({ command, times }) => command === name && times > 0);
  if (failure) {
    failure.times -= 1;
    return { status: failure.status, stdout: '', stderr: failure.stderr };
  }
  if (name === 'version')
    return answer({
      'azure-cli': state.version,
      'azure-cli-core': state.version,
      'azure-cli-telemetry': '1.1.0',
      extensions: {},
    });
  if (!state.signedIn) return failed("Please run 'az login' to setup account.");
  const command = commands[name];
  if (!command)
    return {
      status: 2,
      stdout: '',
      stderr: `ERROR: '${words.at(-1)}' is misspelled or not recognized by the system.`,
    };
  return command(state, options);
}

const answer = (json) => ({
  status: 0,
  stdout: json === undefined ? '' : `${JSON.stringify(json, null, 2)}\n`,
  stderr: '',
});
const failed = (message, status = 1) => ({ status, stdout: '', stderr: `ERROR: ${message}\n` });
const noObject = (id, status = 1) =>
  failed(`Resource '${id}' does not exist or one of its queried reference-property objects are not present.`, status);

function parse(argv) {
  const from = argv.findIndex((word) => word.startsWith('--'));
  const words = from < 0 ? argv : argv.slice(0, from);
  const options = {};
  let current;
  for (const word of from < 0 ? [] : argv.slice(from)) {
    if (word.startsWith('--')) {
      current = word;
      options[current] = [];
    } else options[current].push(word);
  }
  return { words, options };
}

const one = (options, name) => options[name]?.[0];
const filtered = (list, filter) => {
  // As Graph reads it: an apostrophe in a value stands twice.
  const [, property, value] = /^(\w+) eq '((?:[^']|'')*)'$/.exec(filter) ?? [];
  if (property === undefined) throw new Error(`not a filter: ${filter}`);
  return list.filter((each) => each[property] === value?.replaceAll("''", "'"));
};
const appOf = (state, options) => state.apps.find(({ appId, id }) => [appId, id].includes(one(options, '--id')));
const shownApp = ({ passwordCredentials, ...app }) => ({
  '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#applications/$entity',
  ...app,
  passwordCredentials: passwordCredentials.map(({ value: _, ...each }) => ({ ...each, secretText: null })),
});
const principalOf = (state, id) => state.principals.find((each) => [each.appId, each.id].includes(id));
const botOf = (state, options) =>
  state.bots.find(
    ({ name, resourceGroup }) => name === one(options, '--name') && resourceGroup === one(options, '--resource-group'),
  );
const noBot = (options) =>
  failed(
    `(ResourceNotFound) The Resource 'Microsoft.BotService/botServices/${one(options, '--name')}' under resource group '${one(options, '--resource-group')}' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix\nCode: ResourceNotFound`,
    3,
  );

const commands = {
  'account show': (state) => answer(state.account),
  'ad signed-in-user show': () =>
    answer({
      displayName: 'Alex',
      id: '33333333-4444-4555-8666-777777777777',
      userPrincipalName: 'alex@contoso.example',
    }),

  'ad app list': (state, options) => answer(filtered(state.apps, one(options, '--filter')).map(shownApp)),
  'ad app create': (state, options) => {
    const displayName = one(options, '--display-name');
    const same = state.apps.find((app) => app.displayName === displayName);
    if (same) return answer(shownApp(same));
    const app = {
      id: randomUUID(),
      appId: randomUUID(),
      createdDateTime: '2026-11-29T08:00:00Z',
      displayName,
      keyCredentials: [],
      passwordCredentials: [],
      requiredResourceAccess: [],
      signInAudience: one(options, '--sign-in-audience'),
      web: { homePageUrl: null, redirectUris: options['--web-redirect-uris'] ?? [] },
    };
    state.apps.push(app);
    return answer(shownApp(app));
  },
  'ad app update': (state, options) => {
    const app = appOf(state, options);
    if (!app) return noObject(one(options, '--id'));
    app.web.redirectUris = options['--web-redirect-uris'];
    return answer(undefined);
  },
  'ad app permission list': (state, options) => {
    const app = appOf(state, options);
    return app ? answer(app.requiredResourceAccess) : noObject(one(options, '--id'));
  },
  'ad app permission add': (state, options) => {
    const app = appOf(state, options);
    if (!app) return noObject(one(options, '--id'));
    const api = one(options, '--api');
    const added = options['--api-permissions'].map((each) => ({ id: each.split('=')[0], type: each.split('=')[1] }));
    const there = app.requiredResourceAccess.find(({ resourceAppId }) => resourceAppId === api);
    if (there) there.resourceAccess.push(...added);
    else app.requiredResourceAccess.push({ resourceAppId: api, resourceAccess: added });
    return answer(undefined);
  },
  'ad app permission list-grants': (state, options) => {
    const client = principalOf(state, one(options, '--id'));
    return answer(state.grants.filter(({ clientId }) => clientId === client?.id));
  },
  'ad app permission grant': (state, options) => {
    const client = principalOf(state, one(options, '--id'));
    const resource = principalOf(state, one(options, '--api'));
    if (!client || !resource) return noObject(one(options, client ? '--api' : '--id'));
    state.grants = state.grants.filter((each) => each.clientId !== client.id || each.resourceId !== resource.id);
    const grant = {
      clientId: client.id,
      consentType: one(options, '--consent-type') ?? 'AllPrincipals',
      id: randomUUID(),
      principalId: null,
      resourceId: resource.id,
      scope: options['--scope'].join(' '),
    };
    state.grants.push(grant);
    return answer(grant);
  },
  'ad app credential list': (state, options) => {
    const app = appOf(state, options);
    return app ? answer(shownApp(app).passwordCredentials) : noObject(one(options, '--id'));
  },
  'ad app credential reset': (state, options) => {
    const app = appOf(state, options);
    if (!app) return noObject(one(options, '--id'));
    if (!options['--append']) app.passwordCredentials = [];
    const value = `S3c~${randomUUID().replaceAll('-', '')}`;
    state.secretsMade.push(value);
    app.passwordCredentials.push({
      customKeyIdentifier: null,
      displayName: one(options, '--display-name') ?? null,
      endDateTime: `${one(options, '--end-date')}T00:00:00Z`,
      hint: value.slice(0, 3),
      keyId: randomUUID(),
      startDateTime: '2026-11-29T08:00:00Z',
      value,
    });
    return answer({ appId: app.appId, password: value, tenant: state.account.tenantId });
  },
  'ad app credential delete': (state, options) => {
    const app = appOf(state, options);
    if (!app) return noObject(one(options, '--id'));
    app.passwordCredentials = app.passwordCredentials.filter(({ keyId }) => keyId !== one(options, '--key-id'));
    return answer(undefined);
  },

  'ad sp list': (state, options) => answer(filtered(state.principals, one(options, '--filter'))),
  'ad sp create': (state, options) => {
    const appId = one(options, '--id');
    const app = state.apps.find((each) => each.appId === appId);
    if (!app && !microsoftApps.includes(appId))
      return failed(`The appId '${appId}' of the service principal does not reference a valid application object.`);
    if (state.principals.some((each) => each.appId === appId))
      return failed(
        `The service principal cannot be created, updated, or restored because the service principal name ${appId} is already in use.`,
      );
    const principal = {
      id: randomUUID(),
      appId,
      displayName: app?.displayName ?? 'Microsoft’s own',
      servicePrincipalNames: [appId],
    };
    state.principals.push(principal);
    return answer(principal);
  },

  'ad group list': (state, options) => answer(filtered(state.groups, one(options, '--filter'))),
  'ad group show': (state, options) => {
    const group = state.groups.find(({ id }) => id === one(options, '--group'));
    return group ? answer(group) : noObject(one(options, '--group'), 3);
  },
  'ad group create': (state, options) => {
    const displayName = one(options, '--display-name');
    if (one(options, '--force') !== 'true') {
      if (displayName.includes("'")) return failed('Invalid filter clause: unterminated string literal');
      const nickname = one(options, '--mail-nickname');
      const same = state.groups.find((each) => each.displayName === displayName && each.mailNickname === nickname);
      if (same) return answer(same);
    }
    const group = {
      id: randomUUID(),
      displayName,
      mailEnabled: false,
      mailNickname: one(options, '--mail-nickname'),
      securityEnabled: true,
    };
    state.groups.push(group);
    return answer(group);
  },

  'group exists': (state, options) => answer(state.resourceGroups.some(({ name }) => name === one(options, '--name'))),
  'group create': (state, options) => {
    const name = one(options, '--name');
    const group = {
      id: `/subscriptions/${state.account.id}/resourceGroups/${name}`,
      location: one(options, '--location'),
      managedBy: null,
      name,
      properties: { provisioningState: 'Succeeded' },
      tags: null,
      type: 'Microsoft.Resources/resourceGroups',
    };
    state.resourceGroups.push(group);
    return answer(group);
  },
  'bot show': (state, options) => {
    const bot = botOf(state, options);
    return bot ? answer(bot) : noBot(options);
  },
  'bot create': (state, options) => {
    const name = one(options, '--name');
    // The CLI finds the name taken, and looks for a bot of this name in the resource group.
    if (state.takenBotNames.includes(name)) return failed('Unable to create bot.\nReason: "Bot is not available"');
    const bot = {
      etag: '"8c004aca"',
      id: `/subscriptions/${state.account.id}/resourceGroups/${one(options, '--resource-group')}/providers/Microsoft.BotService/botServices/${name}`,
      kind: 'azurebot',
      location: 'global',
      name,
      properties: {
        configuredChannels: ['webchat', 'directline'],
        displayName: one(options, '--display-name'),
        enabledChannels: ['webchat', 'directline'],
        endpoint: one(options, '--endpoint'),
        msaAppId: one(options, '--appid'),
        msaAppTenantId: one(options, '--tenant-id'),
        msaAppType: one(options, '--app-type'),
      },
      resourceGroup: one(options, '--resource-group'),
      sku: { name: one(options, '--sku'), tier: null },
      tags: null,
      type: 'Microsoft.BotService/botServices',
    };
    state.bots.push(bot);
    return answer(bot);
  },
  'bot update': (state, options) => {
    const bot = botOf(state, options);
    if (!bot) return noBot(options);
    bot.properties.endpoint = one(options, '--endpoint');
    return answer(bot);
  },
  'bot msteams create': (state, options) => {
    const bot = botOf(state, options);
    if (!bot) return noBot(options);
    const { configuredChannels } = bot.properties;
    if (!configuredChannels.includes('msteams')) configuredChannels.push('msteams');
    return answer({
      id: `${bot.id}/channels/MsTeamsChannel`,
      location: 'global',
      name: `${bot.name}/MsTeamsChannel`,
      properties: { channelName: 'MsTeamsChannel', properties: { isEnabled: true } },
      resourceGroup: bot.resourceGroup,
      type: 'Microsoft.BotService/botServices/channels',
    });
  },
};
