// The connection to Microsoft: tokens and clients, for the bot and for an operator's commands alike.

import { join } from 'node:path';
import type { MicrosoftCloud, PartnerSettings } from '../config/cloud-config.js';
import { ClockSkew } from '../microsoft/http/clock-skew.js';
import { HttpClients } from '../microsoft/http-clients.js';
import { Webhooks } from '../microsoft/partner-center/webhooks.js';
import { TokenCache, tokenFileName } from '../microsoft/sign-in/token-cache.js';
import { Tokens } from '../microsoft/sign-in/tokens.js';
import type { Clock } from '../runtime/clock.js';
import type { Log } from '../runtime/log.js';
import type { Pace } from '../runtime/pace.js';
import { makeFolder } from '../store/folder/open-state.js';

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
 * Takes up the tokens in the data folder, which is created if needed: the sign-in is renewed on the way, and new tokens are
 * saved. Microsoft isn't asked before the first call.
 * @throws StoreError, or FileError when the tokens can't be read.
 */
export async function connect(
  { partner, addresses }: MicrosoftCloud,
  dataDir: string,
  { pace, clock, log }: ConnectionDeps,
): Promise<Connection> {
  const cache = await tokenCacheIn(dataDir, partner);
  const tokens = new Tokens({ ...partner, loginUrl: addresses.loginUrl }, cache, clock, log);
  await tokens.open();
  const skew = new ClockSkew(clock);
  const clients = new HttpClients(addresses, tokens, { pace, clock, log, skew });
  return { tokens, clients, webhooks: new Webhooks(clients.webhooks), skew };
}

/**
 * The token cache in the data folder, which is created if needed.
 * @throws StoreError
 */
export async function tokenCacheIn(dataDir: string, { tokenKey }: PartnerSettings): Promise<TokenCache> {
  await makeFolder(dataDir);
  return new TokenCache(join(dataDir, tokenFileName), tokenKey);
}
