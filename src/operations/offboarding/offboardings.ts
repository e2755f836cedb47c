// What people can ask about offboarding a tenant completely, beyond commands: to read the plan, and to agree to one.

import { createHash } from 'node:crypto';
import type { OffboardingRules } from '../../domain/offboarding/offboarding.js';
import type { OffboardingStep, Plan } from '../../domain/offboarding/plan.js';
import { outlineOf } from '../../domain/offboarding/same-plan.js';
import type { Person } from '../../domain/person.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { Outcome } from '../commands/perform.js';

/** A plan that has just been read, and the rules for agreeing to it. */
export interface OffboardingPlan extends OffboardingRules {
  readonly tenant: Tenant;
  readonly plan: Plan;
  /** What somebody agrees to is told by it. @see markOf */
  readonly planHash: string;
}

/** Short text that is another one for another plan: by it a card says which plan somebody has seen. */
export function planHashOf(plan: Plan): string {
  return createHash('sha256').update(outlineOf(plan)).digest('base64url').slice(0, 22);
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
