// Keeping access beyond its end.
import { icu } from './icu.js';

/** Names in questions are foreign text. */
export const keeping = {
  /** While it's under way, by how it's kept. */
  underWay: {
    extend: 'Keep access: Gatehouse is switching auto-extend on.',
    removeGlobalAdministrator:
      'Keep access: Microsoft removes Global Administrator, and then auto-extend is switched on.',
    request: 'Keep access: Gatehouse is preparing the request for another relationship.',
  },
  late: 'Less than 24 hours are left, so this may be too late. Gatehouse looks again after the end.',
  emptied: icu<{ count: number; groups: string }>(
    '{count, plural, one {# group had no other role and has none now} other {# groups had no other role and have none now}}: {groups}.',
  ),
  failed: ({ cause }: { cause: string }) => `Access couldn’t be kept. ${cause}`,
  causes: {
    operationFailed: 'Microsoft began to remove Global Administrator and failed.',
    unconfirmed: 'Microsoft accepted it more than an hour ago but doesn’t show it as done.',
    ended: 'The relationship ended first.',
    notApproved: 'The customer didn’t approve the request.',
  },
  wayOut: 'You can do it in Partner Center, or try Keep access again.',
  answer: ({ answer }: { answer: string }) => `Microsoft’s answer: ${answer}.`,
  openPartnerCenter: 'Open in Partner Center',
  title: ({ tenant }: { tenant: string }) => `Keep access to ${tenant}?`,
  /** Before Global Administrator is given up. */
  removal: {
    intro: ({ date }: { date: string }) =>
      `Access ends on ${date}. Microsoft doesn’t extend a relationship that has Global Administrator, so Gatehouse removes that role first.`,
    removed: ({ relationship }: { relationship: string }) =>
      `Global Administrator is removed from “${relationship}”. Only a new request that the customer approves brings it back.`,
    noLonger: 'What only Global Administrator may do at this customer, your groups can no longer do.',
    groups: icu<{ count: number }>(
      '{count, plural, one {# group has no other role and loses its access.} other {# groups have no other role and lose their access.}}',
    ),
    extended: 'Auto-extend is switched on: access goes on by 180 days on its last day, and again after that.',
    othersStay: 'All other roles, and the groups that have them.',
    takesAdmin: 'You need the admin role for this: ask one of your admins.',
    yes: 'Remove and keep',
    yesTooltip: ({ tenant }: { tenant: string }) => `Remove Global Administrator and keep access to ${tenant}`,
  },
  /** Before auto-extend is switched on, where that takes a ticket. */
  extension: {
    intro: ({ date }: { date: string }) => `Access ends on ${date}, and Gatehouse can have it continue.`,
    yes: 'Keep access',
    yesTooltip: ({ tenant }: { tenant: string }) => `Keep access to ${tenant}`,
  },
  /** Before another relationship is asked for. */
  request: {
    intro: ({ date }: { date: string }) =>
      `Access ends on ${date}, and this relationship can’t be extended with every role of your access template.`,
    sent: 'Gatehouse asks the customer for another relationship, with every role of your access template.',
    approval: 'The customer’s administrator has to approve it. The request can’t be withdrawn for 90 days.',
    accessStays: 'Your access until then. Groups move over once the customer has approved.',
    yes: 'Send request',
    yesTooltip: ({ tenant }: { tenant: string }) => `Send the request to ${tenant}`,
  },
  /** Auto-extend is off against the template. */
  drift: {
    /** For text blocks. */
    card: ({ when }: { when: string }) =>
      `Auto-extend is off, but the access template wants it on. Access ends ${when} unless it’s switched on.`,
    /** After a tenant's name. */
    cause: ({ when }: { when: string }) => `auto-extend is off, and access ends ${when}`,
    /** A message about many. */
    title: icu<{ count: number }>(
      '{count, plural, one {⚠️ Auto-extend is off at # tenant} other {⚠️ Auto-extend is off at # tenants}}',
    ),
    list: 'Show tenants',
    hint: 'Their access template wants it on. Open a tenant and select Keep access to switch it on.',
  },
  /** Of auto-extend or of what groups have lost, where the template says `repair`. */
  repairStopped: icu<{ count: number }>(
    'Gatehouse has put this right {count, plural, other {# times}}, as the access template says, and it was changed back each time. It no longer does so by itself.',
  ),
};
