// What can a test, or a person at a page, change about a customer?
import type { Cloud } from '../cloud.js';
import { tellOfAzurePlan } from '../partner-center/subscription-resource.js';
import { Refusal } from '../wire/refusal.js';
import { eventNames } from '../world/happening.js';
import type { AzurePlanState, Customer, Quirk } from '../world/model.js';

/** What the customer buys, and how its tenant behaves. Each throws a `Refusal` for an unknown tenant. */
export interface CustomerControls {
  setAzurePlan(tenantId: string, state: AzurePlanState): void;
  /** How many reserved instances the customer has. */
  setReservations(tenantId: string, count: number): void;
  /** Whether the partner has delegated admin (DAP), from now. */
  setDelegatedAdmin(tenantId: string, isOn: boolean): void;
  /** What the tenant does unlike the others, instead of what it did before. */
  setQuirks(tenantId: string, quirks: readonly Quirk[]): void;
}

/** The controls of one cloud's customers. */
export function customerControls({ world }: Cloud): CustomerControls {
  const change = (tenantId: string, values: Partial<Customer>) => {
    const customer = world.customer(tenantId);
    if (!customer) throw new Refusal(404, 'notFound', `There is no customer ${tenantId}.`);
    Object.assign(customer, values);
    world.changed();
  };

  return {
    setAzurePlan(tenantId, azurePlan) {
      change(tenantId, { azurePlan });
      tellOfAzurePlan(world, tenantId.toLowerCase());
    },
    setReservations(tenantId, reservations) {
      change(tenantId, { reservations });
    },
    setDelegatedAdmin(tenantId, delegatedAdmin) {
      change(tenantId, { delegatedAdmin, delegatedAdminEndsAt: null });
      const event = delegatedAdmin ? eventNames.delegatedAdminApproved : eventNames.delegatedAdminTerminated;
      world.onHappening({ event, at: world.now(), tenantId: tenantId.toLowerCase() });
    },
    setQuirks(tenantId, quirks) {
      change(tenantId, { quirks: [...quirks] });
    },
  };
}
