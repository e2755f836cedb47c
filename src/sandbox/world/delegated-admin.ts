// Has the partner delegated admin (DAP) at a customer, and how does it go?
import { eventNames } from './happening.js';
import { secondsAfter } from './instants.js';
import type { Customer } from './model.js';
import type { World } from './world.js';

/** Whether delegated admin is there; its removal shows only some time after it was asked for. */
export function hasDelegatedAdmin(world: World, { delegatedAdmin, delegatedAdminEndsAt }: Customer): boolean {
  return delegatedAdmin && (delegatedAdminEndsAt === null || delegatedAdminEndsAt > world.now());
}

/** Asks for the removal. Nothing happens when there is nothing to remove, or the removal is under way. */
export function removeDelegatedAdmin(world: World, customer: Customer): void {
  if (!customer.delegatedAdmin || customer.delegatedAdminEndsAt) return;
  customer.delegatedAdminEndsAt = secondsAfter(world.now(), world.waits.delegatedAdminSeconds);
  world.changed();
  const { tenantId, delegatedAdminEndsAt: at } = customer;
  world.onHappening({ event: eventNames.delegatedAdminTerminated, at, tenantId });
}
