// What of the access template Microsoft has accepted at some customer, so that it isn't at fault at another one.

import { type AccessTemplate, missingRoles } from '../access/access-template.js';
import { numberInName } from '../access/relationship-name.js';
import type { Tenant } from '../tenant/tenant.js';

/** The parts of a template that are known to be good. */
export interface TemplateEvidence {
  /** Whether a request for all of its roles was accepted. */
  readonly isRequestTaken: boolean;
  /** Names of the groups that hold access at a customer, in the order of the template. */
  readonly groupNames: readonly string[];
}

/** The evidence in all tenants. Stops reading once everything is known to be good. */
export function evidenceFor(template: AccessTemplate, tenants: Iterable<Tenant>): TemplateEvidence {
  let isRequestTaken = false;
  const unseen = new Set(template.assignments.map(({ groupId }) => groupId));
  for (const { tenantId, onboarding } of tenants) {
    const { relationship, assignments = [] } = onboarding ?? {};
    if (!relationship) continue;
    isRequestTaken ||=
      numberInName(tenantId, relationship.displayName) !== undefined &&
      missingRoles(template, relationship.roleIds).length === 0;
    for (const { groupId, status } of assignments) if (status === 'active') unseen.delete(groupId);
    if (isRequestTaken && unseen.size === 0) break;
  }
  const seen = template.assignments.filter(({ groupId }) => !unseen.has(groupId));
  return { isRequestTaken, groupNames: seen.map(({ groupName }) => groupName) };
}
