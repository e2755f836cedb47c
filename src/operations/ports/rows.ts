// The rows that are kept, and what one commit changes of them.
import type { Batch, BatchTenant } from '../../domain/batch/batch.js';
import type { AlarmCode, AlarmNews, RaisedAlarm } from '../../domain/health/alarm.js';
import type { IssuedCertificate } from '../../domain/offboarding/certificate.js';
import type { WatchedRequest, WatchedRequestNews } from '../../domain/offboarding/watched-request.js';
import type { OutgoingEvent } from '../../domain/outgoing/outgoing-event.js';
import type { ReceivedEvent } from '../../domain/partner-event.js';
import type { SavedViews } from '../../domain/query/saved-views.js';
import type { NewsSubscription } from '../../domain/subscription/subscription.js';
import type { AuditEntry } from '../../domain/tenant/audit-entry.js';
import type { FleetDay } from '../../domain/tenant/fleet.js';
import type { News } from '../../domain/tenant/news.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { Instant } from '../../domain/time.js';
import type { Progress } from './progress.js';

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
  /** Whether it gets news by itself. */
  readonly subscribed: boolean;
  /** Which ones, and when. Absent: all of every tenant, at once. */
  readonly subscription?: NewsSubscription | undefined;
  /** When its digest was made due last, or was chosen. Absent: neither. */
  readonly digestedAt?: Instant | undefined;
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
  /** Of a person's own chat: when that person last searched for tenants from some chat, to half an hour. Absent: they haven't. */
  readonly searchedAt?: Instant | undefined;
  /** The month (YYYY-MM) whose report it got last, or from which on it wants them. Absent: it wants none. */
  readonly reportedFor?: string | undefined;
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
  /** The batch that it comes of, with whose other news it's told. Absent: it's told by itself. */
  readonly batchId?: string | undefined;
  /** Whether a line does, as who reads it has two full cards of it elsewhere. Absent: it doesn't. */
  readonly inShort?: boolean | undefined;
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

/** A batch has ended; with `asksSecond` it waits for a second admin. */
export type BatchDelivery = Due & {
  readonly kind: 'batch';
  readonly batchId: string;
  readonly asksSecond?: true | undefined;
};

/** The monthly report about all tenants. */
export type FleetReportDelivery = Due & { readonly kind: 'fleetReport' };
/** What is open, for a conversation that wants to be told regularly. */
export type DigestDelivery = Due & { readonly kind: 'digest' };

/** A message that is due. */
export type Delivery =
  | TenantDelivery
  | AlarmDelivery
  | CertificateDelivery
  | WatchedRequestDelivery
  | BatchDelivery
  | FleetReportDelivery
  | DigestDelivery;

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
  readonly savedViews: SavedViews;
  readonly outgoingEvents: OutgoingEvent;
  readonly fleetDays: FleetDay;
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
  /** As in the row: a tenant's id, an alarm's code, a watched request's relationship id, the person of saved views. */
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
  readonly savedViews?: readonly SavedViews[];
  /** Entra object ids of people whose views are forgotten. */
  readonly forgottenViewsOf?: readonly string[];
  readonly outgoingEvents?: readonly OutgoingEvent[];
  readonly doneOutgoingIds?: readonly string[];
  readonly fleetDays?: readonly FleetDay[];
  readonly forgottenFleetDayIds?: readonly string[];
  /**
   * What the audit log says of it, written with it: the lines of one change stand beside each other. Where they come from is
   * added, as it is when the change is handed over.
   */
  readonly audit?: readonly AuditEntry[];
}
