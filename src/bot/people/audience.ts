// Who sees a card in a conversation, and with which buttons.

import type { Person } from '../../domain/person.js';
import type { RoleName } from '../../domain/tenant/commands.js';
import { hearersOf } from '../../domain/who-hears.js';
import type { Hearers } from '../../operations/ports/hearers.js';
import type { MetPerson, Store } from '../../operations/ports/store.js';
import type { Card } from '../../views/render/templates.js';
import { refreshingFor } from '../cards/shared-card.js';
import { withoutThread } from '../conversation/teams-activity.js';
import type { PostedView } from '../conversation/turn.js';
import type { RoleDirectory } from './role-directory.js';

/** The people of the conversations, as far as the bot has met them. */
export class Audience implements Hearers {
  readonly #store: Store;
  readonly #roleDirectory: RoleDirectory;

  constructor(store: Store, roleDirectory: RoleDirectory) {
    this.#store = store;
    this.#roleDirectory = roleDirectory;
  }

  /**
   * Whether what happens may be told in a conversation: a person's own chat hears of it for as long as they may look.
   * `undefined`: that cannot be found out now.
   */
  async mayHear(conversationId: string): Promise<boolean | undefined> {
    const person = this.#onlyPersonIn(conversationId);
    return person === undefined || this.#roleDirectory.mayLook(person.id);
  }

  /** The conversations that hear of what only an admin can fix. */
  async ofAdmins(): Promise<readonly string[]> {
    const all = [...this.#store.conversations()];
    const admins = await Promise.all(all.map(({ id }) => this.adminAlone(id)));
    const adminChatIds = all.filter((_, index) => admins[index]).map(({ id }) => id);
    return hearersOf({ kind: 'administration', adminChatIds }, all);
  }

  /** The admin whose own chat a conversation is; `undefined`: it is no person's own, or another's. */
  async adminAlone(conversationId: string): Promise<Person | undefined> {
    const met = this.#onlyPersonIn(conversationId);
    const person = met && { id: met.id, name: '' };
    return person && (await this.#roleDirectory.roleOf(person)) === 'admin' ? person : undefined;
  }

  /** Whether several people see what is posted in a conversation. */
  isShared(conversationId: string): boolean {
    const kind = this.#store.conversation(withoutThread(conversationId))?.kind;
    return kind !== undefined && kind !== 'personal';
  }

  /** Whose buttons a card in a conversation gets; `undefined`: all, because it is for several people. */
  roleIn(conversationId: string): RoleName | undefined {
    const person = this.#onlyPersonIn(conversationId);
    // For drawing only: who may is asked anew at every click.
    return person && this.#roleDirectory.lastRoleOf(person.id);
  }

  /** The card with a refresh for each person who may not press all of its buttons, by which it becomes their own. */
  refreshing(conversationId: string, card: Card, view: PostedView): Card {
    const conversation = this.#store.conversation(withoutThread(conversationId));
    if (!conversation || conversation.kind === 'personal') return card;
    const limited = (conversation.people ?? []).filter(({ id }) => this.#roleDirectory.lastRoleOf(id) !== 'admin');
    return refreshingFor(
      limited.map(({ teamsId }) => teamsId),
      card,
      view,
    );
  }

  #onlyPersonIn(conversationId: string): MetPerson | undefined {
    const { kind, people } = this.#store.conversation(withoutThread(conversationId)) ?? {};
    return kind === 'personal' ? people?.[0] : undefined;
  }
}
