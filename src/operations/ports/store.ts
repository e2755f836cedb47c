// What does the store remember, and how is it changed? Kept by `store`, all or nothing.
import type { AlarmCode, AlarmNews, RaisedAlarm } from '../../domain/health/alarm.js';
import type { IssuedCertificate } from '../../domain/offboarding/certificate.js';
import type { InvitationNews, WatchedInvitation } from '../../domain/offboarding/invitation.js';
import type { News } from '../../domain/tenant/news.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { Instant } from '../../domain/time.js';

/** Somebody in a conversation. */
export interface MetPerson {
  /** Entra object id. */
  readonly id: string;
  /** Teams' own id for the person, by which a card can name them. */
  readonly teamsId: string;
}

/** A conversation that the bot is in or has been spoken to from. */
export interface Conversation {
  /** The chat's or channel's id, without the thread. */
  readonly id: string;
  readonly kind: 'personal' | 'groupChat' | 'channel';
  /** Whether it hears of every tenant. */
  readonly subscribed: boolean;
  /** Why messages no longer reach it. Absent: they do, as far as we know. */
  readonly unreachable?: { readonly why: string; readonly since: Instant } | undefined;
  /** Whether Teams has told that the bot was installed there. Absent: it has not, or that was before it was kept. */
  readonly installed?: boolean | undefined;
  /** The team that a channel is in. Absent: it is in none, or Teams has not said. */
  readonly teamId?: string | undefined;
  /** Since when the channel, or its team, is deleted in Teams, where it can be restored. Absent: it is there. */
  readonly deletedAt?: Instant | undefined;
  /** Who has been met there, the last one last, sixty at most. */
  readonly people?: readonly MetPerson[] | undefined;
  /** What the bot needs to write to it; only the bot looks inside. */
  readonly reference: unknown;
}

/** A message that is due to one conversation. */
interface Due {
  readonly id: string;
  readonly conversationId: string;
  readonly at: Instant;
}

/** News of a tenant. It names the tenant, so that what is sent is what is true then. */
export interface TenantDelivery extends Due {
  readonly tenantId: string;
  readonly news: News;
}

/** Something that those who run Gatehouse have to know. */
export interface AlarmDelivery extends Due {
  readonly alarm: AlarmNews;
}

/** A complete offboarding is over, and its certificate written. */
export interface CertificateDelivery extends Due {
  readonly certificateId: string;
}

/** What has become of a watched request to a tenant that has been offboarded. */
export interface InvitationDelivery extends Due {
  readonly relationshipId: string;
  readonly tenantId: string;
  readonly invitation: InvitationNews;
}

/** A message that is due. */
export type Delivery = TenantDelivery | AlarmDelivery | CertificateDelivery | InvitationDelivery;

/** One atomic change: all of it is on disk, or none of it has happened. */
export interface Change {
  readonly tenants?: readonly Tenant[];
  readonly forgottenTenantIds?: readonly string[];
  readonly conversations?: readonly Conversation[];
  readonly forgottenConversationIds?: readonly string[];
  readonly deliveries?: readonly Delivery[];
  readonly doneDeliveryIds?: readonly string[];
  readonly alarms?: readonly RaisedAlarm[];
  readonly overAlarms?: readonly AlarmCode[];
  readonly invitations?: readonly WatchedInvitation[];
  /** Relationship ids of requests that are over. */
  readonly overInvitationIds?: readonly string[];
  readonly certificates?: readonly IssuedCertificate[];
}

/** What we remember. Reading is from memory and costs nothing; what is read is on disk. */
export interface Store {
  tenant(tenantId: string): Tenant | undefined;
  tenants(): Iterable<Tenant>;
  conversation(conversationId: string): Conversation | undefined;
  conversations(): Iterable<Conversation>;
  /** Oldest first. */
  deliveries(): Iterable<Delivery>;
  /** What those who run Gatehouse have been told and is not over, one of each code at most. */
  alarms(): Iterable<RaisedAlarm>;
  /** Requests to tenants that have been offboarded, by relationship. */
  invitations(): Iterable<WatchedInvitation>;
  invitation(relationshipId: string): WatchedInvitation | undefined;
  /** Every certificate that was ever written. */
  certificates(): Iterable<IssuedCertificate>;
  certificate(certificateId: string): IssuedCertificate | undefined;
  /** Grows with every change of a tenant, a watched request or a certificate. */
  readonly revision: number;
  /** Calls back after every commit, once what it changed can be read. */
  onCommit(listener: () => void): void;
  /**
   * Lets nothing begin at Microsoft that could not be written down afterwards.
   * @throws StoreError while nothing can be saved.
   */
  mustWrite(): void;
  /**
   * Resolves once the change is on disk. Changes are made in the order in which they are handed over.
   * @throws StoreError when it cannot be written; then nothing has changed.
   */
  commit(change: Change): Promise<void>;
}
