// Entra's refusals of the account or the application.
import { Refusal } from '../wire/refusal.js';
import type { SignInRefusal } from '../world/behaviour.js';

// OAuth's code for each number, where it isn't invalid_grant.
// @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes (checked 2026-11-28)
const errors: Readonly<Record<number, string>> = {
  53003: 'interaction_required',
  7000112: 'unauthorized_client',
  7000215: 'invalid_client',
  7000222: 'invalid_client',
  500011: 'invalid_resource',
  500014: 'invalid_resource',
};

// Those that concern the application or the service, not the account.
const ofTheApp = [7000112, 7000215, 7000222, 500011, 500014];

/** The refusal with a number, as Entra gives it. */
export function signInRefusal(number: number): SignInRefusal {
  return { number, error: errors[number] ?? 'invalid_grant' };
}

/** @throws Refusal in the words of Entra, where a control has asked for it */
export function refuseIfAsked(refusal: SignInRefusal | null, grant: string | null): void {
  if (!refusal || (grant !== 'refresh_token' && !ofTheApp.includes(refusal.number))) return;
  const status = refusal.error === 'invalid_client' ? 401 : 400;
  throw new Refusal(status, refusal.error, `AADSTS${refusal.number}: The sandbox was asked to refuse the sign-in.`);
}
