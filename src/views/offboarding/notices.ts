// One-line answers to what was asked of an offboarding.

import type { Offboarding } from '../../domain/offboarding/offboarding.js';
import type { Person } from '../../domain/person.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { Words } from '../catalogue.js';
import { dateInWords, literal, personName } from '../render/text.js';
import type { Literal } from '../words/text-types.js';
import { confirmationName } from './confirmation-name.js';

/** It isn't known yet whether the decision was made. */
export function decisionSlow(tenant: Tenant, { offboarding: { notices } }: Words): Literal {
  return notices.decisionSlow({ tenant: nameOf(tenant) });
}

/** The typed text isn't the tenant's name. */
export function nameExpected(tenant: Tenant, { offboarding: { notices } }: Words): Literal {
  return notices.nameExpected({ name: confirmationName(tenant) });
}

/** The plan isn't the one that was agreed to any more. */
export function planChanged(tenant: Tenant, { offboarding: { notices } }: Words): Literal {
  return notices.planChanged({ tenant: nameOf(tenant) });
}

/** Whose decision the second admin reviews. */
export function decidedBy({ by, at }: Pick<Offboarding, 'by' | 'at'>, words: Words): Literal {
  const date = dateInWords(at, words);
  return words.offboarding.notices.decidedBy({ person: personName(by, words), date });
}

/** The present plan isn't the one that the first admin decided on. */
export function reviewChanged(tenant: Tenant, by: Person, words: Words): Literal {
  return words.offboarding.notices.reviewChanged({ tenant: nameOf(tenant), person: personName(by, words) });
}

/** The second admin agreed to a plan that no longer holds. */
export function decisionDropped(tenant: Tenant, by: Person, words: Words): Literal {
  return words.offboarding.notices.decisionDropped({ tenant: nameOf(tenant), person: personName(by, words) });
}

function nameOf({ customer }: Tenant): Literal {
  return literal(customer.displayName, 60);
}
