// What do we ask of Partner Center? Customers, what they hold of Azure, and the end of delegated admin.
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Reservation } from '../domain/delegated-admin.js';
import { NotFound } from '../domain/errors.js';
import type { AzurePlan } from '../domain/tenant.js';
import type { Clock, Done, ListedCustomer, Log } from '../operations/ports.js';
import { readPages } from './pages.js';
import {
  type CustomerItem,
  collectionShape,
  customerShape,
  entitlementShape,
  listedCustomerShape,
  subscriptionShape,
} from './partner-center-shapes.js';
import { allUnderstood, understood } from './understood.js';
import type { Wire, WireRequest } from './wire.js';
import { EndOfPages } from './wire-errors.js';

// What Microsoft's own tool asks for.
const pageSize = 500;
// Offers of the Microsoft Azure plan.
const azurePlanOffer = 'DZH318Z0BPS6';

/**
 * Partner Center's REST calls.
 * @see https://learn.microsoft.com/partner-center/developer/scenarios (checked 2026-11-22)
 */
export class PartnerCenter {
  readonly #wire: Wire;
  readonly #clock: Clock;
  readonly #log: Log;

  constructor(wire: Wire, clock: Clock, log: Log) {
    this.#wire = wire;
    this.#clock = clock;
    this.#log = log;
  }

  /** Every customer that has a tenant. */
  async customers(): Promise<readonly ListedCustomer[]> {
    const request = get(`/customers?size=${pageSize}`, '/customers');
    const customers = await this.#items(request, (items) => understood(items, listedCustomerShape, request, this.#log));
    return customers.filter((customer): customer is CustomerItem => customer !== undefined);
  }

  /** Whether the customer has an Azure plan with us that can be used. */
  async azurePlan(tenantId: string): Promise<AzurePlan> {
    try {
      const request = get(`${pathOf(tenantId)}/subscriptions`, '/customers/{id}/subscriptions');
      const subscriptions = await this.#items(request, (items) => allUnderstood(items, subscriptionShape, request));
      const plans = subscriptions.filter(({ offerId }) => offerId.toUpperCase().startsWith(azurePlanOffer));
      if (plans.some(({ status }) => status.toLowerCase() === 'active')) return 'active';
      return plans.length > 0 ? 'notActive' : 'none';
    } catch (error) {
      if (error instanceof NotFound) return 'notReseller';
      throw error;
    }
  }

  /** Whether we have delegated admin (DAP) there. Only this call tells; the list does not. */
  async delegatedAdmin(tenantId: string): Promise<boolean> {
    const customer = await this.#wire.read(get(pathOf(tenantId), '/customers/{id}'), customerShape);
    return customer.allowDelegatedAccess;
  }

  /** Azure reserved instances that are not over. Takes App+User credentials. */
  async reservations(tenantId: string): Promise<readonly Reservation[]> {
    const query = 'entitlementType=reservedInstance&showExpiry=true';
    const path = `${pathOf(tenantId)}/entitlements?${query}`;
    const request = { ...get(path, '/customers/{id}/entitlements'), userOnly: true };
    const now = this.#clock.now();
    const entitlements = await this.#items(request, (items) => allUnderstood(items, entitlementShape, request));
    return entitlements.filter(
      ({ isReservation, isCancelled, expiresAt }) =>
        isReservation && !isCancelled && (expiresAt === undefined || expiresAt > now),
    );
  }

  /**
   * Ends delegated admin, and nothing else. Takes App+User credentials. The answer's body is not documented and means
   * nothing; a later reading tells whether it worked.
   * @see https://learn.microsoft.com/partner-center/developer/remove-dap (checked 2026-11-22)
   */
  async removeDelegatedAdmin(tenantId: string, requestId: string): Promise<Done> {
    const body = { AllowDelegatedAccess: false, attributes: { objectType: 'Customer' } };
    const headers = { 'MS-RequestId': requestId, 'MS-CorrelationId': randomUUID() };
    const request = { method: 'PATCH', path: pathOf(tenantId), template: '/customers/{id}', headers, body } as const;
    await this.#wire.call(request);
    // Partner Center finds the call under the id that we gave it.
    return { value: undefined, requestId };
  }

  /** The items of all pages. */
  #items<Item>(first: WireRequest, understand: (items: readonly unknown[]) => readonly Item[]): Promise<Item[]> {
    return readPages({
      first,
      read: (request) => this.#page(request, request === first),
      nextOf({ continuationToken }) {
        if (!continuationToken) return undefined;
        const separator = first.path.includes('?') ? '&' : '?';
        const headers = { 'MS-ContinuationToken': continuationToken };
        return { ...first, path: `${first.path}${separator}seekOperation=Next`, headers };
      },
      itemsOf: ({ items }) => understand(items),
    });
  }

  // Seeking past the last page may be answered with 400 and code 2000 instead of an empty page.
  async #page(request: WireRequest, isFirst: boolean): Promise<z.infer<typeof collectionShape> | undefined> {
    try {
      return await this.#wire.read(request, collectionShape);
    } catch (error) {
      if (!isFirst && error instanceof EndOfPages) return undefined;
      throw error;
    }
  }
}

function get(path: string, template: string): WireRequest {
  return { method: 'GET', path, template, isRead: true };
}

function pathOf(tenantId: string): string {
  return `/customers/${encodeURIComponent(tenantId)}`;
}
