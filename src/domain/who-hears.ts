// Who hears of what happens: one rule for every message that isn't an answer.
import type { Instant } from './time.js';

/** A conversation, as far as it decides who hears. */
export interface Hearer {
  readonly id: string;
  /** Whether it gets the news of every tenant. */
  readonly subscribed: boolean;
  /** Absent: messages reach it, as far as is known. */
  readonly unreachable?: object | undefined;
  /** Absent: it's there. */
  readonly deletedAt?: Instant | undefined;
}

/** What there is to hear of. */
export type Topic =
  /** A tenant. `askedFrom`: the conversation where what comes of it was asked for. */
  | { readonly kind: 'tenant'; readonly askedFrom: string | undefined }
  /** What only an admin can fix. `adminChatIds`: the personal chats of admins. */
  | { readonly kind: 'administration'; readonly adminChatIds: readonly string[] };

/**
 * The ids of the conversations that hear of something. A tenant's news go to every subscribed conversation and to the one
 * where it was asked for. What only an admin can fix goes to the admins' personal chats, and, while none of those can be
 * reached, to the reachable subscribed conversations too. What is due to an unreachable one waits; a deleted one hears nothing.
 */
export function hearersOf(topic: Topic, conversations: Iterable<Hearer>): readonly string[] {
  const existing = [...conversations].filter(({ deletedAt }) => deletedAt === undefined);
  const hearers =
    topic.kind === 'tenant'
      ? existing.filter(({ id, subscribed }) => subscribed || id === topic.askedFrom)
      : whoFixes(existing, topic.adminChatIds);
  return hearers.map(({ id }) => id);
}

function whoFixes(existing: readonly Hearer[], adminChatIds: readonly string[]): readonly Hearer[] {
  const admins = existing.filter(({ id }) => adminChatIds.includes(id));
  if (admins.some(({ unreachable }) => !unreachable)) return admins;
  return [...admins, ...existing.filter(({ subscribed, unreachable }) => subscribed && !unreachable)];
}
