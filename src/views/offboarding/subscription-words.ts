// What a subscription that's left in place costs, and until when it can be cancelled.

import type { Subscription } from '../../domain/offboarding/inventory.js';
import type { Instant } from '../../domain/time.js';
import type { Words } from '../catalogue.js';
import { dateInWords, dayAndTime, joined } from '../render/text.js';
import type { Markdown, Text } from '../words/text-types.js';

/** The words about a subscription, for text blocks; no foreign text. */
export interface MoneyWords {
  readonly note: Markdown;
  /** Whether acting in time saves money. */
  readonly isUrgent: boolean;
}

/**
 * The cost of a subscription. A suspended one is still billed, unless it's of a kind that Microsoft no longer sells.
 * @see https://learn.microsoft.com/partner-center/remove-a-relationship (checked 2026-11-22)
 */
export function moneyWords(subscription: Subscription, now: Instant, words: Words): MoneyWords {
  const { isAzurePlan, cancellableUntil } = subscription;
  const { azurePlan, refundable } = words.offboardingPlan.subscriptions;
  if (isAzurePlan) return { note: withState(azurePlan, subscription, words), isUrgent: false };
  if (cancellableUntil !== undefined && cancellableUntil > now) {
    const note = refundable({ time: dayAndTime(cancellableUntil) });
    return { note: withState(note, subscription, words), isUrgent: true };
  }
  return { note: withState(termWords(subscription, words), subscription, words), isUrgent: false };
}

function withState(
  sentence: Markdown,
  { status }: Subscription,
  { offboardingPlan: { subscriptions } }: Words,
): Markdown {
  return joined([subscriptions.states[status], sentence]);
}

function termWords({ isTrial, autoRenews, termEndsAt }: Subscription, words: Words): Text {
  const { trial, trialUntil, trialRenews, billed, billedUntil, billedRenews } = words.offboardingPlan.subscriptions;
  if (termEndsAt === undefined) return isTrial ? trial : billed;
  const until = { day: dateInWords(termEndsAt, words) };
  if (isTrial) return (autoRenews ? trialRenews : trialUntil)(until);
  return (autoRenews ? billedRenews : billedUntil)(until);
}
