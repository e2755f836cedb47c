// What an unsuccessful answer stands for: statuses and codes of Graph and Partner Center as errors.

import { z } from 'zod';
import {
  AccessDenied,
  CloudUnavailable,
  MicrosoftError,
  NotFound,
  Refused,
  Throttled,
  UnexpectedAnswer,
} from '../../domain/errors.js';
import type { Problem, ProblemReason, ServiceName } from '../../domain/problem.js';
import { retryAfterSeconds } from '../../runtime/back-off.js';
import { isClaimsChallenge } from './claims-challenge.js';
import type { HttpRequest } from './http-request.js';
import { whatKeptItAway } from './no-answer.js';

/** An answer without a status of success. */
export interface FailedAnswer {
  readonly service: ServiceName;
  readonly request: HttpRequest;
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON; `undefined` when there was none. */
  readonly body: unknown;
  readonly requestId: string | undefined;
}

// Partner Center's codes, from the error code list of its developer documentation (checked 2026-11-22).
const mfaCode = '900421';
const noCommerceRelationshipCode = '20002';
const endOfPagesCode = '2000';
// Seen, not documented: a Conditional Access policy; an indirect reseller, to everything.
// @see https://github.com/microsoft/Partner-Center-PowerShell/issues/306 (checked 2026-11-28)
const conditionalAccessCode = '900309';
const notAuthorizedCode = '1002';

/** Partner Center was asked for the page after the last one. */
export class EndOfPages extends NotFound {}

/** Partner Center has no commerce relationship of the partner's with the customer. */
export class NotOurCustomer extends NotFound {}

/** The parts of a problem that find the call again at Microsoft. */
type Said = Pick<Problem, 'requestId' | 'answer'>;

/** The error that an answer stands for. Neither its body nor its message is kept: they may hold names. */
export function errorFrom(answer: FailedAnswer): MicrosoftError {
  const { service, request, status, headers, requestId } = answer;
  const code = codeIn(answer.body);
  // Of a claims challenge the header says what counts, and the inner code why.
  const codes = isClaimsChallenge(headers) ? ['insufficient_claims', innerCodeIn(answer.body)] : [code];
  const said = [status, ...codes].filter((part) => part !== '').join(' ');
  const message = `${request.method} ${request.template}: ${said}`;
  const problem = (reason: ProblemReason): Problem => ({ reason, service, requestId, answer: said });
  const denied = (reason: ProblemReason) => new AccessDenied(message, problem(reason));
  const refused = (reason: ProblemReason) => new Refused(message, problem(reason));
  switch (status) {
    case 400:
      return code === endOfPagesCode ? new EndOfPages(message, problem('notFound')) : refused('notAccepted');
    case 401:
      if (code === mfaCode) return denied('mfaRequired');
      if (isClaimsChallenge(headers)) return denied('accessBlocked');
      return denied('signInExpired');
    case 403:
      if (code === noCommerceRelationshipCode) return new NotOurCustomer(message, problem('notFound'));
      if (code === conditionalAccessCode) return denied('accessBlocked');
      if (code === notAuthorizedCode && service === 'partnerCenter') return denied('partnerCenterClosed');
      return denied('noRights');
    case 404:
      return new NotFound(message, problem('notFound'));
    case 405:
    case 412:
      return refused('notPossibleNow');
    case 409:
      return refused(request.conflict ?? 'notPossibleNow');
    case 429:
      return tooMany(message, headers, { requestId, answer: said });
    default:
      return status >= 500
        ? unavailable(message, headers, { requestId, answer: said })
        : unexpected(message, requestId, said);
  }
}

/**
 * Why a service refuses a token that was fetched just now and hasn't expired: it lacks the second factor only where the
 * token says so itself. `hasMfa`: what the token says. Absent: nothing.
 */
export function freshTokenRefused(error: MicrosoftError, hasMfa: boolean | undefined): MicrosoftError {
  const { message, problem } = error;
  if (problem.reason !== 'signInExpired') return error;
  return new AccessDenied(message, { ...problem, reason: hasMfa === false ? 'mfaRequired' : 'signInRefused' });
}

/** The error of a call that got no answer: a time-out, a reset, a name that doesn't resolve. */
export function noAnswer(request: HttpRequest, cause: unknown): MicrosoftError {
  if (cause instanceof MicrosoftError) return cause;
  return new CloudUnavailable(
    `${request.method} ${request.template}: no answer`,
    { reason: 'unreachable', answer: whatKeptItAway(cause) },
    { cause },
  );
}

// A server that's down and says until when is treated like a busy one.
function unavailable(message: string, headers: Headers, said: Said): MicrosoftError {
  if (headers.has('retry-after')) return tooMany(message, headers, said);
  return new CloudUnavailable(message, { reason: 'unreachable', ...said });
}

/** The error of an answer that isn't as documented. */
export function unexpected(message: string, requestId: string | undefined, answer?: string): MicrosoftError {
  return new UnexpectedAnswer(message, { reason: 'unexpectedAnswer', requestId, answer });
}

function tooMany(message: string, headers: Headers, said: Said): Throttled {
  return throttled(message, retryAfterSeconds(headers.get('retry-after'), headers.get('date')), said);
}

/** The error for too many calls. */
export function throttled(message: string, retryAfterSeconds: number, said: Said = {}): Throttled {
  return new Throttled(message, { reason: 'throttled', ...said }, retryAfterSeconds);
}

/** Graph's `innerError.code`, which says more; empty where there's none. */
function innerCodeIn(body: unknown): string {
  const code = innerShape.safeParse(body).data?.error.innerError.code ?? '';
  return /^\w{1,80}$/.test(code) ? code : '';
}

const innerShape = z.object({ error: z.object({ innerError: z.object({ code: z.string() }) }) });

/** Graph writes `{error: {code}}`, Partner Center `{code}` as text or number. */
export function codeIn(body: unknown): string {
  if (typeof body !== 'object' || body === null) return '';
  const holder = 'error' in body && typeof body.error === 'object' && body.error !== null ? body.error : body;
  const code = 'code' in holder ? holder.code : undefined;
  return typeof code === 'string' || typeof code === 'number' ? String(code).slice(0, 100) : '';
}

/** What was read; `undefined` when the service says that there's no such thing. */
export async function orAbsent<T>(read: Promise<T>): Promise<T | undefined> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof NotFound) return undefined;
    throw error;
  }
}
