// The SDK's check of who sends an activity, without new clients for each one.

import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { AuthenticationError } from 'botframework-connector';
import { LRUCache } from 'lru-cache';
import type { Clock } from '../../runtime/clock.js';
import { withTimeout } from '../../runtime/timeout.js';

type Base = ConfigurationBotFrameworkAuthentication;
type ConnectorFactory = ReturnType<Base['createConnectorFactory']>;
type ConnectorClient = Awaited<ReturnType<ConnectorFactory['create']>>;
type UserTokenClient = ReturnType<Base['createUserTokenClient']>;

// Of the time that an answer may take; Microsoft's keys are fetched once a day.
const keysPatienceMs = 2500;

// Teams has a service URL for each region.
const mostClients = 50;

/**
 * The SDK's own authentication. It would make a client of the connector and one for users' tokens for every activity,
 * which takes longer than answering most clicks. They hold nothing of the activity but the bot's own id, which has been
 * checked by then, so one of each does for all.
 */
export class LastingAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #connectors = new LRUCache<string, Promise<ConnectorClient>>({ max: mostClients });
  readonly #clock: Clock;
  #userTokens: UserTokenClient | undefined;

  constructor(clock: Clock, ...settings: ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>) {
    super(...settings);
    this.#clock = clock;
  }

  override async authenticateRequest(...request: Parameters<Base['authenticateRequest']>) {
    const checked = super.authenticateRequest(...request).catch((error) => {
      throw asRefusal(error);
    });
    const result = await withTimeout(this.#clock, keysPatienceMs, checked);
    // The keys are kept once they have come, so that the next request is checked at once.
    if (!result) throw new Error(`the Bot Framework’s keys did not come within ${keysPatienceMs} ms`);
    return { ...result, ...(result.connectorFactory && { connectorFactory: this.#lasting(result.connectorFactory) }) };
  }

  override createConnectorFactory(...identity: Parameters<Base['createConnectorFactory']>): ConnectorFactory {
    return this.#lasting(super.createConnectorFactory(...identity));
  }

  override createUserTokenClient(...identity: Parameters<Base['createUserTokenClient']>): UserTokenClient {
    this.#userTokens ??= super.createUserTokenClient(...identity).catch((error) => {
      this.#userTokens = undefined;
      throw error;
    });
    return this.#userTokens;
  }

  #lasting(factory: ConnectorFactory): ConnectorFactory {
    return {
      create: (serviceUrl, audience) => {
        const key = `${serviceUrl}\n${audience}`;
        const known = this.#connectors.get(key);
        if (known) return known;
        const made = factory
          .create(serviceUrl, audience)
          .then(askingOnce)
          .catch((error) => {
            this.#connectors.delete(key);
            throw error;
          });
        this.#connectors.set(key, made);
        return made;
      },
    };
  }
}

/** A pipeline of requests, as far as it's used here. */
interface Pipeline {
  removePolicy(policy: { readonly name: string }): readonly unknown[];
}

/**
 * The client without its own repeats. It would make a request four times, after a connection broke as well, by when Teams may
 * have taken it: without its place among the others, and by a replica whose lock may be another's by then. `SendQueue` decides
 * what is repeated, and when. The SDK has an option for this, which it doesn't pass on.
 * @see https://github.com/microsoft/botbuilder-js (`ServiceClientContext` of botbuilder-stdlib 4.23.3, checked 2026-11-29)
 */
function askingOnce(connector: ConnectorClient): ConnectorClient {
  const { client } = connector as unknown as { readonly client: { readonly pipeline: Pipeline } };
  if (client.pipeline.removePolicy({ name: 'defaultRetryPolicy' }).length !== 1)
    throw new Error('the connector’s client has other repeats than are known');
  return connector;
}

const unauthorized = 401;
// The JWT library's errors for a token that was forged or isn't valid now.
const tokenErrors = ['JsonWebTokenError', 'TokenExpiredError', 'NotBeforeError'];

/**
 * The SDK takes a forged token for a fault of its own, and keys that it couldn't fetch for a fault of the token. An operator
 * must be able to tell the two apart.
 */
function asRefusal(error: unknown): unknown {
  if (error instanceof AuthenticationError)
    return error.statusCode >= 500 ? new Error(error.message, { cause: error }) : error;
  return error instanceof Error && tokenErrors.includes(error.name)
    ? new AuthenticationError(error.message, unauthorized)
    : error;
}
