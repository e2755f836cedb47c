// Keeps cards that are already posted up to date with what they show.

import { LockLost } from '../../domain/errors.js';
import { type DutyDeps, doDuty } from '../../operations/duty.js';
import type { MessageId } from '../../operations/ports/cards.js';
import { cardsDuty } from '../../operations/ports/duties.js';
import type { BackgroundWorker, BackgroundWorkers } from '../../runtime/background-worker.js';
import type { Clock } from '../../runtime/clock.js';
import { type HeldLock, mustHold } from '../../runtime/keyed-lock.js';
import type { Log } from '../../runtime/log.js';
import type { Language } from '../../views/catalogue.js';
import { DeliveryError, isAboutMessage, type Messenger } from '../delivery/messenger.js';
import type { Subscriptions } from '../delivery/subscriptions.js';
import type { Audience } from '../people/audience.js';
import { hasNews, isOtherList, isSameSubject, type PostedView } from '../turn/posted-view.js';
import { beginsThread, withoutThread } from '../turn/teams-activity.js';
import type { CardContent } from './card-content.js';
import { ClickedCards } from './clicked-cards.js';
import type { PostedCards, TeamsCard } from './posted-cards.js';

/** What keeping cards alive takes. */
export interface CardUpdaterDeps extends DutyDeps {
  readonly postedCards: PostedCards;
  readonly content: CardContent;
  readonly audience: Audience;
  readonly messenger: Messenger;
  readonly subscriptions: Subscriptions;
  readonly workers: BackgroundWorkers;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
}

/** What a card shows, and the stamp of that when it was drawn. */
export type DrawnView = Pick<TeamsCard, 'view' | 'drawn'>;

/** How a click was answered. */
export interface Answered {
  /** Whether the others should see the change too. */
  readonly othersMustSee: boolean;
  /** Whether the message was due to be redrawn when the click came. Absent: it wasn't. */
  readonly wasDue?: boolean;
  /** The language of the answer. Absent: the conversation's. */
  readonly language?: Language;
}

// Changes that come together are drawn together.
const gatherMs = 300;
const retryMs = 5000;

/**
 * Redraws a card when what it shows is no longer what was drawn last, however the change came about; so nothing is missed,
 * not even when the process ends in between. A conversation's cards are redrawn by one replica.
 */
export class CardUpdater {
  readonly #deps: CardUpdaterDeps;
  readonly #clickedCards: ClickedCards;
  /** By conversation: one that is planned rests because Teams didn't accept a card. */
  readonly #drawing: BackgroundWorker;
  readonly #refreshing: BackgroundWorker;

  constructor(deps: CardUpdaterDeps) {
    this.#deps = deps;
    const options = { failed: 'cardsNotDrawn', level: 'error' } as const;
    this.#clickedCards = new ClickedCards(deps, () => this.refresh(0));
    this.#drawing = deps.workers.open({ ...options, keyName: 'conversationId' });
    this.#refreshing = deps.workers.open(options);
  }

  /**
   * A view as it stands now in a conversation, so that what changes while its card is on the way to Teams is noticed.
   * `language`: that of its card. Absent: the conversation's.
   */
  now(view: PostedView, conversationId: string, language?: Language): DrawnView {
    return { view, drawn: this.#deps.content.stamp(view, conversationId, language) };
  }

  /** Keeps a message that has just been posted, with what it showed when it was drawn. */
  posted(message: MessageId, { view, drawn }: DrawnView): void {
    const { postedCards, content, audience } = this.#deps;
    const card = { ...message, view, drawn };
    const isRoot = audience.isChannel(message.conversationId) && beginsThread(message) && hasNews(view);
    postedCards[isRoot ? 'keepRoot' : 'keep'](card);
    if (drawn !== content.stamp(view, message.conversationId)) this.refresh();
  }

  /**
   * Keeps what a message shows after a click. `othersMustSee`: the others should see it too; otherwise it stays as it is for them
   * until something about its view changes. One that was due is redrawn, once the person has had time to read what they opened of its subject.
   * A list of which several people have different rows before them isn't: each row stays under its reader's finger.
   */
  showsNow(message: MessageId, view: PostedView, { othersMustSee, wasDue = false, language }: Answered): void {
    const { postedCards, audience, clock } = this.#deps;
    const before = postedCards.find(message);
    if (audience.isShared(message.conversationId) && isOtherList(before?.view, view)) {
      postedCards.drop(message);
      return;
    }
    const { drawn } = this.now(view, message.conversationId, language);
    const isOwed = wasDue && !othersMustSee && before !== undefined && isSameSubject(before.view, view);
    const owed = isOwed ? { owedSince: before.owedSince ?? clock.now() } : {};
    postedCards.clicked({ ...message, view, drawn: othersMustSee || (wasDue && !isOwed) ? '' : drawn, ...owed });
    this.isPainted(message);
  }

  /** A click on a message has just been answered, here or elsewhere: it isn't redrawn before that is shown and, where it may, read. */
  isPainted(message: MessageId): void {
    const { postedCards, audience } = this.#deps;
    this.#clickedCards.clicked(message, postedCards.find(message), audience.isShared(message.conversationId));
  }

  /** After a click that changed nothing: the message shows all people what it showed before. */
  showsAgain(message: MessageId): void {
    const view = this.#deps.postedCards.find(message)?.view;
    if (view) this.showsNow(message, view, { othersMustSee: true });
  }

  /** What a message shows; `undefined`: it isn't kept. */
  viewOn(message: MessageId): PostedView | undefined {
    return this.#deps.postedCards.find(message)?.view;
  }

  /** Whether a message is to be redrawn or is being redrawn. */
  isDue(message: MessageId): boolean {
    const card = this.#deps.postedCards.find(message);
    return card !== undefined && (card.owedSince !== undefined || this.#isOutOfDate(card));
  }

  /** The card under which news of what a view shows are told in a conversation; `undefined`: none, and everywhere but in channels. */
  rootIn(conversationId: string, view: PostedView): TeamsCard | undefined {
    const { postedCards, audience } = this.#deps;
    return audience.isChannel(conversationId) ? postedCards.rootIn(conversationId, view) : undefined;
  }

  /** Whether a card in a conversation follows this batch. */
  followsBatch(conversationId: string, batchId: string): boolean {
    return this.#deps.postedCards
      .in(conversationId)
      .some(({ view }) => view.kind === 'batch' && view.batchId === batchId);
  }

  /** Forgets a card: it stays as it is. */
  drop(message: MessageId): void {
    this.#deps.postedCards.drop(message);
  }

  /**
   * Redraws a card before something is told under it; whether Teams still has it. `lock`: that of its conversation's messages. Who
   * keeps the conversation's cards draws it again, so that nothing older stays on it.
   */
  async drawNow(card: TeamsCard, lock: HeldLock): Promise<boolean> {
    const isOurs = this.#deps.duties.isMine(cardsDuty(card.conversationId));
    await this.#draw(card, lock, isOurs);
    return this.#deps.postedCards.find(card) !== undefined;
  }

  /** Redraws, in a moment, every card that's out of date. */
  refresh(afterMs = gatherMs): void {
    this.#refreshing.schedule('cards', afterMs, () => this.#drawStale());
  }

  /** Redraws now the stale cards of a conversation, even if it would rest longer. */
  wake(conversationId: string): void {
    for (const { conversationId: id } of this.#deps.postedCards)
      if (withoutThread(id) === conversationId) this.#drawing.forget(id);
    this.refresh();
  }

  /** Forgets the cards of a conversation: they stay as they are. */
  forget(conversationId: string): void {
    this.#deps.postedCards.dropAll((card) => withoutThread(card.conversationId) === conversationId);
  }

  // One conversation's cards one after the other; a slow conversation doesn't hold up the rest.
  async #drawStale(): Promise<void> {
    const { postedCards, content, duties } = this.#deps;
    const isOurs = ({ conversationId }: TeamsCard) => duties.isMine(cardsDuty(conversationId));
    await content.ready(postedCards.cards.filter(isOurs));
    const stale = postedCards.cards.filter((card) => isOurs(card) && this.#isStale(card));
    for (const conversationId of new Set(stale.map((card) => card.conversationId)))
      if (!this.#drawing.isRunning(conversationId) && !this.#drawing.isPlanned(conversationId))
        void this.#drawing.runNow(conversationId, () => this.#drawAll(conversationId));
  }

  #isOutOfDate({ drawn, view, conversationId }: TeamsCard): boolean {
    return drawn !== this.#deps.content.stamp(view, conversationId);
  }

  #isStale(card: TeamsCard): boolean {
    const isOwed = card.owedSince !== undefined && !this.#clickedCards.isReading(card);
    if (!(isOwed || this.#isOutOfDate(card)) || this.#clickedCards.isPainting(card)) return false;
    return !this.#deps.subscriptions.isAsleep(withoutThread(card.conversationId));
  }

  #drawAll(conversationId: string): Promise<void> {
    const next = () => this.#deps.postedCards.in(conversationId).find((card) => this.#isStale(card));
    return doDuty(this.#deps, cardsDuty(conversationId), async (lock) => {
      for (let card = next(); card && !this.#drawing.isStopped; card = next()) {
        const restMs = await this.#draw(card, lock);
        if (restMs > 0) return this.#drawing.schedule(conversationId, restMs, () => this.#drawAll(conversationId));
      }
    });
  }

  /** How long the conversation must rest now, in milliseconds. */
  async #draw(card: TeamsCard, lock: HeldLock, isKept = true): Promise<number> {
    const { postedCards, content, audience, messenger, log } = this.#deps;
    const { conversationId, activityId, view } = card;
    const mayHear = await audience.mayHear(conversationId);
    if (mayHear === undefined) return retryMs;
    if (!mayHear) {
      // It stays as it is, and its buttons answer with a refusal.
      postedCards.drop(card);
      return 0;
    }
    const shown: { now?: DrawnView } = {};
    try {
      // Drawn when it goes out, so that what changes while it waits is on it.
      await messenger.update(conversationId, activityId, () => {
        // What another replica has drawn meanwhile must not be followed by something older.
        mustHold(lock);
        // Rows that are new on it stay where they are from now on.
        const settled = content.settled(view);
        const picture = postedCards.find(card)?.view === view ? content.draw(settled, conversationId) : undefined;
        if (picture) shown.now = this.now(settled, conversationId);
        return picture;
      });
      const clicked = postedCards.find(card);
      if (clicked !== card) {
        // A click may have put another view on the card before or after it was drawn.
        if (clicked && !(clicked.owedSince && isSameSubject(clicked.view, view)))
          postedCards.redrawn(clicked, { ...clicked, drawn: '' });
        return 0;
      }
      if (shown.now === undefined) postedCards.drop(card);
      else if (isKept) postedCards.redrawn(card, { ...card, ...shown.now, owedSince: undefined });
      return 0;
    } catch (error) {
      if (error instanceof LockLost) return retryMs;
      if (!(error instanceof DeliveryError)) throw error;
      if (!isAboutMessage(error)) {
        log.warn('cardNotDrawn', { conversationId, error });
        return Math.max(retryMs, error.retryAfterMs);
      }
      log.info('cardGone', { conversationId, error });
      postedCards.drop(card);
      return 0;
    }
  }
}
