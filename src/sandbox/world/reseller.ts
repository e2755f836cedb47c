// Does the customer buy through the partner, and how does that end?
import { eventNames } from './happening.js';
import type { Customer } from './model.js';
import { isStillThere, showsAt } from './removals.js';
import type { World } from './world.js';

/** Whether it is a customer of the partner; the end shows only some time after it was asked for. */
export function isReseller(world: World, { relationshipToPartner, resellerEndsAt }: Customer): boolean {
  return relationshipToPartner === 'reseller' && isStillThere(world, resellerEndsAt);
}

/** Asks for the end, which takes delegated admin along. Nothing happens when it is under way. */
export function endReseller(world: World, customer: Customer): void {
  const { tenantId } = customer;
  if (customer.resellerEndsAt !== null) return;
  const at = showsAt(world, tenantId, 'reseller', world.waits.resellerSeconds);
  customer.resellerEndsAt = at;
  if (customer.delegatedAdmin && customer.delegatedAdminEndsAt === null) {
    customer.delegatedAdminEndsAt = at;
    world.onHappening({ event: eventNames.delegatedAdminTerminated, at, tenantId });
  }
  world.changed();
}
