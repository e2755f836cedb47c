// What a checkup found about the bot's identity and the machine it runs on.
import { icu } from './icu.js';

const newerNode = 'Install Node.js 24, which is supported until April 2028.';

/** By finding: what was found, and how to fix it. */
export const machineFindings = {
  botAnonymous: {
    found: 'The bot is anonymous and can only be reached from this machine, which is enough for the sandbox.',
    foundExposed:
      'The bot is anonymous (ALLOW_ANONYMOUS_BOT): Teams can’t reach it, and any program on this machine can act as anyone on your real tenants.',
    cure: 'Set MicrosoftAppId and the settings beside it from the bot’s app registration, and remove ALLOW_ANONYMOUS_BOT.',
  },
  botManagedIdentity: {
    found: 'The bot uses a managed identity, which can only be tested in Azure.',
    cure: 'Send the bot a message in Teams. If it answers, the identity works.',
  },
  botKnown: { found: 'Configured.' },
  botTokenGranted: { found: 'Configured, and its secret is accepted.' },
  botSecretWrong: {
    found: 'Microsoft doesn’t accept the bot’s secret, so the bot can’t answer.',
    cure: 'Set MicrosoftAppPassword to the secret’s value (not its ID). Entra shows it only once, when the secret is created.',
  },
  botSecretEnded: {
    found: 'The bot’s secret has expired, so the bot can’t answer.',
    cure: 'Create a new one in Entra (App registrations, the bot’s app, Certificates & secrets) and set MicrosoftAppPassword.',
  },
  botAppUnknown: {
    found: 'The tenant has no application with the bot’s ID.',
    cure: 'Compare MicrosoftAppId, MicrosoftAppTenantId and MicrosoftAppType with the app registration in Entra.',
  },
  botTenantUnknown: {
    found: 'No tenant has the bot’s tenant ID.',
    cure: 'Compare MicrosoftAppTenantId with the app registration in Entra.',
  },
  botRefused: {
    found: 'Microsoft refuses the bot’s sign-in.',
    cure: 'Check the reason in Entra (Sign-in logs, Service principal sign-ins, the bot’s app).',
  },
  // The machine.
  clockRight: { found: 'Matches Microsoft’s.' },
  clockNotTold: { found: 'Not checked: Microsoft hasn’t sent the time.', cure: 'Compare it with another clock.' },
  clockOff: {
    found: icu<{ seconds: number; minutes: number; unit: 'seconds' | 'minutes'; direction: 'ahead' | 'behind' }>(
      '{unit, select, seconds {{seconds, plural, one {# second} other {# seconds}}} other {{minutes, plural, one {# minute} other {# minutes}}}} {direction, select, ahead {ahead of} other {behind}} Microsoft’s. At five minutes or more, signing in fails.',
    ),
    cure: 'Let the machine synchronize its clock with network time (NTP).',
  },
  folderGood: {
    found: ({ free, isHeld }: { free: string | undefined; isHeld: boolean }) =>
      `Writable${free === undefined ? '' : `, ${free} free`}${isHeld ? '; in use by Gatehouse' : ''}.`,
  },
  folderAbsent: { found: 'Doesn’t exist yet. The first start creates it.' },
  folderNotWritable: {
    found: 'Not writable, so Gatehouse can’t save anything.',
    cure: 'Give the user that runs Gatehouse write access to DATA_DIR, or choose another folder.',
  },
  folderOpenToOthers: {
    found: 'Other users of this machine can write to it.',
    cure: 'Allow only the user that runs Gatehouse to write to it: chmod 700.',
  },
  folderFleeting: {
    found: 'In memory or inside a container. The sign-in, subscriptions and audit log are lost with it.',
    cure: 'Put DATA_DIR on a persistent volume or disk.',
  },
  folderFilling: {
    found: ({ free }: { free: string }) =>
      `Only ${free} free on its disk. When it’s full, Gatehouse can’t save anything.`,
    cure: 'Free up disk space.',
  },
  nodeSupported: { found: ({ version }: { version: string }) => `${version} is supported.` },
  nodeEnded: {
    found: ({ version }: { version: string }) => `${version} no longer gets security fixes.`,
    cure: newerNode,
  },
  nodeTooOld: {
    found: ({ version }: { version: string }) => `${version} is too old for Gatehouse.`,
    cure: newerNode,
  },
};
