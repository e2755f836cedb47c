// Who sees a card in a conversation, and with which buttons?
import type { RoleName } from '../domain/commands.js';
import type { Store } from '../operations/ports.js';
import type { Card } from '../views/templates.js';
import { refreshingFor } from './shared-card.js';
import { withoutThread } from './teams-activity.js';
import type { LivingView } from './turn.js';

/** The people of the conversations, as far as the bot has met them. */
export class Audience {
  readonly #store: Store;
  readonly #lastRoleOf: (personId: string) => RoleName | undefined;

  /** `lastRoleOf` is for drawing only: who may is asked anew at every click. */
  constructor(store: Store, lastRoleOf: (personId: string) => RoleName | undefined) {
    this.#store = store;
    this.#lastRoleOf = lastRoleOf;
  }

  /** Whose buttons a card in a conversation gets; `undefined`: everybody's, because it is for several people. */
  roleIn(conversationId: string): RoleName | undefined {
    const conversation = this.#store.conversation(withoutThread(conversationId));
    const [only] = conversation?.people ?? [];
    return conversation?.kind === 'personal' && only ? this.#lastRoleOf(only.id) : undefined;
  }

  /** A card that turns by itself into that of each person who may not press all of its buttons. */
  refreshing(conversationId: string, card: Card, view: LivingView): Card {
    const conversation = this.#store.conversation(withoutThread(conversationId));
    if (!conversation || conversation.kind === 'personal') return card;
    const limited = (conversation.people ?? []).filter(({ id }) => this.#lastRoleOf(id) !== 'admin');
    return refreshingFor(
      limited.map(({ teamsId }) => teamsId),
      card,
      view,
    );
  }
}
