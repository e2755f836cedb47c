// The status of one tenant in a sentence or two.

import type { LeftoverAccess } from '../../domain/access/leftover-access.js';
import { approvalLapsesAfterDays } from '../../domain/access/relationship.js';
import type { Onboarding, Tenant } from '../../domain/tenant/tenant.js';
import { addDays, daysBetween, type Instant } from '../../domain/time.js';
import { counted, day, dayAndTime } from '../render/text.js';
import { problemWords } from './problem-words.js';

/** Sentences for text blocks, without foreign text. `hasRows`: rows about what isn't done yet follow. */
export function statusSentences(tenant: Tenant, now: Instant, hasRows = false): readonly string[] {
  const { status, onboarding, since } = tenant;
  switch (status) {
    case 'notConfigured':
      return [leftoverSentence(tenant)];
    case 'needsApproval':
      return [waitingSentence(tenant, now), 'Copy approval gives you the link for the customer’s administrator.'];
    case 'awaitingMicrosoft':
      if (hasRows)
        return [
          `Microsoft isn’t done yet, since ${dayAndTime(since)}. Gatehouse goes on by itself, and this card changes with it. Still open:`,
        ];
      return [
        `Microsoft has been working on it since ${dayAndTime(since)}. Usually this takes a minute or two, sometimes five. Nothing to do: this card changes by itself.`,
      ];
    case 'approved':
      return [
        ...(onboarding ? checkSentences(onboarding) : []),
        'Everything that the access template asks for is in place.',
      ];
    case 'issuesFound':
      return onboarding ? issueSentences(onboarding) : [];
    default:
      return status satisfies never;
  }
}

/** Since when a tenant has its status, as people count it: a request counts from when the customer has it. */
export function shownSince(tenant: Tenant): Instant {
  return tenant.status === 'needsApproval' ? waitingSince(tenant) : tenant.since;
}

/** Since when a request waits for the customer: since it was locked for approval, else since it was created. */
function waitingSince({ since, onboarding }: Tenant): Instant {
  return onboarding?.lockedAt ?? onboarding?.relationship?.createdAt ?? since;
}

/** How long a request has waited, and when it lapses. */
export function waitingSentence(tenant: Tenant, now: Instant): string {
  const from = waitingSince(tenant);
  const days = daysBetween(from, now);
  const waited = days >= 1 ? `for ${counted(days, 'day')}, since ${day(from)}` : `since ${dayAndTime(from)}`;
  return `The request has waited for the customer’s administrator ${waited}. It lapses on ${day(addDays(from, approvalLapsesAfterDays))}, ${approvalLapsesAfterDays} days after it was put before the customer.`;
}

function leftoverSentence({ leftoverAccess, formerCustomer }: Tenant): string {
  if (formerCustomer) return departedSentence(leftoverAccess);
  switch (leftoverAccess) {
    case 'none':
      return 'Gatehouse has not been asked for access here, or has been told to forget it.';
    case 'approvalRequest':
      return 'Gatehouse does not look after this tenant, but a request is still open: the customer can approve it until it lapses. Enable takes it up if Gatehouse made it.';
    case 'liveAccess':
      return 'Gatehouse does not look after this tenant, but access is still live: a GDAP relationship is there. Enable takes it up if it has every role.';
    default:
      return leftoverAccess satisfies never;
  }
}

function departedSentence(leftoverAccess: LeftoverAccess): string {
  const who = 'This tenant is not among your customers in Partner Center';
  switch (leftoverAccess) {
    case 'none':
      return `${who}, and nothing of yours is left there. Gatehouse is about to forget it.`;
    case 'approvalRequest':
      return `${who}, but a request of yours is still open: the tenant’s administrator can approve it until it lapses.`;
    case 'liveAccess':
      return `${who}, but access is still live: a GDAP relationship is there.`;
    default:
      return leftoverAccess satisfies never;
  }
}

function issueSentences(onboarding: Onboarding): readonly string[] {
  const { limitations } = onboarding;
  // Last, because the card lists the limitations right below.
  const keeps = limitations.length === 1 ? 'keeps' : 'keep';
  return [
    ...checkSentences(onboarding),
    `${counted(limitations.length, 'limitation')} ${keeps} this tenant from Approved:`,
  ];
}

/** The state of Revalidate; empty unless it was pressed since the limitations were found. */
export function checkSentences({ revalidation, checkFailed, foundUnchanged }: Onboarding): readonly string[] {
  if (revalidation) return ['Looking again…'];
  if (checkFailed) {
    const { cause } = problemWords(checkFailed.problem, 'check');
    return [`Could not look again on ${dayAndTime(checkFailed.at)}. ${cause}`];
  }
  return foundUnchanged === undefined ? [] : [`Looked again on ${dayAndTime(foundUnchanged)}: nothing has changed.`];
}
