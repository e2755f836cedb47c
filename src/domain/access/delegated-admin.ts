// What do we know of the older delegated admin relationship (DAP) and of its removal?

import type { Problem } from '../health/problem.js';
import type { Person } from '../person.js';
import type { Instant } from '../time.js';

/** The older, all-powerful access (DAP) that Partner Center's PATCH removes. */
export interface DelegatedAdmin {
  /** `unknown`: never read. */
  readonly state: 'unknown' | 'granted' | 'none';
  /** Somebody asked to remove it and Microsoft has not confirmed it yet. */
  readonly removal?: DelegatedAdminRemoval | undefined;
  /** Why the last removal did not happen. */
  readonly refused?: DelegatedAdminRefusal | undefined;
}

/** A removal under way. */
export interface DelegatedAdminRemoval {
  readonly by: Person;
  readonly at: Instant;
  /** MS-RequestId: the same on every try, so that Partner Center does the work once. */
  readonly requestId: string;
  /** When Partner Center took it. Absent: not sent yet. */
  readonly sentAt?: Instant | undefined;
  /** Why it does not get through, and since when. Absent: it has, or was not tried yet. */
  readonly failing?: { readonly problem: Problem; readonly since: Instant } | undefined;
}

/** Why delegated admin could not be removed. */
export type DelegatedAdminRefusal =
  | { readonly why: 'reservations'; readonly at: Instant; readonly reservations: readonly Reservation[] }
  | { readonly why: 'microsoft'; readonly at: Instant; readonly problem: Problem }
  /** Microsoft took the removal, and long after that still lists delegated admin, or does not let us see. */
  | { readonly why: 'unconfirmed'; readonly at: Instant };

/** Microsoft shows a removal within minutes; after this long people are told that it does not. */
export const confirmationPatienceSeconds = 3600;

/** An Azure reserved instance that has to be cancelled first. Foreign text. */
export interface Reservation {
  readonly productId: string;
  readonly kind: string;
  readonly quantity: number;
  readonly expiresAt?: Instant | undefined;
}
