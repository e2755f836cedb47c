// Why the partner can't remove something, and who can.
import type { ReasonNot } from '../../domain/offboarding/obstacles.js';

/** Cause and cure, as whole sentences without foreign text. */
export interface ReasonWords {
  readonly why: string;
  /** Who can do what about it. */
  readonly who: string;
}

/** The action once the cause is fixed: beside a plan, and beside a refused removal. */
export type Next = 'read the plan again' | 'press Try again';

const words = (next: Next): Readonly<Record<ReasonNot, ReasonWords>> => ({
  pendingInvitation: {
    why: 'Microsoft has no way to withdraw a request: the customer can approve it until it lapses.',
    who: 'Gatehouse watches it until then, and tells every admin at once if it is approved.',
  },
  noWayIn: {
    why: 'No access of yours leads into the tenant, so it cannot even be seen from here whether your application has consent there.',
    who: 'The customer’s administrator deletes your enterprise application in their Entra admin center.',
  },
  noRoleForConsent: {
    why: 'Withdrawing it takes Global, Application or Cloud Application Administrator in the tenant, and none of your assignments has one of these.',
    who: 'The customer’s administrator deletes your enterprise application in their Entra admin center.',
  },
  reservations: {
    why: 'Azure reserved instances are in the way.',
    who: `Call Azure support to have every one cancelled; then ${next}.`,
  },
  activeSubscriptions: {
    why: 'Subscriptions that are still active are in the way.',
    who: `Somebody who may buy in Partner Center cancels them, or moves them to the customer’s next partner; then ${next}.`,
  },
  unread: {
    why: 'It could not be read whether something stands in the way.',
    who: `Wait a moment; then ${next}.`,
  },
});

/** The words for a reason. */
export function reasonWords(reason: ReasonNot, next: Next = 'read the plan again'): ReasonWords {
  return words(next)[reason];
}
