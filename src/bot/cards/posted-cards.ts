// The messages that carry a card that is kept up to date, and what each of them shows.
import type { CardStore, PostedCard } from '../../operations/ports/cards.js';
import type { PostedView } from '../turn/posted-view.js';

/** Identity of a message. */
export type MessageId = Pick<PostedCard<PostedView>, 'conversationId' | 'activityId'>;

/** A message's card, with what it shows. */
export type TeamsCard = PostedCard<PostedView>;

// A conversation's older cards have scrolled away; their buttons still work, and answer with the present state.
const mostPerConversation = 20;

/** The posted cards, the longest untouched first. */
export class PostedCards {
  readonly #cardStore: CardStore<PostedView>;
  #cards: readonly TeamsCard[];

  constructor(cardStore: CardStore<PostedView>) {
    this.#cardStore = cardStore;
    this.#cards = cardStore.cards();
  }

  /** All of them. */
  get cards(): readonly TeamsCard[] {
    return this.#cards;
  }

  /** The card of a message. */
  find(message: MessageId): TeamsCard | undefined {
    return this.#cards.find((card) => isOf(card, message));
  }

  /** Keeps what a message shows now, and forgets the conversation's oldest card when there are many. */
  keep(card: TeamsCard): void {
    const others = this.#cards.filter((each) => !isOf(each, card));
    const inConversation = others.filter(({ conversationId }) => conversationId === card.conversationId);
    const oldest = inConversation.length >= mostPerConversation ? inConversation[0] : undefined;
    this.#replace([...others.filter((each) => each !== oldest), card]);
  }

  /** Forgets the card of a message. */
  drop(message: MessageId): void {
    this.dropAll((card) => isOf(card, message));
  }

  /** Forgets every card of which that is true. */
  dropAll(isToGo: (card: TeamsCard) => boolean): void {
    const kept = this.#cards.filter((card) => !isToGo(card));
    if (kept.length < this.#cards.length) this.#replace(kept);
  }

  #replace(cards: readonly TeamsCard[]): void {
    this.#cards = cards;
    this.#cardStore.keep(cards);
  }
}

function isOf(card: MessageId, { conversationId, activityId }: MessageId): boolean {
  return card.conversationId === conversationId && card.activityId === activityId;
}
