// The card of `/subscriptions`: what a conversation hears, and why.
import { printQuery } from '../../domain/query/print-query.js';
import { type NewsKind, newsKinds } from '../../domain/subscription/news-kinds.js';
import { writeTimeOfDay, writeWeekHours } from '../../domain/subscription/read-week-hours.js';
import type { NewsSubscription } from '../../domain/subscription/subscription.js';
import { queryNames } from '../explain/query-words.js';
import type { ViewContext } from '../render/context.js';
import { messageView } from '../render/message.js';
import type { Card } from '../render/templates.js';
import { literal } from '../render/text.js';
import type { Literal } from '../words/text-types.js';
import { digestChoiceWords, subscriptionButton } from './subscription-card.js';

/** Why news of a kind arrive in a conversation, or don't. `elsewhere`: admins hear of them in chats of their own. */
export type KindHeard = 'subscription' | 'lastPlace' | 'muted' | 'elsewhere';

/** What a conversation hears. */
export interface Hears {
  /** Absent: it doesn't subscribe. */
  readonly subscription: NewsSubscription | undefined;
  readonly why: Readonly<Record<NewsKind, KindHeard>>;
  /** Whether the monthly report comes. */
  readonly isReported: boolean;
}

/** The card. */
export function hearingView({ subscription, why, isReported }: Hears, context: ViewContext): Card {
  const { subscriptions } = context.words;
  const lines: readonly Literal[] = subscription
    ? [
        ...newsKinds.map((kind) => kindWords(kind, why[kind], context)),
        kindWords('report', isReported ? 'subscription' : 'muted', context),
        subscriptions.asked,
        ...whenLines(subscription, context),
      ]
    : [subscriptions.off, subscriptions.asked];
  const actions = [subscriptionButton('subscription.show', subscriptions.change, context.words, 'positive')];
  return messageView({ title: subscriptions.title, lines, actions }, context);
}

function kindWords(kind: NewsKind | 'report', why: KindHeard, { words: { subscriptions } }: ViewContext): Literal {
  return subscriptions.why[why]({ kind: subscriptions.kinds[kind] });
}

function whenLines(
  { query, quiet = [], digest, zone = 'UTC' }: NewsSubscription,
  { words }: ViewContext,
): readonly Literal[] {
  const { subscriptions } = words;
  const inZone = literal(zone, 60);
  return [
    ...(query ? [subscriptions.about({ query: literal(printQuery(query, queryNames(words)), 200) })] : []),
    ...(quiet.length === 0
      ? []
      : [subscriptions.quietAt({ hours: literal(writeWeekHours(quiet, subscriptions), 200), zone: inZone })]),
    ...(digest
      ? [
          subscriptions.digestAt({
            when: digestChoiceWords(digest.on ?? 'daily', words),
            time: literal(writeTimeOfDay(digest.at)),
            zone: inZone,
          }),
        ]
      : []),
  ];
}
