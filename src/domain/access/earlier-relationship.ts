// A relationship of ours that another has taken the place of: it still gives access, which only a person ends.
import type { Person } from '../person.js';
import type { Problem } from '../problem.js';
import type { Instant } from '../time.js';
import { type AccessTemplate, missingRoles } from './access-template.js';
import { isUnconfirmed } from './keeping.js';
import { isEnded, type Relationship } from './relationship.js';
import { numberInName } from './relationship-name.js';

/** An active relationship that Gatehouse made, beside the followed one, which has every role of the template by itself. */
export interface EarlierRelationship {
  readonly id: string;
  readonly displayName: string;
  /** Absent: Microsoft doesn't say. */
  readonly endsAt?: Instant | undefined;
}

/** That a person has asked for its end, and how far it is. */
export interface EarlierEnding {
  readonly by: Person;
  readonly at: Instant;
  readonly relationshipId: string;
  readonly displayName: string;
  /** When Microsoft accepted it. Absent: not yet. */
  readonly sentAt?: Instant | undefined;
}

/**
 * Why it couldn't be ended: Microsoft refused, or accepted and never showed it as done, or it couldn't be asked for within an hour:
 * what a person said yes to isn't done days later.
 */
export type EarlierEndFailure =
  | { readonly why: 'microsoft'; readonly problem: Problem }
  | { readonly why: 'unconfirmed' | 'notPossible' };

/** What a tenant's relationships are compared with. */
interface Followed {
  readonly tenantId: string;
  /** The one that counts for the onboarding. */
  readonly followed: Relationship | undefined;
  readonly template: AccessTemplate;
}

/**
 * Those that the followed one has taken the place of, the oldest first. One that Gatehouse didn't make isn't among them: what
 * else it serves isn't known. `undefined`: there are none, or the followed one doesn't have every role of the template.
 */
export function earlierIn(
  relationships: readonly Relationship[],
  { tenantId, followed, template }: Followed,
): readonly EarlierRelationship[] | undefined {
  if (followed?.status !== 'active' || missingRoles(template, followed.roleIds).length > 0) return undefined;
  const earlier = relationships
    .filter(({ id, status }) => id !== followed.id && status === 'active')
    .flatMap((each) => ({ each, number: numberInName(tenantId, each.displayName) }))
    .flatMap(({ each: { id, displayName, endsAt }, number }) =>
      number === undefined ? [] : [{ number, relationship: { id, displayName, ...(endsAt && { endsAt }) } }],
    )
    .sort((a, b) => a.number - b.number)
    .map(({ relationship }) => relationship);
  return earlier.length === 0 ? undefined : earlier;
}

/** What a reading says of an ending: it's over, it failed, or (`undefined`) it's still under way. */
export function outcomeOfEnding(
  { relationshipId, at, sentAt }: EarlierEnding,
  relationships: readonly Relationship[],
  now: Instant,
): 'ended' | EarlierEndFailure | undefined {
  const relationship = relationships.find(({ id }) => id === relationshipId);
  if (!relationship || isEnded(relationship.status)) return 'ended';
  if (!isUnconfirmed(sentAt ?? at, now)) return undefined;
  return { why: sentAt === undefined ? 'notPossible' : 'unconfirmed' };
}
