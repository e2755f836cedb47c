// What stands in the way of a step of an offboarding.
import type { Reading } from '../access/observation.js';
import type { AccessAssignment } from '../access/relationship.js';
import type { Consent, Inventory, InventoryRelationship, RelationshipToPartner, Subscription } from './inventory.js';

/**
 * Why the partner can't remove something.
 * - `pendingInvitation`: Microsoft has no way to withdraw a request; it lapses.
 * - `noWayIn`: the partner has no access to the tenant, so only the customer can see and delete our application.
 * - `noRoleForConsent`: none of the partner's assignments has a role that may manage applications there.
 * - `reservations`: Azure reserved instances must be cancelled first.
 * - `activeSubscriptions`: subscriptions must be cancelled or suspended first.
 * - `unread`: it couldn't be read whether something stands in the way, or whether there's anything at all.
 */
export type ReasonNot =
  | 'pendingInvitation'
  | 'noWayIn'
  | 'noRoleForConsent'
  | 'reservations'
  | 'activeSubscriptions'
  | 'unread';

/**
 * Roles of which one is needed to withdraw a consent: Global, Application and Cloud Application Administrator.
 * @see https://learn.microsoft.com/partner-center/developer/control-panel-vendor-apis (checked 2026-11-22)
 */
const consentRoles: readonly string[] = [
  '62e90394-69f5-4237-9190-012177145e10',
  '9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3',
  '158c047a-c907-4556-b7ef-446551a6b5f7',
];

/** Whether an assignment may be what allows withdrawing the consent, so that it's kept until that's done. */
export function mayWithdrawConsent({ status, roleIds }: Pick<AccessAssignment, 'status' | 'roleIds'>): boolean {
  return status === 'active' && roleIds.some((id) => consentRoles.includes(id));
}

/** Why the consent can't be withdrawn; `undefined`: it can. */
export function whyNotConsent(
  consent: Consent,
  standing: Reading<RelationshipToPartner>,
  relationships: readonly InventoryRelationship[],
): ReasonNot | undefined {
  if (consent === 'noWayIn') return 'noWayIn';
  const hasDelegatedAdmin = 'value' in standing && standing.value.delegatedAdmin;
  // An assignment that couldn't be read may have the role; Microsoft will answer.
  const mayHaveRole = relationships.some(
    ({ assignments }) => assignments && ('failed' in assignments || assignments.value.some(mayWithdrawConsent)),
  );
  return hasDelegatedAdmin || mayHaveRole ? undefined : 'noRoleForConsent';
}

/** Why delegated admin can't be removed now; `undefined`: it can. */
export function whyNotDelegatedAdmin({ reservations }: Pick<Inventory, 'reservations'>): ReasonNot | undefined {
  if ('failed' in reservations) return 'unread';
  return reservations.value.length > 0 ? 'reservations' : undefined;
}

/**
 * Why the reseller relationship can't be ended now; `undefined`: it can.
 * @see https://learn.microsoft.com/partner-center/developer/remove-a-reseller-relationship-with-a-customer (checked 2026-11-22)
 */
export function whyNotReseller(inventory: Pick<Inventory, 'reservations' | 'subscriptions'>): ReasonNot | undefined {
  const why = whyNotDelegatedAdmin(inventory);
  if (why || 'failed' in inventory.subscriptions) return why ?? 'unread';
  return inventory.subscriptions.value.some(isInTheWay) ? 'activeSubscriptions' : undefined;
}

/** Whether a subscription must be cancelled or suspended before the reseller relationship can end. */
export function isInTheWay({ status }: Subscription): boolean {
  // A status that isn't understood may be a billed one.
  return status === 'active' || status === 'pending' || status === 'unknown';
}
