// The messages that carry a card that is kept up to date, and what each of them shows.
import type { CardStore, PostedCard } from '../../operations/ports/cards.js';
import type { PostedView } from '../turn/posted-view.js';

/** Identity of a message. */
export type MessageId = Pick<PostedCard<PostedView>, 'conversationId' | 'activityId'>;

/** A message's card, with what it shows. */
export type TeamsCard = PostedCard<PostedView>;

// A conversation's older cards have scrolled away; their buttons still work, and answer with the present state.
const mostPerConversation = 20;

/** The posted cards, conversation by conversation, in each the longest untouched first. */
export class PostedCards implements Iterable<TeamsCard> {
  readonly #cardStore: CardStore<PostedView>;
  /** By conversation, and in it by message. */
  readonly #conversations = new Map<string, Map<string, TeamsCard>>();

  constructor(cardStore: CardStore<PostedView>) {
    this.#cardStore = cardStore;
    for (const card of cardStore.cards()) this.#put(card);
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

  /** The card of a message. */
  find({ conversationId, activityId }: MessageId): TeamsCard | undefined {
    return this.#conversations.get(conversationId)?.get(activityId);
  }

  /** Keeps what a message shows now, and forgets the conversation's oldest card when there are many. */
  keep(card: TeamsCard): void {
    this.#take(card);
    const [oldest, ...others] = this.in(card.conversationId);
    if (oldest && others.length + 1 >= mostPerConversation) this.#take(oldest);
    this.#put(card);
    this.#cardStore.keep(this);
  }

  /** Forgets the card of a message. */
  drop(message: MessageId): void {
    if (this.#take(message)) this.#cardStore.keep(this);
  }

  /** Forgets every card of which that is true. */
  dropAll(isToGo: (card: TeamsCard) => boolean): void {
    for (const card of this.cards.filter(isToGo)) this.drop(card);
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
