// What a receiver reads of an event.
import { eventIdOf, type OutgoingEvent } from '../../domain/outgoing/outgoing-event.js';
import type { Store } from '../ports/store.js';

/** The body of an event, with the customer's name as it is by now; docs/webhooks-out.schema.json describes it. */
export function outgoingBody(event: OutgoingEvent, store: Pick<Store, 'tenant' | 'certificates'>): string {
  const { type, at, tenantId, status, issues, endsAt, by } = event;
  const tenant = { id: tenantId, ...namesOf(tenantId, store), status, issues };
  const data = { id: eventIdOf(event), tenant, ...(endsAt && { endsAt }), ...(by && { by }) };
  return JSON.stringify({ type, timestamp: at, data });
}

/** The body by which a receiver can be tried, of no tenant. */
export function outgoingTestBody(id: string, at: string): string {
  return JSON.stringify({ type: 'gatehouse.test', timestamp: at, data: { id } });
}

// One that was offboarded completely is known by its certificate only.
function namesOf(tenantId: string, store: Pick<Store, 'tenant' | 'certificates'>): { name?: string; domain?: string } {
  const { customer } = store.tenant(tenantId) ?? {};
  if (customer) return { name: customer.displayName, domain: customer.domain };
  for (const certificate of store.certificates())
    if (certificate.tenantId === tenantId) return { name: certificate.tenantName };
  return {};
}
