// An offboarding from the decision to the certificate.
import { icu } from './icu.js';

/** Times are for text blocks only; names are foreign text. */
export const offboarding = {
  card: {
    title: ({ tenant }: { tenant: string }) => `Offboarding ${tenant}`,
    fallback: ({ tenant, stage }: { tenant: string; stage: string }) => `Offboarding ${tenant}: ${stage}`,
    decidedBy: 'Requested by',
    approvedBy: 'Approved by',
    unnamed: 'Unknown person',
    planned: 'This will be removed, in this order:',
    more: ({ count: more, states }: { count: number; states: string }) => `and ${more} more: ${states}`,
  },
  stages: {
    awaitsApproval: '🔐 Waiting for a second admin',
    grace: '🕓 Starting soon',
    running: '⏳ In progress',
    stopped: '⚠️ Stopped',
    finished: '⏳ Writing the certificate',
    dropped: '➖ Canceled',
  },
  /** On the offboarding's card. */
  stageSentences: {
    awaitsApproval: ({ until }: { until: string }) =>
      `Nothing has been done yet. A second admin must approve this exact plan by ${until}, or it’s canceled.`,
    grace: ({ at }: { at: string }) => `Starts on ${at}. Nothing has been done yet. Undo stops it before then.`,
    running: 'Some steps take Microsoft minutes. You don’t have to do anything: this card updates by itself.',
    stopped:
      'A removal failed, and only an admin can continue: fix the cause, then select Try again, or select Skip and continue.',
    finished: 'The certificate is being written. It says whether you still have access.',
  },
  /** On the tenant's card. */
  tenantSentences: {
    awaitsApproval: ({ until }: { until: string }) =>
      `🔐 Will be offboarded completely if a second admin approves by ${until}. Nothing has been done yet.`,
    grace: ({ at }: { at: string }) =>
      `🕓 Will be offboarded completely, starting on ${at}. Until then, an admin can undo this.`,
    running: '⏳ Being offboarded completely.',
    stopped:
      '⚠️ The offboarding has stopped because a removal failed. Select Show offboarding to see which one and how to continue.',
    finished:
      '⏳ The offboarding is over. Its certificate, which says whether you still have access, is being written.',
  },
  progress: {
    verified: ({ done, total }: { done: number; total: number }) => `${done} of ${total} verified removed.`,
    verifiedAndLeft: ({ done, total, left }: { done: number; total: number; left: number }) =>
      `${done} of ${total} verified removed, ${left} left in place.`,
  },
  buttons: {
    review: 'Review and approve',
    cancel: 'Cancel offboarding',
    undo: 'Undo',
    retry: 'Try again',
    leaveRest: 'Skip and continue',
  },
  tasks: {
    assignment: ({ group }: { group: string }) => `Access assignment of ${group}`,
    consent: 'Consent of your application',
    relationship: ({ relationship }: { relationship: string }) => `GDAP relationship ${relationship}`,
    delegatedAdmin: 'Delegated admin (DAP)',
    reseller: 'Reseller relationship',
    heldUp: 'Waiting for a failed removal',
    waits: 'Waiting for its turn',
    asking: 'Being requested now',
    noAnswer: ({ since }: { since: string }) =>
      `No usable answer from Microsoft since ${since}. Gatehouse retries by itself.`,
    notPossibleYet: ({ since }: { since: string }) =>
      `Since ${since}, Microsoft has said that it isn’t possible yet. Gatehouse retries by itself.`,
    sent: ({ at }: { at: string }) =>
      `Accepted by Microsoft on ${at}, in progress. It counts as removed once Microsoft shows that it’s gone.`,
    verified: ({ at }: { at: string }) => `Verified removed on ${at}`,
    refused: ({ at }: { at: string }) => `Failed on ${at}`,
    left: ({ at }: { at: string }) => `Left in place on ${at}`,
    leftBy: ({ person }: { person: string }) => `By ${person}`,
    sameReason: 'For the same reason as above.',
    answer: ({ answer }: { answer: string }) => `Microsoft’s answer: ${answer}`,
    requestId: ({ id }: { id: string }) => `Microsoft’s request ID: ${id}`,
    consentCure:
      'Add the account to AdminAgents and to a group that has Global, Application or Cloud Application Administrator in the tenant. Otherwise, the customer’s administrator can delete the enterprise application in their Entra admin center.',
    unconfirmed:
      'Microsoft accepted it more than an hour ago but doesn’t show it as removed, or doesn’t let Gatehouse see it. Check the customer in Partner Center.',
    /** After `unconfirmed`, while it can still be tried again. */
    unconfirmedRetry: 'Select Try again to check it again.',
    counts: {
      refused: ({ count: tasks }: { count: number }) => `${tasks} failed`,
      left: ({ count: tasks }: { count: number }) => `${tasks} left in place`,
      sent: ({ count: tasks }: { count: number }) => `${tasks} in progress`,
      due: ({ count: tasks }: { count: number }) => `${tasks} to do`,
      proved: ({ count: tasks }: { count: number }) => `${tasks} verified removed`,
    },
  },
  leaveQuestion: {
    title: ({ tenant }: { tenant: string }) => `Skip what failed and continue offboarding ${tenant}?`,
    intro: 'What couldn’t be removed is left in place, and the certificate says so, with your name.',
    heldUp: icu<{ count: number; list: string }>(
      'Gatehouse continues with the {count, plural, one {# removal that was} other {# removals that were}} waiting for it: {list}.',
    ),
    nothingHeldUp: 'Nothing else was waiting for it, so the certificate is written next.',
    lasting: 'You can’t return to it in this offboarding. You can select Offboard completely again afterwards.',
    refusal: ({ what, why }: { what: string; why: string }) => `${what}: ${why}`,
    yes: 'Skip and continue',
  },
  notices: {
    planSlow: 'Microsoft hasn’t answered everything yet. Nothing was done. Try again in a moment.',
    notKnown: 'This offboarding is over, and Gatehouse has no record of it.',
    decisionSlow: ({ tenant }: { tenant: string }) =>
      `Microsoft is slow to answer. If Gatehouse could record your decision about ${tenant}, this card shows it in a moment. If it still asks you to decide then, decide again.`,
    nameExpected: ({ name }: { name: string }) =>
      `Nothing was done: the name you typed isn’t this tenant’s. Type: ${name}`,
    planChanged: ({ tenant }: { tenant: string }) =>
      `Your access to ${tenant} has changed since you read the plan. Nothing was done. This is the current plan.`,
    decidedBy: ({ person, date }: { person: string; date: string }) =>
      `${person} requested this on ${date}, with exactly the plan below.`,
    reviewChanged: ({ tenant, person }: { tenant: string; person: string }) =>
      `Your access to ${tenant} has changed since ${person} requested this, so it can’t be approved anymore. Cancel it, and decide again.`,
    decisionDropped: ({ tenant, person }: { tenant: string; person: string }) =>
      `Your access to ${tenant} has changed since ${person} requested this. The request was canceled, and nothing was done. This is the current plan.`,
    ownDecision: 'You requested this yourself, so another admin must approve it.',
  },
};
