// The few ways in which the world fails that the product expects. Anything else that's thrown is our bug.
import { type Problem, passes } from './problem.js';
import type { SettingFault, SettingProblem } from './setting-fault.js';

/** A failure of the world. `message` is for the log; people read the catalogue's words for the `code`. */
export abstract class ExpectedError extends Error {
  /** Stable; tells a program which failure it is. */
  abstract readonly code: string;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** A failure of what an operator set up. `remedy` follows the message in a terminal: what to do, and where. */
export abstract class OperatorError extends ExpectedError {
  readonly remedy: string;

  constructor(message: string, remedy = '', options?: ErrorOptions) {
    super(message, options);
    this.remedy = remedy;
  }
}

/** A setting that's missing or wrong. */
export class ConfigError extends OperatorError {
  readonly code = 'config';
}

/** Settings that are missing or wrong, all at once. People read the catalogue's words for each. */
export class SettingsError extends ConfigError {
  readonly problems: readonly SettingProblem[];

  constructor(problems: readonly SettingProblem[]) {
    super(
      `settings are missing or invalid: ${problems.map(({ name, fault }) => `${name} (${fault.code})`).join(', ')}`,
    );
    this.problems = problems;
  }
}

/** A file that an operator provides can't be used as it is. People read the catalogue's words for its fault. */
export class FileError extends ConfigError {
  readonly file: string;
  readonly fault: SettingFault;

  constructor(file: string, fault: SettingFault, options?: ErrorOptions) {
    super(`${file} can’t be used (${fault.code})`, '', options);
    this.file = file;
    this.fault = fault;
  }
}

/** What is kept can't be read or written: the data folder by itself, or because of another process; the database. */
export class StoreError extends OperatorError {
  /** `notKnownWhetherSaved`: only the answer was lost, so it may have been saved. */
  readonly code: 'store' | 'database' | 'notKnownWhetherSaved' = 'store';
}

/** Another process has changed the record that a change was based on; nothing of the change was saved. */
export class Outdated extends ExpectedError {
  readonly code = 'outdated';
}

/** Work under a lock has lost it, so that another replica may go on with the same; nothing more was begun. */
export class LockLost extends ExpectedError {
  readonly code = 'lockLost';
}

/** A call to Microsoft that failed. */
export abstract class MicrosoftError extends ExpectedError {
  /** The failure in the domain's terms, to which the catalogue has cause and cure. */
  readonly problem: Problem;

  constructor(message: string, problem: Problem, options?: ErrorOptions) {
    super(message, options);
    this.problem = problem;
  }
}

/** What was asked for isn't there. */
export class NotFound extends MicrosoftError {
  readonly code = 'notFound';
}

/** We may not: no rights, no multifactor authentication, or no valid sign-in. */
export class AccessDenied extends MicrosoftError {
  readonly code = 'accessDenied';
}

/** Microsoft understood the request and doesn't carry it out, because of what it asks or how things stand. */
export class Refused extends MicrosoftError {
  readonly code = 'refused';
}

/** Too many calls. */
export class Throttled extends MicrosoftError {
  readonly code = 'throttled';
  /** Seconds to wait before the next call; 0 when Microsoft didn't say. */
  readonly retryAfterSeconds: number;

  constructor(message: string, problem: Problem, retryAfterSeconds: number, options?: ErrorOptions) {
    super(message, problem, options);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** No answer, or one that says that Microsoft itself is broken. */
export class CloudUnavailable extends MicrosoftError {
  readonly code = 'cloudUnavailable';
}

/** An answer without the documented shape or status. */
export class UnexpectedAnswer extends MicrosoftError {
  readonly code = 'unexpectedAnswer';
}

/** Whether Microsoft said no to this very call, so that only a person can change the answer. */
export function isRefusal(error: unknown): error is MicrosoftError {
  return error instanceof MicrosoftError && !passes(error.problem);
}
