// Access tokens in memory, and how long each is good.

import type { AuthenticationResult } from '@azure/msal-node';
import type { Clock } from '../../runtime/clock.js';

// A token isn't used any more this long before its end, so that it lasts for the call.
const spareMs = 5 * 60 * 1000;
// Access tokens live 28 hours at most; a longer span is a wall clock that was stepped while MSAL counted.
// @see https://learn.microsoft.com/entra/identity-platform/configurable-token-lifetimes (checked 2026-11-28)
const longestLifeMs = 28 * 60 * 60 * 1000;

/** Access tokens by scope. */
export class AccessTokenCache {
  readonly #clock: Clock;
  readonly #tokens = new Map<string, { readonly token: string; readonly untilMs: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** A token that lasts for a call; `undefined` when one must be fetched. */
  get(scope: string): string | undefined {
    const held = this.#tokens.get(scope);
    return held && held.untilMs > this.#clock.elapsedMs() ? held.token : undefined;
  }

  /** Keeps MSAL's result and returns its token. @throws Error when it has none */
  hold(scope: string, result: Pick<AuthenticationResult, 'accessToken' | 'expiresOn'> | null): string {
    if (!result?.accessToken) throw new Error('the sign-in service answered without a token');
    // MSAL counts by the system's clock; the difference is a duration, which holds by any clock.
    const lifetimeMs = Math.min(longestLifeMs, (result.expiresOn?.getTime() ?? 0) - Date.now());
    const untilMs = this.#clock.elapsedMs() + lifetimeMs - spareMs;
    this.#tokens.set(scope, { token: result.accessToken, untilMs });
    return result.accessToken;
  }

  drop(scope: string): void {
    this.#tokens.delete(scope);
  }

  clear(): void {
    this.#tokens.clear();
  }
}
