// What does the store remember, and how does that stand in its file?
import { z } from 'zod';
import type { Tenant } from '../domain/tenant.js';
import type { Conversation, Delivery } from '../operations/ports.js';
import { shareTexts } from './shared-texts.js';

/** Everything that has to survive, by id. */
export interface Contents {
  /** The last line of the journal that is in it; 0: there is no whole file with a journal yet. */
  sequence: number;
  readonly tenants: Map<string, Tenant>;
  readonly conversations: Map<string, Conversation>;
  readonly deliveries: Map<string, Delivery>;
}

/** A first start. */
export function emptyContents(): Contents {
  return { sequence: 0, tenants: new Map(), conversations: new Map(), deliveries: new Map() };
}

// What we must be able to trust; nobody but this program writes the rest.
const shapes = {
  tenants: z.object({ tenantId: z.string(), version: z.number(), status: z.string() }),
  conversations: z.object({ id: z.string(), subscribed: z.boolean() }),
  deliveries: z.object({ id: z.string(), tenantId: z.string() }),
};

/** What has changed, by id; `null`: it is gone. */
export const patchShape = z.object({
  tenants: z.record(z.string(), shapes.tenants.nullable()).optional(),
  conversations: z.record(z.string(), shapes.conversations.nullable()).optional(),
  deliveries: z.record(z.string(), shapes.deliveries.nullable()).optional(),
});

const parts = {
  tenants: z.record(z.string(), z.unknown()),
  conversations: z.record(z.string(), z.unknown()),
  deliveries: z.record(z.string(), z.unknown()),
};

// The schema grows when older programs can no longer read the file. The first had no journal beside it.
const fileShape = z.discriminatedUnion('schema', [
  z.object({ schema: z.literal(1), sequence: z.literal(0).default(0), ...parts }),
  z.object({ schema: z.literal(2), sequence: z.int().positive(), ...parts }),
]);

/**
 * What a file's JSON holds.
 * @throws ZodError when it is none of ours.
 */
export function contentsFrom(json: unknown): Contents {
  const { sequence, tenants, conversations, deliveries } = fileShape.parse(json);
  shareTexts(tenants, new Map());
  return {
    sequence,
    tenants: checked(tenants, shapes.tenants),
    conversations: checked(conversations, shapes.conversations),
    deliveries: checked(deliveries, shapes.deliveries),
  };
}

function checked<T>(record: Readonly<Record<string, unknown>>, shape: z.ZodType): Map<string, T> {
  const entries = Object.entries(record);
  for (const [, value] of entries) shape.parse(value);
  return new Map(entries as [string, T][]);
}

/** The text of the file, a line for each tenant. */
export function textOf({ sequence, tenants, conversations, deliveries }: Contents): string {
  const head = JSON.stringify({
    schema: 2,
    sequence,
    conversations: Object.fromEntries(conversations),
    deliveries: Object.fromEntries(deliveries),
  });
  const lines = [...tenants].map(([id, tenant]) => `${JSON.stringify(id)}:${JSON.stringify(tenant)}`);
  return `${head.slice(0, -1)},"tenants":{\n${lines.join(',\n')}}}\n`;
}
