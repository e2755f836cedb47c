// What the store remembers, and the contract of its implementations, which `test/store/contract.ts` holds each of them to.
import type { Batch, BatchTenant } from '../../domain/batch/batch.js';
import type { AlarmCode, AlarmNews, RaisedAlarm } from '../../domain/health/alarm.js';
import type { IssuedCertificate } from '../../domain/offboarding/certificate.js';
import type { WatchedRequest, WatchedRequestNews } from '../../domain/offboarding/watched-request.js';
import type { ReceivedEvent } from '../../domain/partner-event.js';
import type { AuditEntry } from '../../domain/tenant/audit-entry.js';
import type { News } from '../../domain/tenant/news.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { Instant } from '../../domain/time.js';
import type { Emitter } from '../../runtime/emitter.js';
import type { Progress, ProgressId, ProgressOf } from './progress.js';

/** A person in a conversation. */
export interface MetPerson {
  /** Entra object id. */
  readonly id: string;
  /** Teams' own id for the person, by which a card can name them. */
  readonly teamsId: string;
}

/** A conversation that the bot is in, or was spoken to from. */
export interface Conversation {
  /** The chat's or channel's id, without the thread. */
  readonly id: string;
  readonly kind: 'personal' | 'groupChat' | 'channel';
  /** Whether it gets the news of every tenant. */
  readonly subscribed: boolean;
  /** Why messages no longer reach it. Absent: they do, as far as is known. */
  readonly unreachable?: { readonly why: string; readonly since: Instant } | undefined;
  /** Whether Teams has said that the bot was installed there. Absent: it hasn't, or before this was kept. */
  readonly installed?: boolean | undefined;
  /** The team a channel is in. Absent: none, or Teams hasn't said. */
  readonly teamId?: string | undefined;
  /** A channel's name, a group chat's topic, or the name of a personal chat's person. Absent: none, or Teams hasn't said. */
  readonly name?: string | undefined;
  /** The name of the team a channel is in. Absent: as for `name`. */
  readonly teamName?: string | undefined;
  /** When the channel or its team was deleted in Teams, where it can be restored. Absent: it's there. */
  readonly deletedAt?: Instant | undefined;
  /** BCP 47 tag of its person's Teams app; in a shared conversation, of the person who installed the bot. Absent: Teams hasn't said. */
  readonly locale?: string | undefined;
  /** BCP 47 tag of the language that was chosen for it. Absent: none was, and it follows `locale`. */
  readonly language?: string | undefined;
  /** The people met there, the newest last, sixty at most. */
  readonly people?: readonly MetPerson[] | undefined;
  /** What the bot needs to write to it; only the bot looks inside. */
  readonly reference: unknown;
}

/** A message that is due to one conversation. */
interface Due {
  readonly id: string;
  /** The same for as long as there is a delivery with this id. */
  readonly conversationId: string;
  readonly at: Instant;
}

/** News of a tenant. It names the tenant only, so that what is sent is what is true by then. */
export interface TenantDelivery extends Due {
  readonly kind: 'tenant';
  readonly tenantId: string;
  readonly news: News;
}

/** An alarm, for the admins. */
export interface AlarmDelivery extends Due {
  readonly kind: 'alarm';
  readonly alarm: AlarmNews;
}

/** A complete offboarding has ended with its certificate. */
export interface CertificateDelivery extends Due {
  readonly kind: 'certificate';
  readonly certificateId: string;
}

/** News of a watched request. */
export interface WatchedRequestDelivery extends Due {
  readonly kind: 'watchedRequest';
  readonly relationshipId: string;
  readonly tenantId: string;
  readonly news: WatchedRequestNews;
}

/** A batch has ended. */
export type BatchDelivery = Due & { readonly kind: 'batch'; readonly batchId: string };

/** A message that is due. */
export type Delivery = TenantDelivery | AlarmDelivery | CertificateDelivery | WatchedRequestDelivery | BatchDelivery;

/** The rows of each kind. */
export interface Rows {
  readonly tenants: Tenant;
  readonly conversations: Conversation;
  readonly deliveries: Delivery;
  readonly alarms: RaisedAlarm;
  readonly watchedRequests: WatchedRequest;
  readonly certificates: IssuedCertificate;
  readonly partnerEvents: ReceivedEvent;
  readonly progress: Progress;
  readonly batches: Batch;
  readonly batchTenants: BatchTenant;
}

/** What the store keeps: a row by its id, which is unique within its kind. */
export type RowKind = keyof Rows;

/**
 * How a row was when it was read. Every write gives it a higher version than any that the store has given before, so that
 * none comes again, not even when a row is deleted and made anew. It is no part of the row: `Tenant.version` is that of a
 * card. Holds for as long as the store is open, and is never kept.
 */
export interface RowVersion {
  readonly kind: RowKind;
  /** As in the row: a tenant's id, an alarm's code, a watched request's relationship id. */
  readonly id: string;
  /** 0: there is no such row. */
  readonly version: number;
}

/** One atomic change. A row is replaced as a whole; of a row that is both deleted and written, what is written stays. */
export interface Change {
  /**
   * Rows as they were read, where what is written follows from them: a version of 0 for what must not be there yet.
   * Absent: right whatever others have written.
   */
  readonly basedOn?: readonly RowVersion[];
  readonly tenants?: readonly Tenant[];
  readonly forgottenTenantIds?: readonly string[];
  readonly conversations?: readonly Conversation[];
  readonly forgottenConversationIds?: readonly string[];
  readonly deliveries?: readonly Delivery[];
  readonly doneDeliveryIds?: readonly string[];
  readonly alarms?: readonly RaisedAlarm[];
  readonly overAlarms?: readonly AlarmCode[];
  readonly watchedRequests?: readonly WatchedRequest[];
  /** Relationship ids of requests that are watched no longer. */
  readonly endedRequestIds?: readonly string[];
  readonly certificates?: readonly IssuedCertificate[];
  readonly partnerEvents?: readonly ReceivedEvent[];
  readonly followedEventIds?: readonly string[];
  readonly progress?: readonly Progress[];
  readonly batches?: readonly Batch[];
  readonly forgottenBatchIds?: readonly string[];
  readonly batchTenants?: readonly BatchTenant[];
  readonly forgottenBatchTenantIds?: readonly string[];
  /**
   * What the audit log says of it, written with it: the lines of one change stand beside each other. Where they come from is
   * added, as it is when the change is handed over.
   */
  readonly audit?: readonly AuditEntry[];
}

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
