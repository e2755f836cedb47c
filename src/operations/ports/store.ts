// What the store remembers, and the contract of its implementations, which `test/store/contract.ts` holds each of them to.
import type { Batch, BatchTenant } from '../../domain/batch/batch.js';
import type { RaisedAlarm } from '../../domain/health/alarm.js';
import type { IssuedCertificate } from '../../domain/offboarding/certificate.js';
import type { WatchedRequest } from '../../domain/offboarding/watched-request.js';
import type { OutgoingEvent } from '../../domain/outgoing/outgoing-event.js';
import type { ReceivedEvent } from '../../domain/partner-event.js';
import type { SavedViews } from '../../domain/query/saved-views.js';
import type { FleetDay } from '../../domain/tenant/fleet.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { Instant } from '../../domain/time.js';
import type { Emitter } from '../../runtime/emitter.js';
import type { ProgressId, ProgressOf } from './progress.js';
import type { Change, Conversation, Delivery, RowKind, RowVersion } from './rows.js';

/**
 * The version of every row that a commit wrote; or `outdated`: a row that it is based on has another version by now, and
 * nothing of the change has happened.
 */
export type Committed = { readonly version: number } | { readonly refused: 'outdated' };

/** What commits have changed. */
export interface RowsChanged {
  /** Of tenants that were written or forgotten, each once. */
  readonly tenantIds: readonly string[];
  /** Relationship ids of watched requests that were written or deleted, each once. */
  readonly watchedRequestIds: readonly string[];
  /** Of Partner Center's events that were received or followed, each once. */
  readonly eventIds: readonly string[];
  readonly progressIds: readonly ProgressId[];
  /** Of batches that were written or forgotten, or a tenant of which was, each once. */
  readonly batchIds: readonly string[];
  /** Whether this process has committed them. */
  readonly areOurs: boolean;
}

/** How far what is read can be relied on. */
export interface Currency {
  /** What others have committed since then may be missing. Absent: nothing is that was committed before it was asked for. */
  readonly asOf?: Instant | undefined;
}

/**
 * What we remember. Reads answer from memory, at once, and only with what is committed: all of a commit or nothing of it.
 * Rows are never changed, only replaced, and may be the same object in two reads or not: whether one has changed is told by
 * its version. What was deleted is gone for every read; that nothing of it stays on the disk either is said by each
 * implementation. An iteration that goes on across commits still gives every row that was there throughout once.
 */
export interface Store {
  tenant(tenantId: string): Tenant | undefined;
  tenants(): Iterable<Tenant>;
  conversation(conversationId: string): Conversation | undefined;
  conversations(): Iterable<Conversation>;
  /** Oldest first: in the order in which they were committed. */
  deliveries(): Iterable<Delivery>;
  /** Those of one conversation, oldest first. Takes no longer for what is due to others. */
  deliveriesOf(conversationId: string): Iterable<Delivery>;
  /** Conversations with deliveries, each once. */
  dueConversationIds(): Iterable<string>;
  /** Alarms that were told and aren't over, one of each code at most. */
  alarms(): Iterable<RaisedAlarm>;
  /** Requests that an offboarding left open, one of each relationship at most. */
  watchedRequests(): Iterable<WatchedRequest>;
  watchedRequest(relationshipId: string): WatchedRequest | undefined;
  /** Every certificate that was ever issued. */
  certificates(): Iterable<IssuedCertificate>;
  certificate(certificateId: string): IssuedCertificate | undefined;
  /** Partner Center's events that aren't followed yet, oldest first. */
  partnerEvents(): Iterable<ReceivedEvent>;
  partnerEvent(eventId: string): ReceivedEvent | undefined;
  /** How many they are. Takes no longer for many. */
  readonly partnerEventCount: number;
  /** How far background work has come; `undefined`: nowhere yet. */
  progress<Id extends ProgressId>(id: Id): ProgressOf<Id> | undefined;
  batches(): Iterable<Batch>;
  batch(batchId: string): Batch | undefined;
  /** Takes no longer for the tenants of others. */
  batchTenants(batchId: string): Iterable<BatchTenant>;
  /** By the row's own id. */
  batchTenant(id: string): BatchTenant | undefined;
  /** The views of a person, by Entra object id; `undefined`: they have none. */
  savedViews(personId: string): SavedViews | undefined;
  /** Events that the partner's systems haven't taken yet, oldest first: in the order in which they were committed. */
  outgoingEvents(): Iterable<OutgoingEvent>;
  /** How all tenants stood, by days. In no order. */
  fleetDays(): Iterable<FleetDay>;
  /** How a row is now. Read in the same tick as the row, it is the version of what was read. */
  rowVersion(kind: RowKind, id: string): RowVersion;
  /** Whether a row is as it was read. */
  isCurrent(row: RowVersion): boolean;
  /** Grows with every commit that writes or deletes a tenant, a watched request, a certificate, or a batch or a tenant of one. */
  readonly revision: number;
  /**
   * Resolves once everything that was committed anywhere before the call can be read, or, where that can't be told within a
   * second, to since when it can't. Never rejects.
   */
  current(): Promise<Currency>;
  /**
   * Emits after commits, once what they changed can be read and before they resolve; several may share a call. Those of
   * other processes are told of too, refused and failed ones are not. Listeners must not throw.
   */
  readonly committed: Emitter<[changed: RowsChanged]>;
  /**
   * To be called before something begins at Microsoft that has to be saved afterwards.
   * @throws StoreError while nothing can be saved.
   */
  mustWrite(): void;
  /**
   * Resolves once the change outlives a crash or power cut. Until then no read shows it, afterwards every read does.
   * Changes are made in the order in which they are handed over, each on what the ones before have made. What is based on
   * nothing is never refused. There is never a change without its lines in the audit log, and never a line of a refused one;
   * a crash or a failure may leave lines of a change that was not made.
   * @throws StoreError when it can't be written; then nothing has changed, or, by its code, that isn't known.
   */
  commit(change: Change): Promise<Committed>;
}
