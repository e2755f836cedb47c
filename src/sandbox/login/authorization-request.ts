// The request with which an application sends a person to sign in.

import { isLoopback } from '../wire/guard.js';
import { Refusal } from '../wire/refusal.js';
import { partner } from '../world/partner.js';
import { readScope, type Wanted } from './scopes.js';

/** An authorization request whose answer may be sent back. */
export interface AuthorizationRequest {
  readonly wanted: Wanted;
  readonly redirectUri: string;
  readonly state: string | undefined;
  readonly nonce: string | undefined;
  readonly codeChallenge: string;
  /** User name of the account that the application expects. */
  readonly loginHint: string | undefined;
  readonly isConsentAskedFor: boolean;
  /** The application wants a second factor used, by the `claims` parameter. */
  readonly isMfaDemanded: boolean;
  /** All of it, as it came, for the form. */
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * Reads the query of an authorization request. An error is shown on a page, since an answer could go to a stranger.
 * @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow (checked 2026-11-22)
 * @throws Refusal in the words of Entra
 */
export function readAuthorizationRequest(query: URLSearchParams): AuthorizationRequest {
  const get = (name: string) => query.get(name) ?? undefined;
  if (get('client_id')?.toLowerCase() !== partner.clientId) {
    throw refused(`AADSTS700016: Application with identifier '${get('client_id')}' was not found in the directory.`);
  }
  const redirectUri = get('redirect_uri') ?? '';
  if (!isRegistered(redirectUri)) {
    throw refused(
      `AADSTS50011: The redirect URI '${redirectUri}' does not match the ones configured for the application.`,
    );
  }
  if (get('response_type') !== 'code') throw refused("AADSTS70011: The response_type 'code' is the only one here.");
  if (get('code_challenge_method') !== 'S256' || !/^[\w-]{43}$/.test(get('code_challenge') ?? '')) {
    throw refused('AADSTS50147: Missing code challenge, or one of an unsupported size or method.');
  }
  return {
    wanted: readScope(get('scope') ?? ''),
    redirectUri,
    state: get('state'),
    nonce: get('nonce'),
    codeChallenge: get('code_challenge') ?? '',
    loginHint: get('login_hint'),
    isConsentAskedFor: get('prompt') === 'consent',
    isMfaDemanded: isMfaDemanded(get('claims')),
    fields: Object.fromEntries(query),
  };
}

// On loopback the port doesn't count, so that a program can take any free one.
function isRegistered(redirectUri: string): boolean {
  if (!URL.canParse(redirectUri)) return false;
  const { protocol, hostname } = new URL(redirectUri);
  return protocol === 'http:' && isLoopback(hostname);
}

function isMfaDemanded(claims: string | undefined): boolean {
  try {
    return JSON.parse(claims ?? '{}').id_token?.amr?.values?.includes('mfa') === true;
  } catch {
    throw refused('AADSTS50148: The claims parameter is not valid JSON.');
  }
}

function refused(message: string): Refusal {
  return new Refusal(400, 'invalid_request', message);
}
