// Redeems refresh tokens, or refuses in Entra's words.
import { Refusal } from '../wire/refusal.js';
import type { Redemption, Session, Tokens } from './tokens.js';

/** Uses a refresh token up; returns the sign-in behind it. @throws Refusal in the words of Entra */
export function redeem(tokens: Tokens, token: string, now: string): Session {
  const redemption = tokens.redeem(token, now);
  if (redemption !== 'redeemed') throw refusalOf(redemption);
  return tokens.sessionOf(token);
}

/** The same, without using it up. @throws Refusal in the words of Entra */
export function check(tokens: Tokens, token: string, now: string): Session {
  const redemption = tokens.check(token, now);
  if (redemption !== 'redeemed') throw refusalOf(redemption);
  return tokens.sessionOf(token);
}

function refusalOf(redemption: Exclude<Redemption, 'redeemed'>): Refusal {
  switch (redemption) {
    case 'used':
      return invalidGrant('AADSTS700082: The refresh token has already been redeemed.');
    case 'expired':
      return invalidGrant('AADSTS700082: The refresh token has expired due to inactivity.');
    case 'revoked':
      return invalidGrant('AADSTS50173: The provided grant has expired due to it being revoked.');
    case 'unknown':
      return invalidGrant('AADSTS9002313: Invalid request. Request is malformed or invalid.');
    default:
      return redemption satisfies never;
  }
}

/** Entra's refusal of a grant. */
export function invalidGrant(message: string): Refusal {
  return new Refusal(400, 'invalid_grant', message);
}
