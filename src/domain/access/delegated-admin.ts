// The older delegated admin relationship (DAP) and its removal, as far as they're known.

import type { Person } from '../person.js';
import type { Problem } from '../problem.js';
import type { Instant } from '../time.js';

/** The older, all-powerful access (DAP) that Partner Center's PATCH removes. */
export interface DelegatedAdmin {
  /** `unknown`: never read. */
  readonly state: 'unknown' | 'granted' | 'none';
  /** A removal was asked for, and Microsoft hasn't confirmed it yet. */
  readonly removal?: DelegatedAdminRemoval | undefined;
  /** Why the last removal didn't happen. */
  readonly refused?: DelegatedAdminRefusal | undefined;
}

/** A removal under way. */
export interface DelegatedAdminRemoval {
  readonly by: Person;
  readonly at: Instant;
  /** MS-RequestId: the same on every try, so that Partner Center does the work once. */
  readonly requestId: string;
  /** When Partner Center accepted it. Absent: not sent yet. */
  readonly sentAt?: Instant | undefined;
  /** Why it doesn't get through, and since when. Absent: it has, or it wasn't tried yet. */
  readonly failing?: { readonly problem: Problem; readonly since: Instant } | undefined;
}

/** Why delegated admin couldn't be removed. */
export type DelegatedAdminRefusal =
  | { readonly why: 'reservations'; readonly at: Instant; readonly reservations: readonly Reservation[] }
  | { readonly why: 'microsoft'; readonly at: Instant; readonly problem: Problem }
  /** Microsoft accepted the removal, and long after that still lists delegated admin or can't be read. */
  | { readonly why: 'unconfirmed'; readonly at: Instant };

/** Microsoft shows a removal within minutes; after this long, in seconds, people are told that it doesn't. */
export const confirmationPatienceSeconds = 3600;

/** Azure reserved instances that were bought together, and must be canceled first. Foreign text. */
export interface Reservation {
  readonly productId: string;
  readonly kind: string;
  readonly quantity: number;
  readonly expiresAt?: Instant | undefined;
}

/** The number of instances, whatever they were bought with. */
export function instancesIn(reservations: readonly Reservation[]): number {
  return reservations.reduce((sum, { quantity }) => sum + quantity, 0);
}
