// Which subscriptions has a customer, and what do they look like on Partner Center's wire?
import { eventNames } from '../world/happening.js';
import type { Customer } from '../world/model.js';
import type { World } from '../world/world.js';

/** One subscription. */
export interface Subscription {
  readonly id: string;
  readonly offerId: string;
  readonly offerName: string;
  readonly isAzurePlan: boolean;
  readonly quantity: number;
  readonly status: 'active' | 'suspended';
}

/** The id of a customer's Azure plan. */
export function azurePlanId(tenantId: string): string {
  return tenantId.replace(/^1/, '3');
}

/** Has Partner Center tell that the Azure plan of a customer is another one than before. */
export function tellOfAzurePlan(world: World, tenantId: string): void {
  const subscriptionId = azurePlanId(tenantId);
  world.onHappening({ event: eventNames.subscriptionUpdated, at: world.now(), tenantId, subscriptionId });
}

/** A customer's subscriptions: an Azure plan, if it has one, and a licence, as most customers have. */
export function subscriptionsOf({ tenantId, azurePlan, licence }: Customer): Subscription[] {
  const businessPremium: Subscription = {
    id: tenantId.replace(/^1/, '6'),
    offerId: 'CFQ7TTC0LCHC:0002:CFQ7TTC0K971',
    offerName: 'Microsoft 365 Business Premium',
    isAzurePlan: false,
    quantity: 25,
    status: licence,
  };
  if (azurePlan === 'none') return [businessPremium];
  const plan: Subscription = {
    id: azurePlanId(tenantId),
    offerId: 'DZH318Z0BPS6:0001:DZH318Z0BML6',
    offerName: 'Azure plan',
    isAzurePlan: true,
    quantity: 1,
    status: azurePlan,
  };
  return [plan, businessPremium];
}

/** A subscription as Partner Center writes it. */
export function subscriptionResource({ id, offerId, offerName, isAzurePlan, quantity, status }: Subscription) {
  const productType = isAzurePlan ? { id: 'Azure', displayName: 'Azure' } : { id: 'License', displayName: 'License' };
  return {
    id,
    offerId,
    offerName,
    friendlyName: offerName,
    productType,
    quantity,
    unitType: isAzurePlan ? 'Usage-based' : 'Licenses',
    hasPurchasableAddons: false,
    creationDate: '2025-01-01T00:00:00Z',
    effectiveStartDate: '2025-01-01T00:00:00Z',
    commitmentEndDate: isAzurePlan ? '9999-12-31T00:00:00Z' : '2027-01-01T00:00:00Z',
    status,
    autoRenewEnabled: !isAzurePlan,
    isTrial: false,
    billingType: isAzurePlan ? 'usage' : 'license',
    isMicrosoftProduct: true,
    contractType: 'subscription',
    publisherName: 'Microsoft',
    orderId: `order-${id.slice(-4)}`,
    attributes: { etag: etagOf(status), objectType: 'Subscription' },
  };
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
