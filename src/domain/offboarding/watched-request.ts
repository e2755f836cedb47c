// What is watched of a tenant that has been offboarded? A request that cannot be withdrawn, until it lapses or is over.

import type { Relationship } from '../access/relationship.js';
import type { Problem } from '../health/problem.js';
import type { Person } from '../person.js';
import type { Instant } from '../time.js';
import type { IssuedCertificate } from './certificate.js';

/** A request to a tenant that has been offboarded. Ids only: nothing in it came from the tenant. */
export interface WatchedRequest {
  readonly relationshipId: string;
  readonly tenantId: string;
  /** The certificate that names it. */
  readonly certificateId: string;
  /** When Microsoft removes it if the customer does not approve it. */
  readonly lapsesAt: Instant;
  /** When it was noticed that the customer has approved it after all. Absent: not so far. */
  readonly becameActiveAt?: Instant | undefined;
  /** Somebody asked to terminate it, and it is not over yet. */
  readonly termination?:
    | {
        readonly by: Person;
        readonly at: Instant;
        /** Absent: not sent yet. */
        readonly sentAt?: Instant | undefined;
        readonly requestId?: string | undefined;
      }
    | undefined;
  /** Why the last try to terminate it came to nothing. */
  readonly refused?: Problem | undefined;
  /** What the admins have been told of it last. Absent: nothing, because there was nothing, or nobody to hear it. */
  readonly told?: WatchedRequestNews | undefined;
}

/** What is told of a watched request. `terminated`: the access that came of it is over. */
export type WatchedRequestNews = 'becameActive' | 'notTerminated' | 'terminated';

/** What can be told of a watched request now: what we remember, and what Microsoft says at this moment. */
export interface WatchedRequestStory {
  readonly relationshipId: string;
  readonly tenantId: string;
  /** The tenant's name, which we have forgotten: the relationship's, else the certificate's, else its id. Foreign text. */
  readonly name: string;
  /** Absent: it is watched no more: it is over, it belongs to an onboarding, or it never was watched. */
  readonly watched?: WatchedRequest | undefined;
  /** Whether Microsoft has been seen to say that it is over. Absent: only what it says now tells. */
  readonly isOver?: boolean | undefined;
  /** Absent: Microsoft does not know it any more, or did not answer. */
  readonly relationship?: Relationship | undefined;
  /** The certificate of the tenant's exit. Absent: there is none any more. */
  readonly certificate?: IssuedCertificate | undefined;
}
