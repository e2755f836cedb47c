// How things stand now, in figures.
import { type Status, statuses } from '../domain/tenant/status.js';
import type { Duties } from '../operations/ports/duties.js';
import type { Replication } from '../operations/ports/replication.js';
import type { Conversation } from '../operations/ports/rows.js';
import type { Store } from '../operations/ports/store.js';

/** Figures of one moment. */
export interface Readings {
  readonly tenants: Readonly<Record<Status, number>>;
  readonly conversations: Readonly<Record<ConversationState, number>>;
  /** Messages that are due and not sent yet, without those that wait for an unreachable conversation. */
  readonly deliveriesDue: number;
  readonly postedCards: number;
  readonly checksUnderWay: number;
  readonly checksPlanned: number;
  /** Absent: nothing has been read since the start. */
  readonly lastReconcileAgeSeconds?: number | undefined;
  readonly areReconcilesFailing: boolean;
}

/** The parts that figures are read from. */
export interface Gauged {
  readonly store: Store;
  readonly scheduler: { counts(): { readonly underWay: number; readonly planned: number } };
  readonly reconciles: { readonly secondsSinceReconciled: number | undefined; readonly failing: unknown };
  readonly postedCards: { readonly cards: readonly { readonly conversationId: string }[] };
  readonly duties: Duties;
  /** Absent: there's one process, which shares nothing. */
  readonly replication?: Replication | undefined;
}

type ConversationState = 'subscribed' | 'unsubscribed' | 'unreachable';

const conversationStates = ['subscribed', 'unsubscribed', 'unreachable'] as const;

/** Reads all figures now. */
export function readingsOf({ store, scheduler, reconciles, postedCards }: Gauged): Readings {
  const { underWay, planned } = scheduler.counts();
  const { secondsSinceReconciled, failing } = reconciles;
  return {
    // Tenants in the list; former customers aren't.
    tenants: countBy(
      [...store.tenants()].filter(({ formerCustomer }) => !formerCustomer),
      statuses,
      ({ status }) => status,
    ),
    conversations: countBy(existing(store.conversations()), conversationStates, stateOf),
    deliveriesDue: [...store.deliveries()].filter(({ conversationId }) => !isUnreachable(store, conversationId)).length,
    postedCards: postedCards.cards.length,
    checksUnderWay: underWay,
    checksPlanned: planned,
    lastReconcileAgeSeconds: secondsSinceReconciled,
    areReconcilesFailing: failing !== undefined,
  };
}

function isUnreachable(store: Store, conversationId: string): boolean {
  return store.conversation(conversationId)?.unreachable !== undefined;
}

function existing(conversations: Iterable<Conversation>): readonly Conversation[] {
  return [...conversations].filter(({ deletedAt }) => deletedAt === undefined);
}

function stateOf({ subscribed, unreachable }: Conversation): ConversationState {
  if (unreachable) return 'unreachable';
  return subscribed ? 'subscribed' : 'unsubscribed';
}

/** How many there are of each; zero is a figure too, since one that comes and goes is hard to watch. */
function countBy<T, K extends string>(all: Iterable<T>, keys: readonly K[], keyOf: (each: T) => K): Record<K, number> {
  const counts = Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;
  for (const each of all) counts[keyOf(each)] += 1;
  return counts;
}
