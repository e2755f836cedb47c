// What stands in the way of a step of an exit?
import type { Reading } from '../access/observation.js';
import type { AccessAssignment } from '../access/relationship.js';
import type { Consent, Inventory, InventoryRelationship, Standing, Subscription } from './inventory.js';

/**
 * Why something cannot be removed by us.
 * - `pendingInvitation`: Microsoft has no way to withdraw a request; it lapses.
 * - `noWayIn`: no access of ours leads into the tenant, so that only the customer can see and delete our application.
 * - `noRoleForConsent`: none of our assignments has a role that may manage applications there.
 * - `reservations`: Azure reserved instances have to be cancelled first.
 * - `activeSubscriptions`: subscriptions have to be cancelled or suspended first.
 * - `unread`: it could not be read whether something stands in the way, or whether there is anything at all.
 */
export type ReasonNot =
  | 'pendingInvitation'
  | 'noWayIn'
  | 'noRoleForConsent'
  | 'reservations'
  | 'activeSubscriptions'
  | 'unread';

/**
 * Roles one of which it takes to withdraw a consent: Global, Application and Cloud Application Administrator.
 * @see https://learn.microsoft.com/partner-center/developer/control-panel-vendor-apis (checked 2026-11-22)
 */
const consentRoles: readonly string[] = [
  '62e90394-69f5-4237-9190-012177145e10',
  '9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3',
  '158c047a-c907-4556-b7ef-446551a6b5f7',
];

/** Whether an assignment may be what lets us withdraw the consent, so that it has to be kept until that is done. */
export function mayWithdrawConsent({ status, roleIds }: Pick<AccessAssignment, 'status' | 'roleIds'>): boolean {
  return status === 'active' && roleIds.some((id) => consentRoles.includes(id));
}

/** Why the consent cannot be withdrawn by us; `undefined`: it can. */
export function whyNotConsent(
  consent: Consent,
  standing: Reading<Standing>,
  relationships: readonly InventoryRelationship[],
): ReasonNot | undefined {
  if (consent === 'noWayIn') return 'noWayIn';
  const hasDelegatedAdmin = 'value' in standing && standing.value.delegatedAdmin;
  // What could not be read may well have the role: Microsoft will say.
  const mayHaveRole = relationships.some(
    ({ assignments }) => assignments && ('failed' in assignments || assignments.value.some(mayWithdrawConsent)),
  );
  return hasDelegatedAdmin || mayHaveRole ? undefined : 'noRoleForConsent';
}

/** Why delegated admin cannot be removed now; `undefined`: it can. */
export function whyNotDelegatedAdmin({ reservations }: Pick<Inventory, 'reservations'>): ReasonNot | undefined {
  if ('failed' in reservations) return 'unread';
  return reservations.value.length > 0 ? 'reservations' : undefined;
}

/**
 * Why the reseller relationship cannot be ended now; `undefined`: it can.
 * @see https://learn.microsoft.com/partner-center/developer/remove-a-reseller-relationship-with-a-customer (checked 2026-11-22)
 */
export function whyNotReseller(inventory: Pick<Inventory, 'reservations' | 'subscriptions'>): ReasonNot | undefined {
  const why = whyNotDelegatedAdmin(inventory);
  if (why || 'failed' in inventory.subscriptions) return why ?? 'unread';
  return inventory.subscriptions.value.some(isInTheWay) ? 'activeSubscriptions' : undefined;
}

/** Whether a subscription has to be cancelled or suspended before the reseller relationship can end. */
export function isInTheWay({ status }: Subscription): boolean {
  // What we do not understand may well be billed.
  return status === 'active' || status === 'pending' || status === 'unknown';
}
