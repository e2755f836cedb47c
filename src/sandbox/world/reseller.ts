// The reseller relationship, and its end.
import { eventNames } from './happening.js';
import type { Customer } from './model.js';
import { isStillThere, showsAt } from './removals.js';
import type { World } from './world.js';

/** Whether it buys through the partner; the end shows some time after its request. */
export function isReseller(world: World, { relationshipToPartner, resellerEndsAt }: Customer): boolean {
  return relationshipToPartner === 'reseller' && isStillThere(world, resellerEndsAt);
}

/** All who buy through the partner, in the order they came. While no one leaves, none of them is looked at. */
export function resellers(world: World): readonly Customer[] {
  const customers = world.customers();
  return world.leaving.size === 0 ? customers : customers.filter((customer) => isReseller(world, customer));
}

/** Requests the end, which also ends delegated admin. Nothing happens when it's under way. */
export function endReseller(world: World, customer: Customer): void {
  const { tenantId } = customer;
  if (customer.resellerEndsAt !== null) return;
  const at = showsAt(world, tenantId, 'reseller', world.waits.resellerSeconds);
  customer.resellerEndsAt = at;
  world.leaving.add(customer);
  if (customer.delegatedAdmin && customer.delegatedAdminEndsAt === null) {
    customer.delegatedAdminEndsAt = at;
    world.onHappening({ event: eventNames.delegatedAdminTerminated, at, tenantId });
  }
  world.changed();
}
