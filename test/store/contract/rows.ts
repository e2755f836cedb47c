// Rows for the contract of a store, and how the suite handles an implementation.
import assert from 'node:assert/strict';
import { newBatch } from '../../../src/domain/batch/batch.js';
import type { IssuedCertificate } from '../../../src/domain/offboarding/certificate.js';
import type { OutgoingEvent } from '../../../src/domain/outgoing/outgoing-event.js';
import type { SavedViews } from '../../../src/domain/query/saved-views.js';
import type { NewsSubscription } from '../../../src/domain/subscription/subscription.js';
import type { FleetDay } from '../../../src/domain/tenant/fleet.js';
import { newTenant } from '../../../src/domain/tenant/tenant.js';
import type { Audit } from '../../../src/operations/ports/audit.js';
import type { ProgressId } from '../../../src/operations/ports/progress.js';
import type { Conversation, Delivery, RowKind } from '../../../src/operations/ports/rows.js';
import type { Store } from '../../../src/operations/ports/store.js';
import { alex, now } from '../../support/builders.js';

/** How the suite handles an implementation. Each test gets one of its own, with nothing in it. */
export interface Bench {
  open(): Promise<Store>;
  /** Ends a store in order and opens what it has kept. */
  reopened(store: Store): Promise<Store>;
  /** Opens what a crash at this moment would leave of a store, which is not used afterwards. */
  crashed(store: Store): Promise<Store>;
  /** Does work while nothing can be saved. */
  whileBroken(store: Store, work: () => Promise<void>): Promise<void>;
  /** Does work while no line can be written to the audit log, be it that nothing can be saved. */
  whileAuditBroken(store: Store, work: () => Promise<void>): Promise<void>;
  /** A store's audit log. Where its entries come from is the origin of the work under way. */
  auditOf(store: Store): Audit;
}

/** A tenant of a version, which is its cards’. */
export const tenant = (number: number, version = 1) => ({
  ...newTenant(`tenant-${number}`, { displayName: `Tenant ${number}`, domain: 'x.example' }, now),
  version,
});
/** With all of its parts. */
export const subscription: NewsSubscription = {
  muted: ['approved', 'drift'],
  query: {
    text: 'contoso',
    notTexts: ['test'],
    terms: [
      { isNot: false, condition: { key: 'status', anyOf: ['issuesFound'] } },
      { isNot: true, condition: { key: 'cause', anyOf: ['relationshipLost'] } },
      { isNot: false, condition: { key: 'tag', anyOf: ['vip'] } },
      { isNot: false, condition: { key: 'template', anyOf: ['standard'] } },
      { isNot: false, condition: { key: 'ends', end: { is: 'before', days: 30 } } },
      { isNot: false, condition: { key: 'dap', is: true } },
    ],
  },
  quiet: [{ days: ['mon', 'fri'], from: 1080, to: 480 }],
  digest: { at: 480, on: 'mon' },
  zone: 'Europe/Berlin',
};
export const chat = (id: string, subscribed = true): Conversation => ({
  id,
  kind: 'personal',
  subscribed,
  subscription,
  reference: { id },
});
export const due = (id: string, conversationId = 'chat'): Delivery => ({
  id,
  conversationId,
  kind: 'tenant',
  tenantId: 'tenant-1',
  news: 'approved',
  at: now,
});
export const alarm = { code: 'signInLost', key: 'signInExpired', at: now } as const;
export const certificate: IssuedCertificate = {
  id: 'exit-1',
  tenantId: 'tenant-1',
  tenantName: 'Contoso',
  issuedAt: now,
  by: alex,
  removedCount: 3,
  remainsCount: 0,
  hashes: { json: 'a', pdf: 'b' },
};
export const event = { id: 'e', name: 'subscription-updated', at: now, tenantId: 'tenant-1' };
export const reconciling = { id: 'reconcile', endedAt: now, missing: ['tenant-1'], untied: [] } as const;
export const watched = { relationshipId: 'r', tenantId: 'tenant-1', certificateId: 'exit-1', lapsesAt: now };
export const { batch, tenants: batched } = newBatch(
  { id: 'b', action: { do: 'tag', added: ['vip'], removed: [] }, by: alex, conversationId: 'chat', at: now },
  ['tenant-1'],
);

export const savedViews: SavedViews = {
  personId: alex.id,
  views: [{ name: 'Important', query: 'tag:vip' }],
  opensWith: 'Important',
};

export const outgoing: OutgoingEvent = {
  id: 'evt_1 crm',
  targetId: 'crm',
  type: 'tenant.issues_found',
  at: now,
  tenantId: 'tenant-1',
  status: 'issuesFound',
  issues: ['groupMissing'],
  endsAt: now,
  by: alex,
  tries: 2,
  dueAt: now,
  givenUpAt: now,
  answer: '503',
};

export const fleetDay: FleetDay = {
  id: '2026-11-29',
  statuses: { issuesFound: 1, needsApproval: 2, awaitingMicrosoft: 0, approved: 12, notConfigured: 3 },
  ends: [0, 1, 0, 0, 0, 4, 0, 0, 0, 0, 0, 1],
  waiting: [1, 0, 1, 0],
  active: 13,
  globalAdministrator: 1,
  approvals: { count: 3, medianDays: 0.5, p90Days: 9 },
  enabled: 1,
  offboarded: 0,
};

/** A row of each kind, what deletes it, and where it is read. Certificates and progress are kept for good. */
export const each = {
  tenants: { id: 'tenant-1', write: { tenants: [tenant(1)] }, gone: { forgottenTenantIds: ['tenant-1'] } },
  conversations: {
    id: 'chat',
    write: { conversations: [chat('chat')] },
    gone: { forgottenConversationIds: ['chat'] },
  },
  deliveries: { id: 'd', write: { deliveries: [due('d')] }, gone: { doneDeliveryIds: ['d'] } },
  alarms: { id: 'signInLost', write: { alarms: [alarm] }, gone: { overAlarms: ['signInLost'] } },
  watchedRequests: { id: 'r', write: { watchedRequests: [watched] }, gone: { endedRequestIds: ['r'] } },
  certificates: { id: 'exit-1', write: { certificates: [certificate] }, gone: undefined },
  partnerEvents: { id: 'e', write: { partnerEvents: [event] }, gone: { followedEventIds: ['e'] } },
  progress: { id: 'reconcile', write: { progress: [reconciling] }, gone: undefined },
  batches: { id: 'b', write: { batches: [batch] }, gone: { forgottenBatchIds: ['b'] } },
  batchTenants: {
    id: 'b tenant-1',
    write: { batchTenants: batched },
    gone: { forgottenBatchTenantIds: ['b tenant-1'] },
  },
  savedViews: { id: alex.id, write: { savedViews: [savedViews] }, gone: { forgottenViewsOf: [alex.id] } },
  outgoingEvents: { id: 'evt_1 crm', write: { outgoingEvents: [outgoing] }, gone: { doneOutgoingIds: ['evt_1 crm'] } },
  fleetDays: { id: fleetDay.id, write: { fleetDays: [fleetDay] }, gone: { forgottenFleetDayIds: [fleetDay.id] } },
} as const;
export const kinds = Object.keys(each) as readonly RowKind[];
export const everything = Object.assign({}, ...kinds.map((kind) => each[kind].write)) as object;

const progressIds: readonly ProgressId[] = ['reconcile', 'heartbeat'];
export const contentsOf = (store: Store) => ({
  tenants: [...store.tenants()],
  conversations: [...store.conversations()],
  deliveries: [...store.deliveries()],
  alarms: [...store.alarms()],
  watchedRequests: [...store.watchedRequests()],
  certificates: [...store.certificates()],
  partnerEvents: [...store.partnerEvents()],
  progress: progressIds.flatMap((id) => store.progress(id) ?? []),
  batches: [...store.batches()],
  batchTenants: [...store.batchTenants('b')],
  savedViews: [store.savedViews(alex.id) ?? []].flat(),
  outgoingEvents: [...store.outgoingEvents()],
  fleetDays: [...store.fleetDays()],
});
export const nothing = {
  tenants: [],
  conversations: [],
  deliveries: [],
  alarms: [],
  watchedRequests: [],
  certificates: [],
  partnerEvents: [],
  progress: [],
  batches: [],
  batchTenants: [],
  savedViews: [],
  outgoingEvents: [],
  fleetDays: [],
};
export const versionIn = async (committing: ReturnType<Store['commit']>) => {
  const committed = await committing;
  assert.ok('version' in committed, 'the commit was refused');
  return committed.version;
};
/** What a commit comes to that is refused. */
export const outdated = { refused: 'outdated' };
