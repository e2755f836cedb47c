// How does a person sign Gatehouse in, in a browser? Authorization code with PKCE, with a second factor demanded.

import { randomBytes } from 'node:crypto';
import {
  AuthError,
  type AuthenticationResult,
  type ConfidentialClientApplication,
  CryptoProvider,
} from '@azure/msal-node';
import { AccessDenied, CloudUnavailable, type MicrosoftError } from '../../domain/errors.js';
import type { ServiceName } from '../../domain/health/problem.js';
import type { Clock } from '../../runtime/clock.js';
import { accessClaims } from './access-claims.js';
import type { Application } from './application.js';
import { nobodySignedIn, signInError } from './errors.js';
import { LoginNetwork } from './login-network.js';
import { msalFor } from './msal.js';
import { permissionsIn } from './scopes.js';
import type { CachedTokens } from './token-cache.js';
import { hash } from './token-cache.js';

/** What a person has let us have. */
export interface SignedIn {
  readonly account: { readonly id: string; readonly userName: string; readonly name: string };
  /** The tenant that the account is from: another one than the partner's for a guest. */
  readonly homeTenantId: string;
  /** The tenant that was signed in to. */
  readonly tenantId: string;
  /** Whether there was a second factor. Absent: the token does not say. */
  readonly hasMfa?: boolean | undefined;
  /** By service: an access token with what it may be used for, or why there is none. */
  readonly services: Readonly<Record<ServiceName, ServiceToken | MicrosoftError>>;
  /** What is to be kept. */
  readonly tokens: CachedTokens;
}

/** An access token. */
export interface ServiceToken {
  readonly token: string;
  readonly permissions: readonly string[];
}

interface Attempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly redirectUri: string;
}

// OpenID Connect's way to ask for a method. Whether Entra heeds it depends on the tenant's policies, so that it is the
// token that decides. @see https://openid.net/specs/openid-connect-core-1_0.html#ClaimsParameter (checked 2026-11-22)
const claims = JSON.stringify({ id_token: { amr: { essential: true, values: ['mfa'] } } });

/** One person's way to Microsoft's sign-in page and back. */
export class InteractiveSignIn {
  readonly #application: Application;
  readonly #scopes: Readonly<Record<ServiceName, string>>;
  readonly #clock: Clock;
  readonly #network: LoginNetwork;
  readonly #msal: ConfidentialClientApplication;
  #attempt: Attempt | undefined;

  constructor(application: Application, scopes: Readonly<Record<ServiceName, string>>, clock: Clock) {
    this.#application = application;
    this.#scopes = scopes;
    this.#clock = clock;
    this.#network = new LoginNetwork(application.loginUrl, clock);
    this.#msal = msalFor(application, this.#network);
  }

  /** The address to send the browser to. Whoever was on the way before has to begin again. */
  async begin(redirectUri: string): Promise<string> {
    const { verifier, challenge } = await new CryptoProvider().generatePkceCodes();
    const [state, nonce] = [randomBytes(32).toString('base64url'), randomBytes(32).toString('base64url')];
    this.#attempt = { state, nonce, verifier, redirectUri };
    const address = await this.#msal.getAuthCodeUrl({
      scopes: [this.#scopes.graph],
      redirectUri,
      state,
      nonce,
      claims,
      prompt: 'select_account',
      codeChallenge: challenge,
      codeChallengeMethod: 'S256',
    });
    return this.#network.addressOf(address);
  }

  /** Whether an answer belongs to the way that was begun. Nobody who has not seen that knows the state. */
  isExpected(answer: URLSearchParams): boolean {
    return this.#attempt !== undefined && answer.get('state') === this.#attempt.state;
  }

  /**
   * Takes what the browser came back with, once.
   * @throws AccessDenied when the person said no, or may not; CloudUnavailable when the sign-in service is not there.
   */
  async finish(answer: URLSearchParams): Promise<SignedIn> {
    const attempt = this.#attempt;
    if (!attempt || !this.isExpected(answer)) throw nobodySignedIn();
    this.#attempt = undefined;
    if (answer.has('error')) throw declined(answer);
    try {
      const { verifier: codeVerifier, redirectUri, nonce } = attempt;
      const code = answer.get('code') ?? '';
      const scopes = [this.#scopes.graph];
      return await this.#signedIn(
        await this.#msal.acquireTokenByCode({ code, scopes, redirectUri, codeVerifier, nonce }),
      );
    } catch (cause) {
      throw signInError(cause);
    }
  }

  async #signedIn(result: AuthenticationResult): Promise<SignedIn> {
    const { account } = result;
    if (!account) throw nobodySignedIn();
    const graph = serviceToken(result);
    const partnerCenter = await this.#msal
      .acquireTokenSilent({ account, scopes: [this.#scopes.partnerCenter], forceRefresh: true })
      .then(serviceToken, signInError);
    const { localAccountId: id, username: userName, name = userName } = account;
    const { refreshToken } = this.#application;
    return {
      account: { id, userName, name },
      homeTenantId: account.homeAccountId.split('.').at(-1) ?? '',
      tenantId: result.tenantId,
      hasMfa: accessClaims(result.accessToken).hasMfa,
      services: { graph, partnerCenter },
      tokens: {
        msal: this.#msal.getTokenCache().serialize(),
        // So that the token of the settings, which is the older one, is not taken up in place of this.
        importedFrom: refreshToken === undefined ? '' : hash(refreshToken),
        renewedAt: this.#clock.now(),
      },
    };
  }
}

function serviceToken({ accessToken: token, scopes }: AuthenticationResult): ServiceToken {
  const named = permissionsIn(scopes);
  return { token, permissions: named.length > 0 ? named : accessClaims(token).scopes };
}

// 65004 declined to consent, 90094 and 90095 need an administrator for it.
function declined(answer: URLSearchParams): MicrosoftError {
  const description = answer.get('error_description') ?? '';
  const number = /AADSTS(\d+)/.exec(description)?.[1] ?? '';
  if (['65004', '65001', '90094', '90095'].includes(number)) {
    return new AccessDenied(
      `sign-in: consent declined ${number}`,
      'Nobody has consented to what Gatehouse needs. An administrator of your tenant has to.',
      { reason: 'noRights' },
    );
  }
  if (answer.get('error') === 'access_denied') {
    return new AccessDenied(
      `sign-in: declined ${number}`.trimEnd(),
      'You did not sign in. Run `npm run sign-in` again when you want to.',
      {
        reason: 'signInExpired',
      },
    );
  }
  if (['server_error', 'temporarily_unavailable'].includes(answer.get('error') ?? '')) {
    return new CloudUnavailable(
      'sign-in: a fault of the service',
      'Microsoft has a fault of its own at the moment. Try again later.',
      {
        reason: 'unreachable',
      },
    );
  }
  return signInError(new AuthError('invalid_grant', '', description));
}
