// Who hears of what happens: one rule for every message that isn't an answer.
import type { Instant } from './time.js';

/** A conversation, as far as it decides who hears. */
export interface Hearer {
  readonly id: string;
  /** Whether it gets the news of every tenant. */
  readonly subscribed: boolean;
  /** Absent: not known. */
  readonly kind?: string;
  /** Who was met there. Absent: it's not known. */
  readonly people?: readonly { readonly id: string }[] | undefined;
  /** Absent: messages reach it, as far as is known. */
  readonly unreachable?: object | undefined;
  /** Absent: it's there. */
  readonly deletedAt?: Instant | undefined;
}

/** What there is to hear of. */
export type Topic =
  /** A tenant. `askedFrom`: the conversation where what comes of it was asked for. */
  | { readonly kind: 'tenant'; readonly askedFrom: string | undefined }
  /** What one person waits for. `askedFrom`: as above. */
  | { readonly kind: 'asker'; readonly personId: string; readonly askedFrom: string | undefined }
  /** What only an admin can fix. `adminChatIds`: the personal chats of admins. */
  | { readonly kind: 'administration'; readonly adminChatIds: readonly string[] };

/**
 * The ids of the conversations that hear of something. A tenant's news go to every subscribed conversation and to the one
 * where it was asked for. What only an admin can fix goes to the admins' personal chats, and, while none of those can be
 * reached, to the reachable subscribed conversations too. What one person waits for goes to their own chat, else to where they asked,
 * else to the subscribed conversations. What is due to an unreachable one waits; a deleted one hears nothing.
 */
export function hearersOf(topic: Topic, conversations: Iterable<Hearer>): readonly string[] {
  const existing = [...conversations].filter(({ deletedAt }) => deletedAt === undefined);
  return hearersAmong(existing, topic).map(({ id }) => id);
}

function hearersAmong(existing: readonly Hearer[], topic: Topic): readonly Hearer[] {
  switch (topic.kind) {
    case 'tenant':
      return existing.filter(({ id, subscribed }) => subscribed || id === topic.askedFrom);
    case 'asker':
      return whoAsked(existing, topic);
    case 'administration':
      return whoFixes(existing, topic.adminChatIds);
    default:
      return topic satisfies never;
  }
}

// The first that can be reached; where none can, the first that there is, in which it waits.
function whoAsked(
  existing: readonly Hearer[],
  { personId, askedFrom }: Extract<Topic, { readonly kind: 'asker' }>,
): readonly Hearer[] {
  const ways = [
    existing.filter(({ kind, people }) => kind === 'personal' && people?.[0]?.id === personId),
    existing.filter(({ id }) => id === askedFrom),
    existing.filter(({ subscribed }) => subscribed),
  ];
  const reachable = ways.map((way) => way.filter(({ unreachable }) => !unreachable));
  return [...reachable, ...ways].find((way) => way.length > 0) ?? [];
}

function whoFixes(existing: readonly Hearer[], adminChatIds: readonly string[]): readonly Hearer[] {
  const admins = existing.filter(({ id }) => adminChatIds.includes(id));
  if (admins.some(({ unreachable }) => !unreachable)) return admins;
  return [...admins, ...existing.filter(({ subscribed, unreachable }) => subscribed && !unreachable)];
}
