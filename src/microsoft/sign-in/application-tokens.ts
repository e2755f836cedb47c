// App-only tokens, for what Microsoft lets the application read without a person.

import type { ConfidentialClientApplication } from '@azure/msal-node';
import { AccessDenied } from '../../domain/errors.js';
import type { Credential } from '../../domain/health/sign-in.js';
import type { Clock } from '../../runtime/clock.js';
import { AccessTokenCache } from './access-token-cache.js';
import { signInError } from './errors.js';
import { serviceOf } from './scopes.js';
import { SignInState } from './sign-in-state.js';

/** Access tokens by client credentials, in memory only. */
export class ApplicationTokens {
  readonly #msal: () => Promise<ConfidentialClientApplication>;
  readonly #clock: Clock;
  readonly #held: AccessTokenCache;
  readonly #state: SignInState;

  constructor(msal: () => Promise<ConfidentialClientApplication>, credential: Credential, clock: Clock) {
    this.#msal = msal;
    this.#clock = clock;
    this.#held = new AccessTokenCache(clock);
    this.#state = new SignInState(credential, clock);
  }

  /** A token in memory; `undefined` when one must be fetched. */
  held(scope: string): string | undefined {
    return this.#held.get(scope);
  }

  drop(scope: string): void {
    this.#held.drop(scope);
  }

  /**
   * A token, fetched where none is in memory; with `claims`, where a service has asked for them.
   * @throws AccessDenied or CloudUnavailable.
   */
  async fetch(scope: string, claims?: string): Promise<string> {
    const held = this.#held.get(scope);
    if (held !== undefined) return held;
    const service = serviceOf(scope);
    const said = this.#state.recentFailure(service);
    if (said) throw said;
    const msal = await this.#msal();
    try {
      const result = await msal.acquireTokenByClientCredential({
        scopes: [scope],
        skipCache: true,
        ...(claims && { claims }),
      });
      this.#state.accepted(service);
      return this.#held.hold(scope, result);
    } catch (cause) {
      const error = signInError(cause);
      if (error instanceof AccessDenied) this.#state.fails(service, error, 'signIn', this.#clock.now());
      throw error;
    }
  }
}
