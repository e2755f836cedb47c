// Tells news that have a card: with the card, as a line under it where a channel has it, or in short.
import type { Delivery } from '../../operations/ports/rows.js';
import type { Store } from '../../operations/ports/store.js';
import type { HeldLock } from '../../runtime/keyed-lock.js';
import type { ContextOf, ViewContext } from '../../views/render/context.js';
import { messageView } from '../../views/render/message.js';
import type { CardUpdater, DrawnView } from '../cards/card-updater.js';
import { DeliveryError, type DrawnMessage, isAboutMessage, isHopeless } from '../delivery/messenger.js';
import type { Audience } from '../people/audience.js';
import { threadOf } from '../turn/teams-activity.js';
import { type NewsView, newsCard, newsInShort, type ToldNews } from './news-card.js';
import { concernedBy, isUrgent } from './urgent-news.js';

/** What telling news with their card takes. */
export interface CardNewsDeps {
  readonly store: Store;
  readonly updater: CardUpdater;
  readonly audience: Audience;
  readonly context: ContextOf;
}

/** Sends what is drawn when its turn comes, to a conversation or a thread of it; resolves to the id of the message. */
export type Send = (draw: () => DrawnMessage | undefined, threadId?: string) => Promise<string>;

/** What there is to tell. */
export interface NewsToTell {
  readonly conversationId: string;
  readonly delivery: Delivery;
  readonly lock: HeldLock;
  readonly send: Send;
  /** As things are when it's asked; `undefined`: nothing has to be told any more. */
  readonly tellNow: () => ToldNews | undefined;
}

/** Tells news with their card. */
export class CardNews {
  readonly #deps: CardNewsDeps;

  constructor(deps: CardNewsDeps) {
    this.#deps = deps;
  }

  /**
   * In a channel the subject's newest card there is what news are told under, a line each, for thirty days or until Teams no longer
   * has it.
   * @throws DeliveryError, or LockLost before anything was sent.
   */
  async tell(news: NewsToTell): Promise<void> {
    const told = news.tellNow();
    if (!told || (await this.#tellUnderRoot(news, told))) return;
    if (news.delivery.kind === 'tenant' && news.delivery.inShort) return this.#tellInShort(news);
    await this.#tellInFull(news).catch((error) => {
      if (!isHopeless(error)) throw error;
      return this.#tellInShort(news);
    });
  }

  /** What a message that may be urgent is drawn with, and whether it is: then it alerts and names whom it concerns. */
  drawnWith(
    conversationId: string,
    deliveries: readonly Delivery[],
  ): { readonly now: ViewContext; readonly alerts: boolean } {
    const { store, audience, context } = this.#deps;
    const now = context(audience.roleIn(conversationId), audience.languageIn(conversationId));
    const tenantOf = (tenantId: string) => store.tenant(tenantId);
    const urgent = deliveries.filter((each) => isUrgent(each, tenantOf, now.now));
    const concerned = audience.namedIn(conversationId, concernedBy(urgent, tenantOf));
    return { now: concerned.length > 0 ? { ...now, concerned } : now, alerts: urgent.length > 0 };
  }

  /** Whether it could. A root that can't be redrawn or answered is none any more. */
  async #tellUnderRoot(news: NewsToTell, { view }: ToldNews): Promise<boolean> {
    const { updater } = this.#deps;
    const root = updater.rootIn(news.conversationId, view);
    if (!root || !(await updater.drawNow(root, news.lock))) return false;
    try {
      await news.send(() => this.#line(news), threadOf(root));
      return true;
    } catch (error) {
      if (!(error instanceof DeliveryError && isAboutMessage(error))) throw error;
      updater.drop(root);
      return false;
    }
  }

  #line({ conversationId, delivery, tellNow }: NewsToTell): DrawnMessage | undefined {
    const told = tellNow();
    if (!told) return undefined;
    const { now, alerts } = this.drawnWith(conversationId, [delivery]);
    return { card: messageView({ title: told.line, lines: [] }, now), summary: told.line, alerts };
  }

  async #tellInFull({ conversationId, delivery, send, tellNow }: NewsToTell): Promise<void> {
    const { store, updater, audience } = this.#deps;
    const shown: { now?: DrawnView } = {};
    const activityId = await send(() => {
      const told = tellNow();
      if (!told) return undefined;
      const { line: summary } = told;
      const { now, alerts } = this.drawnWith(conversationId, [delivery]);
      const view: NewsView =
        delivery.kind === 'tenant' ? { ...told.view, told: { news: delivery.news, at: now.now } } : told.view;
      shown.now = updater.now(view, conversationId);
      const card = newsCard(store, view, now, summary);
      return card && { card: audience.refreshing(conversationId, card, view), summary, alerts };
    });
    if (activityId !== '' && shown.now) updater.posted({ conversationId, activityId }, shown.now);
  }

  async #tellInShort({ conversationId, delivery, send, tellNow }: NewsToTell): Promise<void> {
    await send(() => {
      const told = tellNow();
      const tenant = told && this.#deps.store.tenant(told.view.tenantId);
      if (!told || !tenant) return undefined;
      const { now, alerts } = this.drawnWith(conversationId, [delivery]);
      return { ...newsInShort({ ...told, tenant }, now), alerts };
    });
  }
}
