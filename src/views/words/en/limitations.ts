// Limitations: what is wrong, why, and who fixes it how.
import { icu } from './icu.js';

const again =
  'If access is still wanted, select Request again to send the customer a new request. If not, select Disable.';
const revalidate = 'Then select Revalidate';
const support = 'ask an admin agent to open a support request in Partner Center';

/** `title` is a few words, also for a row of the list and a headline. Names in them are foreign text. */
export const limitations = {
  openPartnerCenter: 'Open Partner Center',
  /** Goes on after the cure of an Azure limitation, while it can be accepted. */
  acceptInstead: 'If you don’t manage Azure there, select Accept limitation… instead.',
  /** The same, of what someone else took away. */
  takenAwayInstead: 'If it was intended, change the access template, or select Accept limitation… instead.',
  answer: ({ answer }: { answer: string }) => `Microsoft’s answer: ${answer}`,
  requestId: ({ id }: { id: string }) => `Microsoft’s request ID: ${id}`,
  requestElsewhere: {
    title: 'Another request is waiting for approval',
    cause: ({ relationship }: { relationship: string }) =>
      `The request “${relationship}” wasn’t made by Gatehouse and is waiting for the customer. Gatehouse doesn’t create a second one beside it.`,
    cure: 'In Partner Center, open the customer, then Admin relationships, and send that request’s link to the customer. Once it’s approved, Gatehouse adopts it if it has every role. If you don’t want it, let it expire, then select Revalidate.',
  },
  requestRefused: {
    title: 'Microsoft refused the request',
    nameTaken: ({ relationship }: { relationship: string }) => `The name is “${relationship}”.`,
    cure: `${revalidate} to send the request again.`,
  },
  roleMissing: {
    title: ({ roles }: { roles: string }) => `Missing: ${roles}`,
    cause: icu<{ relationship: string; count: number }>(
      'The relationship “{relationship}” is active without {count, plural, one {this role} other {these roles}} of the access template.',
    ),
    cure: 'Roles can’t be added once a customer has approved. Select Request again: the customer gets a new request with every role, and the present access stays until then.',
  },
  templateChanged: {
    title: ({ roles }: { roles: string }) => `Template changed: ${roles} missing`,
    cause: icu<{ relationship: string; count: number }>(
      'The access template has changed since the customer approved “{relationship}”, and now asks for {count, plural, one {this role} other {these roles}} as well.',
    ),
    cure: 'Roles can’t be added once a customer has approved. Select Request again: the customer gets a new request with every role, and the present access stays until then.',
  },
  /** Of the template's privileged roles, which the customer has approved. */
  templateHeld: {
    title: ({ roles }: { roles: string }) => `Template changed: a second admin must approve ${roles}`,
    cause: icu<{ relationship: string; count: number }>(
      'The access template has changed and now gives a group {count, plural, one {this privileged role} other {these privileged roles}}. The customer has approved {count, plural, one {it} other {them}} with “{relationship}”, but a second admin hasn’t.',
    ),
    cure: 'Select Request again: a second admin is asked, and after the approval the group gets what it lacks. If it shouldn’t, undo the change to the access template.',
  },
  groupNotAssigned: {
    title: ({ group }: { group: string }) => `Roles not assigned to “${group}”`,
    cause: 'Microsoft refused to assign the group’s roles.',
    cure: `${revalidate} to assign the group again.`,
  },
  assignmentFailed: {
    title: ({ group }: { group: string }) => `Assigning roles to “${group}” failed`,
    cause: 'Microsoft accepted the assignment, then ended it with an error.',
    cure: `Select Revalidate to remove the failed assignment and create it again. If it fails again, ${support}.`,
  },
  assignmentGone: {
    title: ({ group }: { group: string }) => `“${group}” lost its access`,
    cause:
      'The group’s access assignment was removed, in Partner Center or with another product. Gatehouse didn’t do it.',
    cure: 'Select Revalidate to assign the group again.',
  },
  rolesTakenAway: {
    title: ({ group, roles }: { group: string; roles: string }) => `“${group}” lost: ${roles}`,
    cause: icu<{ count: number }>(
      '{count, plural, one {This role was} other {These roles were}} taken out of the group’s access assignment, in Partner Center or with another product. Gatehouse didn’t do it.',
    ),
    cure: 'Select Revalidate to assign the roles to the group again.',
  },
  noAzurePlan: {
    title: 'No Azure plan',
    cause:
      'The customer has no Azure plan with you, so you can’t manage its Azure subscriptions. Everything else works.',
    cure: `If you manage Azure for this customer, ask someone with purchasing rights in Partner Center to buy the Azure plan. ${revalidate}.`,
  },
  azurePlanNotActive: {
    title: 'Azure plan isn’t active',
    cause:
      'The customer’s Azure plan is suspended or has ended, so you can’t manage its Azure subscriptions. Everything else works.',
    cure: `If you manage Azure for this customer, ask someone with purchasing rights in Partner Center to reactivate the plan. ${revalidate}.`,
  },
  notReseller: {
    title: 'No reseller relationship',
    cause:
      'The customer doesn’t buy through you, and Azure access requires a reseller relationship. Everything else works.',
    cure: `If you manage Azure for this customer, send a reseller request from Partner Center. ${revalidate}.`,
  },
  relationshipLost: {
    terminated: {
      title: 'Access was ended',
      cause: ({ relationship }: { relationship: string }) =>
        `The relationship “${relationship}” was terminated, in Partner Center or by the customer: a Global Administrator or a Customer Delegated Admin Relationship Administrator can do that.`,
      cure: `Ask the customer whether this was intended. ${again}`,
    },
    expired: {
      title: 'Access expired',
      cause: ({ relationship }: { relationship: string }) =>
        `The relationship “${relationship}” reached its end date and wasn’t renewed.`,
      cure: again,
    },
    expiring: {
      title: 'Access is being removed',
      cause: ({ relationship }: { relationship: string }) =>
        `The relationship “${relationship}” is past its end date, and Microsoft is removing the access.`,
      cure: 'This can’t be stopped. When it has expired, you can send a new request here.',
    },
    gone: {
      title: 'Access is gone',
      cause: ({ relationship }: { relationship: string }) =>
        `Microsoft no longer has the relationship “${relationship}”.`,
      cure: again,
    },
    declined: {
      title: 'The customer declined',
      cause: ({ relationship }: { relationship: string }) =>
        `The request “${relationship}” ended without being approved.`,
      cure: `Talk to the customer’s administrator. ${again}`,
    },
    lapsed: {
      title: 'The request expired',
      cause: ({ relationship }: { relationship: string }) =>
        `The request “${relationship}” wasn’t approved within 90 days, so Microsoft removed it.`,
      cure: again,
    },
  },
  couldNotCheck: {
    title: ({ what }: { what: string }) => `Couldn’t check ${what}`,
    cause: 'The check failed, so Gatehouse doesn’t know what’s in place.',
    cure: 'Gatehouse keeps checking. Select Revalidate to check now.',
  },
  keepsFailing: {
    title: ({ what }: { what: string }) => `${what} keeps failing`,
    cause: ({ said }: { said: string }) => `Last attempt: ${said}.`,
    /** For text blocks only. */
    when: ({ since }: { since: string }) => `Failing since ${since}.`,
    cure: `Gatehouse retries by itself; the tenant’s card says when. Select Revalidate to try now. If it keeps failing, ${support} with the request ID.`,
  },
  assignmentStuck: {
    title: ({ group }: { group: string }) => `Assigning roles to “${group}” is stuck at Microsoft`,
    cause: 'Microsoft accepted the assignment and still shows it as pending. This usually takes a minute or two.',
    /** For text blocks only. */
    when: ({ since }: { since: string }) => `Pending since ${since}.`,
    cure: `Select Revalidate to remove the pending assignment and create it again. If it gets stuck again, ${support}.`,
  },
  takesTooLong: {
    title: 'Microsoft is taking much longer than usual',
    cause: 'Creating, activating and assigning usually take minutes. This has taken more than an hour.',
    state: ({ relationship, status }: { relationship: string; status: string }) =>
      `The relationship “${relationship}” has the status ${status}.`,
    /** For text blocks only. */
    when: ({ since }: { since: string }) => `Waiting since ${since}.`,
    cure: `Gatehouse keeps checking. Select Revalidate to check now. If nothing changes, ${support}.`,
  },
  unknownStatus: {
    title: 'Microsoft reports an unknown status',
    cause: ({ relationship }: { relationship: string }) =>
      `The relationship “${relationship}” has a status that this version of Gatehouse doesn’t recognize, so it can’t tell whether you have access.`,
    cure: 'Check the relationship in Partner Center, and whether a newer version of Gatehouse is available.',
  },
  card: {
    title: ({ tenant }: { tenant: string }) => `Limitations of ${tenant}`,
    howToFix: 'How to fix it: ',
    acceptedBy: ({ person }: { person: string }) => `Accepted by ${person}`,
  },
};
