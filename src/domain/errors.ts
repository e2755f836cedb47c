// How does the world fail, in the few ways that the product expects? Anything else that is thrown is our bug.
import { type Problem, passes } from './health/problem.js';

/** A failure of the world. `message` is for the log, `remedy` for the person: what to do, where, who may. */
export abstract class ExpectedError extends Error {
  /** Stable: what a program tells failures apart by. */
  abstract readonly code: string;
  readonly remedy: string;

  constructor(message: string, remedy: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.remedy = remedy;
  }
}

/** A setting is missing or wrong. */
export class ConfigError extends ExpectedError {
  readonly code = 'config';
}

/** The data folder cannot be read, written or had for ourselves. */
export class StoreError extends ExpectedError {
  readonly code = 'store';
}

/** What a change followed from has been changed by another process meanwhile; nothing of it was saved. */
export class Outdated extends ExpectedError {
  readonly code = 'outdated';
}

/** A call to Microsoft came to nothing. */
export abstract class MicrosoftError extends ExpectedError {
  /** What it means to the domain. */
  readonly problem: Problem;

  constructor(message: string, remedy: string, problem: Problem, options?: ErrorOptions) {
    super(message, remedy, options);
    this.problem = problem;
  }
}

/** What was asked for is not there. */
export class NotFound extends MicrosoftError {
  readonly code = 'notFound';
}

/** We may not: no rights, no multifactor authentication, or no valid sign-in. */
export class AccessDenied extends MicrosoftError {
  readonly code = 'accessDenied';
}

/** Microsoft understood the request and does not carry it out as it is or as things stand. */
export class Refused extends MicrosoftError {
  readonly code = 'refused';
}

/** Too many calls. */
export class Throttled extends MicrosoftError {
  readonly code = 'throttled';
  /** Not to be asked again before this many seconds; 0 when Microsoft did not say. */
  readonly retryAfterSeconds: number;

  constructor(message: string, remedy: string, problem: Problem, retryAfterSeconds: number, options?: ErrorOptions) {
    super(message, remedy, problem, options);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** No answer, or one that says that Microsoft itself is broken. */
export class CloudUnavailable extends MicrosoftError {
  readonly code = 'cloudUnavailable';
}

/** An answer that does not have the documented shape or status. */
export class UnexpectedAnswer extends MicrosoftError {
  readonly code = 'unexpectedAnswer';
}

/** Whether the failure is Microsoft's saying no to this very call, which only a person can mend. */
export function isRefusal(error: unknown): error is MicrosoftError {
  return error instanceof MicrosoftError && !passes(error.problem);
}
