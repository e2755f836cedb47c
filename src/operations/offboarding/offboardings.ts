// Reads the plan of a complete offboarding and takes the yes to it, so that all agree to the same plan.
import { createHash, randomUUID } from 'node:crypto';
import { type MessageLanguage, messageLanguageFor } from '../../domain/message-languages.js';
import type { OffboardingRules } from '../../domain/offboarding/offboarding.js';
import { type OffboardingChoice, type Plan, planOf } from '../../domain/offboarding/plan.js';
import { outlineOf } from '../../domain/offboarding/same-plan.js';
import type { Person } from '../../domain/person.js';
import type { Command } from '../../domain/tenant/commands.js';
import { decide } from '../../domain/tenant/decide.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import { withTimeout } from '../../runtime/timeout.js';
import type { CommandHandler, Outcome } from '../commands/command-handler.js';
import type { Dependencies } from '../dependencies.js';
import type { CustomerLanguages } from '../reads/customer-languages.js';
import { recordDelegatedAdmin } from '../reads/delegated-admin.js';
import { readInventory } from './read-inventory.js';

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
  /** What the conversation speaks: the certificate's language where the customer's own isn't known. */
  readonly language: MessageLanguage;
  /** Of the plan that the person saw. */
  readonly planHash: string;
  readonly steps: readonly OffboardingChoice[];
  /** The tenant's version on the card. */
  readonly version: number;
  /** The ticket that it's asked for by. Absent: none was given. */
  readonly ticket?: string | undefined;
}

// The customer's language is worth a short wait; it's read beside the plan.
const languagePatienceMs = 2000;

/** Complete offboarding. Every call reads Microsoft again; parts that can't be read are in the plan as such. */
export class Offboardings {
  readonly #deps: Dependencies;
  readonly #commands: CommandHandler;
  readonly #languages: Pick<CustomerLanguages, 'of'>;

  constructor(deps: Dependencies, commands: CommandHandler, languages: Pick<CustomerLanguages, 'of'>) {
    this.#deps = deps;
    this.#commands = commands;
    this.#languages = languages;
  }

  /** The plan for a tenant. `undefined`: there's no such tenant. */
  async plan(tenantId: string): Promise<OffboardingPlan | undefined> {
    const { store, offboardingRules } = this.#deps;
    if (!store.tenant(tenantId)) return undefined;
    const inventory = await readInventory(this.#deps, tenantId);
    if ('value' in inventory.standing)
      await recordDelegatedAdmin(this.#deps, tenantId, inventory.standing.value.delegatedAdmin);
    const tenant = store.tenant(tenantId);
    const plan = planOf(inventory);
    return tenant && { tenant, plan, planHash: planHashOf(plan), ...offboardingRules };
  }

  /** Decides by the plan that the person saw. @throws StoreError */
  async decide(decision: OffboardingRequest): Promise<Agreement | undefined> {
    const { clock, offboardingRules } = this.#deps;
    const { tenantId, by, conversationId, planHash, steps, version, ticket } = decision;
    // It's kept with the decision: at the end the customer may not be ours to read anymore, and the certificate's bytes
    // must not depend on when it's written.
    const [read, theirs] = await Promise.all([
      this.plan(tenantId),
      withTimeout(clock, languagePatienceMs, this.#languages.of(tenantId)),
    ]);
    if (!read) return undefined;
    if (read.planHash !== planHash) return { changed: read };
    const command: Command = {
      do: 'decideOffboarding',
      by,
      conversationId,
      language: messageLanguageFor(theirs) ?? decision.language,
      offboardingId: randomUUID(),
      plan: read.plan,
      steps,
      requestIds: { consent: randomUUID(), delegatedAdmin: randomUUID(), reseller: randomUUID() },
      ...offboardingRules,
      now: clock.now(),
    };
    return this.#commands.perform({ tenantId, command, version, ticket });
  }

  /** The second admin's yes to the plan that was decided. @throws StoreError */
  async approve({ tenantId, by }: { readonly tenantId: string; readonly by: Person }): Promise<Agreement | undefined> {
    const { store, clock } = this.#deps;
    const decided = store.tenant(tenantId);
    if (!decided) return undefined;
    // Teams may repeat a click whose answer it has missed.
    if (decided.offboarding?.approval?.by.id === by.id && by.id !== '') return { tenant: decided, facts: [] };
    const offboardingId = decided.offboarding?.id ?? '';
    const approval = (): Command => ({ do: 'approveOffboarding', by, offboardingId, now: clock.now() });
    // A person who may not agree doesn't make the plan stale either.
    if (!decided.offboarding || 'refused' in decide(approval(), decided))
      return this.#commands.perform({ tenantId, command: approval() });
    const read = await this.plan(tenantId);
    if (!read) return undefined;
    // If the offboarding has changed since, the reading wasn't for this one.
    if (read.tenant.offboarding?.id !== decided.offboarding.id)
      return { tenant: read.tenant, facts: [], refused: 'noSuchOffboarding' };
    if (read.planHash === planHashOf(decided.offboarding.plan))
      return this.#commands.perform({ tenantId, command: approval() });
    const command: Command = { do: 'dropStaleOffboarding', by, offboardingId };
    const dropped = await this.#commands.perform({ tenantId, command });
    if (!dropped || dropped.refused) return dropped;
    return { changed: { ...read, tenant: dropped.tenant } };
  }
}
