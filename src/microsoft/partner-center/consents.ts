// Consents for our application in customers' tenants: found out by a sign-in there, withdrawn through Partner Center.

import { NotFound } from '../../domain/errors.js';
import type { Consent } from '../../domain/offboarding/inventory.js';
import type { Consents } from '../../operations/ports/microsoft.js';
import type { ConsentWrites, Done } from '../../operations/ports/microsoft-writes.js';
import { NotOurCustomer } from '../http/errors.js';
import type { HttpClient } from '../http/http-client.js';
import type { Tokens } from '../sign-in/tokens.js';
import { idsOf } from './transport.js';

/** The consents of the application that calls. */
export class PartnerCenterConsents implements Consents, ConsentWrites {
  readonly #http: HttpClient;
  readonly #tokens: Tokens;
  readonly #scope: string;

  /** `scope`: what a consent has to be for. */
  constructor(http: HttpClient, tokens: Tokens, scope: string) {
    this.#http = http;
    this.#tokens = tokens;
    this.#scope = scope;
  }

  /** Whether there is a consent, found out by a sign-in to the tenant at every call. */
  check(tenantId: string): Promise<Consent> {
    return this.#tokens.consentIn(tenantId, this.#scope);
  }

  /**
   * Withdraws our application's consent. Takes App+User credentials of a person with a role of Global, Application or Cloud
   * Application Administrator there. One that isn't there is no error.
   * @see https://learn.microsoft.com/partner-center/developer/control-panel-vendor-apis (checked 2026-11-22)
   */
  async withdraw(tenantId: string, requestId: string): Promise<Done> {
    const path = `/customers/${encodeURIComponent(tenantId)}/applicationconsents/${encodeURIComponent(this.#tokens.clientId)}`;
    const template = '/customers/{id}/applicationconsents/{id}';
    try {
      await this.#http.call({ method: 'DELETE', path, template, headers: idsOf(requestId) });
    } catch (error) {
      // If the customer itself isn't known as ours, nothing is said about the consent.
      if (!(error instanceof NotFound) || error instanceof NotOurCustomer) throw error;
    }
    return { value: undefined, requestId };
  }
}
