// The partner's delegated admin (DAP) at a customer.
import { eventNames } from './happening.js';
import type { Customer } from './model.js';
import { isStillThere, showsAt } from './removals.js';
import type { World } from './world.js';

/** Whether there's delegated admin; its removal shows some time after its request. */
export function hasDelegatedAdmin(world: World, { delegatedAdmin, delegatedAdminEndsAt }: Customer): boolean {
  return delegatedAdmin && isStillThere(world, delegatedAdminEndsAt);
}

/** Requests the removal. Nothing happens when there's nothing to remove, or the removal is under way. */
export function removeDelegatedAdmin(world: World, customer: Customer): void {
  if (!customer.delegatedAdmin || customer.delegatedAdminEndsAt) return;
  const { tenantId } = customer;
  const at = showsAt(world, tenantId, 'delegatedAdmin', world.waits.delegatedAdminSeconds);
  customer.delegatedAdminEndsAt = at;
  world.changed();
  world.onHappening({ event: eventNames.delegatedAdminTerminated, at, tenantId });
}
