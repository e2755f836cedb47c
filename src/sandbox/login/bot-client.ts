// Tokens of the bot's own application for the Bot Framework's connector.
import { Refusal } from '../wire/refusal.js';
import { secretDigest } from '../world/app-registration.js';
import type { World } from '../world/world.js';
import { checkTenant } from './tenant.js';
import { accessSeconds } from './token-text.js';

const connectorScope = 'https://api.botframework.com/.default';

// The authority of multi-tenant bots.
const multiTenant = 'botframework.com';

/** Whether the client is the bot, and not the partner's application. */
export function isBot(form: URLSearchParams, { registration }: World): boolean {
  return form.get('client_id')?.toLowerCase() === registration.bot?.clientId;
}

/** A token that opens nothing here: there is no connector. @throws Refusal in the words of Entra */
export function grantToBot(form: URLSearchParams, tenant: string, world: World) {
  if (tenant !== multiTenant) checkTenant(tenant);
  const { bot } = world.registration;
  if (form.get('grant_type') !== 'client_credentials' || !form.get('scope')?.split(' ').includes(connectorScope)) {
    throw new Refusal(400, 'invalid_scope', 'AADSTS70011: The bot asks for the connector, as itself, or for nothing.');
  }
  if (secretDigest(form.get('client_secret') ?? '') !== bot?.secretDigest) {
    throw new Refusal(401, 'invalid_client', 'AADSTS7000215: Invalid client secret provided.');
  }
  if (bot.secretEndsAt !== null && bot.secretEndsAt <= world.now()) {
    throw new Refusal(401, 'invalid_client', 'AADSTS7000222: The provided client secret keys for app are expired.');
  }
  return {
    token_type: 'Bearer',
    expires_in: accessSeconds,
    ext_expires_in: accessSeconds,
    access_token: 'no-connector',
  };
}
