// The words for a line of the audit log about something that was asked for, refused or failed.

import { isSignInReason, type ProblemReason } from '../../domain/problem.js';
import type { AuditEntry } from '../../domain/tenant/audit-entry.js';
import type { CommandName } from '../../domain/tenant/commands.js';
import type { Words } from '../catalogue.js';
import { literal, unasking } from '../render/text.js';
import type { Verb } from '../render/verbs.js';
import type { Literal, Text } from '../words/text-types.js';

/** What was asked for, as its button says. What else the log names, such as a typed command, stays as it is. */
export function askedWords(asked: string, words: Words): Literal {
  const titles: Readonly<Record<string, Text>> = { ...commandTitles(words), ...verbTitles(words) };
  const title = titles[asked];
  return title === undefined ? literal(asked) : unasking(title);
}

/** Why something was refused, failed or ended, in a few words; a reason of a later version stays as it is. */
export function whyWords({ what }: Pick<AuditEntry, 'what'>, why: string, { history: { reasons } }: Words): Literal {
  if (isSignInReason(why as ProblemReason)) return reasons.failures.notSignedIn;
  const known: Readonly<Record<string, Text>> = { ...reasons.failures, ...reasons[groups[what] ?? 'failures'] };
  return known[why] ?? literal(why);
}

const groups: Readonly<Record<string, keyof Words['history']['reasons']>> = {
  commandRefused: 'refusals',
  offboardingDropped: 'drops',
  secondAdminDropped: 'drops',
  coverageKeepFailed: 'keeping',
  repairBegun: 'repairs',
  earlierEndFailed: 'earlier',
  watchedRequestOver: 'ends',
};

type Titles<Name extends string> = Readonly<Record<Name, Text>>;

function commandTitles(words: Words): Titles<CommandName | 'terminateWatchedRequest'> {
  const { buttons, offboardingPlan, offboarding } = words;
  return {
    enable: buttons.enable,
    takeApprovalLink: buttons.copyApproval,
    takeCustomerNotice: buttons.copyCustomerNotice,
    chooseCustomerLanguage: words.approval.rewrite,
    revalidate: buttons.revalidate,
    acceptLimitations: buttons.acceptLimitation,
    takeBackAcceptance: buttons.takeBackAcceptance,
    disable: buttons.disable,
    removeCustomer: buttons.removeCustomer,
    tag: words.history.tags,
    import: words.importing.title,
    importOver: words.importing.title,
    note: words.attention.asked.note,
    deleteNote: words.attention.asked.deleteNote,
    deleteOthersNote: words.attention.asked.deleteNote,
    setTicket: words.attention.asked.setTicket,
    snooze: words.attention.asked.snooze,
    wake: words.attention.asked.wake,
    take: buttons.take,
    release: buttons.release,
    releaseOther: buttons.release,
    assign: words.attention.assign.title,
    assignOther: words.attention.assign.title,
    keepAccess: buttons.keepAccess,
    removeGlobalAdministrator: buttons.keepAccess,
    endEarlier: buttons.endEarlier,
    removeDelegatedAdmin: buttons.removeDelegatedAdmin,
    approveSecond: words.secondAdmin.yes,
    declineSecond: words.secondAdmin.no,
    withdrawSecond: words.secondAdmin.withdraw,
    decideOffboarding: buttons.planOffboarding,
    approveOffboarding: offboarding.buttons.review,
    dropStaleOffboarding: offboardingPlan.plan.reject,
    undoOffboarding: offboarding.buttons.undo,
    retryOffboarding: offboarding.buttons.retry,
    leaveRest: offboarding.buttons.leaveRest,
    terminateWatchedRequest: words.watchedRequests.terminate,
  };
}

/** Of the verbs that a role may lack for a tenant. */
function verbTitles(words: Words): Partial<Titles<Verb>> {
  const { buttons, offboarding, offboardingPlan } = words;
  return {
    'tenant.open': buttons.open,
    'tenant.askEnable': buttons.enable,
    'tenant.enable': buttons.enable,
    'tenant.copyApproval': buttons.copyApproval,
    'tenant.copyCustomerNotice': buttons.copyCustomerNotice,
    'tenant.reviewLimitations': buttons.reviewLimitations,
    'tenant.askAcceptLimitations': buttons.acceptLimitation,
    'tenant.acceptLimitations': buttons.acceptLimitation,
    'tenant.takeBackAcceptance': buttons.takeBackAcceptance,
    'tenant.revalidate': buttons.revalidate,
    'tenant.askDisable': buttons.disable,
    'tenant.disable': buttons.disable,
    'tenant.remove': buttons.removeCustomer,
    'customer.add': words.adding.yes,
    'tenant.askKeepAccess': buttons.keepAccess,
    'tenant.keepAccess': buttons.keepAccess,
    'tenant.removeGlobalAdministrator': buttons.keepAccess,
    'tenant.askAttend': buttons.attend,
    'tenant.attend': buttons.attend,
    'tenant.wake': words.attention.asked.wake,
    'tenant.take': buttons.take,
    'tenant.release': buttons.release,
    'tenant.askEndEarlier': buttons.endEarlier,
    'tenant.endEarlier': buttons.endEarlier,
    'tenant.askRemoveDelegatedAdmin': buttons.removeDelegatedAdmin,
    'tenant.removeDelegatedAdmin': buttons.removeDelegatedAdmin,
    'second.review': words.secondAdmin.review,
    'second.approve': words.secondAdmin.yes,
    'second.decline': words.secondAdmin.no,
    'batch.ask': words.batches.many,
    'batch.begin': words.batches.many,
    'batch.approve': words.batches.many,
    'batch.stop': words.batches.many,
    'batch.rest': words.batches.many,
    'import.begin': words.importing.title,
    'batch.links': words.exporting.approvalLinks,
    'offboarding.show': buttons.showOffboarding,
    'offboarding.plan': buttons.planOffboarding,
    'offboarding.exportPlan': offboardingPlan.plan.exportPlan,
    'offboarding.decide': buttons.planOffboarding,
    'offboarding.review': offboarding.buttons.review,
    'offboarding.approve': offboarding.buttons.review,
    'offboarding.undo': offboarding.buttons.undo,
    'offboarding.retry': offboarding.buttons.retry,
    'offboarding.askLeaveRest': offboarding.buttons.leaveRest,
    'offboarding.leaveRest': offboarding.buttons.leaveRest,
    'watchedRequest.terminate': words.watchedRequests.terminate,
    'certificate.get': buttons.certificate,
    'history.show': words.replies.summaries.history,
  };
}
