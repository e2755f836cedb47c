// A second admin's yes: what takes one, who may give it, and until when.
import type { Person } from './person.js';
import { addDays, type Instant } from './time.js';

/** What a partner can have a second admin approve, besides batches of many tenants; `disable`: of several at once. */
export const secondAdminSubjects = ['enable', 'global-admin', 'end-earlier', 'disable', 'offboard'] as const;

/** One of them. */
export type SecondAdminSubject = (typeof secondAdminSubjects)[number];

/** The partner's settings for it. */
export interface SecondAdminRules {
  readonly subjects: readonly SecondAdminSubject[];
  /** A batch of more tenants than this takes one, but for checks, tags, imports and who looks after them. Absent: none does for its size. */
  readonly batchesOver?: number | undefined;
}

/** Who asked for something that a second admin must approve, and when. */
export interface AskedBy {
  readonly by: Person;
  readonly at: Instant;
}

/** Until when a second admin may approve: one day after it was asked for. */
export function secondYesLapsesAt({ at }: Pick<AskedBy, 'at'>): Instant {
  return addDays(at, 1);
}

/** Whether a person is another than the one who asked. Without an id, a person can't be told from others. */
export function isAnotherPerson(second: Person, { by }: Pick<AskedBy, 'by'>): boolean {
  return second.id !== '' && second.id !== by.id;
}
