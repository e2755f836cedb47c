// What a subscription that's left in place costs, and until when it can be cancelled.
import type { Subscription } from '../../domain/offboarding/inventory.js';
import type { Instant } from '../../domain/time.js';
import { capital, day, dayAndTime } from '../render/text.js';

/** The words about a subscription, for text blocks; no foreign text. */
export interface MoneyWords {
  readonly note: string;
  /** Whether acting in time saves money. */
  readonly isUrgent: boolean;
}

/**
 * The cost of a subscription. A suspended one is still billed, unless it's of a kind that Microsoft no longer sells.
 * @see https://learn.microsoft.com/partner-center/remove-a-relationship (checked 2026-11-22)
 */
export function moneyWords(subscription: Subscription, now: Instant): MoneyWords {
  const { isAzurePlan, cancellableUntil, isTrial } = subscription;
  const state = stateWords(subscription);
  if (isAzurePlan) {
    return { note: capital(`${state}billed by use, for as long as anything runs in it.`), isUrgent: false };
  }
  if (cancellableUntil !== undefined && cancellableUntil > now) {
    const words = capital(`${state}can be cancelled for money back until ${dayAndTime(cancellableUntil)}.`);
    return { note: `⏰ ${words}`, isUrgent: true };
  }
  return { note: capital(`${isTrial ? 'trial: ' : state}${termWords(subscription)}`), isUrgent: false };
}

function stateWords({ status }: Subscription): string {
  switch (status) {
    case 'active':
      return '';
    case 'pending':
      return 'Being set up: ';
    case 'suspended':
      return 'Suspended: ';
    case 'disabled':
      return 'Disabled: ';
    case 'expired':
      return 'Expired: ';
    case 'deleted':
      return 'Deleted: ';
    case 'none':
    case 'unknown':
      return 'In a state that is new to Gatehouse: ';
    default:
      return status satisfies never;
  }
}

function termWords({ status, isTrial, autoRenews, termEndsAt }: Subscription): string {
  if (termEndsAt === undefined) return isTrial ? 'until it ends or is cancelled.' : 'billed until it is cancelled.';
  const renews = autoRenews ? ', and then renews itself unless somebody turns that off' : '';
  if (isTrial) return `until ${day(termEndsAt)}${renews}.`;
  return `${status === 'suspended' ? 'still ' : ''}billed until its term ends on ${day(termEndsAt)}${renews}.`;
}
