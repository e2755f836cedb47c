// Authorization codes, and what each is bound to.
import { createHash, randomBytes } from 'node:crypto';
import { Refusal } from '../wire/refusal.js';
import { secondsAfter } from '../world/instants.js';
import type { Session } from './tokens.js';

const codeSeconds = 600;

/** What a code stands for, and what its redemption must match. */
export interface Grant {
  readonly session: Session;
  readonly redirectUri: string;
  /** BASE64URL(SHA256(code_verifier)), RFC 7636. */
  readonly codeChallenge: string;
  readonly nonce?: string | undefined;
}

/** Authorization codes: good once, for ten minutes, for the client that began. Not kept between runs. */
export class Codes {
  readonly #grants = new Map<string, Grant & { readonly expiresAt: string }>();

  /** A new code. */
  issue(grant: Grant, now: string): string {
    const code = `sandbox-code-${randomBytes(32).toString('base64url')}`;
    this.#grants.set(code, { ...grant, expiresAt: secondsAfter(now, codeSeconds) });
    return code;
  }

  /** Uses a code up, even when it's refused. @throws Refusal in the words of Entra */
  redeem(form: URLSearchParams, now: string): Grant {
    const code = form.get('code') ?? '';
    const grant = this.#grants.get(code);
    this.#grants.delete(code);
    if (!grant) throw invalid('AADSTS54005: OAuth2 Authorization code was already redeemed, or never issued.');
    if (grant.expiresAt <= now) throw invalid('AADSTS70008: The provided authorization code has expired.');
    if (grant.redirectUri !== form.get('redirect_uri')) {
      throw invalid('AADSTS500112: The reply address does not match the one of the authorization request.');
    }
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (challenge !== grant.codeChallenge) {
      throw invalid('AADSTS501481: The Code_Verifier does not match the code_challenge of the authorization request.');
    }
    return grant;
  }
}

function invalid(message: string): Refusal {
  return new Refusal(400, 'invalid_grant', message);
}
