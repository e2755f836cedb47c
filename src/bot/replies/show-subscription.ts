// The answers to /subscribe, /unsubscribe and /subscriptions, and what the buttons of their cards do.
import { type NewsKind, newsKinds } from '../../domain/subscription/news-kinds.js';
import { everythingAtOnce, isWanted, type NewsSubscription } from '../../domain/subscription/subscription.js';
import { hearingsOf, type Topic } from '../../domain/subscription/who-hears.js';
import { messageView } from '../../views/render/message.js';
import { personName } from '../../views/render/text.js';
import { hearingView, type KindHeard } from '../../views/subscription/hearing-card.js';
import {
  subscriptionView,
  type TypedSubscription,
  typedSubscription,
} from '../../views/subscription/subscription-card.js';
import type { Literal } from '../../views/words/text-types.js';
import { isLastPlace, isMutedWhole, mutedWhole } from '../delivery/subscription-choices.js';
import type { Reply, Turn } from '../turn/turn.js';
import type { BotServices } from './bot-services.js';
import { refusedToChoose } from './conversation-choice.js';
import { type ChosenSubscription, readSubscription } from './read-subscription.js';

const nothingTyped: ChosenSubscription = {
  kinds: [],
  about: '',
  quiet: '',
  digest: 'none',
  digestAt: '08:00',
  zone: 'UTC',
};

/** What the conversation hears and when, to be changed. `said`: what is said first. */
export function showSubscription(services: BotServices, turn: Turn, said: readonly Literal[] = []): Reply {
  const context = services.context();
  const { words } = context;
  const typed = typedSubscription(subscriptionIn(services, turn), isReported(services, turn), words);
  return { card: subscriptionView(typed, said, context), summary: words.subscriptions.title };
}

/** Subscribes the conversation, and shows to what. @throws StoreError */
export async function subscribe(services: BotServices, turn: Turn): Promise<Reply> {
  const { conversationId } = turn;
  const hasChanged = await services.subscriptions.subscribe(conversationId, true);
  const { subscription } = services.store.conversation(conversationId) ?? {};
  const wasMuted = subscription !== undefined && isMutedWhole(subscription);
  if (wasMuted)
    await services.subscriptionChoices.choose(
      conversationId,
      { subscription: { ...subscription, muted: [] }, isReported: isReported(services, turn) },
      turn.actor.id,
    );
  const { isNow, wasAlready } = services.context().words.replies.subscription;
  const title = hasChanged || wasMuted ? isNow : wasAlready;
  return { ...showSubscription(services, turn, [title]), summary: title };
}

/** Keeps what was chosen on the card, or says what isn't understood of it. @throws StoreError */
export async function saveSubscription(
  services: BotServices,
  turn: Turn,
  data: { readonly [Key in keyof ChosenSubscription]?: ChosenSubscription[Key] | undefined },
): Promise<Reply> {
  const refused = await refusedToChoose(services, turn, 'subscribe');
  if (refused) return refused;
  const context = services.context();
  const { subscriptions } = context.words;
  const given = Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
  const chosen: ChosenSubscription = { ...nothingTyped, ...(turn.zone && { zone: turn.zone }), ...given };
  // Who is meant by "me" isn't known later, and others read it.
  const typed: ChosenSubscription = { ...chosen, about: services.tenantList.typedBy(chosen.about, turn.actor) };
  const read = readSubscription(typed, services.tenantList, context.words);
  if ('problems' in read) {
    const shown: TypedSubscription = { ...typed, kinds: typed.kinds.join(',') };
    const said = [...read.problems, subscriptions.notSaved];
    return { card: subscriptionView(shown, said, context), summary: subscriptions.notSaved };
  }
  await services.subscriptionChoices.choose(turn.conversationId, read, turn.actor.id);
  const meIs =
    typed.about === chosen.about ? [] : [subscriptions.meIs({ person: personName(turn.actor, context.words) })];
  return { ...showSubscription(services, turn, [subscriptions.saved, ...meIs]), summary: subscriptions.saved };
}

/** Ends the subscription; in the last place that hears anything, all but what must be heard. @throws StoreError */
export async function unsubscribe(services: BotServices, turn: Turn): Promise<Reply> {
  const { conversationId } = turn;
  const context = services.context();
  const { replies, subscriptions } = context.words;
  const { isNoLonger, wasNot, notSubscribed } = replies.subscription;
  const known = services.store.conversation(conversationId);
  if (known?.subscribed && isLastPlace(services.store.conversations(), conversationId)) {
    const muted = { subscription: mutedWhole(known.subscription), isReported: false };
    await services.subscriptionChoices.choose(conversationId, muted, turn.actor.id);
    return { card: messageView({ title: isNoLonger, lines: [subscriptions.lastPlace] }, context), summary: isNoLonger };
  }
  const hasChanged = await services.subscriptions.subscribe(conversationId, false);
  const title = hasChanged ? isNoLonger : wasNot;
  return { card: messageView({ title, lines: [notSubscribed] }, context), summary: title };
}

/** What the conversation hears, and why. */
export async function showHearing(services: BotServices, turn: Turn): Promise<Reply> {
  const context = services.context();
  const known = services.store.conversation(turn.conversationId);
  const subscription = known?.subscribed ? (known.subscription ?? everythingAtOnce) : undefined;
  const why = Object.fromEntries(
    await Promise.all(newsKinds.map(async (kind) => [kind, await whyHeard(services, turn, kind)] as const)),
  ) as Record<NewsKind, KindHeard>;
  return {
    card: hearingView({ subscription, why, isReported: isReported(services, turn) }, context),
    summary: context.words.subscriptions.title,
  };
}

const atLast: readonly NewsKind[] = ['lost', 'ends', 'offboarding'];
const ofAdmins: readonly NewsKind[] = ['alarms', 'leftovers'];

async function whyHeard(services: BotServices, turn: Turn, news: NewsKind): Promise<KindHeard> {
  const { store } = services;
  const { conversationId } = turn;
  const isMuted = !isWanted(subscriptionIn(services, turn), news);
  if (ofAdmins.includes(news)) {
    if (!(await services.hearers.ofAdmins(news)).includes(conversationId)) return isMuted ? 'muted' : 'elsewhere';
    return isMuted ? 'lastPlace' : 'subscription';
  }
  if (!isMuted) return 'subscription';
  // Of a tenant that no query asks for, which is where it matters.
  const topic: Topic = {
    ...{ kind: 'tenant', news, mustBeHeard: atLast.includes(news), isOutcome: false, askedFrom: undefined },
    isAbout: () => false,
  };
  return hearingsOf(topic, store.conversations()).some(({ id }) => id === conversationId) ? 'lastPlace' : 'muted';
}

function isReported({ store }: BotServices, { conversationId }: Turn): boolean {
  return store.conversation(conversationId)?.reportedFor !== undefined;
}

function subscriptionIn({ store }: BotServices, { conversationId, zone }: Turn): NewsSubscription {
  const known = store.conversation(conversationId)?.subscription ?? everythingAtOnce;
  return { ...(zone && { zone }), ...known };
}
