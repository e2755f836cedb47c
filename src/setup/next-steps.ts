// What a person does after the setup, in order.
import type { Environment } from '../config/settings-reader.js';
import type { SetupOptions } from './setup-options.js';

/** What the setup has ended with. */
export interface SetupEnd {
  readonly options: SetupOptions;
  readonly settings: Environment;
  /** What a person said no to. */
  readonly left: readonly string[];
}

/** The list, numbered. */
export function nextSteps({ options, settings, left }: SetupEnd): readonly string[] {
  const { tenantId, template, endpoint } = options;
  const steps = [
    ...left,
    ...(settings.PARTNER_CLOUD === 'microsoft'
      ? []
      : ['Set PARTNER_CLOUD=microsoft: your settings say otherwise, and stay as they are.']),
    ...(settings.ACCESS_TEMPLATE
      ? []
      : [
          'Write your access template, then run this command again with --template FILE to create its groups (docs/3-partner.md).',
        ]),
    'Create the service account in Entra (https://entra.microsoft.com, Users), add it to the group AdminAgents, and set up multifactor authentication for it: docs/3-partner.md.',
    'Add your technicians to the groups of the access template. For Azure, add the group of your Azure administrators to AdminAgents.',
    'npm run package            creates the app for Teams; upload it in the Teams admin center (docs/2-bot.md)',
    'If Gatehouse has run on the sandbox, stop it and delete the sandbox’s data (docs/1-hosting.md, “Leave the sandbox”).',
    'npm run sign-in            signs Gatehouse in as the service account',
    'npm run doctor             checks everything',
    `npm start                  starts Gatehouse, which Teams reaches at ${endpoint} (docs/1-hosting.md)`,
    'npm run webhooks -- --register    has Partner Center send its events to Gatehouse',
  ];
  return [
    'What’s left, in this order:',
    ...steps.map((step, index) => `${String(index + 1).padStart(2)}. ${step}`),
    ...(template === undefined
      ? []
      : [
          '',
          `GDAP gives these groups their roles per customer, when you enable a tenant in the chat. There’s nothing to set up for that in Partner Center.`,
        ]),
    '',
    `Keep a copy of .env where you keep passwords: TOKEN_KEY and the secrets of tenant ${tenantId} are only there.`,
  ];
}
