// Has the partner delegated admin (DAP) at a customer, and how does it go?
import { eventNames } from './happening.js';
import type { Customer } from './model.js';
import { isStillThere, showsAt } from './removals.js';
import type { World } from './world.js';

/** Whether delegated admin is there; its removal shows only some time after it was asked for. */
export function hasDelegatedAdmin(world: World, { delegatedAdmin, delegatedAdminEndsAt }: Customer): boolean {
  return delegatedAdmin && isStillThere(world, delegatedAdminEndsAt);
}

/** Asks for the removal. Nothing happens when there is nothing to remove, or the removal is under way. */
export function removeDelegatedAdmin(world: World, customer: Customer): void {
  if (!customer.delegatedAdmin || customer.delegatedAdminEndsAt) return;
  const { tenantId } = customer;
  const at = showsAt(world, tenantId, 'delegatedAdmin', world.waits.delegatedAdminSeconds);
  customer.delegatedAdminEndsAt = at;
  world.changed();
  world.onHappening({ event: eventNames.delegatedAdminTerminated, at, tenantId });
}
