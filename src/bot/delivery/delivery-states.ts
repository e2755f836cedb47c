// What arrives in which conversation.
import type { Store } from '../../operations/ports/store.js';
import type { DeliveryState } from '../../views/health/status-report.js';
import type { SendQueue } from './send-queue.js';

/** The conversations that exist, each with its names and with what arrives there. */
export function deliveryStatesOf(store: Store, sendQueue: Pick<SendQueue, 'failing'>): readonly DeliveryState[] {
  const waiting = new Map<string, number>();
  for (const { conversationId } of store.deliveries()) {
    waiting.set(conversationId, (waiting.get(conversationId) ?? 0) + 1);
  }
  const existing = [...store.conversations()].filter(({ deletedAt }) => deletedAt === undefined);
  // Teams says a team's name at its installation, which happens in one channel.
  const teamNames = new Map(
    existing.flatMap(({ teamId, teamName }) => (teamId && teamName ? [[teamId, teamName]] : [])),
  );
  return existing.map(({ id, kind, name, teamId = '', teamName, subscribed, unreachable }) => ({
    kind,
    name,
    teamName: teamName ?? teamNames.get(teamId),
    // Its id is the team's.
    isGeneral: id === teamId,
    subscribed,
    unreachable,
    failing: sendQueue.failing(id),
    waiting: waiting.get(id) ?? 0,
  }));
}
