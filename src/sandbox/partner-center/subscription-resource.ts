// A customer's subscriptions in Partner Center's JSON.
import { eventNames } from '../world/happening.js';
import type { Bought, Customer } from '../world/model.js';
import type { World } from '../world/world.js';

/** One subscription; an Azure plan has no term and no refund. */
export interface Subscription extends Bought {
  readonly isAzurePlan: boolean;
}

/** The id of a customer's Azure plan. */
function azurePlanId(tenantId: string): string {
  return tenantId.replace(/^1/, '3');
}

/** Has Partner Center report a change of a customer's Azure plan. */
export function tellOfAzurePlan(world: World, tenantId: string): void {
  const subscriptionId = azurePlanId(tenantId);
  world.onHappening({ event: eventNames.subscriptionUpdated, at: world.now(), tenantId, subscriptionId });
}

/** A customer's subscriptions: an Azure plan, if it has one, a licence, as most have, and everything else it bought. */
export function subscriptionsOf({ tenantId, azurePlan, licence, subscriptions }: Customer): Subscription[] {
  const before = { isTrial: false, startsAt: '2025-01-01T00:00:00.000Z', cancellableUntil: null };
  const businessPremium: Subscription = {
    ...before,
    id: licenceId(tenantId),
    offerId: 'CFQ7TTC0LCHC:0002:CFQ7TTC0K971',
    offerName: 'Microsoft 365 Business Premium',
    isAzurePlan: false,
    quantity: 25,
    status: licence,
    autoRenews: true,
    termEndsAt: '2027-01-01T00:00:00.000Z',
  };
  const others = [businessPremium, ...subscriptions.map((bought) => ({ ...bought, isAzurePlan: false }))];
  if (azurePlan === 'none') return others;
  const plan: Subscription = {
    ...before,
    id: azurePlanId(tenantId),
    offerId: 'DZH318Z0BPS6:0001:DZH318Z0BML6',
    offerName: 'Azure plan',
    isAzurePlan: true,
    quantity: 1,
    status: azurePlan,
    autoRenews: false,
    termEndsAt: null,
  };
  return [plan, ...others];
}

/** Puts a subscription that isn't an Azure plan into a status. */
export function setStatus(customer: Customer, id: string, status: 'suspended' | 'deleted'): void {
  if (id === licenceId(customer.tenantId)) customer.licence = status;
  const bought = customer.subscriptions.find((one) => one.id === id);
  if (bought) bought.status = status;
}

/**
 * A subscription as Partner Center writes it.
 * @see https://learn.microsoft.com/partner-center/developer/subscription-resources (checked 2026-11-22)
 */
export function subscriptionResource(subscription: Subscription) {
  const { id, offerId, offerName, isAzurePlan, quantity, status, isTrial, autoRenews } = subscription;
  const productType = isAzurePlan ? { id: 'Azure', displayName: 'Azure' } : { id: 'License', displayName: 'License' };
  const start = withoutFraction(subscription.startsAt);
  const { termEndsAt, cancellableUntil } = subscription;
  return {
    id,
    offerId,
    offerName,
    friendlyName: offerName,
    productType,
    quantity,
    unitType: isAzurePlan ? 'Usage-based' : 'Licenses',
    hasPurchasableAddons: false,
    creationDate: start,
    effectiveStartDate: start,
    commitmentEndDate: termEndsAt === null ? '9999-12-31T00:00:00Z' : withoutFraction(termEndsAt),
    ...(!isAzurePlan && { cancellationAllowedUntilDate: cancellableUntil && withoutFraction(cancellableUntil) }),
    status,
    autoRenewEnabled: autoRenews,
    isTrial,
    billingType: isAzurePlan ? 'usage' : 'license',
    isMicrosoftProduct: true,
    contractType: 'subscription',
    publisherName: 'Microsoft',
    orderId: `order-${id.slice(-4)}`,
    attributes: { etag: etagOf(status), objectType: 'Subscription' },
  };
}

function withoutFraction(instant: string): string {
  return instant.replace('.000Z', 'Z');
}

function licenceId(tenantId: string): string {
  return tenantId.replace(/^1/, '6');
}

/** An Azure subscription below an Azure plan. */
export function azureEntitlementResource({ id, status }: Subscription) {
  return {
    id: id.replace(/^3/, '7'),
    friendlyName: 'Microsoft Azure',
    status: status === 'active' ? 'active' : 'disabled',
    subscriptionId: id,
    partnerOnRecord: '1234567',
  };
}

function etagOf(status: Subscription['status']): string {
  return Buffer.from(status).toString('base64url');
}
