// Which of a customer's relationships is the one that matters to us?

import type { Onboarding } from '../tenant/tenant.js';
import { type AccessTemplate, missingRoles } from './access-template.js';
import { isEnded, isOpen, type Relationship } from './relationship.js';
import { numberInName } from './relationship-name.js';

/** What the relationships of one customer mean for its onboarding. */
export interface Choice {
  /** The one to rely on or to wait for. Absent: there is none, or none any more. */
  readonly relationship?: Relationship | undefined;
  /** One that somebody else made and that waits for the customer, where nothing better is there. */
  readonly requestElsewhere?: Relationship | undefined;
}

/**
 * An active relationship with every role of the template wins, whoever made it. Then comes what is already on its way:
 * the one we follow, our own, or somebody else's that the customer has approved. A request of somebody else that waits
 * for the customer is not taken over, only told.
 */
export function chooseRelationship(
  tenantId: string,
  onboarding: Onboarding,
  relationships: readonly Relationship[],
  template: AccessTemplate,
): Choice {
  const isOurs = ({ displayName }: Relationship) => numberInName(tenantId, displayName) !== undefined;
  const suffices = ({ roleIds }: Relationship) => missingRoles(template, roleIds).length === 0;
  const followed = relationships.find(({ id }) => id === onboarding.relationship?.id);
  const newestFirst = [...relationships].sort((a, b) => (b.createdAt ?? '').localeCompare(a.createdAt ?? ''));

  const ready = [followed, ...newestFirst].find((each) => each?.status === 'active' && suffices(each));
  if (ready) return { relationship: ready };

  // Somebody asked for a new request: what is active and lacks a role no longer counts as being on its way.
  const isOnItsWay = (each: Relationship | undefined) =>
    each !== undefined && !isEnded(each.status) && !(onboarding.wanted && each.status === 'active');
  const isApproved = ({ status }: Relationship) => status === 'approved' || status === 'activating';
  const ours = newestFirst.find((each) => isOurs(each) && (isOpen(each.status) || isApproved(each)));
  const approvedElsewhere = newestFirst.find((each) => isApproved(each) && suffices(each));
  const onItsWay = isOnItsWay(followed) ? followed : (ours ?? approvedElsewhere);
  if (onItsWay) return { relationship: onItsWay };

  const requestElsewhere = newestFirst.find((each) => each.status === 'approvalPending' && !isOurs(each));
  return { relationship: onboarding.wanted ? undefined : followed, requestElsewhere };
}
