// A person signs Gatehouse in, in a browser: authorization code with PKCE, and a second factor demanded.

import { randomBytes } from 'node:crypto';
import {
  AuthError,
  type AuthenticationResult,
  type ConfidentialClientApplication,
  CryptoProvider,
} from '@azure/msal-node';
import { AccessDenied, CloudUnavailable, type MicrosoftError } from '../../domain/errors.js';
import type { ServiceName } from '../../domain/problem.js';
import type { Clock } from '../../runtime/clock.js';
import { lazily } from '../../runtime/lazily.js';
import { accessClaims } from './access-claims.js';
import type { Application } from './application.js';
import { nobodySignedIn, signInError } from './errors.js';
import { LoginNetwork } from './login-network.js';
import { msalFor } from './msal.js';
import { permissionsIn } from './scopes.js';
import type { CachedTokens } from './token-cache.js';
import { hash } from './token-cache.js';

/** The result of a sign-in. */
export interface SignedIn {
  readonly account: { readonly id: string; readonly userName: string; readonly name: string };
  /** The tenant of the account: for a guest another one than the partner's. */
  readonly homeTenantId: string;
  /** The tenant that was signed in to. */
  readonly tenantId: string;
  /** Whether multifactor authentication was used. Absent: the token doesn't say. */
  readonly hasMfa?: boolean | undefined;
  /** By service: an access token and its permissions, or why there's none. */
  readonly services: Readonly<Record<ServiceName, ServiceToken | MicrosoftError>>;
  /** The tokens to keep. */
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

// OpenID Connect's way to ask for a method. Whether Entra heeds it depends on the tenant's policies, so the token decides.
// @see https://openid.net/specs/openid-connect-core-1_0.html#ClaimsParameter (checked 2026-11-22)
const claims = JSON.stringify({ id_token: { amr: { essential: true, values: ['mfa'] } } });

/** One person's sign-in, from Microsoft's page and back. */
export class InteractiveSignIn {
  readonly #application: Application;
  readonly #scopes: Readonly<Record<ServiceName, string>>;
  readonly #clock: Clock;
  readonly #network: LoginNetwork;
  readonly #msal: () => Promise<ConfidentialClientApplication>;
  #attempt: Attempt | undefined;

  constructor(application: Application, scopes: Readonly<Record<ServiceName, string>>, clock: Clock) {
    this.#application = application;
    this.#scopes = scopes;
    this.#clock = clock;
    this.#network = new LoginNetwork(application.loginUrl, clock);
    this.#msal = lazily(() => msalFor(application, this.#network));
  }

  /** The address for the browser. An earlier attempt is over. */
  async begin(redirectUri: string): Promise<string> {
    const { verifier, challenge } = await new CryptoProvider().generatePkceCodes();
    const [state, nonce] = [randomBytes(32).toString('base64url'), randomBytes(32).toString('base64url')];
    this.#attempt = { state, nonce, verifier, redirectUri };
    const msal = await this.#msal();
    const address = await msal.getAuthCodeUrl({
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

  /** Whether an answer belongs to the present attempt. Its state is known only to the browser that began it. */
  isExpected(answer: URLSearchParams): boolean {
    return this.#attempt !== undefined && answer.get('state') === this.#attempt.state;
  }

  /**
   * Completes the sign-in with the browser's answer; each works once.
   * @throws AccessDenied when the person said no, or may not; CloudUnavailable when the sign-in service doesn't answer.
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
      const msal = await this.#msal();
      const result = await msal.acquireTokenByCode({ code, scopes, redirectUri, codeVerifier, nonce });
      return await this.#signedIn(msal, result);
    } catch (cause) {
      throw signInError(cause);
    }
  }

  async #signedIn(msal: ConfidentialClientApplication, result: AuthenticationResult): Promise<SignedIn> {
    const { account } = result;
    if (!account) throw nobodySignedIn();
    const graph = serviceToken(result);
    const partnerCenter = await msal
      .acquireTokenSilent({ account, scopes: [this.#scopes.partnerCenter], forceRefresh: true })
      .then(serviceToken, signInError);
    const { localAccountId: id, username: userName, name = userName } = account;
    const { refreshToken } = this.#application;
    const person = { id, userName, name };
    return {
      account: person,
      homeTenantId: account.homeAccountId.split('.').at(-1) ?? '',
      tenantId: result.tenantId,
      hasMfa: accessClaims(result.accessToken).hasMfa,
      services: { graph, partnerCenter },
      tokens: {
        msal: msal.getTokenCache().serialize(),
        // So that the settings' token, which is older, doesn't replace this one.
        importedFrom: refreshToken === undefined ? '' : hash(refreshToken),
        renewedAt: this.#clock.now(),
        account: person,
      },
    };
  }
}

function serviceToken({ accessToken: token, scopes }: AuthenticationResult): ServiceToken {
  const named = permissionsIn(scopes);
  return { token, permissions: named.length > 0 ? named : accessClaims(token).scopes };
}

/** Microsoft's answer where the person left its page without signing in. */
export const declinedByPerson = 'access_denied';

// 65004: declined to consent; 90094 and 90095: consent needs an administrator.
function declined(answer: URLSearchParams): MicrosoftError {
  const description = answer.get('error_description') ?? '';
  const number = /AADSTS(\d+)/.exec(description)?.[1] ?? '';
  if (['65004', '65001', '90094', '90095'].includes(number)) {
    return new AccessDenied(`sign-in: consent declined ${number}`, { reason: 'noRights' });
  }
  if (answer.get('error') === declinedByPerson) {
    return new AccessDenied(`sign-in: declined ${number}`.trimEnd(), {
      reason: 'signInExpired',
      answer: declinedByPerson,
    });
  }
  if (['server_error', 'temporarily_unavailable'].includes(answer.get('error') ?? '')) {
    return new CloudUnavailable('sign-in: a fault of the service', { reason: 'unreachable' });
  }
  return signInError(new AuthError('invalid_grant', '', description));
}
