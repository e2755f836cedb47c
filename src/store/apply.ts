// What does a batch of changes make of the state?
import type { Change } from '../operations/ports.js';
import type { State } from './state.js';

/** The state after the changes, in their order. Parts that none of them touches stay the very same objects. */
export function apply(state: State, changes: readonly Change[]): State {
  return {
    ...state,
    tenants: replaced(state.tenants, changes, ({ tenants = [], forgottenTenantIds = [] }) => ({
      entries: tenants.map((tenant) => [tenant.tenantId, tenant]),
      removed: forgottenTenantIds,
    })),
    conversations: replaced(state.conversations, changes, ({ conversations = [], forgottenConversationIds = [] }) => ({
      entries: conversations.map((conversation) => [conversation.id, conversation]),
      removed: forgottenConversationIds,
    })),
    deliveries: replaced(state.deliveries, changes, ({ deliveries = [], doneDeliveryIds = [] }) => ({
      entries: deliveries.map((delivery) => [delivery.id, delivery]),
      removed: doneDeliveryIds,
    })),
  };
}

interface Part<T> {
  readonly entries: readonly (readonly [string, T])[];
  readonly removed: readonly string[];
}

function replaced<T>(
  record: Readonly<Record<string, T>>,
  changes: readonly Change[],
  partOf: (change: Change) => Part<T>,
): Readonly<Record<string, T>> {
  const parts = changes.map(partOf).filter(({ entries, removed }) => entries.length > 0 || removed.length > 0);
  if (parts.length === 0) return record;
  // One copy for the whole batch: a sweep may bring ten thousand changes at once.
  const next = { ...record };
  for (const { entries, removed } of parts) {
    for (const key of removed) delete next[key];
    for (const [key, entry] of entries) next[key] = entry;
  }
  return next;
}
