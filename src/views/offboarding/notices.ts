// One-line answers to what was asked of an offboarding.
import type { Offboarding } from '../../domain/offboarding/offboarding.js';
import type { Person } from '../../domain/person.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import { dateInWords, literal } from '../render/text.js';
import { confirmationName } from './confirmation-name.js';

/** The plan couldn't be read in time. */
export const planSlow = 'Microsoft has not told everything yet. Nothing was done; press the button again in a moment.';

/** The offboarding is over and left no certificate here. */
export const offboardingNotKnown = 'Nothing is known of that offboarding any more.';

/** It isn't known yet whether the decision was made. */
export function decisionSlow(tenant: Tenant): string {
  return `Microsoft is slow to answer. If your decision about ${nameOf(tenant)} could be taken, this card says so in a moment; if it still offers you to decide then, do so again.`;
}

/** The typed text isn't the tenant's name. */
export function nameExpected(tenant: Tenant): string {
  return `Nothing was done: the name that you typed is not this tenant’s. Type: ${confirmationName(tenant)}`;
}

/** The plan isn't the one that was agreed to any more. */
export function planChanged(tenant: Tenant): string {
  return `What ties you to ${nameOf(tenant)} has changed since you read it. Nothing was done; this is how it stands now.`;
}

/** Whose decision the second admin reviews. */
export function decidedBy({ by, at }: Pick<Offboarding, 'by' | 'at'>): string {
  return `${literal(by.name, 40)} decided this on ${dateInWords(at)}, by the very plan below.`;
}

/** The present plan isn't the one that the first admin decided on. */
export function reviewChanged(tenant: Tenant, by: Person): string {
  return `What ties you to ${nameOf(tenant)} has changed since ${literal(by.name, 40)} decided, so nobody can agree to it any more. Drop it, and decide anew.`;
}

/** The second admin agreed to a plan that no longer holds. */
export function decisionDropped(tenant: Tenant, by: Person): string {
  return `What ties you to ${nameOf(tenant)} has changed since ${literal(by.name, 40)} decided. That decision was dropped and nothing was done. This is the plan as it stands now.`;
}

/** The admin who decided reviews their own plan. */
export const ownDecision = 'You decided this yourself, so it takes another admin to agree.';

function nameOf({ customer }: Tenant): string {
  return literal(customer.displayName, 60);
}
