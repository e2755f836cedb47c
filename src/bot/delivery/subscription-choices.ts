// Keeps what conversations want to hear, and when.

import { newsKinds } from '../../domain/subscription/news-kinds.js';
import { reporting } from '../../domain/subscription/report-day.js';
import type { NewsSubscription } from '../../domain/subscription/subscription.js';
import { changeConversation } from '../../operations/commit.js';
import type { Conversation } from '../../operations/ports/rows.js';
import type { Store } from '../../operations/ports/store.js';
import type { Clock } from '../../runtime/clock.js';
import { Emitter } from '../../runtime/emitter.js';
import type { Log } from '../../runtime/log.js';

/** What people choose for their conversations. */
export class SubscriptionChoices {
  readonly #deps: { readonly store: Store; readonly clock: Clock; readonly log: Log };
  /** A conversation hears something else, or at other times. */
  readonly chosen = new Emitter<[conversationId: string]>();

  constructor(deps: { readonly store: Store; readonly clock: Clock; readonly log: Log }) {
    this.#deps = deps;
  }

  /**
   * Keeps what a conversation wants, which subscribes it. A digest is due from then on, and the next month's report. `by`: the
   * person's id.
   * @throws StoreError
   */
  async choose(
    conversationId: string,
    { subscription, isReported }: { readonly subscription: NewsSubscription; readonly isReported: boolean },
    by: string,
  ): Promise<void> {
    const { store, clock, log } = this.#deps;
    const digestedAt = clock.now();
    await changeConversation(
      store,
      conversationId,
      (known) => known && { ...reporting(known, isReported, digestedAt), subscribed: true, subscription, digestedAt },
    );
    log.info('subscriptionChosen', { conversationId, by });
    this.chosen.emit(conversationId);
  }
}

/** All that can be muted is, so that only what must be heard arrives. */
export function mutedWhole(subscription: NewsSubscription | undefined): NewsSubscription {
  const { digest: _, ...kept } = subscription ?? { muted: [] };
  return { ...kept, muted: newsKinds };
}

/** Whether all kinds are muted. */
export function isMutedWhole({ muted }: NewsSubscription): boolean {
  return newsKinds.every((kind) => muted.includes(kind));
}

/** Whether no other conversation that can be reached subscribes. */
export function isLastPlace(conversations: Iterable<Conversation>, conversationId: string): boolean {
  return ![...conversations].some(
    ({ id, subscribed, unreachable, deletedAt }) => id !== conversationId && subscribed && !unreachable && !deletedAt,
  );
}
