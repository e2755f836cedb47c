// MSAL's way to the sign-in service, which may be a sandbox on this machine.

import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';
import type { Clock } from '../../runtime/clock.js';
import { abortAfter } from '../../runtime/timeout.js';

const timeoutMs = 10_000;
const microsoftLogin = 'https://login.microsoftonline.com';

/**
 * MSAL refuses a plain http authority. For a sign-in service on loopback MSAL therefore keeps Microsoft's authority, and only
 * the request goes elsewhere; everything else about it is the same.
 */
export class LoginNetwork implements INetworkModule {
  /** The authority's base address, as MSAL knows it. */
  readonly authorityBase: string;
  /** Hosts that MSAL accepts without asking Microsoft about them first. */
  readonly knownAuthorities: string[];
  readonly #loginUrl: string;
  readonly #clock: Clock;

  constructor(loginUrl: string, clock: Clock) {
    this.#loginUrl = loginUrl;
    this.#clock = clock;
    this.authorityBase = loginUrl.startsWith('https:') ? loginUrl : microsoftLogin;
    this.knownAuthorities = [new URL(this.authorityBase).host];
  }

  /** The real address of an authority's URL. */
  addressOf(url: string): string {
    return url.startsWith(`${this.authorityBase}/`) ? this.#loginUrl + url.slice(this.authorityBase.length) : url;
  }

  sendGetRequestAsync<T>(url: string, options?: NetworkRequestOptions): Promise<NetworkResponse<T>> {
    return this.#send<T>('GET', url, options);
  }

  sendPostRequestAsync<T>(url: string, options?: NetworkRequestOptions): Promise<NetworkResponse<T>> {
    return this.#send<T>('POST', url, options);
  }

  async #send<T>(method: string, url: string, options?: NetworkRequestOptions): Promise<NetworkResponse<T>> {
    return abortAfter(this.#clock, timeoutMs, async (signal) => {
      const response = await fetch(this.addressOf(url), {
        method,
        redirect: 'error',
        signal,
        ...(options?.headers && { headers: options.headers }),
        ...(options?.body !== undefined && { body: options.body }),
      });
      const headers = Object.fromEntries(response.headers);
      return { headers, body: (await response.json()) as T, status: response.status };
    });
  }
}
