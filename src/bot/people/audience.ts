// Who sees a card in a conversation, and with which buttons.

import { awaitsSecond } from '../../domain/batch/second-admin.js';
import type { Person } from '../../domain/person.js';
import type { NewsKind } from '../../domain/subscription/news-kinds.js';
import { hearersOf } from '../../domain/subscription/who-hears.js';
import type { RoleName } from '../../domain/tenant/commands.js';
import type { Hearers } from '../../operations/ports/hearers.js';
import type { MetPerson } from '../../operations/ports/rows.js';
import type { Store } from '../../operations/ports/store.js';
import type { Language } from '../../views/catalogue.js';
import type { NamedPerson } from '../../views/render/naming.js';
import { listData } from '../../views/render/navigation.js';
import type { Card } from '../../views/render/templates.js';
import type { ActionData, RefreshVerb } from '../../views/render/verbs.js';
import { placesText } from '../../views/tenant/places.js';
import type { PostedView } from '../turn/posted-view.js';
import { languageIn } from '../turn/spoken-language.js';
import { withoutThread } from '../turn/teams-activity.js';
import type { RoleDirectory } from './role-directory.js';

// @see https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/user-specific-views (checked 2026-11-22)
const mostPeople = 60;

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
    const person = this.onlyPersonIn(conversationId);
    return person === undefined || this.#roleDirectory.mayLook(person.id);
  }

  /** The conversations that hear of what only an admin can fix. */
  async ofAdmins(news: NewsKind): Promise<readonly string[]> {
    const all = [...this.#store.conversations()];
    const admins = await Promise.all(all.map(({ id }) => this.adminAlone(id)));
    const adminChatIds = all.filter((_, index) => admins[index]).map(({ id }) => id);
    return hearersOf({ kind: 'administration', news, adminChatIds }, all);
  }

  /** The admin whose own chat a conversation is; `undefined`: it is no person's own, or another's. */
  async adminAlone(conversationId: string): Promise<Person | undefined> {
    const met = this.onlyPersonIn(conversationId);
    const person = met && { id: met.id, name: '' };
    return person && (await this.#roleDirectory.roleOf(person)) === 'admin' ? person : undefined;
  }

  /** Whether several people see what is posted in a conversation. */
  isShared(conversationId: string): boolean {
    const kind = this.#store.conversation(withoutThread(conversationId))?.kind;
    return kind !== undefined && kind !== 'personal';
  }

  /** Whether what is posted in a conversation begins threads. */
  isChannel(conversationId: string): boolean {
    return this.#store.conversation(withoutThread(conversationId))?.kind === 'channel';
  }

  /** Teams' ids of those of these people, by their Entra ids, who are known to be in a conversation of several. */
  namedIn(conversationId: string, people: readonly Person[]): readonly NamedPerson[] {
    if (!this.isShared(conversationId)) return [];
    const { people: met = [] } = this.#store.conversation(withoutThread(conversationId)) ?? {};
    return people.flatMap(({ id, name }) => {
      const teamsId = met.find((each) => each.id === id)?.teamsId;
      return teamsId === undefined ? [] : [{ teamsId, name }];
    });
  }

  /** Whose buttons a card in a conversation gets; `undefined`: all, because it is for several people. */
  roleIn(conversationId: string): RoleName | undefined {
    const person = this.onlyPersonIn(conversationId);
    // For drawing only: who may is asked anew at every click.
    return person && this.#roleDirectory.lastRoleOf(person.id);
  }

  /** The language of what is posted in a conversation. */
  languageIn(conversationId: string): Language {
    return languageIn(this.#store.conversation(withoutThread(conversationId)));
  }

  /** The card with a refresh for each person who may not press all of its buttons, by which it becomes their own. */
  refreshing(conversationId: string, card: Card, view: PostedView): Card {
    const conversation = this.#store.conversation(withoutThread(conversationId));
    // Everyone has the same buttons on the card of /language.
    if (!conversation || conversation.kind === 'personal' || view.kind === 'language') return card;
    const askerId = this.#askerOf(view);
    const limited = (conversation.people ?? []).filter(
      ({ id }) => id === askerId || this.#roleDirectory.lastRoleOf(id) !== 'admin',
    );
    return refreshingFor(
      limited.map(({ teamsId }) => teamsId),
      card,
      view,
    );
  }

  // Who asked for a batch can't be the second admin who approves it.
  #askerOf(view: PostedView): string | undefined {
    const batch = view.kind === 'batch' ? this.#store.batch(view.batchId) : undefined;
    return batch && awaitsSecond(batch) ? batch.by.id : undefined;
  }

  /** The person whose own chat a conversation is; `undefined`: it's for several people, or isn't known. */
  onlyPersonIn(conversationId: string): MetPerson | undefined {
    const { kind, people } = this.#store.conversation(withoutThread(conversationId)) ?? {};
    return kind === 'personal' ? people?.[0] : undefined;
  }
}

/** Clients of these people, by their Teams ids, ask for the card by themselves, and get it with the buttons that they may press. */
function refreshingFor(people: readonly string[], card: Card, view: RefreshedView): Card {
  if (people.length === 0) return card;
  const action = { type: 'Action.Execute', title: 'Refresh', ...refreshOf(view) };
  return { ...card, refresh: { action, userIds: people.slice(-mostPeople) } };
}

type RefreshedView = Exclude<PostedView, { readonly kind: 'language' }>;

function refreshOf(view: RefreshedView): { readonly verb: RefreshVerb; readonly data: ActionData } {
  if (view.kind === 'list') {
    const { search, places } = view.query;
    return {
      verb: 'tenants.list',
      data: { ...listData(view.query), search, ...(places && { places: placesText(places) }) },
    };
  }
  if (view.kind === 'leftovers' || view.kind === 'expiring' || view.kind === 'waiting') {
    const { page, places } = view;
    const search = view.kind === 'waiting' && view.search !== '' ? { search: view.search } : {};
    return { verb: `${view.kind}.list`, data: { page, ...search, ...(places && { places: placesText(places) }) } };
  }
  if (view.kind === 'batch') return { verb: 'batch.show', data: { batchId: view.batchId } };
  if (view.kind === 'offboarding')
    return { verb: 'offboarding.show', data: { tenantId: view.tenantId, offboardingId: view.offboardingId } };
  return { verb: 'tenant.open', data: { ...listData(view.position), tenantId: view.tenantId } };
}
