// A customer's purchases besides its Azure plan and its licence, and their end.
import { z } from 'zod';
import { daysAfter } from './instants.js';
import { type Bought, type Customer, subscriptionStatus } from './model.js';
import type { World } from './world.js';

// Made up except for their form: product, sku and availability, or a GUID from before new commerce.
const offers = {
  'Microsoft 365 E5': 'CFQ7TTC0LFLZ:0002:CFQ7TTC0KXN8',
  'Microsoft Teams Enterprise': 'CFQ7TTC0RM8K:0001:CFQ7TTC0M5WG',
  'Power BI Pro': 'CFQ7TTC0H9MP:0001:CFQ7TTC0HMJ4',
  'Visio Plan 2': 'b4d4b7f4-4089-43b6-9c44-de97b760fb11',
} as const;

/** Names of what can be bought. */
export const offerName = z.enum(Object.keys(offers) as [keyof typeof offers, ...(keyof typeof offers)[]]);

/** A subscription to buy. */
export const subscriptionSpec = z.object({
  offerName,
  /** Default 10. */
  quantity: z.coerce.number().int().min(1).max(100_000).exactOptional(),
  /** Default `active`. */
  status: subscriptionStatus.exactOptional(),
  isTrial: z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]).exactOptional(),
  /** Default 0: now. */
  startedDaysAgo: z.coerce.number().min(0).max(3650).exactOptional(),
  /** Default 365. */
  termDays: z.coerce.number().min(1).max(3650).exactOptional(),
  /** Days after its start during which it can be cancelled; 0: never. Default 7. */
  windowDays: z.coerce.number().min(0).max(3650).exactOptional(),
});

/** A subscription to buy. */
export type SubscriptionSpec = z.infer<typeof subscriptionSpec>;

/** Gives the customer a subscription; returns its id. */
export function buy(world: World, customer: Customer, spec: SubscriptionSpec): string {
  const {
    quantity = 10,
    status = 'active',
    isTrial = false,
    startedDaysAgo = 0,
    termDays = 365,
    windowDays = 7,
  } = spec;
  const startsAt = daysAfter(world.now(), -startedDaysAgo);
  const number = String(customer.subscriptions.length + 1).padStart(7, '0');
  const bought: Bought = {
    id: `8${number}${customer.tenantId.slice(8)}`,
    offerId: offers[spec.offerName],
    offerName: spec.offerName,
    quantity,
    status,
    isTrial,
    autoRenews: !isTrial,
    startsAt,
    termEndsAt: daysAfter(startsAt, termDays),
    cancellableUntil: windowDays === 0 ? null : daysAfter(startsAt, windowDays),
  };
  customer.subscriptions.push(bought);
  world.changed();
  return bought.id;
}

/** Ends everything active, regardless of windows and rules. */
export function endAll(world: World, customer: Customer, status: 'suspended' | 'deleted'): void {
  if (customer.licence === 'active') customer.licence = status;
  if (customer.azurePlan === 'active') customer.azurePlan = status === 'deleted' ? 'none' : status;
  for (const bought of customer.subscriptions) if (bought.status === 'active') bought.status = status;
  world.changed();
}
