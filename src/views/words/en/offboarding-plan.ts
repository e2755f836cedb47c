// The plan of a complete offboarding.
import { icu } from './icu.js';

const count = (pattern: string) => icu<{ count: number }>(pattern);

/** Times and days are for text blocks only; names are foreign text. */
export const offboardingPlan = {
  plan: {
    title: ({ tenant }: { tenant: string }) => `Offboard ${tenant} completely?`,
    intro: ({ time }: { time: string }) =>
      `Nothing has been done yet. This is the access and everything else that connects you to the tenant, read from Microsoft on ${time}.`,
    reviewTitle: ({ tenant }: { tenant: string }) => `Approve offboarding ${tenant} completely?`,
    reviewIntro: ({ time }: { time: string }) =>
      `Nothing has been done yet. This is the access and everything else that connects you to the tenant, read from Microsoft again on ${time}.`,
    nothingToRemove: 'There’s nothing that Gatehouse can remove here. You still get the certificate.',
    /** Some parts couldn't be read. */
    nothingToRemoveYet:
      'Gatehouse can’t remove anything here until it can read everything. Access may remain. Refresh the plan before you decide.',
    unlisted:
      'Partner Center doesn’t answer for this customer, so delegated admin (DAP) or a reseller relationship can’t be ended here. Withdrawing the consent goes through Partner Center as well and may be refused; the customer can delete the application instead.',
    next: 'What happens next',
    steps: 'Steps to carry out',
    typeName: 'To confirm, type the name of this tenant: ',
    nameLabel: 'Name of the tenant',
    refresh: 'Refresh plan',
    refreshTooltip: 'Read the plan from Microsoft again',
    exportPlan: 'Export plan',
    backToPlan: 'Back to the plan',
    approve: 'Approve',
    reject: 'Cancel offboarding',
    fileTitle: ({ tenant }: { tenant: string }) => `Plan to offboard ${tenant} completely`,
    fileIntro: 'This is a plan. Nothing has been done.',
    readAt: 'Read from Microsoft',
    fileOf: ({ tenant }: { tenant: string }) => `plan for ${tenant}`,
  },
  rules: {
    secondAdmin: 'A second admin must approve this exact plan within a day. Nothing is done before that.',
    beginsAtOnce: 'It starts immediately.',
    beginsAtOnceAfterApproval: 'It starts as soon as that admin approves.',
    beginsAfter: icu<{ minutes: number }>(
      'It starts {minutes, plural, one {# minute} other {# minutes}} after you confirm. Undo stops it before then.',
    ),
    beginsAfterApproval: icu<{ minutes: number }>(
      'It starts {minutes, plural, one {# minute} other {# minutes}} after that. Undo stops it before then.',
    ),
    beginsAfterSeconds: icu<{ seconds: number }>(
      'It starts {seconds, plural, one {# second} other {# seconds}} after you confirm. Undo stops it before then.',
    ),
    beginsAfterApprovalSeconds: icu<{ seconds: number }>(
      'It starts {seconds, plural, one {# second} other {# seconds}} after that. Undo stops it before then.',
    ),
    verified: 'A step counts as done only when Microsoft shows that it is. The card follows each step.',
    watched: 'Requests that still wait for the customer’s approval are watched until they expire.',
    certificate:
      'At the end, you get an exit certificate. Everything else that Gatehouse stores about this tenant is deleted, except IDs in the audit log and of approval requests that are still watched.',
  },
  kinds: {
    unread: 'Couldn’t be read',
    assignment: count('{count, plural, one {# access assignment} other {# access assignments}}'),
    consent: 'Consent of your application',
    relationship: count('{count, plural, one {# GDAP relationship} other {# GDAP relationships}}'),
    endedRelationship: count('{count, plural, one {# ended GDAP relationship} other {# ended GDAP relationships}}'),
    invitation: count('{count, plural, one {# pending request} other {# pending requests}}'),
    delegatedAdmin: 'Delegated admin (DAP)',
    reseller: 'Reseller relationship',
    subscription: count('{count, plural, one {# subscription} other {# subscriptions}}'),
    reservation: count('{count, plural, one {# Azure reserved instance} other {# Azure reserved instances}}'),
  },
  absent: {
    sentence: ({ list }: { list: string }) => `Not present: ${list}.`,
    consent: 'consent of your application',
    delegatedAdmin: 'delegated admin (DAP)',
    reseller: 'reseller relationship',
  },
  /** What becomes of a thing, always with an icon. */
  fates: {
    removed: '🗑️ Will be removed',
    leftOut: '➖ Not selected',
    choosable: '❔ Optional',
    cannot: '⛔ Can’t be removed',
    stays: '➖ Stays',
    unread: '❓ Unknown',
    ended: '➖ Already ended',
  },
  explanations: {
    unread: 'Gatehouse couldn’t read this, so it won’t remove it. Once the cause is fixed, refresh the plan.',
    subscription:
      '💰 Gatehouse doesn’t cancel subscriptions. Ask someone with purchasing rights in Partner Center. First, move anything the customer wants to keep to their next partner.',
    lasting: '⚠️ This can’t be undone: the customer would have to accept a new invitation.',
    lastingIfChosen:
      '⚠️ Only ended if you select it below. This can’t be undone: the customer would have to accept a new invitation.',
  },
  more: ({ count: more }: { count: number }) => `and ${more} more`,
  choices: {
    assignments: count('Remove {count, plural, one {# access assignment} other {# access assignments}}'),
    consent: 'Withdraw the consent of your application',
    relationships: count('Terminate {count, plural, one {# GDAP relationship} other {# GDAP relationships}}'),
    delegatedAdmin: 'Remove delegated admin (DAP)',
    reseller: '⚠️ End the reseller relationship (can’t be undone)',
  },
  rows: {
    group: ({ id }: { id: string }) => `Group ${id}`,
    roles: count('{count, plural, one {# role} other {# roles}}'),
    assignments: {
      pending: 'Being assigned.',
      active: '',
      deleting: 'Already being removed.',
      deleted: 'Removed.',
      error: 'Microsoft ended the assignment with an error.',
      unknown: 'In a state that Gatehouse doesn’t recognize.',
    },
    relationships: {
      created: 'Not sent to the customer yet',
      approvalPending: 'Waiting for the customer',
      approved: 'Approved, being set up',
      activating: 'Approved, being set up',
      active: 'Active',
      expiring: 'Past its end date, being removed by Microsoft',
      expired: 'Expired',
      terminationRequested: 'Already being terminated',
      terminating: 'Already being terminated',
      terminated: 'Terminated',
      unknown: 'In a state that Gatehouse doesn’t recognize',
      gone: 'No longer known to Microsoft',
    },
    activeUntil: ({ day }: { day: string }) => `Active until ${day}`,
    notOurs: ({ state }: { state: string }) => `${state}. Not created by Gatehouse.`,
    ours: ({ state }: { state: string }) => `${state}.`,
    approvableUntil: ({ day }: { day: string }) => `Can be approved until ${day}.`,
    approvableUntilUnknown: 'Can be approved until it expires, 90 days after it was created.',
    reservation: ({ quantity, kind, product }: { quantity: number; kind: string; product: string }) =>
      `${quantity} × ${kind} (${product})`,
    unnamedReservation: 'reserved instance',
    noProduct: 'no product ID',
    until: ({ day }: { day: string }) => `Until ${day}.`,
    requestId: ({ id }: { id: string }) => `request ID ${id}`,
    parts: {
      relationships: 'GDAP relationships',
      assignments: 'Access assignments',
      consent: 'Consent of your application',
      standing: 'Delegated admin (DAP) and the reseller relationship',
      subscriptions: 'Subscriptions',
      reservations: 'Azure reserved instances',
    },
  },
  /** A subscription that stays: what it costs, and until when it can be canceled. */
  subscriptions: {
    states: {
      active: '',
      pending: 'Being set up.',
      suspended: 'Suspended.',
      disabled: 'Disabled.',
      expired: 'Expired.',
      deleted: 'Deleted.',
      none: 'In a state that Gatehouse doesn’t recognize.',
      unknown: 'In a state that Gatehouse doesn’t recognize.',
    },
    azurePlan: 'Billed by use, for as long as anything runs in it.',
    refundable: ({ time }: { time: string }) => `⏰ Can be canceled with a refund until ${time}.`,
    trial: 'Trial, until it ends or is canceled.',
    trialUntil: ({ day }: { day: string }) => `Trial until ${day}.`,
    trialRenews: ({ day }: { day: string }) => `Trial until ${day}, then renews itself unless that’s turned off.`,
    billed: 'Billed until it’s canceled.',
    billedUntil: ({ day }: { day: string }) => `Billed until its term ends on ${day}.`,
    billedRenews: ({ day }: { day: string }) =>
      `Billed until its term ends on ${day}, then renews itself unless that’s turned off.`,
  },
  /** Why something can't be removed, and who can do what. `next` is one of the two below. */
  obstacles: {
    readAgain: 'refresh the plan',
    tryAgain: 'select Try again',
    planAgain: 'select Offboard completely again',
    pendingInvitation: {
      why: 'Microsoft doesn’t let partners withdraw a request: the customer can approve it until it expires.',
      who: 'Gatehouse watches it until then and notifies every admin immediately if it’s approved.',
    },
    noWayIn: {
      why: 'You have no access to the tenant, so Gatehouse can’t see whether your application has consent there.',
      who: 'The customer’s administrator can delete your enterprise application in their Entra admin center.',
    },
    noRoleForConsent: {
      why: 'Withdrawing it requires Global, Application or Cloud Application Administrator in the tenant, and none of your assignments has one of these roles.',
      who: 'The customer’s administrator can delete your enterprise application in their Entra admin center.',
    },
    reservations: {
      why: 'Azure reserved instances must be canceled first.',
      who: ({ next }: { next: string }) => `Call Azure support to cancel all of them, then ${next}.`,
    },
    activeSubscriptions: {
      why: 'Active subscriptions must be canceled first.',
      who: ({ next }: { next: string }) =>
        `Ask someone with purchasing rights in Partner Center to cancel them or move them to the customer’s next partner, then ${next}.`,
    },
    unread: {
      why: 'Gatehouse couldn’t read whether something prevents it.',
      who: ({ next }: { next: string }) => `Wait a moment, then ${next}.`,
    },
  },
};
