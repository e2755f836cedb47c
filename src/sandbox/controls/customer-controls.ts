// Controls of customers, for tests and pages.
import type { Cloud } from '../cloud.js';
import { tellOfAzurePlan } from '../partner-center/subscription-resource.js';
import { Refusal } from '../wire/refusal.js';
import { setConsented } from '../world/consent.js';
import { eventNames } from '../world/happening.js';
import type { AzurePlanState, Customer, Quirk, Removal } from '../world/model.js';
import { type Removing, setRemoving } from '../world/removals.js';
import { buy, endAll, type SubscriptionSpec } from '../world/subscriptions.js';

/** What the customer buys, and how its tenant behaves. @throws Refusal for an unknown tenant */
export interface CustomerControls {
  setAzurePlan(tenantId: string, state: AzurePlanState): void;
  /** Sets the number of the customer's reserved instances. */
  setReservations(tenantId: string, count: number): void;
  /** Cancels one reserved instance, if there is any. */
  cancelReservation(tenantId: string): void;
  /** Adds a subscription besides the Azure plan and the licence; returns its id. */
  addSubscription(tenantId: string, spec: SubscriptionSpec): string;
  /** Suspends or cancels everything active, regardless of Microsoft's rules. */
  endSubscriptions(tenantId: string, status: 'suspended' | 'deleted'): void;
  /** Whether the partner's application has a consent; a withdrawal shows later, like Partner Center's own. */
  setConsentAt(tenantId: string, isGiven: boolean): void;
  /** How Microsoft's removals go from now on. One that never showed continues when it works again. */
  setRemoving(tenantId: string, of: Removal, how: Removing): void;
  /** Whether the partner has delegated admin (DAP), effective now. */
  setDelegatedAdmin(tenantId: string, isOn: boolean): void;
  /** Whether changes of roles that Microsoft answers with 202 fail from now on. */
  setOperationsFail(tenantId: string, isOn: boolean): void;
  /** Replaces the tenant's quirks. */
  setQuirks(tenantId: string, quirks: readonly Quirk[]): void;
}

/** The controls of one cloud's customers. */
export function customerControls({ world }: Cloud): CustomerControls {
  const find = (tenantId: string) => {
    const customer = world.customer(tenantId);
    if (!customer) throw new Refusal(404, 'notFound', `There is no customer ${tenantId}.`);
    return customer;
  };
  const change = (tenantId: string, values: Partial<Customer>) => {
    Object.assign(find(tenantId), values);
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
    cancelReservation(tenantId) {
      const { reservations } = find(tenantId);
      change(tenantId, { reservations: Math.max(0, reservations - 1) });
    },
    addSubscription(tenantId, spec) {
      return buy(world, find(tenantId), spec);
    },
    endSubscriptions(tenantId, status) {
      const customer = find(tenantId);
      const hadPlan = customer.azurePlan === 'active';
      endAll(world, customer, status);
      if (hadPlan) tellOfAzurePlan(world, customer.tenantId);
    },
    setConsentAt(tenantId, isGiven) {
      setConsented(world, find(tenantId), isGiven);
    },
    setRemoving(tenantId, of, how) {
      setRemoving(world, find(tenantId), of, how);
    },
    setDelegatedAdmin(tenantId, delegatedAdmin) {
      change(tenantId, { delegatedAdmin, delegatedAdminEndsAt: null });
      const event = delegatedAdmin ? eventNames.delegatedAdminApproved : eventNames.delegatedAdminTerminated;
      world.onHappening({ event, at: world.now(), tenantId: tenantId.toLowerCase() });
    },
    setOperationsFail(tenantId, isOn) {
      const others = find(tenantId).quirks.filter(({ kind }) => kind !== 'operationFails');
      change(tenantId, { quirks: isOn ? [...others, { kind: 'operationFails' }] : others });
    },
    setQuirks(tenantId, quirks) {
      change(tenantId, { quirks: [...quirks] });
    },
  };
}
