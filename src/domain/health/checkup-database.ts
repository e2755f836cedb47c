// Findings about the database that several replicas share.
import type { DatabaseTrouble, Finding } from './checkup.js';

/** A database that can be used, from outside. */
export interface SeenDatabase {
  /** Of PostgreSQL, such as "15.18". */
  readonly version: string;
  /** Who Gatehouse signs in as. */
  readonly user: string;
  /** Whether that user may change and delete what was written, as the owner may. */
  readonly mayRewrite: boolean;
  /** Our clock's distance from the database's; positive: ours is ahead. */
  readonly skewSeconds: number;
  /** How many replicas are alive. */
  readonly replicas: number;
  /** How many sets of access templates they compare by, each different from the others; 0: none has told yet. */
  readonly templateSets: number;
  /** For how long what others write can't be read here. Absent: it can, or no replica runs here. */
  readonly behindSeconds?: number | undefined;
}

// What one replica saves as a time, another compares with its own clock.
const mostSkewSeconds = 2;
const mostBehindSeconds = 10;

/** Whether a clock is too far from the database's, in either direction. */
export function isClockOff(skewSeconds: number): boolean {
  return Math.abs(skewSeconds) > mostSkewSeconds;
}

/** What is worth knowing of a database; of one that can't be used, only why. */
export function databaseFindings(seen: SeenDatabase | DatabaseTrouble): readonly Finding[] {
  if ('what' in seen) return [{ check: 'database', state: 'wrong', ...seen }];
  const { version, replicas, templateSets, user, mayRewrite, skewSeconds, behindSeconds = 0 } = seen;
  return [
    behindSeconds > mostBehindSeconds
      ? { check: 'database', state: 'warning', what: 'databaseBehind', seconds: Math.round(behindSeconds) }
      : { check: 'database', state: 'good', what: 'databaseGood', version, replicas },
    ...templatesFindings(templateSets),
    mayRewrite
      ? { check: 'databaseLogin', state: 'warning', what: 'databaseOwner', user }
      : { check: 'databaseLogin', state: 'good', what: 'databaseLoginLimited', user },
    isClockOff(skewSeconds)
      ? { check: 'databaseClock', state: 'warning', what: 'databaseClockOff', seconds: Math.round(skewSeconds) }
      : { check: 'databaseClock', state: 'good', what: 'databaseClockRight' },
  ];
}

function templatesFindings(sets: number): readonly Finding[] {
  return sets > 1 ? [{ check: 'database', state: 'warning', what: 'replicaTemplatesDiffer', sets }] : [];
}
