// What do we take from a subscription in Partner Center, and until when can it be cancelled?
import { z } from 'zod';
import type { Subscription, SubscriptionStatus } from '../../domain/offboarding/ties.js';
import type { Instant } from '../../domain/time.js';

// Offers of the Microsoft Azure plan.
const azurePlanOffer = 'DZH318Z0BPS6';
// The days of the cancellation window where an answer does not say when it ends.
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
// What only adds to the picture must not make it unreadable.
const flag = z.boolean().nullish().catch(undefined);
const date = z.string().nullish().catch(undefined);

const wireShape = z.object({
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
export const subscriptionShape = wireShape.transform((wire): Subscription => {
  const status = wire.status.toLowerCase();
  return {
    id: wire.id,
    offerName: wire.offerName || wire.friendlyName || wire.offerId,
    quantity: wire.quantity ?? 1,
    status: statuses.includes(status) ? (status as SubscriptionStatus) : 'unknown',
    isAzurePlan: isAzurePlan(wire.offerId),
    isTrial: wire.isTrial ?? false,
    autoRenews: wire.autoRenewEnabled ?? false,
    cancellableUntil: isAzurePlan(wire.offerId) ? undefined : cancellableUntil(wire),
    // What has no term ends in the year 9999.
    termEndsAt: wire.commitmentEndDate?.startsWith('9999') ? undefined : instantFrom(wire.commitmentEndDate),
  };
});

function isAzurePlan(offerId: string): boolean {
  return offerId.toUpperCase().startsWith(azurePlanOffer);
}

/**
 * `cancellationAllowedUntilDate` is null where it cannot be cancelled; refund options stand in subscriptions of the
 * marketplace. Where an answer has neither, the window of a new-commerce licence is *inferred* from its start.
 * @see https://learn.microsoft.com/dotnet/api/microsoft.store.partnercenter.models.subscriptions.subscription.cancellationalloweduntildate (checked 2026-11-22)
 * @see https://learn.microsoft.com/partner-center/developer/cancel-an-azure-marketplace-subscription (checked 2026-11-22)
 */
function cancellableUntil(wire: z.infer<typeof wireShape>): Instant | undefined {
  if (wire.cancellationAllowedUntilDate !== undefined) return instantFrom(wire.cancellationAllowedUntilDate);
  const refunds = wire.refundOptions?.map(({ expiresAt }) => instantFrom(expiresAt)).filter((end) => end !== undefined);
  if (refunds && refunds.length > 0) return refunds.sort().at(-1);
  const start = instantFrom(wire.effectiveStartDate);
  if (start === undefined || !isNewCommerce(wire.offerId)) return undefined;
  return new Date(Date.parse(start) + windowDays * 24 * 60 * 60 * 1000).toISOString();
}

// Product, sku and availability; an offer of before is a GUID.
function isNewCommerce(offerId: string): boolean {
  return /^[0-9A-Z]{12}:[0-9A-Z]{4}(:|$)/i.test(offerId);
}

function instantFrom(date: string | null | undefined): Instant | undefined {
  const time = Date.parse(date ?? '');
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
