// A watched request: an approval request that an offboarding couldn't withdraw, until it lapses or ends.

import type { Relationship } from '../access/relationship.js';
import type { Person } from '../person.js';
import type { Problem } from '../problem.js';
import type { Instant } from '../time.js';
import type { IssuedCertificate } from './certificate.js';

/** A request to a tenant that has been offboarded. Ids only: it holds no text from the tenant. */
export interface WatchedRequest {
  readonly relationshipId: string;
  readonly tenantId: string;
  /** The certificate that lists it. */
  readonly certificateId: string;
  /** When Microsoft removes it unless the customer approves it. */
  readonly lapsesAt: Instant;
  /** When it was noticed that the customer has approved it after all. Absent: not so far. */
  readonly becameActiveAt?: Instant | undefined;
  /** A person asked to terminate it, and it isn't over yet. */
  readonly termination?:
    | {
        readonly by: Person;
        readonly at: Instant;
        /** Absent: not sent yet. */
        readonly sentAt?: Instant | undefined;
        readonly requestId?: string | undefined;
      }
    | undefined;
  /** Why the last try to terminate it failed. */
  readonly refused?: Problem | undefined;
  /** What the admins heard last. Absent: nothing, because there was nothing to tell, or no one to tell it to. */
  readonly told?: WatchedRequestNews | undefined;
}

/** News of a watched request. `terminated`: the access that came of it is over. */
export type WatchedRequestNews = 'becameActive' | 'notTerminated' | 'terminated';

/** All that can be said of a watched request now: our record, and Microsoft's answer at this moment. */
export interface WatchedRequestStory {
  readonly relationshipId: string;
  readonly tenantId: string;
  /** The tenant's name, which was forgotten: the relationship's, else the certificate's, else the id. Foreign text. */
  readonly name: string;
  /** Absent: it's no longer watched, because it's over or belongs to an onboarding, or it never was. */
  readonly watched?: WatchedRequest | undefined;
  /** Whether Microsoft was seen to say that it's over. Absent: only the present reading tells. */
  readonly isOver?: boolean | undefined;
  /** Absent: Microsoft doesn't know it any more, or didn't answer. */
  readonly relationship?: Relationship | undefined;
  /** The tenant's exit certificate. Absent: there's none any more. */
  readonly certificate?: IssuedCertificate | undefined;
}
