// Everything the store keeps, and the whole file's schema: every one that was ever written.
import { z } from 'zod';
import type { BatchTenant } from '../../domain/batch/batch.js';
import type { Delivery, RowKind, Rows } from '../../operations/ports/rows.js';
import type { ChainEnd } from './audit-chain.js';
import { migrated, renamedSchema } from './migrate.js';
import { RowIndex } from './row-index.js';
import { progress, receivedEvent } from './shapes/background.js';
import { batch, batchTenant } from './shapes/batch.js';
import { fleetDay } from './shapes/fleet.js';
import { alarm, conversation, delivery } from './shapes/messages.js';
import { certificate, watchedRequest } from './shapes/offboarding.js';
import { outgoingEvent } from './shapes/outgoing.js';
import { savedViews } from './shapes/saved-views.js';
import { tenant } from './shapes/tenant.js';
import { SharedParts } from './shared-parts.js';

/** The schema that is written; see `fileShape` for the older ones. */
export const newestSchema = 9;

/** The first schema whose whole file and journal lines carry their hash. */
export const hashedSchema = 5;

/** The rows of every kind, by id. */
export type RowMaps = { readonly [K in RowKind]: Map<string, Rows[K]> };

/** Everything that has to outlive the process. */
export interface Contents extends RowMaps {
  /** The schema of the file it was read from. */
  readonly schema: number;
  /** The number of the last change in it; 0: there is no whole file with a journal yet. */
  sequence: number;
  /** Id of the whole file that the journal's lines follow; each whole file has a new one. */
  generation: string;
  /** The hash of the last line, or of the whole file; empty: read from a schema without hashes. */
  hash: string;
  /** The end of the audit log when that was written, which may have grown since. Absent: not known. */
  audit?: ChainEnd;
  /**
   * The number of the change that wrote a row last, by kind and id, as far as that was since the whole file was read. Not
   * kept: nothing outside of this process knows one.
   */
  readonly versions: Versions;
  /** The deliveries by conversation. */
  readonly due: RowIndex<Delivery>;
  /** The tenants of batches by their batch. */
  readonly batched: RowIndex<BatchTenant>;
  /** What tenants have in common, so that it's in memory once. */
  readonly sharedParts: SharedParts;
}

/** The versions of rows, by kind and id. */
export type Versions = Readonly<Record<RowKind, Map<string, number>>>;

/** The contents at a first start. */
export function emptyContents(): Contents {
  return {
    schema: newestSchema,
    sequence: 0,
    generation: '',
    hash: '',
    tenants: new Map(),
    conversations: new Map(),
    deliveries: new Map(),
    alarms: new Map(),
    watchedRequests: new Map(),
    certificates: new Map(),
    partnerEvents: new Map(),
    progress: new Map(),
    batches: new Map(),
    batchTenants: new Map(),
    savedViews: new Map(),
    outgoingEvents: new Map(),
    fleetDays: new Map(),
    versions: byKind(() => new Map()),
    due: new RowIndex(({ conversationId }) => conversationId),
    batched: new RowIndex(({ batchId }) => batchId),
    sharedParts: new SharedParts(),
  };
}

// Each record, by the part that it is in, and the field that says by what id.
const shapes = {
  tenants: [tenant, 'tenantId'],
  conversations: [conversation, 'id'],
  deliveries: [delivery, 'id'],
  alarms: [alarm, 'code'],
  watchedRequests: [watchedRequest, 'relationshipId'],
  certificates: [certificate, 'id'],
  partnerEvents: [receivedEvent, 'id'],
  progress: [progress, 'id'],
  batches: [batch, 'id'],
  batchTenants: [batchTenant, 'id'],
  savedViews: [savedViews, 'personId'],
  outgoingEvents: [outgoingEvent, 'id'],
  fleetDays: [fleetDay, 'id'],
} as const;

/** Every kind of row. */
export const rowKinds = Object.keys(shapes) as readonly RowKind[];

/** A value for every kind of row. */
export function byKind<T>(of: (kind: RowKind) => T): Readonly<Record<RowKind, T>> {
  return Object.fromEntries(rowKinds.map((kind) => [kind, of(kind)])) as Record<RowKind, T>;
}

/** The end of an audit log's chain. */
export const chainEndShape: z.ZodType<ChainEnd> = z.object({ lines: z.int().min(0), hash: z.string() });

/** Anything by id. Taken as it is: zod would leave out what means something to JavaScript, such as an id of "__proto__". */
export const byId = z.custom<Readonly<Record<string, unknown>>>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);
const parts = { tenants: byId, conversations: byId, deliveries: byId };
const newerParts = { alarms: byId, certificates: byId };
const renamedParts = { ...parts, ...newerParts, watchedRequests: byId };
const backgroundParts = { ...renamedParts, partnerEvents: byId, progress: byId };
const batchParts = { ...backgroundParts, batches: byId, batchTenants: byId };
const allParts = { ...batchParts, savedViews: byId, outgoingEvents: byId, fleetDays: byId };

/** Every part of a whole file, under today's names and those of older schemas, without its rows. */
export const emptyParts: Readonly<Record<string, unknown>> = { ...byKind(() => ({})), invitations: {} };

/** Changed rows by id; `null`: deleted. */
export const patchShape = z.looseObject(allParts).partial();
const olderPatchShape = z.object({ ...parts, ...newerParts, invitations: byId }).partial();

/** The patch in a line of the journal, under today's names. `schema`: that of the whole file it follows. */
export function patchFrom(line: unknown, schema: number): z.infer<typeof patchShape> {
  return patchShape.parse(schema < renamedSchema ? migrated(olderPatchShape.parse(line)) : line);
}
const journaled = { sequence: z.int().positive(), generation: z.string().min(1) };

// The schema grows when older programs can no longer read the file. The first had no journal beside it; before the third
// there were no alarms, before the fourth no complete offboardings, before the fifth no hashes; the sixth has other names;
// before the seventh neither events that wait nor progress was kept, before the eighth no batches, and before the ninth
// neither saved views, nor what a conversation subscribes to, nor outgoing events, nor days of the fleet, nor added customers.
/** The whole file of every schema, without its rows. */
export const fileShape = z.discriminatedUnion('schema', [
  z.object({
    schema: z.literal(1),
    sequence: z.literal(0).default(0),
    generation: z.literal('').default(''),
    ...parts,
  }),
  z.object({ schema: z.literal(2), ...journaled, ...parts }),
  z.object({ schema: z.literal(3), ...journaled, ...parts, alarms: byId }),
  z.object({ schema: z.literal(4), ...journaled, ...parts, ...newerParts, invitations: byId }),
  z.object({
    schema: z.literal(5),
    ...journaled,
    ...parts,
    ...newerParts,
    invitations: byId,
    audit: chainEndShape.optional(),
  }),
  z.object({ schema: z.literal(6), ...journaled, ...renamedParts, audit: chainEndShape.optional() }),
  z.object({ schema: z.literal(7), ...journaled, ...backgroundParts, audit: chainEndShape.optional() }),
  z.object({ schema: z.literal(8), ...journaled, ...batchParts, audit: chainEndShape.optional() }),
  z.object({
    schema: z.literal(newestSchema),
    ...journaled,
    ...allParts,
    audit: chainEndShape.optional(),
  }),
]);

/** Why something couldn't be read: the place, and nothing of what stands there. */
export function whyUnread(error: unknown): string {
  if (error instanceof SyntaxError) return 'it isn’t JSON';
  if (error instanceof z.ZodError) {
    const [issue] = error.issues;
    return `its content isn’t as expected: ${issue?.path.join('.') || 'the whole'}: ${issue?.message}`;
  }
  return error instanceof Error ? error.message : String(error);
}

/**
 * Checks a patch's rows against their whole shapes.
 * @throws an error that names the row and the field.
 */
export function checkPatch(patch: z.infer<typeof patchShape>): void {
  for (const kind of rowKinds) {
    for (const [id, value] of Object.entries(patch[kind] ?? {})) if (value !== null) checkedRow(kind, id, value);
  }
}

/**
 * A row, checked against its whole shape and the id it stands under.
 * @throws an error that names the row and the field.
 */
export function checkedRow<K extends RowKind>(kind: K, id: string, value: unknown): Rows[K] {
  const [shape, key] = shapes[kind];
  const found = shape.safeParse(value);
  if (!found.success) {
    const issue = found.error.issues[0];
    throw new Error(`${kind}, ${id}: ${issue?.path.join('.') || 'the whole'}: ${issue?.message}`);
  }
  if ((value as Readonly<Record<string, unknown>>)[key] !== id)
    throw new Error(`${kind}, ${id}: ${key}: belongs to another entry`);
  return value as Rows[K];
}
