// One-line answers to clicks, and headlines of messages.
import type { News } from '../../../domain/tenant/news.js';

/** Names in them are foreign text. */
export const notices = {
  refused: {
    alreadyUnderWay: ({ tenant }: { tenant: string }) => `Already in progress for ${tenant}. Nothing was done twice.`,
    alreadyDone: ({ tenant }: { tenant: string }) => `Already done for ${tenant}. Nothing was changed.`,
    notOnboarded: ({ tenant }: { tenant: string }) => `${tenant} isn’t configured, so there’s nothing to do.`,
    microsoftAtWork: ({ tenant }: { tenant: string }) =>
      `Microsoft is working on ${tenant}. Try again when that’s done.`,
    doesNotApply: ({ tenant, status }: { tenant: string; status: string }) =>
      `That doesn’t apply to ${tenant}, whose status is ${status}. Nothing was changed.`,
    outdated: ({ tenant }: { tenant: string }) =>
      `This card was out of date: ${tenant} has changed since. Nothing was done. This is its current state.`,
    tooManyTags: ({ tenant }: { tenant: string }) =>
      `${tenant} would have more tags than the 20 that fit. Nothing was changed.`,
    ofSomeoneElse: ({ tenant }: { tenant: string }) =>
      `Someone else wrote this note at ${tenant}. They or an admin can delete it. Nothing was changed.`,
    neverSnoozed: ({ tenant }: { tenant: string }) =>
      `The access to ${tenant} was lost, and lost access can’t be snoozed. Nothing was changed.`,
    ownedByOther: ({ tenant, owner }: { tenant: string; owner: string }) =>
      `${owner} looks after ${tenant}. They or an admin can release it. Nothing was changed.`,
    ticketMissing: ({ tenant }: { tenant: string }) =>
      `This takes a ticket, and none was given for ${tenant}. Nothing was done. Say /ticket, the tenant’s name and the reference, then try again.`,
    noCustomer: ({ tenant }: { tenant: string }) =>
      `${tenant} isn’t your customer in Partner Center, so Gatehouse can’t request access. Nothing was done.`,
    busy: ({ tenant }: { tenant: string }) =>
      `Gatehouse is busy with ${tenant} right now. Nothing was done. Try again in a moment.`,
    offboardingUnderWay: ({ tenant }: { tenant: string }) =>
      `${tenant} is being offboarded completely. You can’t do anything else with it until that’s over.`,
    awaitsSecondAdmin: ({ tenant, review }: { tenant: string; review: string }) =>
      `Something asked for at ${tenant} waits for a second admin already. Nothing was done. Approve, decline or withdraw that first: “${review}” on its card.`,
    noSuchRequest: ({ tenant }: { tenant: string }) =>
      `Nothing waits for a second admin here any longer. This is the current state of ${tenant}.`,
    notTheAsker: 'Someone else asked for this. They or an admin can stop it. Nothing was changed.',
    sameAdmin: 'Another admin must approve this. Nothing was done.',
    tooLate: ({ tenant }: { tenant: string }) => `It’s too late to undo: the offboarding of ${tenant} has started.`,
    noSuchOffboarding: ({ tenant }: { tenant: string }) =>
      `There’s nothing left to decide here. This is the current state of ${tenant}.`,
    notRead: ({ tenant }: { tenant: string }) =>
      `Microsoft didn’t say which relationships ${tenant} has. Nothing was done. Try again in a moment.`,
    noSteps: 'Select at least one step. Nothing was done.',
  },
  removalSlow: 'Microsoft hasn’t answered yet. Nothing was done. Try again in a moment.',
  headlines: {
    approved: ({ tenant }: { tenant: string }) => `✅ ${tenant} is Approved`,
    issuesFound: ({ tenant, cause }: { tenant: string; cause: string }) => `⚠️ ${tenant}: ${cause}`,
    accessLost: ({ tenant, cause }: { tenant: string; cause: string }) => `⛔ ${tenant}: ${cause}`,
    accessEnding: ({ tenant, cause }: { tenant: string; cause: string }) => `⏳ ${tenant}: ${cause}`,
    autoExtendOff: ({ tenant, cause }: { tenant: string; cause: string }) => `⚠️ ${tenant}: ${cause}`,
    templateChanged: ({ tenant, cause }: { tenant: string; cause: string }) => `⚠️ ${tenant}: ${cause}`,
    /** `cause`: the day on which the request expires. */
    requestUnanswered: ({ tenant, cause }: { tenant: string; cause: string }) =>
      `⏳ ${tenant} hasn’t approved yet. The request expires on ${cause}`,
    acceptanceReviewDue: ({ tenant }: { tenant: string }) => `🔎 ${tenant}: time to review the accepted limitations`,
    /** `cause`: who handed it over. */
    ownershipGiven: ({ tenant, cause }: { tenant: string; cause: string }) =>
      `👤 ${tenant} is yours to look after now: ${cause} assigned it to you`,
    offboardingAwaitsApproval: ({ tenant }: { tenant: string }) =>
      `🔐 ${tenant}: a second admin must approve the offboarding`,
    offboardingLapsed: ({ tenant }: { tenant: string }) =>
      `${tenant} wasn’t offboarded: no second admin approved it within a day`,
    offboardingStale: ({ tenant }: { tenant: string }) =>
      `${tenant} wasn’t offboarded: your access has changed since it was approved`,
    /** `cause`: what couldn't be removed. */
    offboardingStopped: ({ tenant, cause }: { tenant: string; cause: string }) =>
      `⚠️ Offboarding ${tenant} stopped. Not removed: ${cause}`,
    /** `cause`: what was asked for. */
    secondAdminAsked: ({ tenant, cause }: { tenant: string; cause: string }) =>
      `🔐 ${tenant}: a second admin must approve “${cause}”`,
    secondAdminDeclined: ({ tenant, cause }: { tenant: string; cause: string }) =>
      `${tenant}: a second admin declined “${cause}”. Nothing was done`,
    secondAdminLapsed: ({ tenant, cause }: { tenant: string; cause: string }) =>
      `${tenant}: no second admin approved “${cause}” within a day. Nothing was done`,
    secondAdminStale: ({ tenant, cause }: { tenant: string; cause: string }) =>
      `${tenant} has changed since a second admin was asked to approve “${cause}”. Nothing was done`,
  },
  /** News that a card was posted with, once it shows a newer state. */
  earlier: {
    line: ({ day, what }: { day: string; what: string }) => `Notification of ${day}: ${what}`,
    news: {
      approved: 'approved',
      issuesFound: 'issues found',
      accessLost: 'access lost',
      accessEnding: 'access was about to end',
      autoExtendOff: 'auto-extend was off',
      templateChanged: 'the access template had changed',
      requestUnanswered: 'the customer hadn’t approved yet',
      acceptanceReviewDue: 'accepted limitations were due for review',
      ownershipGiven: 'given to someone to look after',
      offboardingAwaitsApproval: 'a second admin was asked to approve the offboarding',
      offboardingLapsed: 'not offboarded, no second admin approved it within a day',
      offboardingStale: 'not offboarded, your access had changed',
      offboardingStopped: 'the offboarding stopped',
      secondAdminAsked: 'a second admin was asked to approve',
      secondAdminDeclined: 'a second admin declined',
      secondAdminLapsed: 'no second admin approved within a day',
      secondAdminStale: 'the tenant had changed, nothing was done',
    } satisfies Readonly<Record<News, string>>,
  },
};
