// The buttons about who looks after a tenant. What they mean is the same whatever else has changed, so they carry no version.
import type { Verb } from '../../views/render/verbs.js';
import { releaseBy } from '../replies/own-tenant.js';
import type { Reply } from '../turn/turn.js';
import type { Action, TenantClick } from './action.js';
import { answerOutcome } from './tenant-actions.js';

/** What each of these verbs does. */
export const ownershipActions = {
  'tenant.take': { target: 'tenant', run: take },
  'tenant.release': { target: 'tenant', run: release },
} satisfies Partial<Record<Verb, Action>>;

async function take(on: TenantClick): Promise<Reply> {
  const { services, tenant, turn } = on;
  const command = { do: 'take', by: turn.actor } as const;
  return answerOutcome(on, await services.commands.perform({ tenantId: tenant.tenantId, command }));
}

async function release(on: TenantClick): Promise<Reply> {
  const { services, tenant, turn } = on;
  const command = await releaseBy(services, turn.actor, tenant);
  return answerOutcome(on, await services.commands.perform({ tenantId: tenant.tenantId, command }));
}
