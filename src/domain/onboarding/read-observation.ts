// The facts of an observation.

import type { AccessTemplate } from '../access/access-template.js';
import { coverageOf, hasRolledOver } from '../access/coverage.js';
import { earlierIn, outcomeOfEnding } from '../access/earlier-relationship.js';
import { heldRolesIn, withoutHeld } from '../access/held-roles.js';
import { type CheckedBefore, lackingRoles } from '../access/lacking-roles.js';
import { fingerprintOf, type Observation } from '../access/observation.js';
import { isEnded, type Relationship } from '../access/relationship.js';
import { nextRelationshipName } from '../access/relationship-name.js';
import { type TakenAway, takenAwayIn } from '../access/taken-away.js';
import type { FactData } from '../tenant/facts.js';
import type { Onboarding } from '../tenant/onboarding.js';
import type { Instant } from '../time.js';
import { chooseRelationship } from './choose-relationship.js';
import { successorIn } from './keeping-steps.js';

/** What a second admin must approve, as a reading takes it. */
export interface Holding {
  /** Whether privileged roles take one. */
  readonly holdsPrivileged: boolean;
  /** Whether everything was in place at the check before. */
  readonly wasInPlace: boolean;
}

/** The facts of reading a tenant that's being onboarded. `holding`: absent, nothing is held. */
export function readObservation(
  tenantId: string,
  onboarding: Onboarding,
  observation: Observation,
  whole: AccessTemplate,
  { holdsPrivileged, wasInPlace }: Holding = { holdsPrivileged: false, wasInPlace: false },
): readonly FactData[] {
  const { relationships, assignments, azure } = observation;
  const had = onboarding.assignments ?? (assignments && 'value' in assignments ? assignments.value : undefined);
  const held = holdsPrivileged ? heldRolesIn({ ...onboarding, assignments: had, wasInPlace }, whole) : undefined;
  const template = withoutHeld(whole, held);
  const { relationship, requestElsewhere } = chooseRelationship(tenantId, onboarding, relationships, template);
  const read: FactData = {
    type: 'microsoftRead',
    relationship: relationship ?? vanished(onboarding),
    requestElsewhere: requestElsewhere?.displayName,
    nextName: nextRelationshipName(tenantId, [
      ...relationships.map(({ displayName }) => displayName),
      ...onboarding.takenNames,
    ]),
    fingerprint: fingerprintOf(relationships, template),
    successor: successorIn(tenantId, onboarding, relationships, template),
    coverage: coverageOf({ tenantId, relationships, followed: relationship, template }),
    earlier: earlierIn(relationships, { tenantId, followed: relationship, template }),
    lacking: relationship && lackingRoles(relationship, whole, checkedBefore(onboarding, relationship)),
    assignments,
    ...(held && { held }),
    takenAway: takenAwayFrom(onboarding, { relationship, assignments }, template),
    azure,
  };
  const known = [...rolledOver(onboarding, relationships), read];
  // One that Gatehouse just created is known already; any other new one is worth telling.
  if (!relationship || relationship.id === onboarding.relationship?.id) return known;
  return [{ type: 'relationshipAdopted', relationshipName: relationship.displayName }, ...known];
}

/** The facts of a reading about the end of an earlier relationship: that it's over, or couldn't be ended. */
export function followEnding(
  { earlierEnding }: Onboarding,
  { relationships }: Observation,
  now: Instant,
): readonly FactData[] {
  const outcome = earlierEnding && outcomeOfEnding(earlierEnding, relationships, now);
  if (outcome === undefined) return [];
  return [outcome === 'ended' ? { type: 'earlierEnded' } : { type: 'earlierEndFailed', failure: outcome }];
}

/** What was known of the same relationship. A row of an earlier version has what it lacked in its limitations alone. */
function checkedBefore(
  { relationship: followed, fingerprint, lacking, limitations }: Onboarding,
  { id }: Relationship,
): CheckedBefore | undefined {
  if (followed?.id !== id) return undefined;
  const told = limitations.flatMap((each) => (each.code === 'roleMissing' ? each.roles : []));
  return { relationship: followed, fingerprint, lacking: lacking ?? told.map(({ id: roleId }) => ({ roleId })) };
}

/** After Revalidate nothing counts as taken away: it's given back. */
function takenAwayFrom(
  { relationship: followed, revalidation, assignments: before, takenAway: known }: Onboarding,
  { relationship, assignments }: Pick<Observation, 'assignments'> & { readonly relationship: Relationship | undefined },
  template: AccessTemplate,
): readonly TakenAway[] | undefined {
  if (revalidation || !relationship || relationship.id !== followed?.id) return undefined;
  return assignments && 'value' in assignments
    ? takenAwayIn({ before, now: assignments.value, known }, template, relationship)
    : undefined;
}

/** That the relationship which the access rests on has been extended since the last read. */
function rolledOver({ relationship, coverage }: Onboarding, read: readonly Relationship[]): readonly FactData[] {
  const ends = new Map([
    ...(relationship?.endsAt === undefined ? [] : [[relationship.id, relationship.endsAt] as const]),
    ...(coverage?.is === 'rollsOver' ? [[coverage.relationshipId, coverage.on] as const] : []),
  ]);
  return read
    .flatMap((each): readonly FactData[] => {
      const from = ends.get(each.id);
      if (from === undefined || each.endsAt === undefined || !hasRolledOver(from, each)) return [];
      return [{ type: 'coverageRolledOver', from, to: each.endsAt }];
    })
    .slice(0, 1);
}

/**
 * The followed relationship that Microsoft no longer lists; `undefined` once a new one is wanted. Ended ones are listed for a year:
 * how it ended is known then, and stays so.
 */
function vanished({ relationship, wanted }: Onboarding): Relationship | undefined {
  if (!relationship || wanted) return undefined;
  return isEnded(relationship.status) ? relationship : { ...relationship, status: 'gone' };
}
