// The status of one tenant in a sentence or two.

import type { Onboarding } from '../../domain/tenant/onboarding.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import { requestExpiry, requestWaitingSince } from '../../domain/tenant/waiting-request.js';
import { daysBetween, type Instant } from '../../domain/time.js';
import type { Words } from '../catalogue.js';
import type { ViewContext } from '../render/context.js';
import { dateInWords, dayAndTime, onDayInWords } from '../render/text.js';
import type { Markdown } from '../words/text-types.js';
import { problemWords } from './problem-words.js';

/** Sentences for text blocks, without foreign text. `hasRows`: rows about what isn't done yet follow. */
export function statusSentences(
  tenant: Tenant,
  { words, now }: Pick<ViewContext, 'words' | 'now'>,
  hasRows = false,
): readonly Markdown[] {
  const { status, onboarding, since, formerCustomer, leftoverAccess } = tenant;
  const { awaitingMicrosoft, awaitingApproval, approved, ...all } = words.tenant;
  switch (status) {
    case 'notConfigured':
      if (leftoverAccess === 'none' && tenant.awaitedSecond?.action.do === 'enable') return [all.notManagedYet];
      return [(formerCustomer ? all.formerCustomer : all.notManaged)[leftoverAccess]];
    case 'needsApproval':
      return [waitingSentence(tenant, { words, now }), awaitingApproval.hint];
    case 'awaitingMicrosoft':
      return [(hasRows ? awaitingMicrosoft.withRows : awaitingMicrosoft.usual)({ since: dayAndTime(since) })];
    case 'approved':
      return [...(onboarding ? checkSentences(onboarding, words) : []), approved];
    case 'issuesFound':
      // Last, because the card lists the limitations right below.
      return onboarding
        ? [...checkSentences(onboarding, words), all.limitations({ count: onboarding.limitations.length })]
        : [];
    default:
      return status satisfies never;
  }
}

/** What's left out for a customer that Partner Center doesn't answer for: what it alone could say or do. */
export function unlistedSentences({ customerBy }: Tenant, { tenant: { unlisted } }: Words): readonly Markdown[] {
  return customerBy === undefined ? [] : [unlisted[customerBy]];
}

/** Since when a tenant has its status, as people count it: a request counts from when the customer has it. */
export function shownSince(tenant: Tenant): Instant {
  return tenant.status === 'needsApproval' ? requestWaitingSince(tenant) : tenant.since;
}

/** How long a request has waited, and when it expires. */
export function waitingSentence(tenant: Tenant, { words, now }: Pick<ViewContext, 'words' | 'now'>): Markdown {
  const { forDays, since } = words.tenant.awaitingApproval;
  const from = requestWaitingSince(tenant);
  const days = daysBetween(from, now);
  const expires = onDayInWords(requestExpiry(tenant), words, now);
  if (days < 1) return since({ since: dateInWords(from, words), expires });
  return forDays({ days, since: dateInWords(from, words), expires });
}

/** The state of Revalidate; empty unless it was pressed since the limitations were found. */
export function checkSentences(
  { revalidation, checkFailed, foundUnchanged }: Onboarding,
  words: Words,
): readonly Markdown[] {
  const { checking, checkFailed: failed, unchanged } = words.tenant;
  if (revalidation) return [checking];
  if (checkFailed) {
    const { cause } = problemWords(checkFailed.problem, 'check', words);
    return [failed({ at: dayAndTime(checkFailed.at), cause })];
  }
  return foundUnchanged === undefined ? [] : [unchanged({ at: dayAndTime(foundUnchanged) })];
}
