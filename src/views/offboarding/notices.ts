// What is said in one line about what somebody asked of an exit came to?
import type { Offboarding } from '../../domain/offboarding/offboarding.js';
import type { Person } from '../../domain/person.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import { dateInWords, literal } from '../render/text.js';
import { confirmationName } from './confirmation-name.js';

/** The plan took too long to be read. */
export const planSlow = 'Microsoft has not told everything yet. Nothing was done; press the button again in a moment.';

/** Whether the decision was made is not known yet. */
export function decisionSlow(tenant: Tenant): string {
  return `Microsoft is slow to answer. If your decision about ${nameOf(tenant)} could be taken, this card says so in a moment; if it still offers you to decide then, do so again.`;
}

/** What was typed is not the tenant's name. */
export function nameExpected(tenant: Tenant): string {
  return `Nothing was done: the name that you typed is not this tenant’s. Type: ${confirmationName(tenant)}`;
}

/** Another plan than the one that was agreed to. */
export function planChanged(tenant: Tenant): string {
  return `What ties you to ${nameOf(tenant)} has changed since you read it. Nothing was done; this is how it stands now.`;
}

/** Whose decision the second admin is to agree to. */
export function decidedBy({ by, at }: Pick<Offboarding, 'by' | 'at'>): string {
  return `${literal(by.name, 40)} decided this on ${dateInWords(at)}, by the very plan below.`;
}

/** What the second admin reads is not what the first one decided by. */
export function reviewChanged(tenant: Tenant, by: Person): string {
  return `What ties you to ${nameOf(tenant)} has changed since ${literal(by.name, 40)} decided, so nobody can agree to it any more. Drop it, and decide anew.`;
}

/** The second admin agreed to what is no longer so. */
export function decisionDropped(tenant: Tenant, by: Person): string {
  return `What ties you to ${nameOf(tenant)} has changed since ${literal(by.name, 40)} decided. That decision was dropped and nothing was done. This is the plan as it stands now.`;
}

/** Whoever decided reads their own plan. */
export const ownDecision = 'You decided this yourself, so it takes another admin to agree.';

function nameOf({ customer }: Tenant): string {
  return literal(customer.displayName, 60);
}
