// The way to the Bot Framework and from it: the bot's identity, and which activities are let in.

import {
  type Activity,
  ActivityTypes,
  CloudAdapter,
  ConfigurationServiceClientCredentialFactory,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import { AuthenticationError, type ConnectorClient } from 'botframework-connector';
import type { Clock } from '../../runtime/clock.js';
import type { Log } from '../../runtime/log.js';
import { parsedUrl } from '../../runtime/loopback.js';
import { DeliveryError } from '../delivery/messenger.js';
import { mayAnswerTo } from '../turn/service-hosts.js';
import { LastingAuthentication } from './authentication.js';

/** The bot's identity, in the Bot Framework's own names. */
export interface Identity {
  readonly MicrosoftAppType: string;
  readonly MicrosoftAppId: string;
  readonly MicrosoftAppPassword?: string | undefined;
  readonly MicrosoftAppTenantId?: string | undefined;
}

// The SDK would also accept the emulator's token, which a person who knows the bot's secret can get for any person.
const issuers: readonly string[] = ['https://api.botframework.com', 'https://api.botframework.us'];

async function validateClaims(claims: readonly { readonly type: string; readonly value: string }[]): Promise<void> {
  const issuer = claims.find(({ type }) => type === 'iss')?.value;
  if (issuer === undefined || !issuers.includes(issuer))
    throw new AuthenticationError('the token is not from the Bot Framework', 401);
}

/** What an adapter takes. */
export interface AdapterDeps {
  readonly clock: Clock;
  readonly log: Log;
}

// Without an audience it's the connector's of the bot's cloud, which the SDK's type doesn't say.
interface Connectors {
  create(serviceUrl: string, audience?: string): Promise<ConnectorClient>;
}

/**
 * The SDK's adapter, which gives an answer back: its own `process` writes it to a response, and why it can't to the console. It also
 * gives the connector's client, without the turn that the SDK makes up for whatever is sent by itself.
 */
export class TeamsAdapter extends CloudAdapter {
  readonly #identity: Identity | undefined;

  /** Without an identity it's anonymous, and writes to this machine only. */
  constructor(authentication: LastingAuthentication, identity: Identity | undefined) {
    super(authentication);
    this.#identity = identity;
  }

  /**
   * The answer to an activity that was posted with this `Authorization` header; `undefined`: it's 200 without a body. The
   * activity's times stay the text that they are.
   * @throws AuthenticationError when it isn't from the Bot Framework.
   */
  answer(
    authorization: string,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(authorization, activity, logic);
  }

  /** The client of the connector at a service URL. @throws DeliveryError when the bot may not write to that host */
  async connectorAt(serviceUrl: string): Promise<ConnectorClient> {
    if (!this.mayWriteTo(serviceUrl)) throw new DeliveryError('passing', 'the bot may not write to this host');
    const bot = this.createClaimsIdentity(this.#identity?.MicrosoftAppId);
    const connectors: Connectors = this.botFrameworkAuthentication.createConnectorFactory(bot);
    return connectors.create(serviceUrl);
  }

  /** Whether a service URL is of Teams, or of this machine while the bot is anonymous. */
  mayWriteTo(serviceUrl: string | undefined): boolean {
    return mayAnswerTo(serviceUrl, this.#identity === undefined);
  }
}

/** An adapter under an identity; without one it is anonymous and answers to this machine only. */
export function teamsAdapter(identity: Identity | undefined, { clock, log }: AdapterDeps): TeamsAdapter {
  const settings = Object.fromEntries(Object.entries(identity ?? {}).filter(([, value]) => value !== undefined));
  const credentials = new ConfigurationServiceClientCredentialFactory(settings);
  const authentication = new LastingAuthentication(
    clock,
    settings,
    credentials,
    identity && { requiredEndorsements: [], validateClaims },
  );
  const adapter = new TeamsAdapter(authentication, identity);
  // What comes here has failed in answering, so there is no person left to tell.
  adapter.onTurnError = async (_, error) => log.error('answerNotSent', { error });
  adapter.use(async (context, next) => {
    const { activity } = context;
    if (adapter.mayWriteTo(activity.serviceUrl)) return next();
    log.warn('activityRefused', { why: 'service host', host: parsedUrl(activity.serviceUrl)?.host });
    // An invoke without an answer counts as a fault of ours. This goes back with the request, and not to that host.
    if (activity.type === ActivityTypes.Invoke)
      await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 403 } });
  });
  return adapter;
}
