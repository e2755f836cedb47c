// How does the bot get to the Bot Framework, and which activities does it let in?
import { ActivityTypes, CloudAdapter, ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import { AuthenticationError } from 'botframework-connector';
import type { Clock, Log } from '../../operations/ports/ports.js';
import { parsedUrl } from '../../runtime/loopback.js';
import { LastingAuthentication } from './authentication.js';
import { mayAnswerTo } from './service-hosts.js';

/** The bot's identity, in the Bot Framework's own names. */
export interface Identity {
  readonly MicrosoftAppType: string;
  readonly MicrosoftAppId: string;
  readonly MicrosoftAppPassword?: string | undefined;
  readonly MicrosoftAppTenantId?: string | undefined;
}

// The connector's client would repeat by rules of its own; what is repeated, and when, is for `Outbound` to say.
const onlyOnce: object = { retryOptions: { maxRetries: 0 } };

// The SDK would take a token of the emulator too, which whoever knows the bot's secret can get for anybody.
const issuers: readonly string[] = ['https://api.botframework.com', 'https://api.botframework.us'];

async function validateClaims(claims: readonly { readonly type: string; readonly value: string }[]): Promise<void> {
  const issuer = claims.find(({ type }) => type === 'iss')?.value;
  if (issuer === undefined || !issuers.includes(issuer))
    throw new AuthenticationError('the token is not from the Bot Framework', 401);
}

/** What an adapter takes. */
export interface AdapterPorts {
  readonly clock: Clock;
  readonly log: Log;
}

/** An adapter under an identity; without one it is anonymous and answers to this machine only. */
export function teamsAdapter(identity: Identity | undefined, { clock, log }: AdapterPorts): CloudAdapter {
  const settings = Object.fromEntries(Object.entries(identity ?? {}).filter(([, value]) => value !== undefined));
  const credentials = new ConfigurationServiceClientCredentialFactory(settings);
  const authentication = new LastingAuthentication(
    clock,
    settings,
    credentials,
    identity && { requiredEndorsements: [], validateClaims },
    undefined,
    onlyOnce,
  );
  const adapter = new CloudAdapter(authentication);
  // Whatever comes here has already gone wrong in answering: there is nobody left to tell.
  adapter.onTurnError = async (_, error) => log.error('answerNotSent', { error });
  adapter.use(async (context, next) => {
    const { activity } = context;
    if (mayAnswerTo(activity.serviceUrl, identity === undefined)) return next();
    log.warn('activityRefused', { why: 'service host', host: parsedUrl(activity.serviceUrl)?.host });
    // An invoke that nobody answers counts as a fault of ours. This goes back with the request, and not to that host.
    if (activity.type === ActivityTypes.Invoke)
      await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 403 } });
  });
  return adapter;
}
