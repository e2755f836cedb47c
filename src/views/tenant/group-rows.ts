// The groups on a tenant's card: which have their roles there, and which roles they lack.
import type { TemplateAssignment } from '../../domain/access/access-template.js';
import { templateFor } from '../../domain/access/access-templates.js';
import { assignmentOf } from '../../domain/onboarding/assess-assignments.js';
import type { Onboarding } from '../../domain/tenant/onboarding.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { Words } from '../catalogue.js';
import type { ViewContext } from '../render/context.js';
import { joined, literal } from '../render/text.js';
import type { Literal } from '../words/text-types.js';
import { isNotEnded } from './fact-rows.js';

/** A group by its name, with how its assignment stands, and its roles. */
interface GroupRow {
  readonly name: Literal;
  readonly roles: Literal;
}

/** A row for each group of the tenant's access template; none while there's no relationship that gives anything. */
export function groupRows(tenant: Tenant, { templates, words }: ViewContext): readonly GroupRow[] {
  const { onboarding } = tenant;
  if (!onboarding?.assignments || !onboarding.relationship || !isNotEnded(onboarding.relationship.status)) return [];
  return templateFor(templates, tenant).assignments.map((wanted) => groupRow(wanted, onboarding, words));
}

// What the relationship doesn't have no assignment gives, and an active assignment gives what it has.
function groupRow(
  { groupId, groupName, roles }: TemplateAssignment,
  { assignments = [], relationship }: Onboarding,
  { tenant: { groups } }: Words,
): GroupRow {
  const { status, roleIds } = assignmentOf(groupId, assignments) ?? {};
  const isActive = status === 'active';
  const isAssigned = isActive || status === 'pending' || status === 'deleting';
  const given = [relationship?.roleIds, isActive ? roleIds : undefined].filter((each) => each !== undefined);
  const lacking = isAssigned ? roles.filter(({ id }) => !given.every((ids) => ids.includes(id))) : [];
  const state = !isAssigned ? 'missing' : !isActive ? 'pending' : lacking.length > 0 ? 'lacking' : 'active';
  const named = (some: TemplateAssignment['roles']) =>
    joined(
      some.map(({ name }) => literal(name)),
      ', ',
    );
  const there = named(roles.filter((role) => !lacking.includes(role)));
  const missing = lacking.length > 0 ? [groups.without({ roles: named(lacking) })] : [];
  return { name: groups[state]({ group: literal(groupName) }), roles: joined([there, ...missing], ' · ') };
}
