// What does one look at Microsoft bring back about one tenant?

import type { Problem } from '../health/problem.js';
import type { Instant } from '../time.js';
import type { AccessTemplate } from './access-template.js';
import type { AccessAssignment, Relationship } from './relationship.js';

/** An Azure plan, or why Azure cannot be reached through the partner. */
export type AzurePlan = 'active' | 'notActive' | 'none' | 'notReseller';

/** What the last look said about Azure. `failed` until a first look succeeds, or when one that mattered did not. */
export type AzureKnowledge = AzurePlan | { readonly failed: Problem; readonly since: Instant };

/** A part of a look: what was read, or why it could not be. */
export type Reading<T> = { readonly value: T } | { readonly failed: Problem };

/** One look at one tenant. */
export interface Observation {
  /** Every relationship that is pinned to the customer, ended ones too. */
  readonly relationships: readonly Relationship[];
  /** Of the relationship that was chosen. Absent: not read, because none is active. */
  readonly assignments?: Reading<readonly AccessAssignment[]> | undefined;
  /** Absent: not read, because nothing is active or the template does not ask for Azure. */
  readonly azure?: Reading<AzurePlan> | undefined;
}

/**
 * What the relationships of a tenant look like from the list alone, to tell whether one of them has changed since the
 * last look, or the template has, without asking Microsoft for more.
 */
export function fingerprintOf(relationships: readonly Relationship[], template: AccessTemplate): string {
  const lines = relationships.map(({ id, status, modifiedAt }) => `${id.slice(0, 8)} ${status} ${modifiedAt ?? ''}`);
  return [template.templateHash, ...lines.sort()].join('\n');
}
