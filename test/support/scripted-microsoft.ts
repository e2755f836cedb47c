// A Microsoft for tests that answers as the test says, also what the real one and the sandbox never would.
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An answer; 200 with `body` as JSON, or as it is where it's text. */
export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** The partner's application. */
export const application = {
  tenantId: 'aaaaaaaa-0000-4000-8000-000000000001',
  clientId: 'cccccccc-0000-4000-8000-000000000001',
  credential: { kind: 'secret', secret: 'a secret' },
} as const;

const base64Url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const claims = { oid: 'user', tid: application.tenantId, sub: 'user', preferred_username: 'gatehouse', ver: '2.0' };
const tokens = {
  token_type: 'Bearer',
  expires_in: 3600,
  access_token: 'an access token',
  refresh_token: 'another refresh token',
  client_info: base64Url({ uid: 'user', utid: application.tenantId }),
  id_token: `${base64Url({ alg: 'RS256' })}.${base64Url(claims)}.unsigned`,
};

/** Login, Graph and Partner Center at one address. Signing in works unless the test says otherwise. */
export class ScriptedMicrosoft {
  /** What it was asked: method and path, decoded. */
  readonly asked: string[] = [];
  /** The headers of each. */
  readonly headers: IncomingHttpHeaders[] = [];
  /** Number of connections, also for requests that it doesn't understand. */
  connections = 0;
  readonly #script: { readonly part: string; readonly answers: Answer[] }[] = [];
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      const asked = `${request.method} ${decodeURIComponent(request.url ?? '')}`;
      this.asked.push(asked);
      this.headers.push(request.headers);
      const { status = 200, headers = {}, body = {} } = this.#answerTo(asked);
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    });
    this.#server.on('connection', () => {
      this.connections += 1;
    });
  }

  static async start(): Promise<ScriptedMicrosoft> {
    const scripted = new ScriptedMicrosoft();
    await new Promise<void>((resolve) => scripted.#server.listen(0, '127.0.0.1', resolve));
    return scripted;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Answers requests with this in their method and path, one answer after the other, and the last one for good. */
  answers(part: string, ...answers: Answer[]): void {
    this.#script.unshift({ part, answers });
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #answerTo(asked: string): Answer {
    const scripted = this.#script.find(({ part }) => asked.includes(part))?.answers;
    const answer = scripted && scripted.length > 1 ? scripted.shift() : scripted?.[0];
    if (answer) return answer;
    return asked.includes('/oauth2/v2.0/token') ? { body: tokens } : { status: 404 };
  }
}
