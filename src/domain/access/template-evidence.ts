// What of the access template has Microsoft taken at some customer, so that it cannot be at fault at another one?

import type { Tenant } from '../tenant/tenant.js';
import { type AccessTemplate, missingRoles } from './access-template.js';
import { numberInName } from './relationship-name.js';

/** What is known to be good of a template. */
export interface TemplateEvidence {
  /** A request for all of its roles was taken. */
  readonly isRequestTaken: boolean;
  /** Names of the groups that hold access at a customer, in the order of the template. */
  readonly groupNames: readonly string[];
}

/** The evidence in all tenants. Looks no further than it takes to see that everything is good. */
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
