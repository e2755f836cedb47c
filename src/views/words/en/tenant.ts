// A tenant's card.
import { icu } from './icu.js';

/** Times and days in sentences are for text blocks only. */
export const tenant = {
  awaitingApproval: {
    forDays: icu<{ days: number; since: string; expires: string }>(
      'Waiting for the customer’s administrator for {days, plural, one {# day} other {# days}}, since {since}. The request expires {expires}.',
    ),
    since: ({ since, expires }: { since: string; expires: string }) =>
      `Waiting for the customer’s administrator since ${since}. The request expires ${expires}.`,
    hint: 'Copy approval gives you the link for the customer’s administrator.',
  },
  awaitingMicrosoft: {
    usual: ({ since }: { since: string }) =>
      `Microsoft has been working on it since ${since}. This usually takes a minute or two, sometimes five. You don’t have to do anything: this card updates by itself.`,
    withRows: ({ since }: { since: string }) =>
      `Waiting for Microsoft since ${since}. Gatehouse continues by itself, and this card updates with it. Still open:`,
  },
  approved: 'All roles and groups in your access template are in place.',
  limitations: icu<{ count: number }>(
    'This tenant isn’t Approved because of {count, plural, one {# limitation} other {# limitations}}:',
  ),
  /** Enable waits for a second admin. */
  notManagedYet: 'Gatehouse doesn’t manage this tenant yet.',
  notManaged: {
    none: 'Gatehouse doesn’t manage this tenant. Enable requests access.',
    approvalRequest:
      'Gatehouse doesn’t manage this tenant, but a request is still open: the customer can approve it until it expires. Enable adopts it if Gatehouse made it.',
    liveAccess:
      'Gatehouse doesn’t manage this tenant, but you still have access through a GDAP relationship. Enable adopts it if it has every role.',
  },
  formerCustomer: {
    none: 'This tenant isn’t your customer in Partner Center, and there’s no GDAP relationship or open request left. Gatehouse will remove it from its list.',
    approvalRequest:
      'This tenant isn’t your customer in Partner Center, but a request is still open: the tenant’s administrator can approve it until it expires.',
    liveAccess:
      'This tenant isn’t your customer in Partner Center, but you still have access through a GDAP relationship.',
  },
  /** Beside the status of a customer that Partner Center doesn’t list. */
  unlisted: {
    gdap: 'Partner Center doesn’t answer for this customer: it’s yours by GDAP. Azure, delegated admin (DAP) and a reseller relationship can’t be checked or removed for it.',
    added:
      'This customer was added with /add, so Partner Center doesn’t answer for it. Azure, delegated admin (DAP) and a reseller relationship can’t be checked or removed for it.',
  },
  checking: 'Checking again…',
  checkFailed: ({ at, cause }: { at: string; cause: string }) => `The check on ${at} failed. ${cause}`,
  unchanged: ({ at }: { at: string }) => `Checked again on ${at}: nothing has changed.`,
  offboarded: {
    none: ({ at }: { at: string }) => `Offboarded on ${at}. The exit certificate says that no access is left.`,
    unread: ({ at }: { at: string }) =>
      `Offboarded on ${at}. The exit certificate says that no access was found, but not everything could be read.`,
    remains: ({ at }: { at: string }) => `Offboarded on ${at}. The exit certificate says that access remains.`,
    notKnown: ({ at }: { at: string }) =>
      `Offboarded on ${at}. The exit certificate says that it isn’t known whether access remains.`,
    unsaid: ({ at }: { at: string }) => `Offboarded on ${at}. The exit certificate says what stayed in place.`,
    again: 'Enable would ask the customer for access again.',
  },
  templateMissing:
    '⚠️ The access template that was chosen for this tenant is no longer there, so the rules decide which one it has.',
  /** What becomes of the access on its day. */
  coverage: {
    ends: ({ when }: { when: string }) => `Access ends ${when}.`,
    blocked: ({ when }: { when: string }) =>
      `Access ends ${when}, and Global Administrator keeps it from being extended.`,
    successorWaits: ({ when }: { when: string }) => `Access ends ${when}. A request for its successor is waiting.`,
  },
  facts: {
    owner: 'Owner',
    tags: 'Tags',
    template: 'Access template',
    missingTemplate: 'Chosen, but missing',
    enabledBy: 'Enabled by',
    acceptedBy: 'Accepted by',
    review: 'Accepted until review',
    offboardedBy: 'Offboarded by',
    relationship: 'Relationship',
    ends: 'Ends on',
    rollsOver: 'Rolls over on',
    /** Of those that are today. */
    endsToday: 'Ends',
    rollsOverToday: 'Rolls over',
    azure: 'Azure',
    delegatedAdmin: 'Delegated admin (DAP)',
  },
  adminCenters: {
    title: 'Open as this customer',
    /** Microsoft's own names. */
    names: {
      entra: 'Entra',
      microsoft365: 'Microsoft 365',
      exchange: 'Exchange',
      intune: 'Intune',
      teams: 'Teams',
      defender: 'Defender',
      azure: 'Azure',
      partnerCenter: 'Partner Center',
    },
  },
  azure: {
    active: 'Plan active',
    notActive: 'Plan not active',
    none: 'No plan',
    notReseller: 'Not bought through you',
    notAsked: 'Not checked: Partner Center doesn’t answer for this customer',
    failed: 'Couldn’t be checked',
  },
  delegatedAdmin: {
    granted: 'Yes',
    none: 'No',
    unknown: 'Not checked yet',
    unknownFormer: 'Partner Center doesn’t say',
    removing: 'Delegated admin is being removed…',
    sent: 'Microsoft has accepted the removal of delegated admin and usually shows it within minutes. This card updates when it does.',
    retrying: ({ since, said }: { since: string; said: string }) =>
      `Delegated admin hasn’t been removed yet. Since ${since}: ${said}. Gatehouse retries by itself.`,
    reservations: icu<{ count: number }>(
      'Delegated admin wasn’t removed: {count, plural, one {# Azure reserved instance} other {# Azure reserved instances}} must be canceled first. Call Azure support.',
    ),
    refused: ({ cause, cure }: { cause: string; cure: string }) => `Delegated admin wasn’t removed. ${cause} ${cure}`,
    answer: ({ answer }: { answer: string }) => `Microsoft’s answer: ${answer}.`,
    requestId: ({ id }: { id: string }) => `Microsoft’s request ID: ${id}.`,
    unconfirmed:
      'Microsoft accepted the removal of delegated admin more than an hour ago but doesn’t show it as done. Check the customer in Partner Center. Opening this card reads it again.',
  },
  groups: {
    active: ({ group }: { group: string }) => `✅ ${group}`,
    pending: ({ group }: { group: string }) => `⏳ ${group} (being assigned)`,
    missing: ({ group }: { group: string }) => `⚠️ ${group} (not assigned)`,
    lacking: ({ group }: { group: string }) => `⚠️ ${group}`,
    without: ({ roles }: { roles: string }) => `missing: ${roles}`,
  },
  progress: {
    more: ({ count }: { count: number }) => `and ${count} more`,
    /** What is tried, and what Microsoft said. */
    tried: ({ tried, said }: { tried: string; said: string }) => `${tried}: ${said}`,
    retries: icu<{ since: string; tries: number; next: string }>(
      'Since {since}, {tries, plural, one {# failed attempt} other {# failed attempts}}. Next attempt: {next}.',
    ),
    retriesNow: icu<{ since: string; tries: number }>(
      'Since {since}, {tries, plural, one {# failed attempt} other {# failed attempts}}. Trying now.',
    ),
    refused: 'Refused. Revalidate tries again once the rest is done.',
    checking: ({ what, said }: { what: string; said: string }) => `Checking ${what}: ${said}`,
    checkedAgain: ({ since }: { since: string }) => `Since ${since}. Gatehouse checks again shortly.`,
    relationship: ({ relationship, status }: { relationship: string; status: string }) =>
      `Relationship “${relationship}”: ${status}`,
    atWork: ({ since }: { since: string }) => `Since ${since}. Microsoft is working on it.`,
    pending: ({ group }: { group: string }) => `Assigning roles to “${group}”: pending at Microsoft`,
    stuckAfter: ({ since, minutes }: { since: string; minutes: number }) =>
      `Since ${since}. After ${minutes} minutes it counts as stuck, and Revalidate can create it again.`,
  },
  manualRemoval: {
    enterpriseApplications: 'Enterprise applications (Entra)',
    relationship: 'GDAP relationship (Partner Center)',
    applicationStays:
      'Any enterprise application of yours stays in the customer’s tenant. To remove it, delete it under Enterprise applications in the customer’s Entra admin center.',
    relationshipStays:
      'Any active GDAP relationship stays at Microsoft. To end it, open the customer in Partner Center, then Admin relationships, and select Terminate relationship.',
    byPartner:
      'To end it yourself, open the customer in Partner Center, then Admin relationships, and select Terminate relationship.',
    byCustomer:
      'If Partner Center no longer shows it, an administrator of the tenant can end it: in the Microsoft 365 admin center, Partner relationships, then Remove roles.',
    unlisted:
      'Partner Center doesn’t answer for this customer. An admin can end the relationship with Offboard completely, or an administrator of the tenant can: in the Microsoft 365 admin center, Partner relationships, then Remove roles.',
    requestStays: 'Microsoft doesn’t let partners withdraw a request. It expires by itself.',
  },
};
