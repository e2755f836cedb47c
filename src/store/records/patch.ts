// Applies changes to the contents, and tells which can be made and which forget something.
import type { Progress } from '../../operations/ports/progress.js';
import type { Change, RowKind, Rows } from '../../operations/ports/rows.js';
import { type Contents, type RowMaps, rowKinds } from './contents.js';
import { copyOf } from './shared-parts.js';

/** Changed rows by kind and id; `null`: deleted. */
export type Patch = { readonly [K in RowKind]?: Readonly<Record<string, Rows[K] | null>> };

/** Where a change has the rows of a kind: the ids of deleted ones, written ones, and what a row's id is. */
interface Part<T> {
  readonly gone: (change: Change) => readonly string[] | undefined;
  readonly written: (change: Change) => readonly T[] | undefined;
  readonly idOf: (row: T) => string;
  /** An equal row that takes less memory, made of one that is in no other hands. Absent: there's none. */
  readonly shared?: (contents: Contents, row: T) => T;
  /** What finds the kept rows by something else than their id. Absent: nothing does. */
  readonly index?: (contents: Contents) => { readonly put: (row: T) => void; readonly remove: (row: T) => void };
}

const parts: { readonly [K in RowKind]: Part<Rows[K]> } = {
  tenants: {
    gone: ({ forgottenTenantIds }) => forgottenTenantIds,
    written: ({ tenants }) => tenants,
    idOf: ({ tenantId }) => tenantId,
    shared: ({ sharedParts }, row) => sharedParts.of(row),
  },
  conversations: {
    gone: ({ forgottenConversationIds }) => forgottenConversationIds,
    written: ({ conversations }) => conversations,
    idOf: ({ id }) => id,
  },
  deliveries: {
    gone: ({ doneDeliveryIds }) => doneDeliveryIds,
    written: ({ deliveries }) => deliveries,
    idOf: ({ id }) => id,
    index: ({ due }) => due,
  },
  alarms: { gone: ({ overAlarms }) => overAlarms, written: ({ alarms }) => alarms, idOf: ({ code }) => code },
  watchedRequests: {
    gone: ({ endedRequestIds }) => endedRequestIds,
    written: ({ watchedRequests }) => watchedRequests,
    idOf: ({ relationshipId }) => relationshipId,
  },
  certificates: { gone: () => undefined, written: ({ certificates }) => certificates, idOf: ({ id }) => id },
  partnerEvents: {
    gone: ({ followedEventIds }) => followedEventIds,
    written: ({ partnerEvents }) => partnerEvents,
    idOf: ({ id }) => id,
  },
  progress: { gone: () => undefined, written: ({ progress }) => progress, idOf: ({ id }) => id },
  batches: {
    gone: ({ forgottenBatchIds }) => forgottenBatchIds,
    written: ({ batches }) => batches,
    idOf: ({ id }) => id,
  },
  batchTenants: {
    gone: ({ forgottenBatchTenantIds }) => forgottenBatchTenantIds,
    written: ({ batchTenants }) => batchTenants,
    idOf: ({ id }) => id,
    index: ({ batched }) => batched,
  },
  savedViews: {
    gone: ({ forgottenViewsOf }) => forgottenViewsOf,
    written: ({ savedViews }) => savedViews,
    idOf: ({ personId }) => personId,
  },
  outgoingEvents: {
    gone: ({ doneOutgoingIds }) => doneOutgoingIds,
    written: ({ outgoingEvents }) => outgoingEvents,
    idOf: ({ id }) => id,
  },
  fleetDays: {
    gone: ({ forgottenFleetDayIds }) => forgottenFleetDayIds,
    written: ({ fleetDays }) => fleetDays,
    idOf: ({ id }) => id,
  },
};

/** A batch of changes as one, in which later ones win. */
export function patchOf(changes: readonly Change[]): Patch {
  const changed = rowKinds.map((kind) => [kind, changes.flatMap((change) => rowsOf(change, kind))] as const);
  return Object.fromEntries(
    changed.filter(([, rows]) => rows.length > 0).map(([kind, rows]) => [kind, Object.fromEntries(rows)]),
  );
}

function rowsOf<K extends RowKind>(change: Change, kind: K): readonly (readonly [id: string, row: Rows[K] | null])[] {
  const { gone, written, idOf }: Part<Rows[K]> = parts[kind];
  const [deleted, rows] = [gone(change) ?? [], written(change) ?? []];
  return [...deleted.map((id) => [id, null] as const), ...rows.map((row) => [idOf(row), row] as const)];
}

/** Applies a patch to the contents as change number `sequence`, which is the version of its rows. It keeps copies of them. */
export function apply(contents: Contents, patch: Patch, sequence: number): void {
  applyRead(contents, copyOf(patch), sequence);
}

/** Applies a patch that was just read, so that its rows are in no other hands. Else like `apply`. */
export function applyRead(contents: Contents, patch: Patch, sequence: number): void {
  for (const kind of rowKinds) put(contents, kind, patch[kind], sequence);
  contents.sequence = sequence;
}

function put<K extends RowKind>(contents: Contents, kind: K, changed: Patch[K], sequence: number): void {
  for (const [id, row] of Object.entries<Rows[K] | null>(changed ?? {})) replaceRow(contents, kind, id, row, sequence);
}

/** Puts a row, which is in no other hands, in its place, or, `null`, takes it away. `version`: the change that did so. */
export function replaceRow<K extends RowKind>(
  contents: Contents,
  kind: K,
  id: string,
  row: Rows[K] | null,
  version: number,
): void {
  const versions = contents.versions[kind];
  if (row === null) {
    drop(contents, kind, id);
    versions.delete(id);
  } else {
    versions.set(keep(contents, kind, row), version);
  }
}

/** Puts a row, which is in no other hands, in its place. Gives its id. */
export function keep<K extends RowKind>(contents: Contents, kind: K, row: Rows[K]): string {
  const maps: RowMaps = contents;
  const { idOf, shared, index }: Part<Rows[K]> = parts[kind];
  const kept = shared?.(contents, row) ?? row;
  const id = idOf(kept);
  maps[kind].set(id, kept);
  index?.(contents).put(kept);
  return id;
}

function drop<K extends RowKind>(contents: Contents, kind: K, id: string): void {
  const maps: RowMaps = contents;
  const { index }: Part<Rows[K]> = parts[kind];
  const gone = maps[kind].get(id);
  if (gone) index?.(contents).remove(gone);
  maps[kind].delete(id);
}

/** The rows as they are once a patch is applied, while they're still as before. */
export function rowsAfter(contents: RowMaps, patch: Patch): { readonly [K in RowKind]: Iterable<[string, Rows[K]]> } {
  return {
    tenants: after(contents.tenants, patch.tenants),
    conversations: after(contents.conversations, patch.conversations),
    deliveries: after(contents.deliveries, patch.deliveries),
    alarms: after(contents.alarms, patch.alarms),
    watchedRequests: after(contents.watchedRequests, patch.watchedRequests),
    certificates: after(contents.certificates, patch.certificates),
    partnerEvents: after(contents.partnerEvents, patch.partnerEvents),
    progress: after(contents.progress, patch.progress),
    batches: after(contents.batches, patch.batches),
    batchTenants: after(contents.batchTenants, patch.batchTenants),
    savedViews: after(contents.savedViews, patch.savedViews),
    outgoingEvents: after(contents.outgoingEvents, patch.outgoingEvents),
    fleetDays: after(contents.fleetDays, patch.fleetDays),
  };
}

function* after<T>(
  rows: ReadonlyMap<string, T>,
  changed: Readonly<Record<string, T | null>> = {},
): Iterable<[string, T]> {
  for (const [id, row] of rows) {
    const next = Object.hasOwn(changed, id) ? changed[id] : row;
    if (next) yield [id, next];
  }
  for (const [id, row] of Object.entries(changed)) if (row && !rows.has(id)) yield [id, row];
}

// Lower than the number of any change: the first whole file is 1.
const unwritten = 1;

/** The version of a row; 0: there is none. Rows that weren't written since the whole file was read have the lowest. */
export function rowVersion(contents: Contents, kind: RowKind, id: string): number {
  return contents.versions[kind].get(id) ?? (contents[kind].has(id) ? unwritten : 0);
}

/**
 * The changes of a batch that can be made, in their order: all but those based on a row that was written since, be it by a
 * change before them in the batch.
 */
export function makeable<T extends { readonly change: Change }>(contents: Contents, batch: readonly T[]): readonly T[] {
  const written = new Set<string>();
  return batch.filter(({ change }) => {
    const stands = (change.basedOn ?? []).every(
      ({ kind, id, version }) => rowVersion(contents, kind, id) === version && !written.has(`${kind} ${id}`),
    );
    if (stands && batch.length > 1)
      for (const kind of rowKinds) for (const [id] of rowsOf(change, kind)) written.add(`${kind} ${id}`);
    return stands;
  });
}

/**
 * Whether changes forget something, of which nothing may then stay on the disk: a tenant that is disabled (even if it's
 * enabled again in the same batch) or completely offboarded, a customer who has left, a conversation that the bot was
 * removed from, a tenant that Microsoft's lists lacked and that is no longer waited for, the tenants of a batch of long ago, the views
 * of a person.
 */
export function forgets(contents: Contents, changes: readonly Change[]): boolean {
  return changes.some((change) => {
    const { tenants = [], forgottenTenantIds = [], forgottenConversationIds = [], progress = [] } = change;
    const { forgottenBatchTenantIds = [], forgottenViewsOf = [] } = change;
    const isOffboarded = tenants.some((next) => {
      const before = contents.tenants.get(next.tenantId);
      return (before?.onboarding && !next.onboarding) || (before?.offboarding && !next.offboarding);
    });
    return (
      isOffboarded ||
      forgottenTenantIds.some((id) => contents.tenants.has(id)) ||
      forgottenConversationIds.some((id) => contents.conversations.has(id)) ||
      forgottenBatchTenantIds.some((id) => contents.batchTenants.has(id)) ||
      forgottenViewsOf.some((id) => contents.savedViews.has(id)) ||
      progress.some((next) => namesLess(contents.progress.get(next.id), next))
    );
  });
}

function namesLess(before: Progress | undefined, next: Progress): boolean {
  const named = new Set(tenantIdsIn(next));
  return before !== undefined && tenantIdsIn(before).some((id) => !named.has(id));
}

function tenantIdsIn(progress: Progress): readonly string[] {
  return progress.id === 'reconcile' ? [...progress.missing, ...progress.untied] : [];
}
