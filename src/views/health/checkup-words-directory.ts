// The words of findings about the partner's directory, the access template and Partner Center.

import { counted, literal } from '../render/text.js';
import { byHand, type WordsFor } from './checkup-names.js';

type What =
  | 'inAdminAgents'
  | 'notInAdminAgents'
  | 'noAdminAgents'
  | 'servicePrincipalThere'
  | 'servicePrincipalMissing'
  | 'rolesKnown'
  | 'rolesUnknown'
  | 'groupsGood'
  | 'groupMissing'
  | 'groupNotSecurity'
  | 'groupNotNested'
  | 'groupNamedOtherwise'
  | 'groupsLeftOut'
  | 'noGroupNested'
  | 'partnerCenterReached'
  | 'partnerCenterClosed'
  | 'partnerCenterRefuses'
  | 'partnerCenterNoConsent'
  | 'webhookOurs'
  | 'webhookElsewhere'
  | 'webhookLacksEvents'
  | 'webhookAbsent'
  | 'webhookOursUnknown';

const meanwhile = 'Gatehouse still finds out what happens, but only at the next sweep.';

/** Words by `what`. */
export const directoryWords: WordsFor<What> = {
  inAdminAgents: () => ({ found: 'The account is in it.' }),
  notInAdminAgents: () => ({
    found: 'The account is not in AdminAgents, so it may not manage any customer.',
    cure: 'In Entra, a global administrator adds the account to the group AdminAgents.',
  }),
  noAdminAgents: () => ({
    found: 'Your tenant has no group AdminAgents, which every partner’s tenant has.',
    cure: 'Check that PARTNER_TENANT_ID is the tenant that is enrolled in Partner Center.',
  }),
  servicePrincipalThere: () => ({ found: '“Partner Customer Delegated Administration” is in your tenant.' }),
  servicePrincipalMissing: () => ({
    found:
      '“Partner Customer Delegated Administration” is not in your tenant. Only what the app asks by itself needs it.',
    cure: 'An administrator runs: az ad sp create --id 2832473f-ec63-45fb-976f-5d45a7d4bb91',
  }),
  rolesKnown: ({ count }) => ({ found: `${counted(count, 'role')}, all known.` }),
  rolesUnknown: ({ roleIds }) => ({
    found: `Gatehouse’s list has no role ${roleIds
      .slice(0, 5)
      .map((id) => literal(id))
      .join(', ')}${roleIds.length > 5 ? ' and more' : ''}.`,
    cure: 'If it is a new built-in role, add it to a list of your own and let GDAP_ROLES name that file. If it is a slip, correct the access template.',
  }),
  groupsGood: ({ count, areNested }) => ({
    found: `${counted(count, 'group')}, all there${areNested ? ' and in AdminAgents' : ''}.`,
  }),
  groupMissing: ({ groupName, groupId }) => ({
    found: `“${literal(groupName)}” (${literal(groupId)}) does not exist.`,
    cure: 'Put the object id of a security group of your own tenant into the access template.',
  }),
  groupNotSecurity: ({ groupName }) => ({
    found: `“${literal(groupName)}” is no security group, and only those can be given access.`,
    cure: 'Make a security group in Entra and put its object id into the access template.',
  }),
  groupNotNested: ({ groupName }) => ({
    found: `“${literal(groupName)}” is not in AdminAgents, so its members reach no Azure subscription.`,
    cure: 'If they are to, a groups administrator adds the group to AdminAgents in Entra.',
  }),
  groupNamedOtherwise: ({ groupName, directoryName }) => ({
    found: `“${literal(groupName)}” of the template is called “${literal(directoryName)}” in Entra.`,
    cure: 'Check that it is the group you mean, and put its name into the access template.',
  }),
  groupsLeftOut: ({ count }) => ({
    found: `${counted(count, 'more group')} of the template ${count === 1 ? 'was' : 'were'} not looked at, to spare Microsoft.`,
    cure: byHand.templateGroups,
  }),
  noGroupNested: () => ({
    found: 'The template wants Azure, and none of its groups is in AdminAgents.',
    cure: 'In Entra, a groups administrator adds the group of those who manage Azure to AdminAgents.',
  }),
  partnerCenterReached: () => ({ found: 'Its API lets Gatehouse in.' }),
  partnerCenterClosed: () => ({
    found:
      'Its API doesn’t let Gatehouse in (403 1002), as is so for every indirect reseller. Your customers are listed only there, so Gatehouse shows and manages none of them, nor their GDAP relationships.',
    cure: 'An indirect reseller manages its customers in Partner Center itself. If you’re a direct-bill partner or an indirect provider, check that the account is in AdminAgents.',
  }),
  partnerCenterRefuses: ({ problem }) => ({
    found: `Its API refuses Gatehouse’s account (${literal(problem.answer ?? '403')}), so your customers can’t be listed.`,
    cure: 'Check in Entra that the account is in AdminAgents, and that user_impersonation of Microsoft Partner Center is consented.',
  }),
  partnerCenterNoConsent: () => ({
    found: 'Nobody has consented to the app’s permission user_impersonation of Microsoft Partner Center.',
    cure: 'A global administrator of your own tenant consents: Entra, App registrations, your app, API permissions.',
  }),
  webhookOurs: ({ lastEventAt }) => ({
    found: `They come here; ${lastEventAt === undefined ? 'none has come since the start' : `the last one came on ${minute(lastEventAt)}`}.`,
  }),
  webhookElsewhere: ({ host }) => ({
    found: `They go to another product, at ${literal(host)}. ${meanwhile}`,
    cure: 'Only one address can have them. “npm run webhooks -- --register --take-over” brings them here, and takes them away there.',
  }),
  webhookLacksEvents: ({ events }) => ({
    found: `They come here, but without ${events
      .slice(0, 4)
      .map((event) => literal(event))
      .join(', ')}${events.length > 4 ? ' and more' : ''}.`,
    cure: '“npm run webhooks -- --register” registers them.',
  }),
  webhookAbsent: () => ({
    found: `They go nowhere. ${meanwhile}`,
    cure: 'Run “npm run webhooks -- --register”, which takes PUBLIC_URL.',
  }),
  webhookOursUnknown: () => ({
    found: `Whether they come here cannot be told, because PUBLIC_URL is not set. ${meanwhile}`,
    cure: 'Set PUBLIC_URL to the address under which the internet reaches Gatehouse.',
  }),
};

function minute(instant: string): string {
  return `${instant.slice(0, 'YYYY-MM-DDTHH:MM'.length).replace('T', ' at ')} UTC`;
}
