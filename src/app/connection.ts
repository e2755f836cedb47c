// The connection to Microsoft: tokens and clients, for the bot and for an operator's commands alike.

import type { MicrosoftCloud } from '../config/cloud-config.js';
import { ClockSkew } from '../microsoft/http/clock-skew.js';
import { HttpClients } from '../microsoft/http-clients.js';
import { Webhooks } from '../microsoft/partner-center/webhooks.js';
import { TokenCache } from '../microsoft/sign-in/token-cache.js';
import { Tokens } from '../microsoft/sign-in/tokens.js';
import type { TokenPlaces } from '../operations/ports/token-places.js';
import type { Clock } from '../runtime/clock.js';
import type { Log } from '../runtime/log.js';
import type { Pace } from '../runtime/pace.js';

/** A connection to Microsoft. */
export interface Connection {
  readonly tokens: Tokens;
  readonly clients: HttpClients;
  readonly webhooks: Webhooks;
  /** Our clock's error, by Microsoft's answers. */
  readonly skew: ClockSkew;
}

/** What a connection takes besides its cloud. */
export interface ConnectionDeps {
  /** Shared by all who call Microsoft with these tokens. */
  readonly pace: Pace;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Takes up the tokens where they are kept: the sign-in is renewed on the way, and new tokens are saved there. Microsoft isn't
 * asked before the first call.
 * @throws FileError when the tokens can't be read.
 */
export async function connect(
  { partner, addresses }: MicrosoftCloud,
  places: TokenPlaces,
  { pace, clock, log }: ConnectionDeps,
): Promise<Connection> {
  const cache = new TokenCache(places, partner.tokenKey);
  const tokens = new Tokens({ ...partner, loginUrl: addresses.loginUrl }, cache, clock, log);
  await tokens.open();
  const skew = new ClockSkew(clock);
  const clients = new HttpClients(addresses, tokens, { pace, clock, log, skew });
  return { tokens, clients, webhooks: new Webhooks(clients.webhooks), skew };
}
