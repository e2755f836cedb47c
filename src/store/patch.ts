// Applies changes to the contents, and tells which can be made and which forget something.
import type { RaisedAlarm } from '../domain/health/alarm.js';
import type { IssuedCertificate } from '../domain/offboarding/certificate.js';
import type { WatchedRequest } from '../domain/offboarding/watched-request.js';
import type { Tenant } from '../domain/tenant/tenant.js';
import type { Change, Conversation, Delivery, RowKind } from '../operations/ports/store.js';
import { byKind, type Contents, rowKinds } from './contents.js';

/** Changed rows by kind and id; `null`: deleted. */
export interface Patch {
  readonly tenants?: Entries<Tenant>;
  readonly conversations?: Entries<Conversation>;
  readonly deliveries?: Entries<Delivery>;
  readonly alarms?: Entries<RaisedAlarm>;
  readonly watchedRequests?: Entries<WatchedRequest>;
  readonly certificates?: Entries<IssuedCertificate>;
}

type Entries<T> = Readonly<Record<string, T | null>>;

/** A batch of changes as one, in which later ones win. */
export function patchOf(changes: readonly Change[]): Patch {
  const tenants = entries(
    changes,
    (change) => [change.forgottenTenantIds, change.tenants],
    ({ tenantId }) => tenantId,
  );
  const conversations = entries(
    changes,
    (change) => [change.forgottenConversationIds, change.conversations],
    ({ id }) => id,
  );
  const deliveries = entries(
    changes,
    (change) => [change.doneDeliveryIds, change.deliveries],
    ({ id }) => id,
  );
  const alarms = entries(
    changes,
    (change) => [change.overAlarms, change.alarms],
    ({ code }) => code,
  );
  const watchedRequests = entries(
    changes,
    (change) => [change.endedRequestIds, change.watchedRequests],
    ({ relationshipId }) => relationshipId,
  );
  const certificates = entries(
    changes,
    (change) => [undefined, change.certificates],
    ({ id }) => id,
  );
  return {
    ...(tenants && { tenants }),
    ...(conversations && { conversations }),
    ...(deliveries && { deliveries }),
    ...(alarms && { alarms }),
    ...(watchedRequests && { watchedRequests }),
    ...(certificates && { certificates }),
  };
}

function entries<T>(
  changes: readonly Change[],
  partOf: (change: Change) => readonly [gone: readonly string[] | undefined, there: readonly T[] | undefined],
  idOf: (item: T) => string,
): Entries<T> | undefined {
  const all = changes.flatMap((change) => {
    const [gone = [], there = []] = partOf(change);
    return [...gone.map((id) => [id, null] as const), ...there.map((item) => [idOf(item), item] as const)];
  });
  return all.length === 0 ? undefined : Object.fromEntries(all);
}

/** Applies a patch to the contents as change number `sequence`, which is the version of its rows. */
export function apply(contents: Contents, patch: Patch, sequence: number): void {
  const { tenants = {}, conversations = {}, deliveries = {}, alarms = {} } = patch;
  const { watchedRequests = {}, certificates = {} } = patch;
  put(contents.tenants, tenants);
  put(contents.conversations, conversations);
  put(contents.deliveries, deliveries);
  put(contents.alarms, alarms);
  put(contents.watchedRequests, watchedRequests);
  put(contents.certificates, certificates);
  for (const [kind, id, item] of rowsIn(patch)) {
    if (item === null) contents.versions[kind].delete(id);
    else contents.versions[kind].set(id, sequence);
  }
  contents.sequence = sequence;
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
    if (stands && batch.length > 1) for (const [kind, id] of rowsIn(patchOf([change]))) written.add(`${kind} ${id}`);
    return stands;
  });
}

function rowsIn(patch: Patch): readonly (readonly [kind: RowKind, id: string, row: object | null])[] {
  return rowKinds.flatMap((kind) => Object.entries(patch[kind] ?? {}).map(([id, row]) => [kind, id, row] as const));
}

function put<T>(map: Map<string, T>, changed: Entries<T>): void {
  for (const [id, item] of Object.entries(changed)) {
    if (item === null) map.delete(id);
    else map.set(id, item);
  }
}

/** A copy whose rows can be replaced without touching the original. */
export function copyOf(contents: Contents): Contents {
  return {
    ...contents,
    tenants: new Map(contents.tenants),
    conversations: new Map(contents.conversations),
    deliveries: new Map(contents.deliveries),
    alarms: new Map(contents.alarms),
    watchedRequests: new Map(contents.watchedRequests),
    certificates: new Map(contents.certificates),
    versions: byKind((kind) => new Map(contents.versions[kind])),
  };
}

/**
 * Whether changes forget something, of which nothing may then stay on the disk: a tenant that is disabled (even if it's
 * enabled again in the same batch) or completely offboarded, a customer who has left, a conversation that the bot was
 * removed from.
 */
export function forgets(contents: Contents, changes: readonly Change[]): boolean {
  return changes.some(({ tenants = [], forgottenTenantIds = [], forgottenConversationIds = [] }) => {
    const isOffboarded = tenants.some((next) => {
      const before = contents.tenants.get(next.tenantId);
      return (before?.onboarding && !next.onboarding) || (before?.offboarding && !next.offboarding);
    });
    return (
      isOffboarded ||
      forgottenTenantIds.some((id) => contents.tenants.has(id)) ||
      forgottenConversationIds.some((id) => contents.conversations.has(id))
    );
  });
}
