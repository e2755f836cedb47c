// What a checkup found about the partner's directory, the access template and Partner Center.
import { checkByHand } from './check-by-hand.js';
import { grantConsent } from './checkup-sign-in.js';
import { icu } from './icu.js';

const meanwhile = 'Gatehouse still notices changes, but only when it next checks all tenants.';

/** By finding: what was found, and how to fix it. */
export const directoryFindings = {
  inAdminAgents: { found: 'The account is a member.' },
  notInAdminAgents: {
    found: 'The account isn’t a member of AdminAgents, so it can’t manage customers.',
    cure: 'Ask a Global Administrator to add the account to the group AdminAgents in Entra.',
  },
  noAdminAgents: {
    found: 'Your tenant has no AdminAgents group, which every partner tenant has.',
    cure: 'Check that PARTNER_TENANT_ID is the tenant enrolled in Partner Center.',
  },
  servicePrincipalThere: { found: '“Partner Customer Delegated Administration” is in your tenant.' },
  servicePrincipalMissing: {
    found:
      '“Partner Customer Delegated Administration” isn’t in your tenant. It’s only needed for calls that the app makes without a person.',
    cure: 'Ask an administrator to run: az ad sp create --id 2832473f-ec63-45fb-976f-5d45a7d4bb91',
  },
  rolesKnown: { found: icu<{ count: number }>('{count, plural, one {# role} other {# roles}}, all known.') },
  rolesUnknown: {
    found: ({ roles }: { roles: string }) => `These roles aren’t in Gatehouse’s list: ${roles}.`,
    cure: 'For a new built-in role, add it to your own list and set GDAP_ROLES to that file. Otherwise, correct the access template.',
  },
  groupsGood: {
    found: icu<{ count: number }>('{count, plural, one {# group} other {# groups}}, all found.'),
    foundNested: icu<{ count: number }>(
      '{count, plural, one {# group} other {# groups}}, all found and in AdminAgents.',
    ),
  },
  groupMissing: {
    found: ({ group, id }: { group: string; id: string }) => `“${group}” (${id}) doesn’t exist.`,
    cure: 'Put the object ID of a security group of your own tenant into the access template.',
  },
  groupNotSecurity: {
    found: ({ group }: { group: string }) => `“${group}” isn’t a security group. Only security groups can get access.`,
    cure: 'Create a security group in Entra and put its object ID into the access template.',
  },
  groupNotNested: {
    found: ({ group }: { group: string }) =>
      `“${group}” isn’t in AdminAgents, so its members can’t reach Azure subscriptions.`,
    cure: 'If they should, ask a Groups Administrator to add the group to AdminAgents in Entra.',
  },
  groupNamedOtherwise: {
    found: ({ group, directoryName }: { group: string; directoryName: string }) =>
      `“${group}” in the template is called “${directoryName}” in Entra.`,
    cure: 'Check that it’s the right group, and correct its name in the access template.',
  },
  groupsLeftOut: {
    found: icu<{ count: number }>(
      '{count, plural, one {# more group in the template wasn’t} other {# more groups in the template weren’t}} checked, to limit calls to Microsoft.',
    ),
    cure: checkByHand.templateGroups,
  },
  noGroupNested: {
    found: 'The template includes Azure, but none of its groups is in AdminAgents.',
    cure: 'Ask a Groups Administrator to add the group of your Azure administrators to AdminAgents in Entra.',
  },
  // Partner Center.
  partnerCenterReached: { found: 'Its API accepts Gatehouse.' },
  partnerCenterClosed: {
    found:
      'Its API refuses Gatehouse (403 1002), as it does for indirect resellers. Gatehouse goes on with Microsoft Graph alone: it lists the customers that GDAP gives you access to. Azure, delegated admin (DAP), reseller relationships and Partner Center’s events aren’t available.',
    cure: 'Nothing to do for an indirect reseller. If you’re a direct-bill partner or an indirect provider, check that the account is in AdminAgents; Gatehouse takes Partner Center up again by itself.',
  },
  partnerCenterRefuses: {
    found: ({ answer }: { answer: string }) =>
      `Its API refuses Gatehouse’s account (${answer}), so Gatehouse can’t list your customers.`,
    cure: 'Check in Entra that the account is in AdminAgents, and that user_impersonation of Microsoft Partner Center has admin consent.',
  },
  partnerCenterNoConsent: {
    found: 'The app has no consent for the permission user_impersonation of Microsoft Partner Center.',
    cure: grantConsent,
  },
  webhookOurs: {
    found: ({ time }: { time: string }) => `Sent to Gatehouse. Last event: ${time}.`,
    foundNone: 'Sent to Gatehouse. None has arrived since Gatehouse started.',
  },
  webhookElsewhere: {
    found: ({ host }: { host: string }) => `Sent to another product, at ${host}. ${meanwhile}`,
    cure: 'Only one address can receive them. npm run webhooks -- --register --take-over moves them here and stops them there.',
  },
  webhookLacksEvents: {
    found: ({ events }: { events: string }) => `Sent to Gatehouse, but without ${events}.`,
    cure: 'Run npm run webhooks -- --register to register them.',
  },
  webhookAbsent: {
    found: `Not registered. ${meanwhile}`,
    cure: 'Set PUBLIC_URL, then run npm run webhooks -- --register.',
  },
  webhookOursUnknown: {
    found: `Gatehouse can’t tell whether they’re sent here, because PUBLIC_URL isn’t set. ${meanwhile}`,
    cure: 'Set PUBLIC_URL to Gatehouse’s address on the internet.',
  },
};
