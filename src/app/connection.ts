// How is Microsoft reached: with whose tokens, and by which calls? For the bot and for an operator's commands alike.

import { join } from 'node:path';
import type { MicrosoftCloud, PartnerSettings } from '../config/cloud-config.js';
import { ClockSkew } from '../microsoft/http/clock-skew.js';
import { type HttpClients, httpClientsTo } from '../microsoft/http-clients.js';
import { Webhooks } from '../microsoft/partner-center/webhooks.js';
import { TokenCache, tokenFileName } from '../microsoft/sign-in/token-cache.js';
import { Tokens } from '../microsoft/sign-in/tokens.js';
import type { Clock } from '../runtime/clock.js';
import type { Log } from '../runtime/log.js';
import { makeFolder } from '../store/open-state.js';

/** Microsoft, within reach. */
export interface Connection {
  readonly tokens: Tokens;
  readonly clients: HttpClients;
  readonly webhooks: Webhooks;
  /** What the answers tell of our clock. */
  readonly skew: ClockSkew;
}

/**
 * Takes up the tokens in the data folder, which is made if need be: the sign-in is renewed on the way, and what is new has to
 * be kept. Microsoft is not asked before the first call.
 * @throws StoreError, or ConfigError when the tokens cannot be read.
 */
export async function connect(
  { partner, addresses }: Pick<MicrosoftCloud, 'partner' | 'addresses'>,
  dataDir: string,
  clock: Clock,
  log: Log,
): Promise<Connection> {
  const cache = await tokenCacheIn(dataDir, partner);
  const tokens = new Tokens({ ...partner, loginUrl: addresses.loginUrl }, cache, clock, log);
  await tokens.open();
  const skew = new ClockSkew(clock);
  const clients = httpClientsTo(addresses, tokens, clock, log, skew);
  return { tokens, clients, webhooks: new Webhooks(clients.webhooks), skew };
}

/**
 * Where tokens rest in the data folder, which is made if need be.
 * @throws StoreError
 */
export async function tokenCacheIn(
  dataDir: string,
  { tokenKey }: Pick<PartnerSettings, 'tokenKey'>,
): Promise<TokenCache> {
  await makeFolder(dataDir);
  return new TokenCache(join(dataDir, tokenFileName), tokenKey);
}
