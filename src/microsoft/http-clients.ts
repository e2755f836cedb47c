// The clients of both services, with one sign-in.

import type { ServiceName } from '../domain/health/problem.js';
import type { Consent } from '../domain/offboarding/inventory.js';
import type { Clock } from '../runtime/clock.js';
import type { Log } from '../runtime/log.js';
import { graphTransport } from './graph/transport.js';
import type { ClockSkew } from './http/clock-skew.js';
import { HttpClient } from './http/http-client.js';
import type { HttpRequest, Send } from './http/http-request.js';
import { partnerCenterTransport } from './partner-center/transport.js';
import { scopeOf } from './sign-in/scopes.js';
import type { Tokens } from './sign-in/tokens.js';

/** The calls to Graph and to Partner Center. */
export interface HttpClients extends Readonly<Record<ServiceName, HttpClient>> {
  /** Partner Center too, for paths that don't begin with `/v1`. */
  readonly webhooks: HttpClient;
  /** The id of the application that calls. */
  readonly clientId: string;
  /** Whether the application has a consent for Graph in a customer's tenant. */
  readonly consentIn: (tenantId: string) => Promise<Consent>;
  /**
   * Takes up a new sign-in where there's one, and checks whether a service that had or took no token still doesn't: as the
   * person, at a pace of its own however often it's called. Never fails.
   */
  readonly trySignIn: () => Promise<void>;
}

/** Clients of the services at these addresses. Nothing is sent before the first call. `skew` learns from the answers. */
export function httpClientsTo(
  { graphUrl, partnerCenterUrl }: { readonly graphUrl: string; readonly partnerCenterUrl: string },
  tokens: Tokens,
  clock: Clock,
  log: Log,
  skew?: ClockSkew,
): HttpClients {
  const http = (name: ServiceName, send: Send, url: string) => {
    const scope = scopeOf(name, url);
    const drop = () => tokens.drop(scope);
    const person = {
      token: (claims?: string) => tokens.token(scope, claims),
      drop,
      hasMfa: () => tokens.signIn().hasMfa,
      accepted: () => tokens.accepted(scope),
      rejected: (error: Parameters<Tokens['rejected']>[1]) => tokens.rejected(scope, error),
    };
    const application = { token: (claims?: string) => tokens.applicationToken(scope, claims), drop };
    const onDate = skew?.record.bind(skew);
    return new HttpClient({ name, send, person, application, onDate }, clock, log);
  };
  const services = {
    graph: http('graph', graphTransport(graphUrl), graphUrl),
    partnerCenter: http('partnerCenter', partnerCenterTransport(`${partnerCenterUrl}/v1`), partnerCenterUrl),
  };
  return {
    ...services,
    webhooks: http('partnerCenter', partnerCenterTransport(partnerCenterUrl), partnerCenterUrl),
    clientId: tokens.clientId,
    consentIn: (tenantId) => tokens.consentIn(tenantId, scopeOf('graph', graphUrl)),
    async trySignIn() {
      await tokens.takeUpNew();
      for (const service of tokens.dueAgain()) {
        // What's still wrong has been recorded; a fault of one service is most likely the other's too.
        const isAnswered = await services[service].call(smallest[service]).then(
          () => true,
          () => false,
        );
        if (!isAnswered) return;
      }
    },
  };
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
  return new HttpClient(
    { name: 'graph', send: graphTransport(graphUrl), person: caller, application: caller },
    clock,
    log,
  );
}
