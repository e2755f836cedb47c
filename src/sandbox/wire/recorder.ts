// Records what has been asked of the simulated cloud.
import type { Context } from 'hono';
import type { Tokens } from '../login/tokens.js';

const kept = 5000;
const secretFields = ['client_secret', 'refresh_token', 'client_assertion', 'code', 'code_verifier'];

/** One request of a client, as it arrived. Secrets are replaced by their kind. */
export interface RecordedRequest {
  readonly method: string;
  /** Path with query. */
  readonly path: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed when it's JSON or a form, text otherwise, null when there's none. */
  readonly body: unknown;
  /** ISO instant, on the sandbox's clock. */
  readonly at: string;
  /** HTTP status of the answer; 0 while there's none, and for one that was cut off. */
  status: number;
}

/** The latest requests to the three services, newest last, without pages and controls. */
export class Recorder {
  #requests: RecordedRequest[] = [];
  /** How many requests there have been. */
  count = 0;

  /** Records a request; its status is set with the answer. */
  async begin(c: Context, tokens: Tokens, at: string): Promise<RecordedRequest> {
    const headers = c.req.header();
    if (headers.authorization) headers.authorization = tokenKind(headers.authorization, tokens);
    const { pathname, search } = new URL(c.req.url);
    const body = readable(await c.req.text(), headers['content-type'] ?? '');
    const request = { method: c.req.method, path: pathname + search, headers, body, at, status: 0 };
    this.#requests.push(request);
    this.count += 1;
    if (this.#requests.length > kept * 1.2) this.#requests = this.#requests.slice(-kept);
    return request;
  }

  all(): RecordedRequest[] {
    return this.#requests.slice(-kept).map((request) => ({ ...request }));
  }

  clear(): void {
    this.#requests = [];
  }
}

function tokenKind(authorization: string, tokens: Tokens): string {
  const token = tokens.lookUp(authorization.replace(/^Bearer\s+/i, ''));
  return token ? `Bearer (${token.kind}, ${token.audience})` : 'Bearer (unknown)';
}

function readable(text: string, contentType: string): unknown {
  if (text === '') return null;
  if (contentType.includes('x-www-form-urlencoded')) return withoutSecrets(text);
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function withoutSecrets(text: string): Record<string, string> {
  const fields = Object.fromEntries(new URLSearchParams(text));
  for (const name of secretFields) if (name in fields) fields[name] = '(secret)';
  return fields;
}
