// All steps of the setup, in order. Data only: nothing is read or done before a step is carried out.
import type { Environment } from '../config/settings-reader.js';
import type { TemplateGroup } from '../config/template-groups.js';
import { graphAppId, wantedPermissions } from './permissions.js';
import type { SetupOptions } from './setup-options.js';
import { peopleIn } from './setup-settings.js';
import { botAppId, partnerAppId, type SecretStep, type SetupStep } from './step.js';
import { askForPermissions, consent, microsoftsPrincipals, registerApp, servicePrincipal } from './steps-apps.js';
import { botSteps } from './steps-bot.js';
import { groupSteps } from './steps-groups.js';

/** What the steps follow from. */
export interface SetupSubject {
  readonly options: SetupOptions;
  /** What the settings say already. */
  readonly settings: Environment;
  /** The groups of the access template. Empty: there's none yet. */
  readonly groups: readonly TemplateGroup[];
}

/** The steps: groups, the bot, the partner's app. What grants access comes after what it's granted to. */
export function setupSteps({ options, settings, groups }: SetupSubject): readonly SetupStep[] {
  const { name, tenantId, optionalPermissions } = options;
  const permissions = wantedPermissions(peopleIn(settings).some(namesGroups), optionalPermissions);
  return [
    ...groupSteps(groups),
    registerApp({
      title: 'App registration of the bot',
      name: `${name} bot`,
      fact: 'botAppId',
      knownId: settings.MicrosoftAppId,
    }),
    servicePrincipal('Service principal of the bot', botAppId),
    botSecret,
    ...botSteps(options),
    registerApp({
      title: 'App registration for the partner connection',
      name,
      fact: 'partnerAppId',
      knownId: settings.PARTNER_CLIENT_ID,
      // A page of this machine: Entra accepts any port of localhost.
      redirectUri: 'http://localhost',
    }),
    servicePrincipal('Service principal of the partner app', partnerAppId),
    servicePrincipal('Service principal of Microsoft Graph', () => graphAppId),
    ...microsoftsPrincipals,
    ...permissions.map(askForPermissions),
    ...permissions.map((each) => consent(each, tenantId)),
    partnerSecret,
  ];
}

const botSecret: SecretStep = {
  kind: 'secret',
  title: 'Client secret of the bot',
  setting: 'MicrosoftAppPassword',
  app: 'botAppId',
  grants: 'This creates a client secret, with which anyone can act as the bot. It goes into .env only.',
  otherwise: 'Create a client secret of the bot and set MicrosoftAppPassword (docs/2-bot.md).',
};

const partnerSecret: SecretStep = {
  kind: 'secret',
  title: 'Client secret of the partner app',
  setting: 'PARTNER_CLIENT_SECRET',
  app: 'partnerAppId',
  grants:
    'This creates a client secret, with which Gatehouse proves that it’s the partner app. It goes into .env only.',
  otherwise:
    'Give the partner app a client secret, a certificate or a federated credential, and set it (docs/3-partner.md).',
};

function namesGroups(people: string): boolean {
  return /\bgroup:/i.test(people);
}
