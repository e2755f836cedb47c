// Partner Center's calls for customers, their relationships with the partner, and ending those.

import { NotFound } from '../../domain/errors.js';
import type { RelationshipToPartner } from '../../domain/offboarding/inventory.js';
import type { Customers, ListedCustomer, Pages } from '../../operations/ports/microsoft.js';
import type { CustomerWrites, Done } from '../../operations/ports/microsoft-writes.js';
import type { Log } from '../../runtime/log.js';
import { NotOurCustomer } from '../http/errors.js';
import type { HttpClient } from '../http/http-client.js';
import type { HttpRequest } from '../http/http-request.js';
import { parseItems } from '../http/parse-items.js';
import { pagesOf } from './lists.js';
import { billingLanguageShape, delegatedAdminShape, listedCustomerShape, standingShape } from './shapes.js';
import { idsOf } from './transport.js';

// The page size of Microsoft's own tool.
const pageSize = 500;

/**
 * Partner Center's REST calls.
 * @see https://learn.microsoft.com/partner-center/developer/scenarios (checked 2026-11-22)
 */
export class PartnerCenterCustomers implements Customers, CustomerWrites {
  readonly #http: HttpClient;
  readonly #log: Log;

  constructor(http: HttpClient, log: Log) {
    this.#http = http;
    this.#log = log;
  }

  /** Every customer that has a tenant. */
  list(): Pages<ListedCustomer> {
    const request = get(`/customers?size=${pageSize}`, '/customers');
    const parse = (items: readonly unknown[]) => parseItems(items, listedCustomerShape, request, this.#log);
    return pagesOf(this.#http, request, (items) => parse(items).filter((item) => item !== undefined), this.#log);
  }

  /** Whether the partner has delegated admin (DAP) there. Only this call tells; the list doesn't. */
  async hasDelegatedAdmin(tenantId: string): Promise<boolean> {
    const customer = await this.#http.read(aCustomer(tenantId), delegatedAdminShape);
    return customer.allowDelegatedAccess;
  }

  /** The language of the billing profile, which the customer's answer holds. */
  async language(tenantId: string): Promise<string | undefined> {
    return this.#http.read(aCustomer(tenantId), billingLanguageShape);
  }

  /** The customer's relationships with the partner. Both are false where Partner Center doesn't know it, or not as ours. */
  async relationshipToPartner(tenantId: string): Promise<RelationshipToPartner> {
    try {
      return await this.#http.read(aCustomer(tenantId), standingShape);
    } catch (error) {
      if (error instanceof NotFound) return { isReseller: false, delegatedAdmin: false };
      throw error;
    }
  }

  /**
   * Ends delegated admin, and nothing else. Takes App+User credentials. The answer's body isn't documented and says nothing;
   * a later reading tells whether it worked.
   * @see https://learn.microsoft.com/partner-center/developer/remove-dap (checked 2026-11-22)
   */
  async removeDelegatedAdmin(tenantId: string, requestId: string): Promise<Done> {
    return this.#patch(tenantId, { AllowDelegatedAccess: false }, requestId);
  }

  /**
   * Ends the reseller relationship, for good, and delegated admin with it. Takes App+User credentials. Partner Center refuses
   * while there are reserved instances or active subscriptions. The answer's body says nothing; a later reading tells whether
   * it worked. One that has ended is no error.
   * @see https://learn.microsoft.com/partner-center/developer/remove-a-reseller-relationship-with-a-customer (checked 2026-11-22)
   */
  async endReseller(tenantId: string, requestId: string): Promise<Done> {
    try {
      return await this.#patch(tenantId, { relationshipToPartner: 'none' }, requestId);
    } catch (error) {
      if (error instanceof NotOurCustomer) return { value: undefined, requestId };
      throw error;
    }
  }

  async #patch(tenantId: string, change: object, requestId: string): Promise<Done> {
    const body = { ...change, attributes: { objectType: 'Customer' } };
    const headers = idsOf(requestId);
    await this.#http.call({ method: 'PATCH', path: pathOf(tenantId), template: '/customers/{id}', headers, body });
    // Partner Center finds the call by the id that we gave it.
    return { value: undefined, requestId };
  }
}

function aCustomer(tenantId: string): HttpRequest {
  return get(pathOf(tenantId), '/customers/{id}');
}

function get(path: string, template: string): HttpRequest {
  return { method: 'GET', path, template, isRead: true };
}

function pathOf(tenantId: string): string {
  return `/customers/${encodeURIComponent(tenantId)}`;
}
