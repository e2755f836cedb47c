// What one read of Microsoft says about one tenant.

import type { Problem } from '../problem.js';
import type { Instant } from '../time.js';
import type { AccessTemplate } from './access-template.js';
import type { AccessAssignment, Relationship } from './relationship.js';

/** The state of the Azure plan, or why Azure can't be reached through the partner. */
export type AzurePlan = 'active' | 'notActive' | 'none' | 'notReseller';

/** What the last read said about Azure. `failed`: no read has succeeded yet, or one that mattered failed. */
export type AzureKnowledge = AzurePlan | { readonly failed: Problem; readonly since: Instant };

/** A part of a read: the value, or why it couldn't be had. */
export type Reading<T> = { readonly value: T } | { readonly failed: Problem };

/** One read of one tenant. */
export interface Observation {
  /** Every relationship that is pinned to the customer, ended ones too. */
  readonly relationships: readonly Relationship[];
  /** Of the relationship that was chosen. Absent: not read, because none is active. */
  readonly assignments?: Reading<readonly AccessAssignment[]> | undefined;
  /** Absent: not read, because nothing is active or the template doesn't ask for Azure. */
  readonly azure?: Reading<AzurePlan> | undefined;
}

/**
 * Fingerprint of a tenant's relationships from the list alone. It differs when one of them or the template has changed since
 * the last check, and saves reading more from Microsoft.
 */
export function fingerprintOf(relationships: readonly Relationship[], template: AccessTemplate): string {
  const lines = relationships.map(({ id, status, modifiedAt }) => `${id.slice(0, 8)} ${status} ${modifiedAt ?? ''}`);
  return [template.templateHash, ...lines.sort()].join('\n');
}
