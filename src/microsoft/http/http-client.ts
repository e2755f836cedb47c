// How is one call made to Microsoft, whichever service it goes to: paced, timed out, logged, checked?

import type { z } from 'zod';
import { backOff } from '../../domain/back-off.js';
import { AccessDenied, type MicrosoftError, Throttled } from '../../domain/errors.js';
import { isSignInReason, passes, type ServiceName } from '../../domain/health/problem.js';
import type { Done } from '../../operations/ports/microsoft.js';
import { spread } from '../../runtime/back-off.js';
import type { Clock } from '../../runtime/clock.js';
import type { Log } from '../../runtime/log.js';
import { abortAfter } from '../../runtime/timeout.js';
import { claimsChallenge } from './claims-challenge.js';
import { codeIn, errorFrom, freshTokenRefused, noAnswer, unexpected } from './errors.js';
import type { HttpRequest, Send } from './http-request.js';
import { ThrottleGate } from './throttle-gate.js';

/** As whom a call is made. */
export interface Caller {
  /** With `claims`, which a service has asked for: a new one that has them. */
  readonly token: (claims?: string) => Promise<string>;
  /** Forgets the token that the service has just rejected. */
  readonly drop: () => void;
  /** Whether the last token says that it was made with a second factor. Absent: it does not say. */
  readonly hasMfa?: (() => boolean | undefined) | undefined;
  /** The service took the token. */
  readonly accepted?: (() => void) | undefined;
  /** The service has been asked, and would have no token of this sign-in. */
  readonly rejected?: ((error: MicrosoftError) => void) | undefined;
}

/** A service of Microsoft's. */
export interface Service {
  readonly name: ServiceName;
  readonly send: Send;
  /** The person as whom Gatehouse is signed in. */
  readonly person: Caller;
  /** The application without a person, which may read some of it. */
  readonly application: Caller;
  /** Hears when the service says it answered, and how long that took. */
  readonly onDate?: ((answeredAt: string | null, tookMs: number) => void) | undefined;
}

/** An answer with a status of success. */
export interface HttpAnswer {
  readonly status: number;
  /** Parsed JSON; `undefined` when there was no body. */
  readonly body: unknown;
  readonly requestId: string | undefined;
}

// A read is repeated at once or after a moment; whatever lasts longer is for the watch to take up again.
const timeoutMs = 10_000;
const mostTries = 3;
const waits = { first: 500, longest: 1000 };
const longestWaitSeconds = 5;

/** The calls to one service. */
export class HttpClient {
  readonly #service: Service;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #throttleGate: ThrottleGate;

  constructor(service: Service, clock: Clock, log: Log) {
    this.#service = service;
    this.#clock = clock;
    this.#log = log;
    this.#throttleGate = new ThrottleGate(clock, longestWaitSeconds);
  }

  /**
   * Makes a call. Reads are repeated when that may help; a write is made once, since only a look can tell what became
   * of it. Nothing is sent before the time that Microsoft asked for. While nobody is signed in, the application reads
   * alone what it may; where that is refused, too, it is the sign-in that has to be mended.
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
      await this.#throttleGate.pass(request.template);
      const result = await this.#exchange(caller, request, claims);
      if (!('error' in result)) {
        caller.accepted?.();
        return result;
      }
      const { error, isOfToken } = result;
      if (error instanceof Throttled) this.#throttleGate.close(error.retryAfterSeconds);
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
   * Makes a call and checks that the answer has the shape it must have.
   * @throws MicrosoftError
   */
  async read<T extends z.ZodType>(request: HttpRequest, shape: T): Promise<z.infer<T>> {
    const { value } = await this.write(request, shape);
    return value;
  }

  /**
   * Makes a call that changes something and checks that the answer has the shape it must have.
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

  async #exchange(caller: Caller, request: HttpRequest, claims: string | undefined): Promise<HttpAnswer | Failure> {
    const { method, template } = request;
    const start = this.#clock.elapsedMs();
    const line = { service: this.#service.name, method, path: template };
    const tookMs = () => Math.round(this.#clock.elapsedMs() - start);
    try {
      const { status, headers, ok, text } = await abortAfter(this.#clock, timeoutMs, async (signal) => {
        const response = await this.#service.send(request, await caller.token(claims), signal);
        const { status, headers, ok } = response;
        return { status, headers, ok, text: await response.text() };
      });
      this.#service.onDate?.(headers.get('date'), tookMs());
      const requestId = headers.get('request-id') ?? headers.get('ms-requestid') ?? undefined;
      const body = parseJson(text);
      // Microsoft's own code, without which a refusal cannot be told from any other of its status.
      const code = ok ? undefined : codeIn(body) || undefined;
      this.#log.info('microsoft', { ...line, status, code, requestId, ms: tookMs() });
      if (!ok) {
        const error = errorFrom({ service: this.#service.name, request, status, headers, body, requestId });
        return { error, isOfToken: isAboutSignIn(error), claims: claimsChallenge(headers) };
      }
      if (request.isRead && body === undefined)
        return { error: unexpected(`${method} ${template}: no JSON`, requestId, String(status)) };
      return { status, body, requestId };
    } catch (cause) {
      const error = noAnswer(request, cause);
      // That nobody is signed in is told once, by the sign-in, and not with every call that it stands in the way of.
      if (!isAboutSignIn(error)) this.#log.warn('microsoft', { ...line, ms: tookMs(), error });
      return { error };
    }
  }
}

/** A call that came to nothing. */
interface Failure {
  readonly error: MicrosoftError;
  /** The service has answered, and it is the token that it does not take. */
  readonly isOfToken?: boolean;
  /** What the service asks of the next token. */
  readonly claims?: string | undefined;
}

/** Whether no token could be had, or the service said that it is the sign-in that it does not like. */
function isAboutSignIn(error: unknown): error is AccessDenied {
  if (!(error instanceof AccessDenied)) return false;
  return isSignInReason(error.problem.reason) || error.problem.service === undefined;
}

// What is not JSON is no answer of the service's; the shape that is asked for will say so.
function parseJson(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
