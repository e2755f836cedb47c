// The clients of both services, with one sign-in.

import type { ServiceName } from '../domain/problem.js';
import type { SignInRetry } from '../operations/ports/sign-in.js';
import type { Clock } from '../runtime/clock.js';
import { LocalPace } from '../runtime/local-pace.js';
import type { Log } from '../runtime/log.js';
import type { Pace, Rate } from '../runtime/pace.js';
import { GraphTransport } from './graph/transport.js';
import type { ClockSkew } from './http/clock-skew.js';
import { HttpClient } from './http/http-client.js';
import type { HttpRequest, Transport } from './http/http-request.js';
import { rates } from './http/rates.js';
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

  constructor({ graphUrl, partnerCenterUrl }: ServiceUrls, tokens: Tokens, { pace, clock, log, skew }: ClientDeps) {
    const client = (name: ServiceName, transport: Transport, scope: string, rate: Rate) => {
      const callers = { person: new SignedInPerson(tokens, scope), application: new ApplicationAlone(tokens, scope) };
      return new HttpClient({ name, transport, ...callers, rate, pace, skew }, clock, log);
    };
    const partnerCenter = scopeOf('partnerCenter', partnerCenterUrl);
    this.tokens = tokens;
    this.graphScope = scopeOf('graph', graphUrl);
    this.graph = client('graph', new GraphTransport(graphUrl), this.graphScope, rates.graph);
    const ofPartnerCenter = (url: string, rate: Rate) =>
      client('partnerCenter', new PartnerCenterTransport(url), partnerCenter, rate);
    this.partnerCenter = ofPartnerCenter(`${partnerCenterUrl}/v1`, rates.partnerCenter);
    this.webhooks = ofPartnerCenter(partnerCenterUrl, rates.webhooks);
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

/** What both clients take. */
interface ClientDeps {
  readonly pace: Pace;
  readonly clock: Clock;
  readonly log: Log;
  /** Learns from the answers. */
  readonly skew?: ClockSkew;
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
    rate: rates.graph,
    pace: new LocalPace(clock),
  } as const;
  return new HttpClient(service, clock, log);
}
