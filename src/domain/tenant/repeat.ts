// Recognizes the second half of a double click, clicks that Teams has sent again, and a link that was taken before.

import type { Person } from '../person.js';
import { type Instant, secondsSince } from '../time.js';
import type { Command, CommandName } from './commands.js';
import type { FactType } from './facts.js';
import type { Tenant } from './tenant.js';

// What a command leaves in the history. Taking a text again is harmless.
const traceOf: Readonly<Record<CommandName, FactType | undefined>> = {
  enable: 'onboardingRequested',
  takeApprovalLink: undefined,
  takeCustomerNotice: undefined,
  chooseCustomerLanguage: undefined,
  revalidate: 'revalidationRequested',
  acceptLimitations: 'limitationsAccepted',
  takeBackAcceptance: 'acceptanceTakenBack',
  disable: 'disabled',
  removeCustomer: undefined,
  tag: 'tagged',
  import: undefined,
  importOver: undefined,
  note: 'noteWritten',
  deleteNote: 'noteDeleted',
  deleteOthersNote: 'noteDeleted',
  setTicket: 'ticketSet',
  snooze: 'snoozed',
  wake: 'snoozeEnded',
  take: 'ownershipTaken',
  release: 'ownershipReleased',
  releaseOther: 'ownershipReleased',
  assign: 'ownershipGiven',
  assignOther: 'ownershipGiven',
  keepAccess: 'coverageKeepAsked',
  removeGlobalAdministrator: 'coverageKeepAsked',
  endEarlier: 'earlierEndAsked',
  removeDelegatedAdmin: 'delegatedAdminRemovalRequested',
  approveSecond: 'secondAdminApproved',
  declineSecond: 'secondAdminDeclined',
  withdrawSecond: 'secondAdminDeclined',
  decideOffboarding: 'offboardingDecided',
  approveOffboarding: 'offboardingApproved',
  dropStaleOffboarding: undefined,
  undoOffboarding: 'offboardingUndone',
  retryOffboarding: 'offboardingRetried',
  leaveRest: 'offboardingRestLeft',
};

// Teams waits some fifteen seconds for an answer and may then send the click again.
const repeatedWithinSeconds = 60;

/**
 * Whether this very command is the last thing that a person did to the tenant, a moment ago and the same person. Only for
 * clicks from a card older than the tenant: a button of the present card is meant anew.
 */
export function isRepeated(command: Command, { history, awaitedSecond }: Tenant, now: Instant): boolean {
  const last = [...history].reverse().find(({ by }) => by !== undefined);
  return (
    last !== undefined &&
    // A command that waits for a second admin has left only that it was asked for.
    (last.what === traceOf[command.do] ||
      (last.what === ('secondAdminAsked' satisfies FactType) && awaitedSecond?.action.do === command.do)) &&
    last.by?.id === command.by.id &&
    secondsSince(last.at, now) < repeatedWithinSeconds
  );
}

/** Whether a person has taken the approval link of this very request before. As far back as the history goes. */
export function hasTakenLink({ history, onboarding }: Tenant, { id }: Person): boolean {
  const askedAt = onboarding?.keeping?.lockedAt ?? onboarding?.lockedAt ?? onboarding?.requestedAt;
  return history.some(
    ({ what, by, at }) => what === ('approvalLinkTaken' satisfies FactType) && by?.id === id && at >= (askedAt ?? at),
  );
}
