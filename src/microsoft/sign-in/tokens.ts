// Tokens for Graph and Partner Center, from MSAL, as the partner's application and its user.
import type { AccountInfo, AuthenticationResult, ConfidentialClientApplication as Msal } from '@azure/msal-node';
import { AccessDenied, type MicrosoftError } from '../../domain/errors.js';
import type { SignIn } from '../../domain/health/sign-in.js';
import type { Consent } from '../../domain/offboarding/inventory.js';
import type { ServiceName } from '../../domain/problem.js';
import type { PartnerSignIn } from '../../operations/ports/sign-in.js';
import type { Clock } from '../../runtime/clock.js';
import type { Emitter } from '../../runtime/emitter.js';
import { lazily } from '../../runtime/lazily.js';
import type { Log } from '../../runtime/log.js';
import { AccessTokenCache } from './access-token-cache.js';
import { type Application, publicPart } from './application.js';
import { ApplicationTokens } from './application-tokens.js';
import { consentIn } from './customer-consent.js';
import { nobodySignedIn, signInError } from './errors.js';
import { LoginNetwork } from './login-network.js';
import { msalFor } from './msal.js';
import { accountIn, ownAccount, renewalIn } from './renewal.js';
import { serviceOf } from './scopes.js';
import { SignInLog } from './sign-in-log.js';
import { SignInState } from './sign-in-state.js';
import { type CachedTokens, hash, type TokenCache } from './token-cache.js';

/**
 * App+User tokens by the Secure Application Model: each redemption of the refresh token brings a new one, which MSAL keeps in
 * its cache and Gatehouse saves encrypted.
 * @see https://learn.microsoft.com/partner-center/developer/gdap-and-secure-application-model (checked 2026-11-22)
 */
export class Tokens implements PartnerSignIn {
  /** Anything about the sign-in but the time of its last renewal has changed. */
  readonly signInChanged: Emitter<[signIn: SignIn]>;
  readonly #application: Application;
  readonly #cache: TokenCache;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #network: LoginNetwork;
  readonly #notRead = (error: unknown) => this.#log.error('signInNotRead', { error });
  readonly #newMsal = () => msalFor(this.#application, this.#network);
  /** Takes long to load: it's there from the first token on, and not from the start. */
  readonly #msal = lazily(this.#newMsal);
  readonly #state: SignInState;
  readonly #signInLog: SignInLog;
  readonly #held: AccessTokenCache;
  readonly #ofApplication: ApplicationTokens;
  /** Takes up the tokens of the last run, where there are some. */
  #begun: () => Promise<unknown> = this.#msal;
  #importedFrom: string | undefined;
  #signInMark: string | undefined;

  constructor(application: Application, cache: TokenCache, clock: Clock, log: Log) {
    this.#application = application;
    this.#cache = cache;
    this.#clock = clock;
    this.#log = log;
    const credential = publicPart(application.credential);
    this.#state = new SignInState(credential, clock);
    this.#held = new AccessTokenCache(clock);
    this.#network = new LoginNetwork(application.loginUrl, clock);
    this.#ofApplication = new ApplicationTokens(this.#msal, credential, clock);
    this.signInChanged = this.#state.changed;
    this.#signInLog = new SignInLog(this.signInChanged, log);
  }

  /**
   * Reads the tokens of the last run, or of a sign-in since. Without any, all else works once a person has signed in.
   * @throws FileError when they can't be read.
   */
  async open(): Promise<void> {
    const cached = await this.#cache.load(this.#notRead);
    if (cached) this.#begun = lazily(() => this.#takeUp(cached));
    if (cached) return this.#state.begins(cached.account, cached.renewedAt);
    if (this.#application.refreshToken !== undefined) return;
    this.#log.warn('notSignedIn', { cure: 'npm run sign-in' });
    for (const service of ['graph', 'partnerCenter'] as const)
      this.#state.fails(service, nobodySignedIn(), 'signIn', this.#clock.now());
  }

  /** The id of the partner's application. */
  get clientId(): string {
    return this.#application.clientId;
  }

  /** How Gatehouse is signed in; Microsoft isn't asked. */
  signIn(): SignIn {
    return this.#state.now();
  }

  /**
   * An access token of the person for a scope; with `claims`, which a service has asked for, a new one that has them.
   * @throws AccessDenied when a person must sign in again; CloudUnavailable; StoreError when tokens can't be had where they're kept.
   */
  async token(scope: string, claims?: string): Promise<string> {
    return this.#held.get(scope) ?? this.#alone(() => this.#renew(scope, claims));
  }

  /**
   * An app-only access token, for what Microsoft lets the application read without a person.
   * @throws AccessDenied or CloudUnavailable.
   */
  async applicationToken(scope: string, claims?: string): Promise<string> {
    return this.#ofApplication.held(scope) ?? this.#alone(() => this.#ofApplication.fetch(scope, claims));
  }

  /**
   * Whether our application has a consent in a customer's tenant, found out by signing in there as the person, for this scope.
   * No token of that tenant is kept anywhere.
   * @throws AccessDenied when our own sign-in fails; CloudUnavailable; UnexpectedAnswer.
   */
  async consentIn(tenantId: string, scope: string): Promise<Consent> {
    return this.#alone(async () =>
      consentIn({
        scope,
        authority: `${this.#network.authorityBase}/${encodeURIComponent(tenantId)}`,
        cache: (await this.#msal()).getTokenCache(),
        another: this.#newMsal,
        account: () => this.#account(),
        ownSignIn: async (isAnew) => {
          if (isAnew) this.#held.drop(scope);
          await this.#renew(scope);
        },
        save: () => this.#save(),
      }),
    );
  }

  /** Takes up the tokens of a new sign-in, if there was one, without asking Microsoft. Never fails. */
  async takeUpNew(): Promise<void> {
    await this.#alone(() => this.#takeUpNewer()).catch(this.#notRead);
  }

  /** The services without a token of the person's, or that refuse it, and that may be asked again by now. */
  dueAgain(): readonly ServiceName[] {
    return this.#state.dueAgain();
  }

  /** Forgets the access tokens of a scope, because a service refused one. */
  drop(scope: string): void {
    this.#held.drop(scope);
    this.#ofApplication.drop(scope);
  }

  /** A service accepted the person's token. */
  accepted(scope: string): void {
    this.#state.accepted(serviceOf(scope));
  }

  /** A service refuses the person's token, however new. */
  rejected(scope: string, error: MicrosoftError): void {
    this.drop(scope);
    this.#state.fails(serviceOf(scope), error, 'service', this.#clock.now());
  }

  /** One redemption at a time, among all replicas: two at once would each spend the same refresh token. */
  #alone<T>(work: () => Promise<T>): Promise<T> {
    return this.#cache.exclusively(() => this.#begun().then(work));
  }

  async #renew(scope: string, claims?: string): Promise<string> {
    await this.#takeUpNewer();
    const held = this.#held.get(scope);
    if (held !== undefined) return held;
    const service = serviceOf(scope);
    const said = claims === undefined ? this.#state.recentFailure(service) : undefined;
    if (said) throw said;
    try {
      return await this.#redeem(scope, claims);
    } catch (cause) {
      const error = signInError(cause);
      if (!(error instanceof AccessDenied)) throw error;
      // Another process may have used our token, or a person may just have signed in.
      if (await this.#takeUpNewer()) return this.#renew(scope);
      // Without the claims there may be a token, which the service refuses as well.
      this.#state.fails(service, error, claims === undefined ? 'signIn' : 'service', this.#clock.now());
      throw error;
    }
  }

  async #redeem(scope: string, claims: string | undefined): Promise<string> {
    const { refreshToken } = this.#application;
    const isNew = refreshToken !== undefined && hash(refreshToken) !== this.#importedFrom;
    const account = isNew ? undefined : await this.#account();
    const msal = await this.#msal();
    const result = account
      ? await msal.acquireTokenSilent({ account, scopes: [scope], forceRefresh: true, ...(claims && { claims }) })
      : await this.#import(msal, scope, refreshToken);
    const token = this.#held.hold(scope, result);
    this.#state.renewed(serviceOf(scope), renewalIn(result, this.#clock.now()));
    await this.#save();
    return token;
  }

  // A full disk doesn't stop reading: the token is good, and the next one is saved with it.
  async #save(): Promise<void> {
    const { renewedAt, account } = this.#state.now();
    try {
      await this.#cache.save({
        msal: (await this.#msal()).getTokenCache().serialize(),
        importedFrom: this.#importedFrom ?? '',
        renewedAt,
        account,
        signIn: this.#signInMark,
      });
    } catch (error) {
      this.#log.error('tokensNotKept', { error });
    }
  }

  /** Takes up what another process has left, such as `npm run sign-in`. If it can't be read, our own tokens stay. */
  async #takeUpNewer(): Promise<boolean> {
    try {
      if (!(await this.#cache.hasChanged())) return false;
      const cached = await this.#cache.load(this.#notRead);
      if (cached) await this.#takeUp(cached);
      return cached !== undefined;
    } catch (error) {
      this.#notRead(error);
      return false;
    }
  }

  async #takeUp({ msal, importedFrom, renewedAt, signIn }: CachedTokens): Promise<void> {
    // MSAL adds what it's given to what it has; of two people it would go on with the first.
    const cache = (await this.#msal()).getTokenCache();
    for (const account of await cache.getAllAccounts()) await cache.removeAccount(account);
    cache.deserialize(msal);
    const account = accountIn(await this.#account());
    const isSameSignIn = importedFrom === this.#importedFrom && signIn === this.#signInMark;
    if (!isSameSignIn && this.#importedFrom !== undefined) this.#signInLog.isAnother();
    this.#importedFrom = importedFrom;
    this.#signInMark = signIn;
    // Renewed elsewhere: our access tokens are of the same person, and as good as before.
    if (isSameSignIn) return this.#state.renewedElsewhere(account, renewedAt);
    this.#held.clear();
    this.#state.begins(account, renewedAt);
  }

  async #import(msal: Msal, scope: string, refreshToken: string | undefined): Promise<AuthenticationResult> {
    if (refreshToken === undefined) throw nobodySignedIn();
    const result = await msal.acquireTokenByRefreshToken({ refreshToken, scopes: [scope], forceCache: true });
    if (!result) throw nobodySignedIn();
    this.#importedFrom = hash(refreshToken);
    return result;
  }

  async #account(): Promise<AccountInfo | undefined> {
    return ownAccount(await (await this.#msal()).getTokenCache().getAllAccounts(), this.#application.tenantId);
  }
}
