// Where do tokens for Graph and Partner Center come from? From MSAL, as the partner's application and its user.
import { createHash } from 'node:crypto';
import { type AccountInfo, type AuthenticationResult, ConfidentialClientApplication } from '@azure/msal-node';
import { AccessDenied, ConfigError } from '../domain/errors.js';
import type { Clock, Log } from '../operations/ports.js';
import { LoginNetwork } from './login-network.js';
import { signInError } from './sign-in-errors.js';
import type { TokenCache } from './token-cache.js';

/** The partner's application, and where it signs in. */
export interface Application {
  /** Base address of the sign-in service; plain http only on loopback. */
  readonly loginUrl: string;
  /** The partner's own tenant. */
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where to begin; later ones are in the cache. Absent: the cache has to have one. */
  readonly refreshToken?: string | undefined;
}

// A token is handed out until this long before its end, so that it lasts for the call that it is for.
const spareMs = 5 * 60 * 1000;

/**
 * App+User tokens by the Secure Application Model: each redemption of the refresh token brings a new one, which MSAL
 * keeps in its cache and we keep encrypted.
 * @see https://learn.microsoft.com/partner-center/developer/gdap-and-secure-application-model (checked 2026-11-22)
 */
export class Tokens {
  readonly #application: Application;
  readonly #cache: TokenCache;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #msal: ConfidentialClientApplication;
  readonly #held = new Map<string, { readonly token: string; readonly until: number }>();
  /** One redemption at a time: two at once would each spend the same refresh token. */
  #turn: Promise<unknown> = Promise.resolve();
  #importedFrom: string | undefined;

  constructor(application: Application, cache: TokenCache, clock: Clock, log: Log) {
    this.#application = application;
    this.#cache = cache;
    this.#clock = clock;
    this.#log = log;
    const network = new LoginNetwork(application.loginUrl, clock);
    this.#msal = new ConfidentialClientApplication({
      auth: {
        clientId: application.clientId,
        clientSecret: application.clientSecret,
        authority: `${network.authorityBase}/${application.tenantId}`,
        knownAuthorities: network.knownAuthorities,
      },
      system: { networkClient: network },
    });
  }

  /**
   * Takes up the tokens of the last run.
   * @throws ConfigError when they cannot be read, or when there is nothing to begin with.
   */
  async open(): Promise<void> {
    const cached = await this.#cache.load();
    if (!cached) {
      if (this.#application.refreshToken !== undefined) return;
      throw new ConfigError(
        'nobody has signed Gatehouse in to Microsoft yet',
        'Set PARTNER_REFRESH_TOKEN to the refresh token of your service account.',
      );
    }
    this.#importedFrom = cached.importedFrom;
    this.#msal.getTokenCache().deserialize(cached.msal);
  }

  /**
   * An access token for a scope.
   * @throws AccessDenied when somebody has to sign in again; CloudUnavailable when the sign-in service is not there.
   */
  async token(scope: string): Promise<string> {
    const held = this.#held.get(scope);
    if (held && held.until > Date.parse(this.#clock.now())) return held.token;
    const next = this.#turn.then(() => this.#renew(scope));
    this.#turn = next.catch(() => undefined);
    return next;
  }

  /** Forgets the access token of a scope, because a service rejected it. */
  drop(scope: string): void {
    this.#held.delete(scope);
  }

  async #renew(scope: string): Promise<string> {
    const held = this.#held.get(scope);
    if (held && held.until > Date.parse(this.#clock.now())) return held.token;
    try {
      const result = await this.#redeem(scope);
      const { accessToken, expiresOn } = result;
      if (!accessToken) throw new Error('the sign-in service answered without a token');
      // MSAL counts by the system's clock; what it says is a span of time, which holds by any clock.
      const lifetimeMs = (expiresOn?.getTime() ?? 0) - Date.now();
      this.#held.set(scope, { token: accessToken, until: Date.parse(this.#clock.now()) + lifetimeMs - spareMs });
      return accessToken;
    } catch (cause) {
      throw signInError(cause);
    }
  }

  async #redeem(scope: string): Promise<AuthenticationResult> {
    const { refreshToken } = this.#application;
    const isNew = refreshToken !== undefined && hash(refreshToken) !== this.#importedFrom;
    const account = isNew ? undefined : await this.#account();
    const result = account
      ? await this.#msal.acquireTokenSilent({ account, scopes: [scope], forceRefresh: true })
      : await this.#import(scope, refreshToken);
    await this.#save();
    return result;
  }

  // A disk that is full must not stop the reading: the token is good, and the next one is saved with it.
  async #save(): Promise<void> {
    try {
      await this.#cache.save({ msal: this.#msal.getTokenCache().serialize(), importedFrom: this.#importedFrom ?? '' });
    } catch (error) {
      this.#log.error('tokensNotKept', { error });
    }
  }

  async #import(scope: string, refreshToken: string | undefined): Promise<AuthenticationResult> {
    if (refreshToken === undefined) throw signedOut();
    const result = await this.#msal.acquireTokenByRefreshToken({ refreshToken, scopes: [scope], forceCache: true });
    if (!result) throw signedOut();
    this.#importedFrom = hash(refreshToken);
    return result;
  }

  async #account(): Promise<AccountInfo | undefined> {
    const accounts = await this.#msal.getTokenCache().getAllAccounts();
    return accounts.find(({ tenantId }) => tenantId === this.#application.tenantId) ?? accounts[0];
  }
}

function signedOut(): AccessDenied {
  return new AccessDenied('sign-in: no account in the cache', 'Set a new PARTNER_REFRESH_TOKEN.', {
    reason: 'signInExpired',
  });
}

function hash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
