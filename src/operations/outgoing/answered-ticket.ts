// The ticket that a system of the partner's own has opened for an event: it becomes the tenant's, unless it has one.
import { Outdated } from '../../domain/errors.js';
import type { OutgoingEvent } from '../../domain/outgoing/outgoing-event.js';
import { ticketIn } from '../../domain/tenant/attention.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import { busy } from '../../runtime/keyed-lock.js';
import type { Dependencies } from '../dependencies.js';
import { Recording } from '../recording/recording.js';

const patienceMs = 5000;

/**
 * Keeps a ticket that an answer names, which is a claim: what is no ticket's number isn't kept, one that the tenant has stays, and
 * what has been forgotten gets none, however late the answer comes. Resolves to `false` where the tenant was worked on for so long
 * that nothing was kept: no one tenant may hold up the events of the others.
 * @throws StoreError
 */
export async function keepAnsweredTicket(
  deps: Dependencies,
  { tenantId, type }: Pick<OutgoingEvent, 'tenantId' | 'type'>,
  claimed: string,
): Promise<boolean> {
  const ticket = ticketIn(claimed);
  if (ticket === undefined || type === 'tenant.disabled' || type === 'offboarding.completed') return true;
  for (;;) {
    const came = await deps.locks.tryRun(tenantId, () => wasKept(deps, tenantId, ticket), patienceMs);
    if (came === busy) return false;
    if (came) return true;
  }
}

/** Whether it was, or there's no place for it; otherwise another has changed the tenant meanwhile. */
async function wasKept(deps: Dependencies, tenantId: string, ticket: string): Promise<boolean> {
  const tenant = deps.store.tenant(tenantId);
  if (!tenant || tenant.ticket !== undefined || isForgotten(tenant)) return true;
  const recording = new Recording(tenant, deps);
  recording.add([{ type: 'ticketSet', ticket }]);
  try {
    await recording.save();
  } catch (error) {
    if (error instanceof Outdated) return false;
    throw error;
  }
  deps.log.info('ticketAnswered', { tenantId });
  return true;
}

function isForgotten({ onboarding, offboarding, awaitedSecond }: Tenant): boolean {
  return !onboarding && !offboarding && !awaitedSecond;
}
