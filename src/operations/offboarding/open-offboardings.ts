// Reads plans and takes the yes to one, so that all agree to the same plan.
import { randomUUID } from 'node:crypto';
import { type Plan, planOf } from '../../domain/offboarding/plan.js';
import type { Command } from '../../domain/tenant/commands.js';
import { decide } from '../../domain/tenant/decide.js';
import { recordDelegatedAdmin } from '../commands/delegated-admin.js';
import type { Perform } from '../commands/perform.js';
import type { Dependencies } from '../dependencies.js';
import {
  type Agreement,
  type OffboardingPlan,
  type OffboardingRequest,
  type Offboardings,
  planHashOf,
} from './offboardings.js';
import { readInventory } from './read-inventory.js';

/** Opens the offboardings of these dependencies. */
export function openOffboardings(deps: Dependencies, perform: Perform): Offboardings {
  const { store, clock, offboardingRules } = deps;

  const plan = async (tenantId: string): Promise<OffboardingPlan | undefined> => {
    if (!store.tenant(tenantId)) return undefined;
    const inventory = await readInventory(deps, tenantId);
    if ('value' in inventory.standing)
      await recordDelegatedAdmin(deps, tenantId, inventory.standing.value.delegatedAdmin);
    const tenant = store.tenant(tenantId);
    return tenant && asPlan(tenant, planOf(inventory));
  };
  const asPlan = (tenant: OffboardingPlan['tenant'], read: Plan): OffboardingPlan => ({
    tenant,
    plan: read,
    planHash: planHashOf(read),
    ...offboardingRules,
  });

  return {
    plan,
    async decide({
      tenantId,
      by,
      conversationId,
      planHash,
      steps,
      version,
    }: OffboardingRequest): Promise<Agreement | undefined> {
      const read = await plan(tenantId);
      if (!read) return undefined;
      if (read.planHash !== planHash) return { changed: read };
      const command: Command = {
        do: 'decideOffboarding',
        by,
        conversationId,
        offboardingId: randomUUID(),
        plan: read.plan,
        steps,
        requestIds: { consent: randomUUID(), delegatedAdmin: randomUUID(), reseller: randomUUID() },
        ...offboardingRules,
        now: clock.now(),
      };
      return perform({ tenantId, command, version });
    },
    async approve({ tenantId, by }): Promise<Agreement | undefined> {
      const decided = store.tenant(tenantId);
      if (!decided) return undefined;
      // Teams may repeat a click whose answer it has missed.
      if (decided.offboarding?.approval?.by.id === by.id && by.id !== '') return { tenant: decided, facts: [] };
      const offboardingId = decided.offboarding?.id ?? '';
      const approval = (): Command => ({ do: 'approveOffboarding', by, offboardingId, now: clock.now() });
      // A person who may not agree doesn't make the plan stale either.
      if (!decided.offboarding || 'refused' in decide(approval(), decided))
        return perform({ tenantId, command: approval() });
      const read = await plan(tenantId);
      if (!read) return undefined;
      // If the offboarding has changed since, the reading wasn't for this one.
      if (read.tenant.offboarding?.id !== decided.offboarding.id)
        return { tenant: read.tenant, facts: [], refused: 'noSuchOffboarding' };
      if (read.planHash === planHashOf(decided.offboarding.plan)) return perform({ tenantId, command: approval() });
      const dropped = await perform({ tenantId, command: { do: 'dropStaleOffboarding', by, offboardingId } });
      if (!dropped || dropped.refused) return dropped;
      return { changed: { ...read, tenant: dropped.tenant } };
    },
  };
}
