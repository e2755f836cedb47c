// What can we not do in a tenant? A limitation is data; the words for its cause and cure are the view's.

import type { Problem } from '../health/problem.js';
import type { Instant } from '../time.js';
import type { Role } from './gdap-roles.js';
import type { RelationshipStatus } from './relationship.js';
import type { Tried } from './retry.js';

/** How a relationship came to its end. `declined` and `lapsed` never were active. */
export type Ending = 'terminated' | 'expired' | 'expiring' | 'gone' | 'declined' | 'lapsed';

/** Something that keeps a tenant from Approved. */
export type Limitation =
  /** A request that we did not make waits for the customer; only Partner Center can follow it up. */
  | { readonly code: 'requestElsewhere'; readonly relationshipName: string }
  /** Microsoft refused to create the relationship, or to put it before the customer. */
  | { readonly code: 'requestRefused'; readonly problem: Problem; readonly relationshipName: string }
  /** The relationship is active without these roles. */
  | { readonly code: 'roleMissing'; readonly roles: readonly Role[]; readonly relationshipName: string }
  /** Microsoft refused to give the group its roles. */
  | { readonly code: 'groupNotAssigned'; readonly groupName: string; readonly problem: Problem }
  /** Microsoft took the assignment on and then failed to carry it out. */
  | { readonly code: 'assignmentFailed'; readonly groupName: string }
  /** The customer has no Azure plan. */
  | { readonly code: 'noAzurePlan' }
  /** The customer has an Azure plan that is not active. */
  | { readonly code: 'azurePlanNotActive' }
  /** The customer buys elsewhere, so no Azure access can come of our relationship. */
  | { readonly code: 'notReseller' }
  /** There was a relationship, or a request for one, and it is over. */
  | { readonly code: 'relationshipLost'; readonly ending: Ending; readonly relationshipName: string }
  /** The check itself failed: nothing is said about what it was to check. */
  | { readonly code: 'couldNotCheck'; readonly what: 'azurePlan' | 'assignments'; readonly problem: Problem }
  /** A step has not got through for so long that people are told; it is tried again all the same. */
  | {
      readonly code: 'keepsFailing';
      readonly tried: Tried;
      /** Absent: it is about no group. */
      readonly groupName?: string | undefined;
      readonly problem: Problem;
      readonly failingSince: Instant;
    }
  /** Microsoft has taken the assignment on and does not get on with it. */
  | { readonly code: 'assignmentStuck'; readonly groupName: string; readonly pendingSince: Instant }
  /** Microsoft has been at it far longer than usual. */
  | {
      readonly code: 'takesTooLong';
      readonly waitingSince: Instant;
      /** What Microsoft is at. Absent: a relationship that is not there yet, or it was not kept. */
      readonly relationship?: { readonly name: string; readonly status: RelationshipStatus } | undefined;
    }
  /** Microsoft reports a state of the relationship that this version does not know. */
  | { readonly code: 'unknownStatus'; readonly relationshipName: string };

/** Which limitation it is, so that two looks can be compared: the code and what it speaks of, not the request ids. */
export function limitationKey(limitation: Limitation): string {
  switch (limitation.code) {
    case 'roleMissing':
      return `${limitation.code}:${limitation.roles
        .map((role) => role.id)
        .sort()
        .join(',')}`;
    case 'keepsFailing':
      return `${limitation.code}:${limitation.tried.step}:${limitation.groupName ?? ''}`;
    case 'groupNotAssigned':
    case 'assignmentFailed':
    case 'assignmentStuck':
      return `${limitation.code}:${limitation.groupName}`;
    case 'couldNotCheck':
      return `${limitation.code}:${limitation.what}`;
    case 'relationshipLost':
      return `${limitation.code}:${limitation.ending}`;
    case 'requestRefused':
      return `${limitation.code}:${limitation.problem.reason}`;
    default:
      return limitation.code;
  }
}

/** Whether every limitation of the first list is in the second one too. */
export function areAmong(limitations: readonly Limitation[], others: readonly Limitation[]): boolean {
  const keys = new Set(others.map(limitationKey));
  return limitations.every((limitation) => keys.has(limitationKey(limitation)));
}

/** Whether only a new request to the customer can mend it. */
export function needsNewRequest(limitation: Limitation): boolean {
  return (
    limitation.code === 'roleMissing' || (limitation.code === 'relationshipLost' && limitation.ending !== 'expiring')
  );
}

/** What one part of an assessment says: in place, still being worked on by Microsoft, or limited. */
export type Finding = 'inPlace' | 'waiting' | readonly Limitation[];
