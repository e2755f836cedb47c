// How does the SDK check who is there, without making new clients for every activity?
import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { LRUCache } from 'lru-cache';

type Base = ConfigurationBotFrameworkAuthentication;
type ConnectorFactory = ReturnType<Base['createConnectorFactory']>;
type ConnectorClient = ReturnType<ConnectorFactory['create']>;
type UserTokenClient = ReturnType<Base['createUserTokenClient']>;

// Teams has a service URL for each region.
const mostClients = 50;

/**
 * The SDK's own authentication. It would make a client of the connector and one for users' tokens for every activity,
 * which takes longer than answering most clicks. They hold nothing of the activity, so one of each does for all.
 */
export class LastingAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #connectors = new LRUCache<string, ConnectorClient>({ max: mostClients });
  #userTokens: UserTokenClient | undefined;

  override async authenticateRequest(...request: Parameters<Base['authenticateRequest']>) {
    const result = await super.authenticateRequest(...request);
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
        const made = factory.create(serviceUrl, audience).catch((error) => {
          this.#connectors.delete(key);
          throw error;
        });
        this.#connectors.set(key, made);
        return made;
      },
    };
  }
}
