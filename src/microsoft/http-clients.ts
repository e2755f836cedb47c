// The clients of both services, with one sign-in.

import type { ServiceName } from '../domain/problem.js';
import type { SignInRetry } from '../operations/ports/sign-in.js';
import type { Clock } from '../runtime/clock.js';
import type { Log } from '../runtime/log.js';
import { GraphTransport } from './graph/transport.js';
import type { ClockSkew } from './http/clock-skew.js';
import { HttpClient } from './http/http-client.js';
import type { HttpRequest, Transport } from './http/http-request.js';
import { PartnerCenterTransport } from './partner-center/transport.js';
import { ApplicationAlone, SignedInPerson } from './sign-in/callers.js';
import { scopeOf } from './sign-in/scopes.js';
import type { Tokens } from './sign-in/tokens.js';

/** Clients of Graph and of Partner Center. Nothing is sent before the first call. */
export class HttpClients implements SignInRetry {
  readonly graph: HttpClient;
  readonly partnerCenter: HttpClient;
  /** Partner Center too, for paths that don't begin with `/v1`. */
  readonly webhooks: HttpClient;
  readonly tokens: Tokens;
  readonly graphScope: string;

  /** `skew` learns from the answers. */
  constructor({ graphUrl, partnerCenterUrl }: ServiceUrls, tokens: Tokens, clock: Clock, log: Log, skew?: ClockSkew) {
    const client = (name: ServiceName, transport: Transport, scope: string) => {
      const callers = { person: new SignedInPerson(tokens, scope), application: new ApplicationAlone(tokens, scope) };
      return new HttpClient({ name, transport, ...callers, skew }, clock, log);
    };
    const partnerCenter = scopeOf('partnerCenter', partnerCenterUrl);
    this.tokens = tokens;
    this.graphScope = scopeOf('graph', graphUrl);
    this.graph = client('graph', new GraphTransport(graphUrl), this.graphScope);
    this.partnerCenter = client('partnerCenter', new PartnerCenterTransport(`${partnerCenterUrl}/v1`), partnerCenter);
    this.webhooks = client('partnerCenter', new PartnerCenterTransport(partnerCenterUrl), partnerCenter);
  }

  /**
   * Takes up a new sign-in where there's one, and checks whether a service that had or took no token still doesn't: as the
   * person, at a pace of its own however often it's called. Never fails.
   */
  async trySignIn(): Promise<void> {
    await this.tokens.takeUpNew();
    for (const service of this.tokens.dueAgain()) {
      // What's still wrong has been recorded; a fault of one service is most likely the other's too.
      const isAnswered = await this[service].call(smallest[service]).then(
        () => true,
        () => false,
      );
      if (!isAnswered) return;
    }
  }
}

/** Base addresses, without a version. */
interface ServiceUrls {
  readonly graphUrl: string;
  readonly partnerCenterUrl: string;
}

// The smallest calls that show whether a service accepts our token.
const smallest: Readonly<Record<ServiceName, HttpRequest>> = {
  graph: smallRead('/tenantRelationships/delegatedAdminRelationships', '$top=1'),
  partnerCenter: smallRead('/customers', 'size=1'),
};

function smallRead(template: string, query: string): HttpRequest {
  return { method: 'GET', path: `${template}?${query}`, template, isRead: true, userOnly: true };
}

/** A client of Graph with this one token. */
export function graphClientWith(token: string, graphUrl: string, clock: Clock, log: Log): HttpClient {
  const caller = { token: async () => token, drop: () => undefined };
  const service = {
    name: 'graph',
    transport: new GraphTransport(graphUrl),
    person: caller,
    application: caller,
  } as const;
  return new HttpClient(service, clock, log);
}
