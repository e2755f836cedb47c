// The way to the Bot Framework and from it: the bot's identity, and which activities are let in.

import { ActivityTypes, CloudAdapter, ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import { AuthenticationError } from 'botframework-connector';
import type { Clock } from '../../runtime/clock.js';
import type { Log } from '../../runtime/log.js';
import { parsedUrl } from '../../runtime/loopback.js';
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

/** An adapter under an identity; without one it is anonymous and answers to this machine only. */
export function teamsAdapter(identity: Identity | undefined, { clock, log }: AdapterDeps): CloudAdapter {
  const settings = Object.fromEntries(Object.entries(identity ?? {}).filter(([, value]) => value !== undefined));
  const credentials = new ConfigurationServiceClientCredentialFactory(settings);
  const authentication = new LastingAuthentication(
    clock,
    settings,
    credentials,
    identity && { requiredEndorsements: [], validateClaims },
  );
  const adapter = new CloudAdapter(authentication);
  // What comes here has failed in answering, so there is no person left to tell.
  adapter.onTurnError = async (_, error) => log.error('answerNotSent', { error });
  adapter.use(async (context, next) => {
    const { activity } = context;
    if (mayAnswerTo(activity.serviceUrl, identity === undefined)) return next();
    log.warn('activityRefused', { why: 'service host', host: parsedUrl(activity.serviceUrl)?.host });
    // An invoke without an answer counts as a fault of ours. This goes back with the request, and not to that host.
    if (activity.type === ActivityTypes.Invoke)
      await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 403 } });
  });
  return adapter;
}
