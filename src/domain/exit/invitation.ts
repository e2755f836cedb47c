// What is watched of a tenant that has been offboarded? A request that cannot be withdrawn, until it lapses or is over.
import type { Person } from '../person.js';
import type { Problem } from '../problem.js';
import type { Instant } from '../time.js';

/** A request to a tenant that has been offboarded. Ids only: nothing in it came from the tenant. */
export interface WatchedInvitation {
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
}
