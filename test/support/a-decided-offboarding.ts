import { stageOf } from '../../src/domain/offboarding/offboarding.js';
import { planOf } from '../../src/domain/offboarding/plan.js';
import type { FactData } from '../../src/domain/tenant/facts.js';
import type { Tenant } from '../../src/domain/tenant/tenant.js';
import { readInventory } from '../../src/operations/offboarding/read-inventory.js';
import { advance as advanceTenant } from '../../src/operations/reconcile/advance.js';
import { alex, contoso, having, tenantBy } from './builders.js';
import { TiedMicrosoft } from './microsoft-with-inventory.js';
import { type aDecision, anOffboarding } from './offboarding-builders.js';
import { askedOf, testDependencies } from './test-dependencies.js';

const conversation = { id: 'chat', kind: 'personal', subscribed: false, reference: {} } as const;
const steps = ['assignments', 'consent', 'relationships', 'delegatedAdmin', 'reseller'] as const;

/** Contoso, whose offboarding Alex has decided by what is there. */
export async function decided(changes: Parameters<typeof aDecision>[1] = {}, tenant: Tenant = tenantBy.approved()) {
  const microsoft = new TiedMicrosoft();
  const deps = { ...testDependencies(), ...askedOf(microsoft) };
  const plan = planOf(await readInventory(deps, contoso));
  const offboarding = anOffboarding({ steps: [...steps], ...changes }, plan);
  const asked: FactData = { type: 'offboardingDecided', by: alex, offboarding };
  await deps.store.commit({ tenants: [having(tenant, asked)], conversations: [conversation] });
  microsoft.asked.splice(0);
  const advance = (tenantId: string) => advanceTenant(deps, tenantId);
  return {
    ...deps,
    offboarding: () => deps.store.tenant(contoso)?.offboarding,
    stage: () => {
      const now = deps.store.tenant(contoso)?.offboarding;
      return now && stageOf(now);
    },
    states: () =>
      Object.fromEntries(
        (deps.store.tenant(contoso)?.offboarding?.tasks ?? []).map((t) => [t.id.split(' ').at(-1), t.state.is]),
      ),
    looks: () => advance(contoso),
    /** Looks and lets Microsoft work, until nothing changes any more. */
    async runs() {
      for (let round = 0; round < 20 && deps.store.tenant(contoso)?.offboarding; round += 1) {
        await advance(contoso);
        microsoft.works();
        await deps.clock.passes(2);
      }
    },
  };
}

export const writes = (asked: readonly string[]) =>
  asked.filter((each) => /\.(remove|withdraw|terminate|delete|end)/.test(each)).map((each) => each.split(' ')[0]);
