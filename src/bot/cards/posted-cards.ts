// The messages that carry a card that is kept up to date, and what each of them shows.

import type { ListQuery } from '../../domain/tenant/list.js';
import { compareTexts } from '../../domain/tenant/sorted-rows.js';
import { addDays } from '../../domain/time.js';
import type { CardStore, MessageId, PostedCard } from '../../operations/ports/cards.js';
import type { Clock } from '../../runtime/clock.js';
import { Emitter } from '../../runtime/emitter.js';
import { isSameSubject, type PostedView, withNewsOf } from '../turn/posted-view.js';

/** A message's card, with what it shows. */
export type TeamsCard = PostedCard<PostedView>;

type ListView = Extract<PostedView, { readonly kind: 'list' }>;

// A conversation's older cards have scrolled away; their buttons still work, and answer with the present state.
const mostPerConversation = 20;
// News are told under a channel's roots for as long as people find them.
const mostRoots = 100;
const rootDays = 30;

/** The posted cards, conversation by conversation, in each the longest untouched first. */
export class PostedCards implements Iterable<TeamsCard> {
  /** Another replica has answered clicks on these: the clients may still be painting its answers. */
  readonly clickedElsewhere = new Emitter<[cards: readonly TeamsCard[]]>();
  /** Other replicas have posted, redrawn or forgotten cards. */
  readonly changedElsewhere = new Emitter();
  readonly #cardStore: CardStore<PostedView>;
  readonly #clock: Pick<Clock, 'now'>;
  /** By conversation, and in it by message. */
  readonly #conversations = new Map<string, Map<string, TeamsCard>>();

  constructor(cardStore: CardStore<PostedView>, clock: Pick<Clock, 'now'>) {
    this.#cardStore = cardStore;
    this.#clock = clock;
    for (const card of cardStore.cards()) this.#put(card);
    cardStore.changedElsewhere.on(({ put, removed }) => {
      for (const message of removed) this.#take(message);
      const clicked = put.filter((card) => card.clickedAt !== this.find(card)?.clickedAt);
      for (const card of put) this.#touch(card);
      if (clicked.length > 0) this.clickedElsewhere.emit(clicked);
      this.changedElsewhere.emit();
    });
  }

  *[Symbol.iterator](): Iterator<TeamsCard> {
    for (const cards of this.#conversations.values()) yield* cards.values();
  }

  /** All of them. */
  get cards(): readonly TeamsCard[] {
    return [...this];
  }

  /** Those of one conversation, the thread included. */
  in(conversationId: string): readonly TeamsCard[] {
    return [...(this.#conversations.get(conversationId)?.values() ?? [])];
  }

  /** What the list shows on the conversation's card that was touched last; `undefined`: no card has it. */
  lastListIn(conversationId: string): ListQuery | undefined {
    return this.in(conversationId).findLast((card): card is PostedCard<ListView> => card.view.kind === 'list')?.view
      .query;
  }

  /** The card of a message. */
  find({ conversationId, activityId }: MessageId): TeamsCard | undefined {
    return this.#conversations.get(conversationId)?.get(activityId);
  }

  /** The newest root in a channel of what a view is about; `undefined`: there's none of the last thirty days. */
  rootIn(channelId: string, view: PostedView): TeamsCard | undefined {
    const oldest = addDays(this.#clock.now(), -rootDays);
    return this.in(channelId)
      .filter(({ rootSince = '', ...card }) => rootSince > oldest && isSameSubject(card.view, view))
      .toSorted((a, b) => compareTexts(a.rootSince ?? '', b.rootSince ?? ''))
      .at(-1);
  }

  /** Keeps what a message shows now, and forgets the conversation's oldest cards when there are many. */
  keep(card: TeamsCard): void {
    this.#touch(card);
    this.#cardStore.put(card);
    const all = this.in(card.conversationId);
    const roots = all.filter(({ rootSince }) => rootSince !== undefined);
    const others = all.filter(({ rootSince }) => rootSince === undefined);
    for (const oldest of [...beyond(others, mostPerConversation), ...beyond(roots, mostRoots)]) this.drop(oldest);
  }

  /** Keeps a message that has just been posted, under which news of what it shows are told from now on. */
  keepRoot(card: TeamsCard): void {
    this.keep({ ...card, rootSince: this.#clock.now() });
  }

  /** Keeps what a message shows after a click. */
  clicked(card: TeamsCard): void {
    const { view, rootSince } = this.find(card) ?? {};
    const isRoot = rootSince !== undefined && view && isSameSubject(view, card.view);
    const shown = withNewsOf(view, card.view);
    this.keep({ ...card, view: shown, ...(isRoot && { rootSince }), clickedAt: this.#clock.now() });
  }

  /** Keeps what a message shows since it was redrawn, unless a person has put something else on it meanwhile. */
  redrawn(before: TeamsCard, after: TeamsCard): void {
    if (this.find(before) !== before) return;
    this.#touch(after);
    this.#cardStore.redrawn(before, after);
  }

  /** Forgets the card of a message. */
  drop(message: MessageId): void {
    if (this.#take(message)) this.#cardStore.remove(message);
  }

  /** Forgets every card of which that is true. */
  dropAll(isToGo: (card: TeamsCard) => boolean): void {
    for (const card of this.cards.filter(isToGo)) this.drop(card);
  }

  /** Puts a card behind all others of its conversation. */
  #touch(card: TeamsCard): void {
    this.#take(card);
    this.#put(card);
  }

  #put(card: TeamsCard): void {
    const { conversationId, activityId } = card;
    const cards = this.#conversations.get(conversationId) ?? new Map<string, TeamsCard>();
    this.#conversations.set(conversationId, cards.set(activityId, card));
  }

  /** Takes out a message's card; whether there was one. */
  #take({ conversationId, activityId }: MessageId): boolean {
    const cards = this.#conversations.get(conversationId);
    const wasThere = cards?.delete(activityId) === true;
    if (cards?.size === 0) this.#conversations.delete(conversationId);
    return wasThere;
  }
}

/** The first ones, the longest untouched, of more than that many. */
function beyond(cards: readonly TeamsCard[], most: number): readonly TeamsCard[] {
  return cards.slice(0, Math.max(0, cards.length - most));
}
