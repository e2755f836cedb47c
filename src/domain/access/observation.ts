// What one read of Microsoft says about one tenant.

import type { Problem } from '../problem.js';
import type { Instant } from '../time.js';
import type { AccessTemplate } from './access-template.js';
import type { OperationStatus } from './keeping.js';
import type { AccessAssignment, Relationship } from './relationship.js';

/**
 * The state of the Azure plan, or why Azure can't be reached through the partner. `notAsked`: Partner Center, which alone could
 * tell, doesn't answer for this customer.
 */
export type AzurePlan = 'active' | 'notActive' | 'none' | 'notReseller' | 'notAsked';

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
  /** Of the removal of Global Administrator that's under way. Absent: there's none, or Microsoft named none. */
  readonly operation?: Reading<OperationStatus> | undefined;
  /** Absent: not read, because nothing is active or the template doesn't ask for Azure. */
  readonly azure?: Reading<AzurePlan> | undefined;
}

/**
 * Fingerprint of a tenant's relationships from the list alone, a line for each. It differs when one of them or the template
 * has changed since the last check, and saves reading more from Microsoft.
 */
export function fingerprintOf(relationships: readonly Relationship[], template: AccessTemplate): string {
  return [template.templateHash, ...relationships.map(lineOf).sort()].join('\n');
}

/** Whether a fingerprint was taken with this template. */
export function isTakenWith(fingerprint: string, { templateHash }: AccessTemplate): boolean {
  return fingerprint === templateHash || fingerprint.startsWith(`${templateHash}\n`);
}

/** Whether a relationship is as it was when a fingerprint was taken. */
export function isAsIn(fingerprint: string, relationship: Relationship): boolean {
  return fingerprint.split('\n').includes(lineOf(relationship));
}

/** How many relationships there were when a fingerprint was taken. */
export function countIn(fingerprint: string): number {
  return fingerprint.split('\n').length - 1;
}

function lineOf({ id, status, modifiedAt }: Relationship): string {
  return `${id.slice(0, 8)} ${status} ${modifiedAt ?? ''}`;
}
