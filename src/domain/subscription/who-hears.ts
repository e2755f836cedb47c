// Who hears of what happens: one rule for every message that isn't an answer.
import type { Query } from '../query/query.js';
import type { Instant } from '../time.js';
import type { NewsKind } from './news-kinds.js';
import { everythingAtOnce, isWanted, type NewsSubscription } from './subscription.js';

/** A conversation, as far as it decides who hears. */
export interface Hearer {
  readonly id: string;
  /** Whether it gets news by itself. */
  readonly subscribed: boolean;
  /** Which ones. Absent: all. */
  readonly subscription?: NewsSubscription | undefined;
  /** Absent: not known. */
  readonly kind?: string;
  /** Who was met there. Absent: it's not known. */
  readonly people?: readonly { readonly id: string }[] | undefined;
  /** Absent: messages reach it, as far as is known. */
  readonly unreachable?: object | undefined;
  /** Absent: it's there. */
  readonly deletedAt?: Instant | undefined;
}

/** News of a tenant, as far as they decide who hears. */
export interface TenantTopic {
  readonly kind: 'tenant';
  readonly news: NewsKind;
  /** Whether it can't be muted in the last conversation that hears it. */
  readonly mustBeHeard: boolean;
  /** Whether it's what became of what was asked for from `askedFrom`. */
  readonly isOutcome: boolean;
  /** Whether the tenant is one that a query asks for. */
  readonly isAbout: (query: Query) => boolean;
  /** The conversation where what comes of it was asked for. */
  readonly askedFrom: string | undefined;
  /** Id of the person who asks for a second admin: their own chat alone isn't enough. Absent: any chat is. */
  readonly askerId?: string | undefined;
}

/** What there is to hear of. */
export type Topic =
  | TenantTopic
  /** What one person waits for. `askedFrom`: as above. `isOnlyTheirs`: no other conversation hears of it. */
  | {
      readonly kind: 'asker';
      readonly personId: string;
      readonly askedFrom: string | undefined;
      readonly isOnlyTheirs?: true;
    }
  /** What only an admin can fix. `adminChatIds`: the personal chats of admins. */
  | { readonly kind: 'administration'; readonly news: NewsKind; readonly adminChatIds: readonly string[] };

/** Why a conversation hears of something. `lastPlace`: it has muted it, and no other that can be reached hears of it. */
export type Reason = 'subscription' | 'asked' | 'admin' | 'lastPlace';

/** A conversation that hears of something, and why. */
export interface Hearing {
  readonly id: string;
  readonly why: Reason;
}

/** The ids of the conversations that hear of something. */
export function hearersOf(topic: Topic, conversations: Iterable<Hearer>): readonly string[] {
  return hearingsOf(topic, conversations).map(({ id }) => id);
}

/**
 * Who hears of something, and why. A tenant's news go to every subscribed conversation that wants them and to the one where
 * they were asked for: there, what became of it comes whatever was muted, and all the rest where it has no subscription of its own.
 * What only an admin can fix goes to the admins' personal chats, and, while none of those can be reached, to the reachable subscribed
 * conversations too. What must be heard and reaches no one so goes to the reachable conversations that have muted it. What one person waits for
 * goes to their own chat, else to where they asked, else to the subscribed conversations; what is only theirs, to their own chat alone. What is due to an unreachable one
 * waits; a deleted one hears nothing.
 */
export function hearingsOf(topic: Topic, conversations: Iterable<Hearer>): readonly Hearing[] {
  const existing = [...conversations].filter(({ deletedAt }) => deletedAt === undefined);
  switch (topic.kind) {
    case 'tenant':
      return whoFollows(existing, topic);
    case 'asker':
      return whoAsked(existing, topic).map(({ id }) => ({ id, why: 'asked' }));
    case 'administration':
      return whoFixes(existing, topic);
    default:
      return topic satisfies never;
  }
}

function whoFollows(existing: readonly Hearer[], topic: TenantTopic): readonly Hearing[] {
  const { news, mustBeHeard, isOutcome, isAbout, askedFrom, askerId } = topic;
  const reasonFor = ({ id, subscribed, subscription = everythingAtOnce }: Hearer): Reason | undefined => {
    if (subscribed && isWanted(subscription, news, isAbout)) return 'subscription';
    return id === askedFrom && (isOutcome || !subscribed) ? 'asked' : undefined;
  };
  const reasons = new Map(existing.map((each) => [each.id, reasonFor(each)]));
  const hearing = existing.filter(({ id }) => reasons.get(id) !== undefined);
  const muting = mustBeHeard ? existing.filter((each) => each.subscribed && !reasons.get(each.id)) : [];
  const heard = hearing.filter((each) => askerId === undefined || !isOwnChat(each, askerId));
  for (const { id } of orReachable(heard, muting)) reasons.set(id, 'lastPlace');
  return existing.flatMap(({ id }) => {
    const why = reasons.get(id);
    return why === undefined ? [] : [{ id, why }];
  });
}

/** Those of `others` that have to hear as well, since none that hears can be reached; those that can be reached, if any. */
function orReachable(hearing: readonly Hearer[], others: readonly Hearer[]): readonly Hearer[] {
  if (hearing.some(isReachable)) return [];
  const reachable = others.filter(isReachable);
  return reachable.length === 0 && hearing.length === 0 ? others : reachable;
}

// The first that can be reached; where none can, the first that there is, in which it waits.
function whoAsked(
  existing: readonly Hearer[],
  { personId, askedFrom, isOnlyTheirs }: Extract<Topic, { readonly kind: 'asker' }>,
): readonly Hearer[] {
  const own = existing.filter((each) => isOwnChat(each, personId));
  const others = [existing.filter(({ id }) => id === askedFrom), existing.filter(({ subscribed }) => subscribed)];
  const ways = isOnlyTheirs ? [own] : [own, ...others];
  const reachable = ways.map((way) => way.filter(isReachable));
  return [...reachable, ...ways].find((way) => way.length > 0) ?? [];
}

function whoFixes(
  existing: readonly Hearer[],
  { adminChatIds, news }: Extract<Topic, { readonly kind: 'administration' }>,
): readonly Hearing[] {
  const wants = ({ subscription = everythingAtOnce }: Hearer) => isWanted(subscription, news);
  const all = existing.filter(({ id }) => adminChatIds.includes(id));
  const hearing = all.filter(wants);
  const lastOfAdmins = orReachable(
    hearing,
    all.filter((each) => !wants(each)),
  );
  const admins = [...hearing, ...lastOfAdmins];
  const subscribed = admins.some(isReachable)
    ? []
    : existing.filter((each) => each.subscribed && isReachable(each) && !adminChatIds.includes(each.id));
  const others = subscribed.filter(wants);
  return [
    ...all
      .filter((each) => admins.includes(each))
      .map(({ id }): Hearing => ({ id, why: lastOfAdmins.some((each) => each.id === id) ? 'lastPlace' : 'admin' })),
    ...others.map(({ id }): Hearing => ({ id, why: 'subscription' })),
    ...(others.length > 0 ? [] : subscribed.map(({ id }): Hearing => ({ id, why: 'lastPlace' }))),
  ];
}

function isOwnChat({ kind, people }: Hearer, personId: string): boolean {
  return kind === 'personal' && people?.[0]?.id === personId;
}

function isReachable({ unreachable }: Hearer): boolean {
  return !unreachable;
}
