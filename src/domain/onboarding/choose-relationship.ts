// Chooses the one of a customer's relationships that counts.

import { type AccessTemplate, missingRoles } from '../access/access-template.js';
import { isEnded, isOpen, type Relationship } from '../access/relationship.js';
import { numberInName } from '../access/relationship-name.js';
import type { Onboarding } from '../tenant/onboarding.js';

/** What the relationships of one customer amount to for its onboarding. */
export interface ChosenRelationship {
  /** The one to rely on or to wait for. Absent: there's none, or it's gone. */
  readonly relationship?: Relationship | undefined;
  /** One that Gatehouse didn't make and that waits for the customer's approval, where there's nothing better. */
  readonly requestElsewhere?: Relationship | undefined;
}

/**
 * An active relationship with every role of the template wins, no matter who made it. Next comes what's on its way: the followed
 * one, our own, or another one that the customer has approved. A request that Gatehouse didn't make and that waits for the
 * customer isn't taken over, only told.
 */
export function chooseRelationship(
  tenantId: string,
  onboarding: Pick<Onboarding, 'relationship' | 'wanted' | 'keeping'>,
  relationships: readonly Relationship[],
  template: AccessTemplate,
): ChosenRelationship {
  const isOurs = ({ displayName }: Relationship) => numberInName(tenantId, displayName) !== undefined;
  const suffices = ({ roleIds }: Relationship) => missingRoles(template, roleIds).length === 0;
  const followed = relationships.find(({ id }) => id === onboarding.relationship?.id);
  const newestFirst = [...relationships].sort((a, b) => (b.createdAt ?? '').localeCompare(a.createdAt ?? ''));

  // The customer has approved what is to follow, so assignments move over to it.
  const successor = relationships.find(({ id }) => id === onboarding.keeping?.successor?.id);
  const ready = [successor, followed, ...newestFirst].find((each) => each?.status === 'active' && suffices(each));
  if (ready) return { relationship: ready };

  // Once a new request is wanted, an active relationship that lacks a role no longer counts as being on its way.
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
