// How is a plan read and agreed to, so that everybody has agreed to the very same?
import { randomUUID } from 'node:crypto';
import { type Plan, planOf } from '../../domain/offboarding/plan.js';
import type { Command } from '../../domain/tenant/commands.js';
import { decide } from '../../domain/tenant/decide.js';
import { noteDelegatedAdmin } from '../commands/delegated-admin.js';
import type { Perform } from '../commands/perform.js';
import type { Means } from '../dependencies.js';
import type { Agreement, ExitDecision, ExitPlan, Exits } from './exits.js';
import { markOf } from './plan-hash.js';
import { readTies } from './read-ties.js';

/** Builds what people can ask about exits. */
export function openExits(means: Means, perform: Perform): Exits {
  const { store, clock, exitRules } = means;

  const plan = async (tenantId: string): Promise<ExitPlan | undefined> => {
    if (!store.tenant(tenantId)) return undefined;
    const ties = await readTies(means, tenantId);
    if ('value' in ties.standing) await noteDelegatedAdmin(means, tenantId, ties.standing.value.delegatedAdmin);
    const tenant = store.tenant(tenantId);
    return tenant && asPlan(tenant, planOf(ties));
  };
  const asPlan = (tenant: ExitPlan['tenant'], read: Plan): ExitPlan => ({
    tenant,
    plan: read,
    mark: markOf(read),
    ...exitRules,
  });

  return {
    plan,
    async decide({ tenantId, by, conversationId, mark, steps, version }: ExitDecision): Promise<Agreement | undefined> {
      const read = await plan(tenantId);
      if (!read) return undefined;
      if (read.mark !== mark) return { changed: read };
      const command: Command = {
        do: 'decideExit',
        by,
        conversationId,
        exitId: randomUUID(),
        plan: read.plan,
        steps,
        requestIds: { consent: randomUUID(), delegatedAdmin: randomUUID(), reseller: randomUUID() },
        ...exitRules,
        now: clock.now(),
      };
      return perform({ tenantId, command, version });
    },
    async approve({ tenantId, by }): Promise<Agreement | undefined> {
      const decided = store.tenant(tenantId);
      if (!decided) return undefined;
      // Teams may send a click again whose answer it has missed.
      if (decided.exit?.approval?.by.id === by.id && by.id !== '') return { tenant: decided, facts: [] };
      const exitId = decided.exit?.id ?? '';
      const approval = (): Command => ({ do: 'approveExit', by, exitId, now: clock.now() });
      // Whoever may not agree does not make anybody's plan stale either.
      if (!decided.exit || 'refused' in decide(approval(), decided)) return perform({ tenantId, command: approval() });
      const read = await plan(tenantId);
      if (!read) return undefined;
      // Whatever has happened to the exit meanwhile, it is not the one that was read for.
      if (read.tenant.exit?.id !== decided.exit.id) return { tenant: read.tenant, facts: [], refused: 'noSuchExit' };
      if (read.mark === markOf(decided.exit.plan)) return perform({ tenantId, command: approval() });
      const dropped = await perform({ tenantId, command: { do: 'dropStaleExit', by, exitId } });
      if (!dropped || dropped.refused) return dropped;
      return { changed: { ...read, tenant: dropped.tenant } };
    },
  };
}
