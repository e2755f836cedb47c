import type { BatchAction } from '../../src/domain/batch/batch.js';
import type { RoleName } from '../../src/domain/tenant/commands.js';
import type { Tenant } from '../../src/domain/tenant/tenant.js';
import { TenantBatches } from '../../src/operations/batches/batches.js';
import { CommandHandler } from '../../src/operations/commands/command-handler.js';
import type { Dependencies } from '../../src/operations/dependencies.js';
import { BackgroundWorkers } from '../../src/runtime/background-worker.js';
import { keyedLock } from '../../src/runtime/keyed-lock.js';
import { alex, aTenant } from './builders.js';
import { noLog, testDependencies } from './test-dependencies.js';

export const batchId = 'b0000000-0000-4000-8000-0000000000b1';
export const tag: BatchAction = { do: 'tag', added: ['vip'], removed: [] };
export const debra = { id: '00000000-0000-4000-8000-000000000099', name: 'Debra Berger' };
export const asks = (action: BatchAction) => ({ action, by: alex, conversationId: 'chat' });

export function someTenants(
  count: number,
  changes: Partial<Pick<Dependencies, 'templates' | 'secondAdmin' | 'log'>> = {},
) {
  const tenants = Array.from({ length: count }, (_, index): Tenant => ({ ...aTenant(), tenantId: `tenant-${index}` }));
  const deps = { ...testDependencies(...tenants), ...changes };
  const { store, clock } = deps;
  let role: RoleName | undefined = 'operator';
  const asked: string[] = [];
  /** A replica of its own: nothing but the store and the tenants' locks is shared. */
  const replica = (onAsk: (tenantId: string) => Promise<void> | void = () => undefined) => {
    const handler = new CommandHandler(deps);
    const commands: Pick<CommandHandler, 'perform'> = {
      async perform(request) {
        await onAsk(request.tenantId);
        const outcome = await handler.perform(request);
        if (outcome && outcome.facts.length > 0) asked.push(request.tenantId);
        return outcome;
      },
    };
    const workers = new BackgroundWorkers(clock, noLog);
    const own = { dutyLocks: keyedLock(), workers, commands, roles: { checkedRoleOf: async () => role } };
    const batches = new TenantBatches({ ...deps, ...own, requestsPerMinute: 60 });
    store.committed.on(() => batches.carryOn());
    return { batches, workers };
  };
  const ids = tenants.map(({ tenantId }) => tenantId);
  const results = () => [...store.batchTenants(batchId)].map(({ result }) => result?.is);
  const tagged = () => [...store.tenants()].filter(({ tags = [] }) => tags.includes('vip')).length;
  return {
    ...{ deps, store, clock, replica, ids, asked, results, tagged },
    hasRole(next: RoleName | undefined) {
      role = next;
    },
  };
}
