// What stands in the store's file?
import { z } from 'zod';
import type { Tenant } from '../domain/tenant.js';
import type { Conversation, Delivery } from '../operations/ports.js';

/** Everything that has to survive, by id. */
export interface State {
  /** Grows when older programs can no longer read the file. */
  readonly schema: 1;
  readonly tenants: Readonly<Record<string, Tenant>>;
  readonly conversations: Readonly<Record<string, Conversation>>;
  readonly deliveries: Readonly<Record<string, Delivery>>;
}

/** A first start. */
export const emptyState: State = { schema: 1, tenants: {}, conversations: {}, deliveries: {} };

/** What a file must have for us to trust the rest of it, which nobody but this program writes. */
export const stateShape = z.object({
  schema: z.literal(1),
  tenants: z.record(z.string(), z.object({ tenantId: z.string(), version: z.number(), status: z.string() })),
  conversations: z.record(z.string(), z.object({ id: z.string(), subscribed: z.boolean() })),
  deliveries: z.record(z.string(), z.object({ id: z.string(), tenantId: z.string() })),
});
