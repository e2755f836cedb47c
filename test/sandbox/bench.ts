// A sandbox for tests: over real HTTP, signed in, with a clock that moves only when told.
import assert from 'node:assert/strict';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/sandbox.js';

/** An answer with its body parsed; a body that is no JSON is null. */
export interface Answer<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

/** What a request carries besides method and path. */
export interface Extras {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Default: the partner's user, signed in with MFA. */
  readonly token?: string;
}

/** The parts of a Graph resource that tests look at. */
export interface Resource {
  readonly id: string;
  readonly status: string;
  readonly '@odata.etag': string;
  readonly [name: string]: unknown;
}

/** A page of a Graph list. */
export interface Page {
  readonly value: Resource[];
  readonly '@odata.nextLink'?: string;
  readonly '@odata.count'?: number;
}

/** An error of Graph, and one of Partner Center. */
export interface GraphFault {
  readonly error: { readonly code: string; readonly message: string; readonly innerError: Record<string, string> };
}
export interface PartnerCenterFault {
  readonly code: string;
  readonly description: string;
}

/** A sandbox to test against. */
export class Bench {
  static readonly #open = new Set<Bench>();
  #now = new Date('2026-03-02T09:00:00.000Z');
  readonly #tokens = new Map<string, string>();
  #sandbox: Sandbox | undefined;
  #refreshToken = '';

  static async open(options: Omit<SandboxOptions, 'now'> = {}): Promise<Bench> {
    const bench = new Bench();
    Bench.#open.add(bench);
    bench.#sandbox = await startSandbox({ ...options, now: () => bench.#now });
    bench.#refreshToken = bench.sandbox.credentials.refreshToken;
    return bench;
  }

  /** Closes what a failed test has left open, which would keep mocha from ending. */
  static async closeAll(): Promise<void> {
    for (const bench of Bench.#open) await bench.close();
  }

  get sandbox(): Sandbox {
    assert(this.#sandbox);
    return this.#sandbox;
  }

  advance(seconds: number): void {
    this.#now = new Date(this.#now.getTime() + seconds * 1000);
    if (seconds >= 3600) this.#tokens.clear();
  }

  async advanceDays(days: number): Promise<void> {
    // The user signs in at least every 80 days, so that the refresh token never lapses.
    for (let left = days; left > 0; left -= 80) {
      this.advance(Math.min(left, 80) * 86_400);
      await this.token('graph');
    }
  }

  async close(): Promise<void> {
    Bench.#open.delete(this);
    await this.#sandbox?.close();
  }

  /** Answers of Graph, below /v1.0/tenantRelationships. */
  async graph<T = Resource>(method: string, path: string, extras: Extras = {}): Promise<Answer<T>> {
    const token = extras.token ?? (await this.token('graph'));
    return this.ask(method, `/v1.0/tenantRelationships/${path}`, { ...extras, token });
  }

  /** Answers of Partner Center, below /v1. */
  async partnerCenter<T>(method: string, path: string, extras: Extras = {}): Promise<Answer<T>> {
    const token = extras.token ?? (await this.token('partnerCenter'));
    return this.ask(method, `/v1/${path}`, { ...extras, token });
  }

  async ask<T>(method: string, path: string, { body, headers, token }: Extras = {}): Promise<Answer<T>> {
    const url = path.startsWith('http') ? path : this.sandbox.url + path;
    const response = await fetch(url, {
      method,
      headers: {
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...(token && { Authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      redirect: 'manual',
    });
    return { status: response.status, headers: response.headers, body: parsed(await response.text()) as T };
  }

  /** Posts a form to the token endpoint, with the right client unless told otherwise. */
  signIn<T = Record<string, unknown>>(fields: Record<string, string>, tenant?: string): Promise<Answer<T>> {
    const { tenantId, clientId, clientSecret } = this.sandbox.credentials;
    const form = new URLSearchParams({ client_id: clientId, client_secret: clientSecret, ...fields });
    return this.ask('POST', `/${tenant ?? tenantId}/oauth2/v2.0/token`, {
      body: form.toString(),
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    });
  }

  /** The user's access token for a service; redeems and rotates the refresh token when there is none yet. */
  async token(audience: 'graph' | 'partnerCenter'): Promise<string> {
    const known = this.#tokens.get(audience);
    if (known) return known;
    const answer = await this.signIn<{ access_token: string; refresh_token: string }>({
      grant_type: 'refresh_token',
      refresh_token: this.#refreshToken,
      scope: scopes[audience],
    });
    assert.equal(answer.status, 200);
    this.#refreshToken = answer.body.refresh_token;
    this.#tokens.set(audience, answer.body.access_token);
    return answer.body.access_token;
  }

  /** An access token of the application alone. */
  async appToken(audience: 'graph' | 'partnerCenter'): Promise<string> {
    const scope = scopes[audience].replace('user_impersonation', '.default');
    const answer = await this.signIn<{ access_token: string }>({ grant_type: 'client_credentials', scope });
    assert.equal(answer.status, 200);
    return answer.body.access_token;
  }

  /** Signs in anew at the next request. */
  forgetTokens(): void {
    this.#tokens.clear();
  }
}

/** The scopes that the services are asked for. */
export const scopes = {
  graph: 'https://graph.microsoft.com/.default',
  partnerCenter: 'https://api.partnercenter.microsoft.com/user_impersonation',
} as const;

/** Ids of the story, by what the tests need them for. */
export const ids = {
  contoso: '10000000-0000-4000-8000-000000000001',
  fabrikam: '10000000-0000-4000-8000-000000000002',
  adventureWorks: '10000000-0000-4000-8000-000000000003',
  northwind: '10000000-0000-4000-8000-000000000004',
  tailspin: '10000000-0000-4000-8000-000000000006',
  woodgrove: '10000000-0000-4000-8000-000000000007',
  litware: '10000000-0000-4000-8000-000000000008',
  proseware: '10000000-0000-4000-8000-000000000009',
  treyResearch: '10000000-0000-4000-8000-000000000010',
  alpine: '10000000-0000-4000-8000-000000000011',
  margie: '10000000-0000-4000-8000-000000000012',
  coho: '10000000-0000-4000-8000-000000000013',
  fourthCoffee: '10000000-0000-4000-8000-000000000014',
  humongous: '10000000-0000-4000-8000-000000000015',
  lucerne: '10000000-0000-4000-8000-000000000016',
  relecloud: '10000000-0000-4000-8000-000000000017',
  serviceDesk: 'b0000000-0000-4000-8000-000000000001',
  security: 'b0000000-0000-4000-8000-000000000002',
  azure: 'b0000000-0000-4000-8000-000000000003',
  exchangeAdministrator: '29232cdf-9323-42fd-ade2-1d097af3e4de',
  userAdministrator: 'fe930be7-5e62-47db-91af-98c3a49a38b1',
  securityAdministrator: '194ae4cb-b126-40b2-bd5b-6091b380977d',
  globalAdministrator: '62e90394-69f5-4237-9190-012177145e10',
  directoryReaders: '88d8e3e3-8f55-4a1e-953a-9b9898b8876b',
} as const;

/** `accessDetails` with these roles. */
export function withRoles(...roleIds: string[]) {
  return { unifiedRoles: roleIds.map((roleDefinitionId) => ({ roleDefinitionId })) };
}

/** The body that creates a relationship. */
export function aRelationship(changes: Record<string, unknown> = {}) {
  return {
    displayName: 'Gatehouse-test-1',
    duration: 'P730D',
    autoExtendDuration: 'P180D',
    customer: { tenantId: ids.contoso, displayName: 'Contoso Ltd' },
    accessDetails: withRoles(ids.exchangeAdministrator, ids.userAdministrator),
    ...changes,
  };
}

/** The path of relationships. */
export const relationships = 'delegatedAdminRelationships';

/** The path of the first relationship of a tenant of the story. */
export function pathOf(bench: Bench, tenantId: string): string {
  const [relationship] = bench.sandbox.controls.relationships(tenantId);
  assert(relationship);
  return `${relationships}/${relationship.id}`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
