// What can people ask about offboarding a tenant completely, beyond commands? To read the plan, and to agree to one.

import type { OffboardingStep, Plan } from '../../domain/offboarding/plan.js';
import type { Person } from '../../domain/person.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { Outcome } from '../commands/outcome.js';

/** What the partner wants of every exit. */
export interface OffboardingRules {
  /** Whether another admin has to agree as well. */
  readonly needsSecond: boolean;
  /** Seconds between the last yes and the first deed, in which it can be undone. */
  readonly graceSeconds: number;
}

/** A plan that has just been read, and the rules for agreeing to it. */
export interface OffboardingPlan extends OffboardingRules {
  readonly tenant: Tenant;
  readonly plan: Plan;
  /** Another mark, another plan: what somebody agrees to is told by it. */
  readonly planHash: string;
}

/** What agreeing came to: an outcome, or another plan than the one that was agreed to, and then nothing was done. */
export type Agreement = Outcome | { readonly changed: OffboardingPlan };

/** A decision to offboard a tenant completely. */
export interface OffboardingDecision {
  readonly tenantId: string;
  readonly by: Person;
  readonly conversationId: string;
  /** Of the plan that the person saw. */
  readonly planHash: string;
  readonly steps: readonly OffboardingStep[];
  /** Of the tenant, as the card had it. */
  readonly version: number;
}

/** Offboarding completely. Every call reads Microsoft anew; what cannot be read stands in the plan as such. */
export interface Offboardings {
  /** What offboarding a tenant would come to. `undefined`: there is no such tenant. */
  plan(tenantId: string): Promise<OffboardingPlan | undefined>;
  /** Decides by the plan that somebody saw. @throws StoreError */
  decide(decision: OffboardingDecision): Promise<Agreement | undefined>;
  /** The second admin's yes to the plan that was decided. @throws StoreError */
  approve(yes: { readonly tenantId: string; readonly by: Person }): Promise<Agreement | undefined>;
}
