// What does the store remember, and how does that stand in its file?
import { z } from 'zod';
import type { RaisedAlarm } from '../domain/alarm.js';
import type { IssuedCertificate } from '../domain/exit/certificate.js';
import type { WatchedInvitation } from '../domain/exit/invitation.js';
import type { Tenant } from '../domain/tenant.js';
import type { Conversation, Delivery } from '../operations/store-port.js';
import { shareTexts } from './shared-texts.js';

/** The schema that is written. */
export const newestSchema = 4;

/** Everything that has to survive, by id. */
export interface Contents {
  /** The schema of the file that it was read from. */
  readonly schema: number;
  /** The last line of the journal that is in it; 0: there is no whole file with a journal yet. */
  sequence: number;
  /** The whole file that the journal's lines follow; every one is a generation of its own. */
  generation: string;
  readonly tenants: Map<string, Tenant>;
  readonly conversations: Map<string, Conversation>;
  readonly deliveries: Map<string, Delivery>;
  readonly alarms: Map<string, RaisedAlarm>;
  readonly invitations: Map<string, WatchedInvitation>;
  readonly certificates: Map<string, IssuedCertificate>;
}

/** A first start. */
export function emptyContents(): Contents {
  return {
    schema: newestSchema,
    sequence: 0,
    generation: '',
    tenants: new Map(),
    conversations: new Map(),
    deliveries: new Map(),
    alarms: new Map(),
    invitations: new Map(),
    certificates: new Map(),
  };
}

// What we must be able to trust; nobody but this program writes the rest.
const shapes = {
  tenants: z.object({ tenantId: z.string(), version: z.number(), status: z.string() }),
  conversations: z.object({ id: z.string(), subscribed: z.boolean() }),
  deliveries: z.union([
    z.object({ id: z.string(), tenantId: z.string() }),
    z.object({ id: z.string(), alarm: z.object({ code: z.string() }) }),
    z.object({ id: z.string(), certificateId: z.string() }),
  ]),
  alarms: z.object({ code: z.string(), mark: z.string() }),
  invitations: z.object({ relationshipId: z.string(), tenantId: z.string(), lapsesAt: z.string() }),
  certificates: z.object({ id: z.string(), tenantId: z.string() }),
};

/** What has changed, by id; `null`: it is gone. */
export const patchShape = z.object({
  tenants: z.record(z.string(), shapes.tenants.nullable()).optional(),
  conversations: z.record(z.string(), shapes.conversations.nullable()).optional(),
  deliveries: z.record(z.string(), shapes.deliveries.nullable()).optional(),
  alarms: z.record(z.string(), shapes.alarms.nullable()).optional(),
  invitations: z.record(z.string(), shapes.invitations.nullable()).optional(),
  certificates: z.record(z.string(), shapes.certificates.nullable()).optional(),
});

// Taken as it is: zod would leave out what means something to JavaScript, such as an id of "__proto__".
const byId = z.custom<Readonly<Record<string, unknown>>>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);
const parts = { tenants: byId, conversations: byId, deliveries: byId };
const journaled = { sequence: z.int().positive(), generation: z.string().min(1) };

// The schema grows when older programs can no longer read the file. The first had no journal beside it; before the third
// there were no alarms, before the fourth nobody was offboarded completely.
const fileShape = z.discriminatedUnion('schema', [
  z.object({
    schema: z.literal(1),
    sequence: z.literal(0).default(0),
    generation: z.literal('').default(''),
    ...parts,
  }),
  z.object({ schema: z.literal(2), ...journaled, ...parts }),
  z.object({ schema: z.literal(3), ...journaled, ...parts, alarms: byId }),
  z.object({
    schema: z.literal(newestSchema),
    ...journaled,
    ...parts,
    alarms: byId,
    invitations: byId,
    certificates: byId,
  }),
]);

/**
 * What a file's JSON holds.
 * @throws ZodError when it is none of ours.
 */
export function contentsFrom(json: unknown): Contents {
  const file = fileShape.parse(json);
  const { schema, sequence, generation, tenants, conversations, deliveries } = file;
  shareTexts(tenants, new Map());
  return {
    schema,
    sequence,
    generation,
    tenants: checked(tenants, shapes.tenants),
    conversations: checked(conversations, shapes.conversations),
    deliveries: checked(deliveries, shapes.deliveries),
    alarms: checked('alarms' in file ? file.alarms : {}, shapes.alarms),
    invitations: checked('invitations' in file ? file.invitations : {}, shapes.invitations),
    certificates: checked('certificates' in file ? file.certificates : {}, shapes.certificates),
  };
}

function checked<T>(record: Readonly<Record<string, unknown>>, shape: z.ZodType): Map<string, T> {
  const entries = Object.entries(record);
  for (const [, value] of entries) shape.parse(value);
  return new Map(entries as [string, T][]);
}

/** The text of the file, a line for each tenant. */
export function textOf(contents: Contents): string {
  const { sequence, generation, tenants, conversations, deliveries, alarms, invitations, certificates } = contents;
  const head = JSON.stringify({
    schema: newestSchema,
    sequence,
    generation,
    conversations: Object.fromEntries(conversations),
    deliveries: Object.fromEntries(deliveries),
    alarms: Object.fromEntries(alarms),
    invitations: Object.fromEntries(invitations),
    certificates: Object.fromEntries(certificates),
  });
  const lines = [...tenants].map(([id, tenant]) => `${JSON.stringify(id)}:${JSON.stringify(tenant)}`);
  return `${head.slice(0, -1)},"tenants":{\n${lines.join(',\n')}}}\n`;
}
