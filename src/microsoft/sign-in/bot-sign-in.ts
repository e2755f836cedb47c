// Tries the bot's own secret at Entra, for the Bot Framework's connector.

import { AuthError, ConfidentialClientApplication } from '@azure/msal-node';
import type { Clock } from '../../runtime/clock.js';
import { signInError } from './errors.js';
import { LoginNetwork } from './login-network.js';

/** What the bot signs in with. */
export interface BotSignIn {
  readonly loginUrl: string;
  readonly appId: string;
  readonly secret: string;
  /** Absent: a multi-tenant bot. */
  readonly tenantId?: string | undefined;
}

/** The result; `refused`: for any other reason. */
export type BotSignInResult = 'granted' | 'secretWrong' | 'secretEnded' | 'appUnknown' | 'tenantUnknown' | 'refused';

/** @see https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication (checked 2026-11-22) */
const connectorScope = 'https://api.botframework.com/.default';
const multiTenantAuthority = 'botframework.com';

// AADSTS numbers, from https://learn.microsoft.com/entra/identity-platform/reference-error-codes (checked 2026-11-22).
const meanings: Readonly<Record<string, BotSignInResult>> = {
  '7000215': 'secretWrong',
  '7000222': 'secretEnded',
  '700016': 'appUnknown',
  '90002': 'tenantUnknown',
  '900023': 'tenantUnknown',
};

/**
 * Gets a token for the connector and throws it away.
 * @throws MicrosoftError when the answer says nothing about the secret, or there's none.
 */
export async function tryBotSignIn(bot: BotSignIn, clock: Clock): Promise<BotSignInResult> {
  const network = new LoginNetwork(bot.loginUrl, clock);
  const msal = new ConfidentialClientApplication({
    auth: {
      clientId: bot.appId,
      clientSecret: bot.secret,
      authority: `${network.authorityBase}/${bot.tenantId ?? multiTenantAuthority}`,
      knownAuthorities: network.knownAuthorities,
    },
    system: { networkClient: network },
  });
  try {
    const result = await msal.acquireTokenByClientCredential({ scopes: [connectorScope] });
    return result?.accessToken ? 'granted' : 'refused';
  } catch (cause) {
    const number = cause instanceof AuthError ? /AADSTS(\d+)/.exec(cause.errorMessage)?.[1] : undefined;
    if (number === undefined) throw signInError(cause);
    return meanings[number] ?? 'refused';
  }
}
