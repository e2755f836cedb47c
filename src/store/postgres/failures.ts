// What a statement's failure means: whether the database is away, and whether the statement was carried out.
import pg from 'pg';
import { ConfigError, StoreError } from '../../domain/errors.js';
import type { DatabaseTrouble } from '../../domain/health/checkup.js';
import { whyUnread } from '../records/contents.js';

/** The database can't be reached, or can't do anything just now. */
export class DatabaseAway extends StoreError {
  override readonly code = 'database';
  /** Whether the statement may have been carried out all the same, as only its answer was lost. */
  readonly isUncertain: boolean;
  /** In the words of the server or of the system. */
  readonly why: string;

  constructor(why: string, isUncertain: boolean, options?: ErrorOptions) {
    super(
      `the database doesn’t answer: ${why}`,
      'Gatehouse can’t save anything right now. Ask your Gatehouse administrator to check the database (DATABASE_URL), then try again. Lists and cards still show what was known before.',
      options,
    );
    this.isUncertain = isUncertain;
    this.why = why;
  }
}

/** A row isn't of the shape that this version gives it. The message names the row and the field. */
export class NotReadable extends StoreError {
  constructor(cause: unknown) {
    super(
      `what the database has can’t be read: ${whyUnread(cause)}`,
      'It was changed, or written by a newer version of Gatehouse. Update Gatehouse, or restore a backup of the database.',
      { cause },
    );
  }
}

/** The database's answer to a commit was lost. What was written is read once it's back; if it wasn't, it never will be. */
export class NotKnownWhetherSaved extends StoreError {
  override readonly code = 'notKnownWhetherSaved';

  constructor(options?: ErrorOptions) {
    super(
      'the database’s answer to a commit was lost',
      'It isn’t known yet whether this was saved. Lists and cards show it once the database is back.',
      options,
    );
  }
}

// Classes of codes that say nothing of the statement: connection, conflict of transactions, resources, operator, system, bug.
const passingClasses = ['08', '40', '53', '57', '58', 'XX'];
// A read-only database is one that another has taken the place of; a lock that wasn't had in time.
const passingCodes = ['25006', '55P03'];
// The server ended the connection, or failed, at whatever moment of the statement.
const uncertainCodes = /^(?:08|57P0[12]|58|XX)/;

/** An error of a statement that was sent: a `DatabaseAway` where that is what it means, else itself, as it's our bug. */
export function failureOf(error: unknown): unknown {
  if (error instanceof DatabaseAway) return error;
  if (!(error instanceof pg.DatabaseError)) return new DatabaseAway(reasonOf(error), true, { cause: error });
  const { code = '' } = error;
  if (!passingClasses.includes(code.slice(0, 2)) && !passingCodes.includes(code)) return error;
  return new DatabaseAway(reasonOf(error), uncertainCodes.test(code), { cause: error });
}

/** An error of connecting. */
export function notReached(error: unknown): DatabaseAway {
  return error instanceof DatabaseAway ? error : new DatabaseAway(reasonOf(error), false, { cause: error });
}

/** Why, in the words of the server or of the system, neither of which has the password. */
export function reasonOf(error: unknown): string {
  // Of several addresses, the first.
  const first = error instanceof AggregateError ? error.errors[0] : error;
  return first instanceof Error ? first.message : String(first);
}

/** The database answers, and can't be used as it is. */
export class UnfitDatabase extends ConfigError {
  /** The same for a checkup. */
  readonly trouble: DatabaseTrouble;

  constructor(trouble: DatabaseTrouble, message: string, remedy: string) {
    super(message, remedy);
    this.trouble = trouble;
  }
}
