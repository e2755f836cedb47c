// A refusal of the simulated cloud: one error, which each service writes in its own shape.
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/**
 * An early answer. It's thrown, unlike refusals elsewhere, because every route of three services may refuse in five places,
 * and because Microsoft's refusals are answers of the wire, not of our rules.
 */
export class Refusal extends Error {
  readonly status: ContentfulStatusCode;
  readonly code: string;
  readonly headers: Record<string, string>;
  /** Graph's `innerError.code`. */
  innerCode?: string;

  constructor(status: ContentfulStatusCode, code: string, message: string, headers: Record<string, string> = {}) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

/** Anything thrown, as a refusal; other errors are our bug and become 500. */
export function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const cause = error instanceof Error ? error.message : String(error);
  return new Refusal(500, 'unexpectedError', `An unexpected error occurred in the server. Sandbox: ${cause}`);
}
