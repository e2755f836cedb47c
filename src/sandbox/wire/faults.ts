// Failures that a test has asked for.
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { WireEnv } from './env.js';
import { Refusal } from './refusal.js';

/** A failure to come. */
export interface Fault {
  /** Default: any. */
  readonly method?: string;
  /** A prefix of the path, or a pattern for path and query. Default: any. */
  readonly path?: string | RegExp;
  /** Status of the answer. Default 500; 200 for `invalidJson`. */
  readonly status?: number;
  /** The service's own error code. */
  readonly code?: string;
  readonly message?: string;
  readonly retryAfterSeconds?: number;
  /** Number of requests that fail. Default 1. */
  readonly times?: number;
  /** A refusal (default), a cut connection, an answer that never comes, or broken JSON. */
  readonly kind?: 'status' | 'reset' | 'stall' | 'invalidJson';
  /** `after`: the work is done first, and only its answer is lost. Default `before`. */
  readonly when?: 'before' | 'after';
}

/** The failures to come, in the order of their asking. */
export class Faults {
  #waiting: { fault: Fault; left: number }[] = [];

  add(fault: Fault): void {
    this.#waiting.push({ fault, left: fault.times ?? 1 });
  }

  clear(): void {
    this.#waiting = [];
  }

  /** The first fault that matches this request, used up once. */
  take(method: string, path: string): Fault | undefined {
    const found = this.#waiting.find(({ fault }) => meets(fault, method, path));
    if (!found) return undefined;
    found.left -= 1;
    this.#waiting = this.#waiting.filter(({ left }) => left > 0);
    return found.fault;
  }
}

function meets(fault: Fault, method: string, path: string): boolean {
  if (fault.method && fault.method.toUpperCase() !== method) return false;
  if (fault.path instanceof RegExp)
    return new RegExp(fault.path.source, fault.path.flags.replace(/[gy]/g, '')).test(path);
  return path.startsWith(fault.path ?? '');
}

/** Carries a fault out. */
export async function breakDown(
  c: Context<WireEnv>,
  fault: Fault,
  refuse: (c: Context<WireEnv>, refusal: Refusal) => Response,
): Promise<Response> {
  const kind = fault.kind ?? 'status';
  switch (kind) {
    case 'status':
      return refuse(c, refusalOf(fault));
    case 'invalidJson':
      return c.body('{"value":[{"id":', (fault.status ?? 200) as ContentfulStatusCode, {
        'Content-Type': 'application/json',
      });
    case 'reset':
      c.env.incoming.socket.resetAndDestroy();
      return RESPONSE_ALREADY_SENT;
    case 'stall':
      await new Promise((resolve) => c.env.outgoing.once('close', resolve));
      return RESPONSE_ALREADY_SENT;
    default:
      return kind satisfies never;
  }
}

function refusalOf({ status = 500, code, message, retryAfterSeconds }: Fault): Refusal {
  const headers = retryAfterSeconds === undefined ? {} : { 'Retry-After': String(retryAfterSeconds) };
  return new Refusal(
    status as ContentfulStatusCode,
    code ?? defaultCodes[status] ?? 'unexpectedError',
    message ?? `The sandbox was asked to answer ${status}.`,
    headers,
  );
}

const defaultCodes: Readonly<Record<number, string>> = {
  400: 'badRequest',
  401: 'InvalidAuthenticationToken',
  403: 'accessDenied',
  404: 'itemNotFound',
  405: 'notAllowed',
  409: 'conflict',
  412: 'preconditionFailed',
  429: 'TooManyRequests',
  503: 'serviceNotAvailable',
};
