// The ticket that a system of the partner's own has opened for an event: it becomes the tenant's, unless it has one.
import type { OutgoingEvent } from '../../domain/outgoing/outgoing-event.js';
import { ticketIn } from '../../domain/tenant/attention.js';
import type { Dependencies } from '../dependencies.js';
import { Recording } from '../recording/recording.js';

/**
 * Keeps a ticket that an answer names, which is a claim: what is no ticket's number isn't kept, one that the tenant has stays, and
 * what has just been forgotten gets none.
 * @throws StoreError, and Outdated when another process has changed the tenant meanwhile
 */
export function keepAnsweredTicket(
  deps: Dependencies,
  { tenantId, type }: Pick<OutgoingEvent, 'tenantId' | 'type'>,
  claimed: string,
): Promise<void> {
  const ticket = ticketIn(claimed);
  const isForgotten = type === 'tenant.disabled' || type === 'offboarding.completed';
  if (ticket === undefined || isForgotten) return Promise.resolve();
  return deps.locks.run(tenantId, async () => {
    const tenant = deps.store.tenant(tenantId);
    if (!tenant || tenant.ticket !== undefined) return;
    const recording = new Recording(tenant, deps);
    recording.add([{ type: 'ticketSet', ticket }]);
    await recording.save();
    deps.log.info('ticketAnswered', { tenantId });
  });
}
