// How is one call made to Microsoft, whichever service it goes to: paced, timed out, logged, checked?
import type { z } from 'zod';
import { Throttled } from '../domain/errors.js';
import { passes, type ServiceName } from '../domain/problem.js';
import type { Clock, Done, Log } from '../operations/ports.js';
import { Gate } from './gate.js';
import { withTimeLimit } from './time-limit.js';
import { errorFrom, noAnswer, unexpected, withoutMfa } from './wire-errors.js';

/** A request below a service's base address. */
export interface WireRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Path and query, every part of them encoded already. */
  readonly path: string;
  /** The path with names in place of ids: what may stand in a log. */
  readonly template: string;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: unknown;
  /** It changes nothing, so that it may be repeated, and its answer is JSON. Absent: it writes. */
  readonly isRead?: boolean | undefined;
  /** The remedy for a 403. Absent: the one of the service. */
  readonly noRights?: string | undefined;
  /** What a 409 means here. */
  readonly conflict?: 'nameTaken' | 'notPossibleNow' | undefined;
}

/** Makes one HTTP exchange with a service, with a token; no retry, no interpretation. */
export type Send = (request: WireRequest, signal: AbortSignal) => Promise<Response>;

/** A service of Microsoft's. */
export interface Service {
  readonly name: ServiceName;
  readonly send: Send;
  /** Forgets the token that the service has just rejected. */
  readonly dropToken: () => void;
}

/** An answer with a status of success. */
export interface WireAnswer {
  readonly status: number;
  /** Parsed JSON; `undefined` when there was no body. */
  readonly body: unknown;
  readonly requestId: string | undefined;
}

// A read is repeated at once or after a moment; whatever lasts longer is for the watch to take up again.
const mostTries = 3;
const longestWaitSeconds = 5;

/** The calls to one service. */
export class Wire {
  readonly #service: Service;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #gate: Gate;

  constructor(service: Service, clock: Clock, log: Log) {
    this.#service = service;
    this.#clock = clock;
    this.#log = log;
    this.#gate = new Gate(clock, longestWaitSeconds);
  }

  /**
   * Makes a call. Reads are repeated when that may help; a write is made once, since only a look can tell what became
   * of it. Nothing is sent before the time that Microsoft asked for.
   * @throws MicrosoftError
   */
  async call(request: WireRequest): Promise<WireAnswer> {
    let hasFreshToken = false;
    for (let tries = 1; ; tries += 1) {
      await this.#gate.pass(request.template);
      const result = await this.#exchange(request);
      if (!('error' in result)) return result;
      const { error, status } = result;
      if (error instanceof Throttled) this.#gate.close(error.retryAfterSeconds);
      if (status === 401 && error.problem.reason === 'signInExpired') {
        // A token that was fetched this moment has not expired; what it lacks is most likely the second factor.
        if (hasFreshToken) throw withoutMfa(error);
        hasFreshToken = true;
        this.#service.dropToken();
        continue;
      }
      if (!request.isRead || tries >= mostTries || !passes(error.problem)) throw error;
      if (!(error instanceof Throttled)) await this.#clock.pause(pauseMs(tries));
    }
  }

  /**
   * Makes a call and checks that the answer has the shape it must have.
   * @throws MicrosoftError
   */
  async read<T extends z.ZodType>(request: WireRequest, shape: T): Promise<z.infer<T>> {
    const { value } = await this.write(request, shape);
    return value;
  }

  /**
   * Makes a call that changes something and checks that the answer has the shape it must have.
   * @throws MicrosoftError
   */
  async write<T extends z.ZodType>(request: WireRequest, shape: T): Promise<Done<z.infer<T>>> {
    const { body, requestId } = await this.call(request);
    const parsed = shape.safeParse(body);
    if (parsed.success) return { value: parsed.data, requestId };
    const where = parsed.error.issues.map(({ path, code }) => `${path.join('.')} ${code}`).join(', ');
    throw unexpected(`${request.method} ${request.template}: not the documented shape (${where})`, requestId);
  }

  async #exchange(
    request: WireRequest,
  ): Promise<WireAnswer | { readonly error: ReturnType<typeof errorFrom>; readonly status?: number }> {
    const { method, template } = request;
    const start = performance.now();
    const line = { service: this.#service.name, method, path: template };
    const tookMs = () => Math.round(performance.now() - start);
    try {
      const { status, headers, ok, text } = await withTimeLimit(this.#clock, async (signal) => {
        const response = await this.#service.send(request, signal);
        const { status, headers, ok } = response;
        return { status, headers, ok, text: await response.text() };
      });
      const requestId = headers.get('request-id') ?? headers.get('ms-requestid') ?? undefined;
      this.#log.info('microsoft', { ...line, status, requestId, ms: tookMs() });
      const body = parseJson(text);
      if (!ok)
        return { error: errorFrom({ service: this.#service.name, request, status, headers, body, requestId }), status };
      if (request.isRead && body === undefined)
        return { error: unexpected(`${method} ${template}: no JSON`, requestId), status };
      return { status, body, requestId };
    } catch (cause) {
      const error = noAnswer(request, cause);
      this.#log.warn('microsoft', { ...line, ms: tookMs(), error });
      return { error };
    }
  }
}

/** Half a second, then twice as long each time, and not everybody at the same moment. */
function pauseMs(tries: number): number {
  return 500 * 2 ** (tries - 1) * (1 + Math.random() / 2);
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
