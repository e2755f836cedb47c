// The words of findings about people, the bot's identity and the machine it runs on.

import { counted, literal } from '../render/text.js';
import type { WordsFor } from './checkup-names.js';

type What =
  | 'everybodyMay'
  | 'peopleNamed'
  | 'nobodyMay'
  | 'noAdmins'
  | 'emptyGroups'
  | 'noSecondAdmin'
  | 'botAnonymous'
  | 'botManagedIdentity'
  | 'botKnown'
  | 'botTokenGranted'
  | 'botSecretWrong'
  | 'botSecretEnded'
  | 'botAppUnknown'
  | 'botTenantUnknown'
  | 'botRefused'
  | 'clockRight'
  | 'clockNotTold'
  | 'clockOff'
  | 'folderGood'
  | 'folderAbsent'
  | 'folderNotWritable'
  | 'folderOpenToOthers'
  | 'folderFleeting'
  | 'folderFilling'
  | 'nodeSupported'
  | 'nodeEnded'
  | 'nodeTooOld';

const newerNode = 'Install Node.js 24, which is supported until April 2028.';

/** Words by `what`. */
export const machineWords: WordsFor<What> = {
  everybodyMay: () => ({
    found: 'ADMINS, OPERATORS and VIEWERS are empty, so on the sandbox everybody may do everything.',
  }),
  peopleNamed: ({ count }) => ({
    found: `ADMINS, OPERATORS and VIEWERS name ${counted(count, 'person or group', 'people or groups')}.`,
  }),
  nobodyMay: ({ emptyGroups }) => ({
    found: `No one may do anything: ADMINS, OPERATORS and VIEWERS name no one${whichGroups(emptyGroups)}.`,
    cure: 'Put your Entra object ID into ADMINS. The bot tells it to anyone who asks for something they may not do.',
  }),
  noAdmins: ({ emptyGroups }) => ({
    found: `ADMINS names no one${whichGroups(emptyGroups)}, so no one can disable or offboard a tenant, or hears what needs attention.`,
    cure: 'Put the Entra object ID of at least one person into ADMINS.',
  }),
  emptyGroups: ({ emptyGroups }) => ({
    found: `${counted(emptyGroups.length, 'group')} in ADMINS, OPERATORS or VIEWERS can’t be found or has no members: ${idsOf(emptyGroups)}.`,
    cure: 'Add members in Entra under Groups, or remove the group from the setting.',
  }),
  noSecondAdmin: () => ({
    found:
      'REQUIRE_SECOND_ADMIN is true, but ADMINS names one person only, so no one can approve a complete offboarding.',
    cure: 'Add a second person to ADMINS.',
  }),
  botAnonymous: ({ state }) =>
    state === 'good'
      ? { found: 'The bot is anonymous and can be reached from this machine only, which is all that a sandbox takes.' }
      : {
          found:
            'The bot is anonymous (ALLOW_ANONYMOUS_BOT): Teams can’t reach it, and every program on this machine can act as any person, on your real tenants.',
          cure: 'Set MicrosoftAppId and what belongs to it, from the bot’s app registration, and remove ALLOW_ANONYMOUS_BOT.',
        },
  botManagedIdentity: () => ({
    found: 'The bot has a managed identity, which can be tried only where it runs in Azure.',
    cure: 'Say something to the bot in Teams: if it answers, all is well.',
  }),
  botKnown: () => ({ found: 'The bot has one.' }),
  botTokenGranted: () => ({ found: 'The bot has one, and its secret opens the door.' }),
  botSecretWrong: () => ({
    found: 'Microsoft does not accept the bot’s secret, so the bot cannot answer.',
    cure: 'Put the secret’s value (not its id) into MicrosoftAppPassword. It is shown only once, when it is made in Entra.',
  }),
  botSecretEnded: () => ({
    found: 'The bot’s secret has expired, so the bot cannot answer.',
    cure: 'Make a new one in Entra (App registrations, the bot’s app, Certificates & secrets) and put it into MicrosoftAppPassword.',
  }),
  botAppUnknown: () => ({
    found: 'The tenant has no application with the bot’s id.',
    cure: 'Check MicrosoftAppId, MicrosoftAppTenantId and MicrosoftAppType against the app registration in Entra.',
  }),
  botTenantUnknown: () => ({
    found: 'There is no tenant with the bot’s tenant id.',
    cure: 'Check MicrosoftAppTenantId against the app registration in Entra.',
  }),
  botRefused: () => ({
    found: 'Microsoft does not let the bot sign in.',
    cure: 'Entra’s sign-in logs say why: Sign-in logs, Service principal sign-ins, the bot’s app.',
  }),
  clockRight: () => ({ found: 'It agrees with Microsoft’s.' }),
  clockNotTold: () => ({ found: 'Microsoft has not said what time it is.', cure: 'Compare it with another clock.' }),
  clockOff: ({ seconds }) => ({
    found: `It is ${duration(Math.abs(seconds))} ${seconds > 0 ? 'ahead of' : 'behind'} Microsoft’s; from five minutes on, signing in fails.`,
    cure: 'Let the machine set its clock by the network (NTP).',
  }),
  folderGood: ({ freeBytes, isHeld }) => ({
    found: `It can be written${freeBytes === undefined ? '' : `, with ${space(freeBytes)} free`}${isHeld ? '; Gatehouse is running on it' : ''}.`,
  }),
  folderAbsent: () => ({ found: 'It is not there yet; the first start makes it.' }),
  folderNotWritable: () => ({
    found: 'It cannot be written, so nothing can be saved.',
    cure: 'Give the user that Gatehouse runs as the right to write to DATA_DIR, or choose another folder.',
  }),
  folderOpenToOthers: () => ({
    found: 'Other users of this machine may put files into it.',
    cure: 'Let nobody but the user that Gatehouse runs as write to it: chmod 700.',
  }),
  folderFleeting: () => ({
    found: 'It is in memory or in a container’s own layer, and goes with it: sign-in, subscriptions and the audit log.',
    cure: 'Let DATA_DIR be on a volume or a disk that stays.',
  }),
  folderFilling: ({ freeBytes }) => ({
    found: `Only ${space(freeBytes)} are free on its disk. When it is full, nothing can be saved.`,
    cure: 'Make room on the disk.',
  }),
  nodeSupported: ({ version }) => ({ found: `${literal(version)} is supported.` }),
  nodeEnded: ({ version }) => ({ found: `${literal(version)} gets no security fixes any more.`, cure: newerNode }),
  nodeTooOld: ({ version }) => ({ found: `${literal(version)} is too old for Gatehouse.`, cure: newerNode }),
};

function whichGroups(ids: readonly string[]): string {
  return ids.length === 0 ? '' : ` but groups that can’t be found or have no members (${idsOf(ids)})`;
}

function idsOf(ids: readonly string[]): string {
  return `${ids
    .slice(0, 5)
    .map((id) => literal(id))
    .join(', ')}${ids.length > 5 ? ' and more' : ''}`;
}

function duration(seconds: number): string {
  return seconds < 120 ? counted(seconds, 'second') : counted(Math.round(seconds / 60), 'minute');
}

function space(bytes: number): string {
  const mebibytes = bytes / 1024 ** 2;
  return mebibytes < 1024 ? `${Math.floor(mebibytes)} MB` : `${Math.floor(mebibytes / 1024)} GB`;
}
