// What people can ask about a complete offboarding beyond commands: to read the plan, and to agree to one.

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
  /** Identifies the plan that a person agrees to. */
  readonly planHash: string;
}

/** Hash of a plan's outline, 22 characters; by it a card says which plan was seen. */
export function planHashOf(plan: Plan): string {
  return createHash('sha256').update(outlineOf(plan)).digest('base64url').slice(0, 22);
}

/** The answer to a yes: an outcome, or `changed` with the present plan when it's no longer the one agreed to. */
export type Agreement = Outcome | { readonly changed: OffboardingPlan };

/** A decision to offboard a tenant completely. */
export interface OffboardingRequest {
  readonly tenantId: string;
  readonly by: Person;
  readonly conversationId: string;
  /** Of the plan that the person saw. */
  readonly planHash: string;
  readonly steps: readonly OffboardingStep[];
  /** The tenant's version on the card. */
  readonly version: number;
}

/** Complete offboarding. Every call reads Microsoft again; parts that can't be read are in the plan as such. */
export interface Offboardings {
  /** The plan for a tenant. `undefined`: there's no such tenant. */
  plan(tenantId: string): Promise<OffboardingPlan | undefined>;
  /** Decides by the plan that the person saw. @throws StoreError */
  decide(decision: OffboardingRequest): Promise<Agreement | undefined>;
  /** The second admin's yes to the plan that was decided. @throws StoreError */
  approve(yes: { readonly tenantId: string; readonly by: Person }): Promise<Agreement | undefined>;
}
