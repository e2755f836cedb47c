// A tenant among those that a person chooses from as they type.
import type { Tenant } from '../../domain/tenant/tenant.js';
import { literal } from '../render/text.js';
import type { Literal } from '../words/text-types.js';

// One line on a phone, by which tenants of the same name can be told apart.
const mostTitle = 60;

/** The choice: the name and the domain, for the tenant's id. */
export function tenantChoice({ tenantId, customer: { displayName, domain } }: Tenant): {
  readonly title: Literal;
  readonly value: string;
} {
  return {
    title: literal([displayName, domain].filter((text) => text !== '').join(' · '), mostTitle),
    value: tenantId,
  };
}
