// What a customer has bought through the partner.

import type { Reservation } from '../../domain/access/delegated-admin.js';
import type { AzurePlan } from '../../domain/access/observation.js';
import { NotFound } from '../../domain/errors.js';
import type { Subscription } from '../../domain/offboarding/inventory.js';
import type { Listing, Purchases } from '../../operations/ports/microsoft.js';
import type { Clock } from '../../runtime/clock.js';
import type { Log } from '../../runtime/log.js';
import { unexpected } from '../http/errors.js';
import type { HttpClient } from '../http/http-client.js';
import type { HttpRequest } from '../http/http-request.js';
import { parseAll } from '../http/parse-items.js';
import { itemsOf } from './lists.js';
import { entitlementShape } from './shapes.js';
import { subscriptionShape } from './subscription-shape.js';

/** Partner Center's calls about subscriptions and reserved instances. */
export class PartnerCenterPurchases implements Purchases {
  readonly #http: HttpClient;
  readonly #clock: Clock;
  readonly #log: Log;

  constructor(http: HttpClient, clock: Clock, log: Log) {
    this.#http = http;
    this.#clock = clock;
    this.#log = log;
  }

  /** Subscriptions in every status; none for a customer that doesn't buy through the partner. */
  async subscriptions(tenantId: string): Promise<readonly Subscription[]> {
    return wholeOf((await this.#subscriptions(tenantId)) ?? [], 'subscriptions');
  }

  /** The state of the customer's Azure plan with the partner. */
  async azurePlan(tenantId: string): Promise<AzurePlan> {
    const subscriptions = await this.#subscriptions(tenantId);
    if (!subscriptions) return 'notReseller';
    const plans = subscriptions.filter(({ isAzurePlan }) => isAzurePlan);
    if (plans.some(({ status }) => status === 'active')) return 'active';
    wholeOf(subscriptions, 'subscriptions');
    return plans.length > 0 ? 'notActive' : 'none';
  }

  /** Azure reserved instances that aren't over. Takes App+User credentials. */
  async reservations(tenantId: string): Promise<readonly Reservation[]> {
    const query = 'entitlementType=reservedInstance&showExpiry=true';
    const request = { ...get(tenantId, `entitlements?${query}`, 'entitlements'), userOnly: true };
    const now = this.#clock.now();
    const parse = (items: readonly unknown[]) => parseAll(items, entitlementShape, { request, log: this.#log });
    const entitlements = await itemsOf(this.#http, request, parse, this.#log);
    return wholeOf(entitlements, 'entitlements').filter(
      ({ isReservation, isCancelled, expiresAt }) =>
        isReservation && !isCancelled && (expiresAt === undefined || expiresAt > now),
    );
  }

  async #subscriptions(tenantId: string): Promise<Listing<Subscription> | undefined> {
    const request = get(tenantId, 'subscriptions');
    const parse = (items: readonly unknown[]) => parseAll(items, subscriptionShape, { request, log: this.#log });
    try {
      return await itemsOf(this.#http, request, parse, this.#log);
    } catch (error) {
      if (error instanceof NotFound) return undefined;
      throw error;
    }
  }
}

// An item missing from a partial list may be the one that stands in the way.
function wholeOf<T>(listing: Listing<T>, name: string): readonly T[] {
  if (!listing.isPartial) return listing;
  throw unexpected(`/customers/{id}/${name}: paging leads in circles`, undefined, 'paging leads in circles');
}

function get(tenantId: string, path: string, name = path): HttpRequest {
  const customer = `/customers/${encodeURIComponent(tenantId)}`;
  return { method: 'GET', path: `${customer}/${path}`, template: `/customers/{id}/${name}`, isRead: true };
}
