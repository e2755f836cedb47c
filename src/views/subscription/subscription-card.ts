// The card of `/subscribe`: what a conversation hears and when, with inputs that change it.
import { printQuery } from '../../domain/query/print-query.js';
import { type Weekday, weekdays } from '../../domain/subscription/local-time.js';
import { newsKinds } from '../../domain/subscription/news-kinds.js';
import { writeTimeOfDay, writeWeekHours } from '../../domain/subscription/read-week-hours.js';
import type { NewsSubscription } from '../../domain/subscription/subscription.js';
import type { Words } from '../catalogue.js';
import { queryNames } from '../explain/query-words.js';
import { frameOf, type ViewContext } from '../render/context.js';
import { type Card, render } from '../render/templates.js';
import { capital, literal } from '../render/text.js';
import type { Button } from '../render/verbs.js';
import type { Literal } from '../words/text-types.js';

/** When a digest comes, as one choice. */
export const digestChoices = ['none', 'daily', ...weekdays] as const;

/** What can be chosen: kinds of news, and the monthly report about all tenants. */
export const hearingChoices = [...newsKinds, 'report'] as const;

/** What the inputs of the card say, as they're typed. */
export interface TypedSubscription {
  /** What is chosen of `hearingChoices`, with commas between them. */
  readonly kinds: string;
  readonly about: string;
  readonly quiet: string;
  readonly digest: (typeof digestChoices)[number];
  readonly digestAt: string;
  readonly zone: string;
}

const usualDigestMinute = 8 * 60;
const mostTyped = 200;

/** A subscription as the inputs say it. `isReported`: whether the monthly report comes. */
export function typedSubscription(
  { muted, query, quiet = [], digest, zone = 'UTC' }: NewsSubscription,
  isReported: boolean,
  words: Words,
): TypedSubscription {
  return {
    kinds: hearingChoices.filter((kind) => (kind === 'report' ? isReported : !muted.includes(kind))).join(','),
    about: query ? printQuery(query, queryNames(words)) : '',
    quiet: writeWeekHours(quiet, words.subscriptions),
    digest: digest ? (digest.on ?? 'daily') : 'none',
    digestAt: writeTimeOfDay(digest?.at ?? usualDigestMinute),
    zone,
  };
}

/** The card. `said`: what came of the last change, or what isn't understood of it. */
export function subscriptionView(typed: TypedSubscription, said: readonly Literal[], context: ViewContext): Card {
  const { subscriptions } = context.words;
  const title = subscriptions.title;
  const data = {
    title,
    lines: [...said, subscriptions.asked],
    kindsLabel: subscriptions.kindsLabel,
    kinds: typed.kinds,
    kindChoices: hearingChoices.map((value) => ({ title: subscriptions.kinds[value], value })),
    aboutLabel: subscriptions.aboutLabel,
    aboutHint: subscriptions.aboutHint,
    about: literal(typed.about, mostTyped),
    quietLabel: subscriptions.quietLabel,
    quietHint: subscriptions.quietHint,
    quiet: literal(typed.quiet, mostTyped),
    digestLabel: subscriptions.digestLabel,
    digest: typed.digest,
    digestChoices: digestChoices.map((value) => ({ title: digestChoiceWords(value, context.words), value })),
    digestAtLabel: subscriptions.digestAtLabel,
    digestAt: literal(typed.digestAt, 20),
    zoneLabel: subscriptions.zoneLabel,
    zoneHint: literal('Europe/Berlin'),
    digestAtHint: literal(writeTimeOfDay(usualDigestMinute)),
    zone: literal(typed.zone, 60),
    actions: [
      subscriptionButton('subscription.save', subscriptions.save, context.words, 'positive'),
      subscriptionButton('subscription.hear', subscriptions.show, context.words),
      subscriptionButton('subscription.end', subscriptions.unsubscribe, context.words),
    ],
  };
  return render('subscription', data, frameOf(context, title));
}

/** A button about the conversation's subscription. */
export function subscriptionButton(
  verb: Extract<Button['verb'], `subscription.${string}`>,
  title: Literal,
  { buttons, subscriptions }: Words,
  style: Button['style'] = 'default',
): Button {
  return { title, tooltip: buttons.about({ title, subject: subscriptions.title }), verb, data: {}, style };
}

/** When a digest comes, in words. */
export function digestChoiceWords(choice: TypedSubscription['digest'], words: Words): Literal {
  const { digests } = words.subscriptions;
  if (choice === 'none' || choice === 'daily') return digests[choice];
  return digests.weekly({ day: literal(capital(longNameOf(choice, words)), 20) });
}

function longNameOf(day: Weekday, { subscriptions }: Words): string {
  return subscriptions.days[day].at(1) ?? day;
}
