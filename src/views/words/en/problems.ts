// Why a call to Microsoft failed, and who can fix it.

const lookThere = 'Ask an admin agent to check it in Partner Center.';
const checkTemplate =
  'If other customers are refused too, ask your Gatehouse administrator to check the roles and groups in the access template.';
const sameElsewhere = 'Your access template is fine: it works for another customer.';

/** Cause and cure of a problem, as whole sentences; what Microsoft said; what was tried. */
export const problems = {
  noRights: {
    cause: 'The account or app that Gatehouse signs in with doesn’t have permission to do this.',
    cure: ({ permission }: { permission: string }) =>
      `Ask a Global Administrator of your own tenant to add the account to AdminAgents and to consent to the app’s permission ${permission}.`,
  },
  partnerCenterPermission: 'user_impersonation of Microsoft Partner Center',
  consentMissing: {
    cause: 'The app that Gatehouse signs in with lacks consent in your own tenant, or its account is a guest there.',
    cure: 'Ask your Gatehouse administrator to run npm run sign-in, which shows what’s missing, with the link for a Global Administrator to grant it.',
  },
  partnerCenterClosed: {
    cause: ({ answer }: { answer: string }) =>
      `Partner Center’s API refuses Gatehouse, as it does for indirect resellers (${answer}).`,
    cure: 'Indirect resellers manage customers in Partner Center. If you’re a direct-bill partner or an indirect provider, ask a Global Administrator to add Gatehouse’s account to AdminAgents.',
  },
  notAccepted: {
    request: {
      cause: 'Microsoft didn’t accept the request, usually because GDAP doesn’t support one of its roles.',
      cure: checkTemplate,
    },
    assignment: {
      cause: 'Usually the group doesn’t exist, or a role isn’t activated in the customer’s tenant.',
      cure: checkTemplate,
    },
    check: {
      cause: 'Microsoft didn’t accept the query.',
      cure: 'Ask your Gatehouse administrator to look up the call in the log.',
    },
    removal: { cause: 'Microsoft didn’t accept the removal.', cure: lookThere },
  },
  notAcceptedOnlyHere: {
    request: {
      cause: `Microsoft refuses the request for this customer only. ${sameElsewhere}`,
      cure: 'Ask an admin agent to request the relationship in Partner Center (the customer, Admin relationships), which says what’s wrong.',
    },
    assignment: {
      cause: `It’s refused for this customer only, usually because a role isn’t activated in their tenant. ${sameElsewhere}`,
      cure: 'Ask an admin agent to assign the group in Partner Center (the customer, Admin relationships), which says what’s wrong.',
    },
  },
  nameTaken: {
    cause: 'Another relationship in your Partner Center already has the name that Gatehouse chose.',
    cure: 'The next request gets another name. To find out who created that relationship, check Partner Center.',
  },
  notFound: {
    cause: 'Microsoft can’t find the customer, relationship or group that this is about.',
    cure: 'Ask an admin agent to check in Partner Center that the customer is still there, and in Entra that the access template’s groups are.',
  },
  notFoundInRemoval: { cause: 'Microsoft can’t find what should be removed.', cure: lookThere },
  throttled: { cause: 'Microsoft asked Gatehouse to wait.', cure: 'This usually resolves by itself.' },
  notPossibleNow: {
    cause: 'Microsoft says that this isn’t possible right now.',
    cure: 'This usually resolves by itself.',
  },
  noUsableAnswer: {
    cause: 'Microsoft didn’t give a usable answer.',
    cure: 'This usually resolves by itself. Larger incidents are on Microsoft’s service health page.',
  },
  /** For text blocks only. */
  signInLost: ({ since }: { since: string }) =>
    `Gatehouse hasn’t been able to change anything at Microsoft since ${since}. It shows what it can still read.`,
  said: {
    unreachableBecause: ({ answer }: { answer: string }) => `Microsoft couldn’t be reached: ${answer}`,
    answered: ({ answer }: { answer: string }) => `Microsoft answered ${answer}`,
    unreachable: 'Microsoft didn’t answer',
    throttled: 'Microsoft asked Gatehouse to wait',
    unexpectedAnswer: 'Microsoft’s answer couldn’t be read',
    refused: 'Microsoft refused',
    /** After one of the others. */
    requestId: ({ id }: { id: string }) => ` (request ID ${id})`,
  },
  checked: { azurePlan: 'the Azure plan', assignments: 'the access assignments' },
  aGroup: 'a group',
  tried: {
    setAutoExtend: 'Switching auto-extend on',
    removeGlobalAdministrator: 'Removing Global Administrator',
    createSuccessor: 'Creating the relationship that is to follow',
    lockSuccessor: 'Sending the request for it to the customer',
    readRelationships: 'Reading the customer’s relationships',
    createRelationship: 'Creating the relationship',
    lockForApproval: 'Sending the request to the customer',
    assignAccess: ({ group }: { group: string }) => `Assigning roles to “${group}”`,
    widenAssignment: ({ group }: { group: string }) => `Adding roles to “${group}”`,
    removeAssignment: ({ group }: { group: string }) => `Removing the old assignment of “${group}”`,
    endEarlier: 'Ending the earlier relationship',
  },
};
