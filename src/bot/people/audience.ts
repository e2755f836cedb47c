// Who sees a card in a conversation, and with which buttons?

import type { Person } from '../../domain/person.js';
import type { RoleName } from '../../domain/tenant/commands.js';
import type { Conversation, MetPerson, Store } from '../../operations/ports/store.js';
import type { Card } from '../../views/render/templates.js';
import { refreshingFor } from '../cards/shared-card.js';
import { withoutThread } from '../conversation/teams-activity.js';
import type { PostedView } from '../conversation/turn.js';
import type { RoleDirectory } from './role-directory.js';

/** The people of the conversations, as far as the bot has met them. */
export class Audience {
  readonly #store: Store;
  readonly #roleDirectory: Pick<RoleDirectory, 'lastRoleOf' | 'mayLook' | 'roleOf'>;

  constructor(store: Store, roleDirectory: Pick<RoleDirectory, 'lastRoleOf' | 'mayLook' | 'roleOf'>) {
    this.#store = store;
    this.#roleDirectory = roleDirectory;
  }

  /**
   * Whether what happens may be told in a conversation: somebody's own chat hears of it for as long as they may look.
   * `undefined`: that cannot be found out now.
   */
  async mayHear(conversationId: string): Promise<boolean | undefined> {
    const person = this.#onlyPersonIn(conversationId);
    return person === undefined || this.#roleDirectory.mayLook(person.id);
  }

  /**
   * Where Gatehouse's administrators hear what only they can fix: the admins' own chats, where it waits while they cannot
   * be reached; and every reachable conversation that hears of tenants while no admin can be.
   */
  async ofAdmins(): Promise<readonly string[]> {
    const all = [...this.#store.conversations()].filter(({ deletedAt }) => deletedAt === undefined);
    const areAdmins = await Promise.all(all.map((each) => this.#isOfAdmin(each)));
    const admins = all.filter((_, index) => areAdmins[index]);
    const isHeard = admins.some(({ unreachable }) => !unreachable);
    const others = isHeard ? [] : all.filter((each) => each.subscribed && !each.unreachable && !admins.includes(each));
    return [...admins, ...others].map(({ id }) => id);
  }

  async #isOfAdmin({ id }: Conversation): Promise<boolean> {
    return (await this.adminAlone(id)) !== undefined;
  }

  /** The admin whose own chat a conversation is; `undefined`: it is nobody's own, or somebody else's. */
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

  /** Whose buttons a card in a conversation gets; `undefined`: everybody's, because it is for several people. */
  roleIn(conversationId: string): RoleName | undefined {
    const person = this.#onlyPersonIn(conversationId);
    // For drawing only: who may is asked anew at every click.
    return person && this.#roleDirectory.lastRoleOf(person.id);
  }

  /** A card that turns by itself into that of each person who may not press all of its buttons. */
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
