// A store's reads, answered from contents in memory.
import { type Batch, type BatchTenant, batchOf } from '../../domain/batch/batch.js';
import type { RaisedAlarm } from '../../domain/health/alarm.js';
import type { IssuedCertificate } from '../../domain/offboarding/certificate.js';
import type { WatchedRequest } from '../../domain/offboarding/watched-request.js';
import type { OutgoingEvent } from '../../domain/outgoing/outgoing-event.js';
import type { ReceivedEvent } from '../../domain/partner-event.js';
import type { SavedViews } from '../../domain/query/saved-views.js';
import type { FleetDay } from '../../domain/tenant/fleet.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { ProgressId, ProgressOf } from '../../operations/ports/progress.js';
import type { Conversation, Delivery, RowKind, RowVersion } from '../../operations/ports/rows.js';
import type { RowsChanged, Store } from '../../operations/ports/store.js';
import { Emitter } from '../../runtime/emitter.js';
import type { Contents } from './contents.js';
import { type Patch, rowVersion } from './patch.js';

/** A store without its writing. */
export abstract class StoreReads implements Omit<Store, 'mustWrite' | 'current' | 'commit'> {
  readonly committed = new Emitter<[changed: RowsChanged]>();
  #revision = 0;

  protected abstract readonly contents: Contents;

  tenant(tenantId: string): Tenant | undefined {
    return this.contents.tenants.get(tenantId);
  }

  tenants(): Iterable<Tenant> {
    return this.contents.tenants.values();
  }

  conversation(conversationId: string): Conversation | undefined {
    return this.contents.conversations.get(conversationId);
  }

  conversations(): Iterable<Conversation> {
    return this.contents.conversations.values();
  }

  deliveries(): Iterable<Delivery> {
    return this.contents.deliveries.values();
  }

  deliveriesOf(conversationId: string): Iterable<Delivery> {
    return this.contents.due.of(conversationId);
  }

  dueConversationIds(): Iterable<string> {
    return this.contents.due.owners();
  }

  alarms(): Iterable<RaisedAlarm> {
    return this.contents.alarms.values();
  }

  watchedRequests(): Iterable<WatchedRequest> {
    return this.contents.watchedRequests.values();
  }

  watchedRequest(relationshipId: string): WatchedRequest | undefined {
    return this.contents.watchedRequests.get(relationshipId);
  }

  certificates(): Iterable<IssuedCertificate> {
    return this.contents.certificates.values();
  }

  certificate(certificateId: string): IssuedCertificate | undefined {
    return this.contents.certificates.get(certificateId);
  }

  partnerEvents(): Iterable<ReceivedEvent> {
    return this.contents.partnerEvents.values();
  }

  partnerEvent(eventId: string): ReceivedEvent | undefined {
    return this.contents.partnerEvents.get(eventId);
  }

  get partnerEventCount(): number {
    return this.contents.partnerEvents.size;
  }

  progress<Id extends ProgressId>(id: Id): ProgressOf<Id> | undefined {
    // Each stands under its own id.
    return this.contents.progress.get(id) as ProgressOf<Id> | undefined;
  }

  batches(): Iterable<Batch> {
    return this.contents.batches.values();
  }

  batch(batchId: string): Batch | undefined {
    return this.contents.batches.get(batchId);
  }

  batchTenants(batchId: string): Iterable<BatchTenant> {
    return this.contents.batched.of(batchId);
  }

  batchTenant(id: string): BatchTenant | undefined {
    return this.contents.batchTenants.get(id);
  }

  savedViews(personId: string): SavedViews | undefined {
    return this.contents.savedViews.get(personId);
  }

  outgoingEvents(): Iterable<OutgoingEvent> {
    return this.contents.outgoingEvents.values();
  }

  fleetDays(): Iterable<FleetDay> {
    return this.contents.fleetDays.values();
  }

  rowVersion(kind: RowKind, id: string): RowVersion {
    return { kind, id, version: rowVersion(this.contents, kind, id) };
  }

  isCurrent({ kind, id, version }: RowVersion): boolean {
    return rowVersion(this.contents, kind, id) === version;
  }

  get revision(): number {
    return this.#revision;
  }

  /** Counts a write and tells of it. What it changed can be read by now. */
  protected notifyCommitted(patch: Patch, areOurs: boolean): void {
    const { tenants = {}, watchedRequests = {}, certificates, partnerEvents = {}, progress = {} } = patch;
    const { batches = {}, batchTenants = {} } = patch;
    if (patch.tenants || patch.watchedRequests || certificates || patch.batches || patch.batchTenants)
      this.#revision += 1;
    this.committed.emit({
      tenantIds: Object.keys(tenants),
      watchedRequestIds: Object.keys(watchedRequests),
      eventIds: Object.keys(partnerEvents),
      progressIds: Object.keys(progress) as ProgressId[],
      batchIds: [...new Set([...Object.keys(batches), ...Object.keys(batchTenants).map(batchOf)])],
      areOurs,
    });
  }
}
