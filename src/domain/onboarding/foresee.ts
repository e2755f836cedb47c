// What Enable would come to, by the relationships that there are.

import type { AccessTemplate } from '../access/access-template.js';
import type { Relationship } from '../access/relationship.js';
import type { Tenant } from '../tenant/tenant.js';
import { chooseRelationship } from './choose-relationship.js';

/** What Enable would come to. */
export type Foreseen =
  /** Nothing fits, so the customer is asked. */
  | { readonly is: 'request' }
  /** It's adopted, and nothing is requested. */
  | { readonly is: 'adopt'; readonly relationship: Relationship }
  /** A request that Gatehouse didn't make waits for the customer; none is made beside it. */
  | { readonly is: 'requestElsewhere'; readonly relationship: Relationship };

/** Foresees it by the same rule that `advance` goes by. `relationships`: all of the tenant's. */
export function foreseeEnable(
  { tenantId, onboarding }: Pick<Tenant, 'tenantId' | 'onboarding'>,
  relationships: readonly Relationship[],
  template: AccessTemplate,
): Foreseen {
  const wanted = { wanted: true, relationship: onboarding?.relationship };
  const { relationship, requestElsewhere } = chooseRelationship(tenantId, wanted, relationships, template);
  if (relationship) return { is: 'adopt', relationship };
  return requestElsewhere ? { is: 'requestElsewhere', relationship: requestElsewhere } : { is: 'request' };
}
