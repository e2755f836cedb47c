// The shape of a subscription in Partner Center, and until when it can be cancelled.
import { z } from 'zod';
import type { Subscription, SubscriptionStatus } from '../../domain/offboarding/inventory.js';
import type { Instant } from '../../domain/time.js';

// The offer id of the Microsoft Azure plan.
const azurePlanOffer = 'DZH318Z0BPS6';
// Length of the cancellation window where an answer doesn't say when it ends.
const windowDays = 7;

const statuses: readonly string[] = [
  'none',
  'active',
  'pending',
  'suspended',
  'expired',
  'disabled',
  'deleted',
] satisfies SubscriptionStatus[];

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');
// Optional details that can't be read don't make the rest unreadable.
const flag = z.boolean().nullish().catch(undefined);
const date = z.string().nullish().catch(undefined);

const jsonShape = z.object({
  id: text,
  offerId: text,
  offerName: text,
  friendlyName: text,
  quantity: z.number().nullish().catch(undefined),
  status: text,
  isTrial: flag,
  autoRenewEnabled: flag,
  effectiveStartDate: date,
  commitmentEndDate: date,
  cancellationAllowedUntilDate: date,
  refundOptions: z
    .array(z.object({ expiresAt: date }))
    .nullish()
    .catch(undefined),
});

/**
 * A subscription. A status that Microsoft has added since reads as `unknown`.
 * @see https://learn.microsoft.com/partner-center/developer/subscription-resources (checked 2026-11-22)
 */
export const subscriptionShape = jsonShape.transform((json): Subscription => {
  const status = json.status.toLowerCase();
  return {
    id: json.id,
    offerName: json.offerName || json.friendlyName || json.offerId,
    quantity: json.quantity ?? 1,
    status: statuses.includes(status) ? (status as SubscriptionStatus) : 'unknown',
    isAzurePlan: isAzurePlan(json.offerId),
    isTrial: json.isTrial ?? false,
    autoRenews: json.autoRenewEnabled ?? false,
    cancellableUntil: isAzurePlan(json.offerId) ? undefined : cancellableUntil(json),
    // One without a term ends in the year 9999.
    termEndsAt: json.commitmentEndDate?.startsWith('9999') ? undefined : instantFrom(json.commitmentEndDate),
  };
});

function isAzurePlan(offerId: string): boolean {
  return offerId.toUpperCase().startsWith(azurePlanOffer);
}

/**
 * `cancellationAllowedUntilDate` is null where it can't be cancelled; refund options are in subscriptions of the marketplace.
 * Where an answer has neither, the window of a new-commerce licence is *inferred* from its start.
 * @see https://learn.microsoft.com/dotnet/api/microsoft.store.partnercenter.models.subscriptions.subscription.cancellationalloweduntildate (checked 2026-11-22)
 * @see https://learn.microsoft.com/partner-center/developer/cancel-an-azure-marketplace-subscription (checked 2026-11-22)
 */
function cancellableUntil(json: z.infer<typeof jsonShape>): Instant | undefined {
  if (json.cancellationAllowedUntilDate !== undefined) return instantFrom(json.cancellationAllowedUntilDate);
  const refunds = json.refundOptions?.map(({ expiresAt }) => instantFrom(expiresAt)).filter((end) => end !== undefined);
  if (refunds && refunds.length > 0) return refunds.sort().at(-1);
  const start = instantFrom(json.effectiveStartDate);
  if (start === undefined || !isNewCommerce(json.offerId)) return undefined;
  return new Date(Date.parse(start) + windowDays * 24 * 60 * 60 * 1000).toISOString();
}

// Product, sku and availability; an older offer is a GUID.
function isNewCommerce(offerId: string): boolean {
  return /^[0-9A-Z]{12}:[0-9A-Z]{4}(:|$)/i.test(offerId);
}

function instantFrom(date: string | null | undefined): Instant | undefined {
  const time = Date.parse(date ?? '');
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
