// The consent of the partner's application at a customer, and the roles of the partner's people there.
import { hasDelegatedAdmin } from './delegated-admin.js';
import type { Customer } from './model.js';
import { groupIds } from './partner.js';
import { isStillThere, showsAt } from './removals.js';
import { globalAdministrator, roleId } from './roles.js';
import type { World } from './world.js';

const consentRoles = [
  globalAdministrator,
  roleId('Application Administrator'),
  roleId('Cloud Application Administrator'),
];

/** Whether a sign-in to the tenant finds the consent; a withdrawal shows some time after its request. */
export function hasConsent(world: World, { consent, consentEndsAt }: Customer): boolean {
  return consent && isStillThere(world, consentEndsAt);
}

/** Whether Partner Center has the consent, which it forgets as soon as it's withdrawn. */
export function isConsentListed({ consent, consentEndsAt }: Customer): boolean {
  return consent && consentEndsAt === null;
}

/** Gives the consent, or requests its withdrawal. */
export function setConsented(world: World, customer: Customer, isGiven: boolean): void {
  const at = showsAt(world, customer.tenantId, 'consent', world.waits.consentSeconds);
  customer.consentEndsAt = isGiven || !customer.consent ? null : at;
  customer.consent ||= isGiven;
  world.changed();
}

/**
 * The roles of a person of the partner in the tenant now: by active assignments of active relationships, and all of them by
 * delegated admin. None: there's no access.
 */
export function rolesThere(world: World, customer: Customer, userId: string | undefined): readonly string[] {
  if (userId === undefined) return [];
  const { directory } = world;
  const byAssignment = world
    .relationshipsOf(customer.tenantId)
    .filter(({ status }) => status === 'active')
    .flatMap(({ assignments }) => assignments)
    .filter(({ status, groupId }) => status === 'active' && directory.isMember(userId, groupId))
    .flatMap(({ roles }) => roles);
  const isAdmin = hasDelegatedAdmin(world, customer) && directory.isMember(userId, groupIds.adminAgents);
  return isAdmin ? [...byAssignment, globalAdministrator] : byAssignment;
}

/**
 * Whether a person of the partner may give and withdraw consents there.
 * @see https://learn.microsoft.com/partner-center/developer/control-panel-vendor-apis (checked 2026-11-22)
 */
export function mayConsent(world: World, customer: Customer, userId: string | undefined): boolean {
  return rolesThere(world, customer, userId).some((role) => consentRoles.includes(role));
}
