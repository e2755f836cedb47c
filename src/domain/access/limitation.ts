// What keeps a tenant from Approved. A limitation is data; the words for its cause and cure are the view's.

import type { Problem } from '../problem.js';
import type { Instant } from '../time.js';
import type { Role } from './gdap-roles.js';
import type { RelationshipStatus } from './relationship.js';
import type { Tried } from './retry.js';

/** How a relationship ended. `declined` and `lapsed`: it never was active. */
export type Ending = 'terminated' | 'expired' | 'expiring' | 'gone' | 'declined' | 'lapsed';

/** Something that keeps a tenant from Approved. */
export type Limitation =
  /** A request that Gatehouse didn't make waits for the customer; only Partner Center can follow it up. */
  | { readonly code: 'requestElsewhere'; readonly relationshipName: string }
  /** Microsoft refused to create the relationship, or to lock it for approval. */
  | { readonly code: 'requestRefused'; readonly problem: Problem; readonly relationshipName: string }
  /** The relationship is active without these roles. */
  | { readonly code: 'roleMissing'; readonly roles: readonly Role[]; readonly relationshipName: string }
  /** The template has changed since, and wants these roles as well, which the relationship never had. */
  | {
      readonly code: 'templateChanged';
      readonly roles: readonly Role[];
      readonly relationshipName: string;
      /** It has them, and a second admin must approve that groups get them. Absent: it hasn't. */
      readonly isHeld?: true | undefined;
    }
  /** Microsoft refused to give the group its roles. */
  | { readonly code: 'groupNotAssigned'; readonly groupName: string; readonly problem: Problem }
  /** Microsoft accepted the assignment and then failed to carry it out. */
  | { readonly code: 'assignmentFailed'; readonly groupName: string }
  /** The group had an assignment, which someone else removed. */
  | { readonly code: 'assignmentGone'; readonly groupName: string }
  /** The group had these roles, which someone else took out of its assignment. */
  | { readonly code: 'rolesTakenAway'; readonly groupName: string; readonly roles: readonly Role[] }
  /** The customer has no Azure plan. */
  | { readonly code: 'noAzurePlan' }
  /** The customer has an Azure plan that isn't active. */
  | { readonly code: 'azurePlanNotActive' }
  /** The customer buys elsewhere, so our relationship gives no access to Azure. */
  | { readonly code: 'notReseller' }
  /** There was a relationship, or a request for one, and it's over. */
  | { readonly code: 'relationshipLost'; readonly ending: Ending; readonly relationshipName: string }
  /** The check itself failed, which says nothing about what it checks. */
  | { readonly code: 'couldNotCheck'; readonly what: 'azurePlan' | 'assignments'; readonly problem: Problem }
  /** A step has failed for so long that people are told; it's still tried again. */
  | {
      readonly code: 'keepsFailing';
      readonly tried: Tried;
      /** Absent: the step isn't about a group. */
      readonly groupName?: string | undefined;
      readonly problem: Problem;
      readonly failingSince: Instant;
    }
  /** Microsoft accepted the assignment and makes no progress with it. */
  | { readonly code: 'assignmentStuck'; readonly groupName: string; readonly pendingSince: Instant }
  /** Microsoft takes far longer than usual. */
  | {
      readonly code: 'takesTooLong';
      readonly waitingSince: Instant;
      /** What Microsoft works on. Absent: the relationship isn't there yet, or it wasn't kept. */
      readonly relationship?: { readonly name: string; readonly status: RelationshipStatus } | undefined;
    }
  /** Microsoft reports a status of the relationship that this version doesn't know. */
  | { readonly code: 'unknownStatus'; readonly relationshipName: string };

/** Identity of a limitation across two checks: the code and its subject, without request ids. */
export function limitationKey(limitation: Limitation): string {
  switch (limitation.code) {
    case 'roleMissing':
    case 'templateChanged': {
      const isHeld = limitation.code === 'templateChanged' && limitation.isHeld;
      const roleIds = limitation.roles.map(({ id }) => id).sort();
      return `${limitation.code}:${isHeld ? 'held:' : ''}${roleIds.join(',')}`;
    }
    case 'rolesTakenAway':
      return `${limitation.code}:${limitation.groupName}:${limitation.roles.map(({ id }) => id).sort()}`;
    case 'keepsFailing':
      return `${limitation.code}:${limitation.tried.step}:${limitation.groupName ?? ''}`;
    case 'groupNotAssigned':
    case 'assignmentFailed':
    case 'assignmentGone':
    case 'assignmentStuck':
      return `${limitation.code}:${limitation.groupName}`;
    case 'couldNotCheck':
      return `${limitation.code}:${limitation.what}`;
    case 'relationshipLost':
      return `${limitation.code}:${limitation.ending}`;
    case 'requestRefused':
      return `${limitation.code}:${limitation.problem.reason}`;
    case 'requestElsewhere':
    case 'noAzurePlan':
    case 'azurePlanNotActive':
    case 'notReseller':
    case 'takesTooLong':
    case 'unknownStatus':
      return limitation.code;
    default:
      return limitation satisfies never;
  }
}

/** Whether every limitation of the first list is in the second one too. */
export function areAmong(limitations: readonly Limitation[], others: readonly Limitation[]): boolean {
  const keys = new Set(others.map(limitationKey));
  return limitations.every((limitation) => keys.has(limitationKey(limitation)));
}

/** Whether it's cured by asking for access again: by a new request to the customer, or by what a second admin approves. */
export function needsNewRequest(limitation: Limitation): boolean {
  return (
    limitation.code === 'roleMissing' ||
    limitation.code === 'templateChanged' ||
    (limitation.code === 'relationshipLost' && limitation.ending !== 'expiring')
  );
}

/** What one part of an assessment finds: in place, still being worked on by Microsoft, or limited. */
export type PartAssessment = 'inPlace' | 'waiting' | readonly Limitation[];
