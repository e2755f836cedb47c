// Makes one call to a service of Microsoft: paced, with a time-out, logged, its answer checked.

import type { z } from 'zod';
import { backOff } from '../../domain/back-off.js';
import { AccessDenied, type MicrosoftError, Throttled } from '../../domain/errors.js';
import { isSignInReason, passes, type ServiceName } from '../../domain/problem.js';
import type { Done } from '../../operations/ports/microsoft-writes.js';
import { spread } from '../../runtime/back-off.js';
import type { Clock } from '../../runtime/clock.js';
import type { Log } from '../../runtime/log.js';
import type { Pace, Place, Rate } from '../../runtime/pace.js';
import { abortAfter } from '../../runtime/timeout.js';
import { currentUrgency } from '../../runtime/waited-for.js';
import { claimsChallenge } from './claims-challenge.js';
import type { ClockSkew } from './clock-skew.js';
import { codeIn, errorFrom, freshTokenRefused, noAnswer, throttled, unexpected } from './errors.js';
import type { HttpRequest, Transport } from './http-request.js';

/** Whose token a call uses. */
export interface Caller {
  /** With `claims`, which a service has asked for: a new token that has them. */
  token(claims?: string): Promise<string>;
  /** Forgets the token that the service has just refused. */
  drop(): void;
  /** Whether the last token says that it was made with multifactor authentication. Absent: it doesn't say. */
  hasMfa?(): boolean | undefined;
  /** The service accepted the token. */
  accepted?(): void;
  /** The service answered and refuses every token of this sign-in. */
  rejected?(error: MicrosoftError): void;
}

/** A service of Microsoft. */
export interface Service {
  readonly name: ServiceName;
  readonly transport: Transport;
  /** The signed-in person. */
  readonly person: Caller;
  /** The application without a person, which may read some of it. */
  readonly application: Caller;
  /** How many calls it takes, and the pace that is asked for each of them. */
  readonly rate: Rate;
  readonly pace: Pace;
  /** Learns from the Date header of every answer. */
  readonly skew?: ClockSkew | undefined;
}

/** An answer with a status of success. */
export interface HttpAnswer {
  readonly status: number;
  /** Parsed JSON; `undefined` when there was no body. */
  readonly body: unknown;
  readonly requestId: string | undefined;
  /** Where the operation is that a 202 has begun. Absent: the answer named none. */
  readonly location?: string | undefined;
  /** When to ask again, as a 202 says it. Absent: it doesn't. */
  readonly retryAfterSeconds?: number | undefined;
}

// A read is repeated at once or after a moment; a longer failure is left to the next check.
const timeoutMs = 10_000;
const mostTries = 3;
const waits = { first: 500, longest: 1000 };
const longestWaitMs = 5000;

/** The calls to one service. */
export class HttpClient {
  readonly #service: Service;
  readonly #clock: Clock;
  readonly #log: Log;

  constructor(service: Service, clock: Clock, log: Log) {
    this.#service = service;
    this.#clock = clock;
    this.#log = log;
  }

  /**
   * Makes a call. Reads are repeated where that may help; a write is made once, since only a reading tells what it did.
   * Nothing is sent before the time that Microsoft asked for, or faster than it takes it. While no one is signed in, the application alone reads what it
   * may; where that's refused too, the error is about the sign-in.
   * @throws MicrosoftError
   */
  async call(request: HttpRequest): Promise<HttpAnswer> {
    const { person, application } = this.#service;
    try {
      return await this.#callAs(person, request);
    } catch (error) {
      if (!isAboutSignIn(error) || !request.isRead || request.userOnly) throw error;
      return this.#callAs(application, request).catch((second: unknown) => {
        throw second instanceof AccessDenied ? error : second;
      });
    }
  }

  async #callAs(caller: Caller, request: HttpRequest): Promise<HttpAnswer> {
    let hasFreshToken = false;
    let claims: string | undefined;
    for (let tries = 1; ; tries += 1) {
      const place = await this.#place(request.template);
      const result = await this.#exchange(caller, request, { claims, place });
      if (!('error' in result)) {
        caller.accepted?.();
        return result;
      }
      const { error, isOfToken } = result;
      if (error instanceof Throttled) this.#rest(error);
      if (isOfToken) {
        if (!hasFreshToken && error.problem.reason !== 'mfaRequired') {
          hasFreshToken = true;
          claims = result.claims;
          caller.drop();
          continue;
        }
        const refusal = freshTokenRefused(error, caller.hasMfa?.());
        caller.rejected?.(refusal);
        throw refusal;
      }
      if (!request.isRead || tries >= mostTries || !passes(error.problem)) throw error;
      if (!(error instanceof Throttled)) await this.#clock.pause(spread(backOff(waits, tries)));
    }
  }

  /**
   * Makes a call and checks the shape of its answer.
   * @throws MicrosoftError
   */
  async read<T extends z.ZodType>(request: HttpRequest, shape: T): Promise<z.infer<T>> {
    const { value } = await this.write(request, shape);
    return value;
  }

  /**
   * Makes a call that changes something and checks the shape of its answer.
   * @throws MicrosoftError
   */
  async write<T extends z.ZodType>(request: HttpRequest, shape: T): Promise<Done<z.infer<T>>> {
    const { body, requestId } = await this.call(request);
    const parsed = shape.safeParse(body);
    if (parsed.success) return { value: parsed.data, requestId };
    const where = parsed.error.issues.map(({ path, code }) => `${path.join('.')} ${code}`).join(', ');
    throw unexpected(
      `${request.method} ${request.template}: not the documented shape (${where})`,
      requestId,
      'not the documented shape',
    );
  }

  // A service that names no time is left alone for a second.
  #rest({ retryAfterSeconds }: Throttled): void {
    const { pace, rate } = this.#service;
    pace.rest(rate, 1000 * Math.max(1, retryAfterSeconds));
  }

  /**
   * Waits until the service takes one more call.
   * @throws Throttled when that takes longer than a person should wait.
   */
  async #place(template: string): Promise<Place> {
    const { pace, rate } = this.#service;
    const latestMs = this.#clock.elapsedMs() + longestWaitMs;
    for (;;) {
      const said = await pace.ask([rate], currentUrgency());
      if (!('waitMs' in said)) return said;
      const { waitMs } = said;
      if (this.#clock.elapsedMs() + waitMs > latestMs)
        throw throttled(`${template}: not sent, throttled`, waitMs / 1000);
      await this.#clock.pause(waitMs);
    }
  }

  async #exchange(caller: Caller, request: HttpRequest, { claims, place }: Exchange): Promise<HttpAnswer | Failure> {
    const { method, template } = request;
    const start = this.#clock.elapsedMs();
    const line = { service: this.#service.name, method, path: template };
    const tookMs = () => Math.round(this.#clock.elapsedMs() - start);
    let isSent = false;
    try {
      const { status, headers, ok, text } = await abortAfter(this.#clock, timeoutMs, async (signal) => {
        const token = await caller.token(claims);
        isSent = true;
        const response = await this.#service.transport.send(request, token, signal);
        const { status, headers, ok } = response;
        return { status, headers, ok, text: await response.text() };
      });
      this.#service.skew?.record(headers.get('date'), tookMs());
      const requestId = headers.get('request-id') ?? headers.get('ms-requestid') ?? undefined;
      const body = parseJson(text);
      // Microsoft's own code, without which refusals of one status can't be told apart.
      const code = ok ? undefined : codeIn(body) || undefined;
      this.#log.info('microsoft', { ...line, status, code, requestId, ms: tookMs() });
      if (!ok) {
        const error = errorFrom({ service: this.#service.name, request, status, headers, body, requestId });
        return { error, isOfToken: isAboutSignIn(error), claims: claimsChallenge(headers) };
      }
      if (request.isRead && body === undefined)
        return { error: unexpected(`${method} ${template}: no JSON`, requestId, String(status)) };
      const location = headers.get('location') ?? undefined;
      const seconds = Number(headers.get('retry-after') ?? Number.NaN);
      return { status, body, requestId, location, ...(seconds >= 0 && { retryAfterSeconds: seconds }) };
    } catch (cause) {
      const error = noAnswer(request, cause);
      // A missing sign-in is told once, by the sign-in, and not with every call that it stops.
      if (!isAboutSignIn(error)) this.#log.warn('microsoft', { ...line, ms: tookMs(), error });
      return { error };
    } finally {
      if (isSent) place.end(0);
      else place.giveBack();
    }
  }
}

/** What one exchange takes besides its request. */
interface Exchange {
  /** Claims that the service asks of the token. */
  readonly claims: string | undefined;
  readonly place: Place;
}

/** A call that failed. */
interface Failure {
  readonly error: MicrosoftError;
  /** The service has answered, and it refuses the token. */
  readonly isOfToken?: boolean;
  /** Claims that the service asks of the next token. */
  readonly claims?: string | undefined;
}

/** Whether there was no token, or the service said that the sign-in is at fault. */
function isAboutSignIn(error: unknown): error is AccessDenied {
  if (!(error instanceof AccessDenied)) return false;
  return isSignInReason(error.problem.reason) || error.problem.service === undefined;
}

// What isn't JSON doesn't come from the service; the check of its shape fails then.
function parseJson(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
