// Which conversations hear of what happens?
import { isDeepStrictEqual } from 'node:util';
import { StoreError } from '../domain/errors.js';
import type { Log } from '../operations/ports.js';
import type { Conversation, MetPerson, Store } from '../operations/store-port.js';
import type { DeliveryState } from '../views/status-report.js';
import type { Failing } from './failure-streak.js';

/** A conversation as the bot meets it. */
export interface MetConversation extends Pick<Conversation, 'id' | 'kind' | 'reference'> {
  /** Who has just said or pressed something there. Absent: nobody that Entra knows. */
  readonly person?: MetPerson | undefined;
}

const mostPeople = 60;

const notKept =
  'Gatehouse couldn’t save this conversation. Try again in a moment; if it fails again, ask your Gatehouse administrator to check the disk of the data folder.';

/** Remembers conversations, and what each wants to hear. */
export class Subscriptions {
  readonly #store: Store;
  readonly #log: Log;
  /** Why, and since when, requests to a conversation fail just now. */
  readonly #failing: (conversationId: string) => Failing | undefined;
  readonly #arriving = new Set<string>();
  /** Unreachable conversations from which somebody has just been heard, so that they are tried again. */
  readonly #tried = new Set<string>();
  readonly #listeners: ((conversationId: string) => void)[] = [];

  constructor(store: Store, log: Log, failing: (conversationId: string) => Failing | undefined = () => undefined) {
    this.#store = store;
    this.#log = log;
    this.#failing = failing;
  }

  /** Calls back when a conversation is to be tried again, or Teams takes again what is sent to it. */
  onBack(listener: (conversationId: string) => void): void {
    this.#listeners.push(listener);
  }

  /**
   * Takes note of how to write to a conversation: the newest way counts. One that was unreachable is tried again, and
   * stays unreachable until Teams takes something. Whoever writes gets an answer even where that cannot be kept.
   */
  async meet({ person, ...met }: MetConversation): Promise<void> {
    const known = this.#store.conversation(met.id);
    const people = withPerson(known?.people ?? [], person);
    const next: Conversation = { subscribed: false, ...known, ...met, ...(people.length > 0 && { people }) };
    if (!known || !isDeepStrictEqual(known, next)) {
      try {
        await this.#store.commit({ conversations: [next] });
      } catch (error) {
        this.#log.warn('conversationNotKept', { conversationId: met.id, error });
      }
    }
    if (!known?.unreachable) return;
    this.#tried.add(met.id);
    this.#isBack(met.id);
  }

  /** Whether nothing is sent to a conversation until somebody is heard from it. */
  isAsleep(conversationId: string): boolean {
    return this.#store.conversation(conversationId)?.unreachable !== undefined && !this.#tried.has(conversationId);
  }

  /** Teams has taken something that was sent to a conversation. Never fails. */
  async taken(conversationId: string, wasFailing: boolean): Promise<void> {
    const known = this.#store.conversation(conversationId);
    if (!known?.unreachable) {
      if (wasFailing) this.#isBack(conversationId);
      return;
    }
    const { unreachable: _, ...reachable } = known;
    try {
      await this.#store.commit({ conversations: [reachable] });
      this.#tried.delete(conversationId);
      this.#isBack(conversationId);
      this.#log.info('reachable', { conversationId });
    } catch (error) {
      this.#log.warn('reachableNotKept', { conversationId, error });
    }
  }

  #isBack(conversationId: string): void {
    for (const listener of this.#listeners) listener(conversationId);
  }

  /** Whether a conversation is known already. */
  isKnown(conversationId: string): boolean {
    return this.#store.conversation(conversationId) !== undefined;
  }

  /** What arrives where, and what does not. */
  deliveryStates(): readonly DeliveryState[] {
    const waiting = new Map<string, number>();
    for (const { conversationId } of this.#store.deliveries()) {
      waiting.set(conversationId, (waiting.get(conversationId) ?? 0) + 1);
    }
    return [...this.#store.conversations()].map(({ id, kind, subscribed, unreachable }) => ({
      conversationId: id,
      kind,
      subscribed,
      unreachable,
      failing: this.#failing(id),
      waiting: waiting.get(id) ?? 0,
    }));
  }

  /**
   * Subscribes a conversation, or ends that.
   * @returns whether it was otherwise before.
   * @throws StoreError
   */
  async subscribe(conversationId: string, subscribed: boolean): Promise<boolean> {
    const known = this.#store.conversation(conversationId);
    if (!known) throw new StoreError('the conversation could not be kept', notKept);
    if (known.subscribed === subscribed) return false;
    await this.#store.commit({ conversations: [{ ...known, subscribed }] });
    this.#log.info('subscription', { conversationId, subscribed });
    return true;
  }

  /**
   * The bot was put into a conversation, which subscribes if whoever did that may see tenants.
   * @returns whether the bot was not there before, so that it should introduce itself.
   * @throws StoreError
   */
  async install(conversation: MetConversation, subscribed: boolean): Promise<boolean> {
    const { person, ...met } = conversation;
    // Teams tells of one installation in two events, which may come at the same time.
    if (this.#arriving.has(met.id)) return false;
    if (this.#store.conversation(met.id)) {
      await this.meet(conversation);
      return false;
    }
    this.#arriving.add(met.id);
    try {
      await this.#store.commit({ conversations: [{ ...met, subscribed, people: withPerson([], person) }] });
    } finally {
      this.#arriving.delete(met.id);
    }
    this.#log.info('installed', { conversationId: met.id, kind: met.kind, subscribed });
    return true;
  }

  /**
   * The bot was taken out of a conversation: nothing is due to it any more.
   * @throws StoreError
   */
  async uninstall(conversationId: string): Promise<void> {
    if (!this.#store.conversation(conversationId)) return;
    await this.#store.commit({
      forgottenConversationIds: [conversationId],
      doneDeliveryIds: this.#dueTo(conversationId),
    });
    this.#log.info('uninstalled', { conversationId });
  }

  /**
   * Teams has said for minutes that the bot may not write to a conversation: what is due to it is kept until somebody
   * writes from there or installs the bot anew. Never fails: what could not be kept is noted after the next refusal.
   */
  async lose(conversationId: string, { why, since }: Failing): Promise<void> {
    const known = this.#store.conversation(conversationId);
    const wasTried = this.#tried.delete(conversationId);
    if (!known || (known.unreachable && !wasTried)) return;
    const unreachable = { why, since: known.unreachable?.since ?? since };
    try {
      await this.#store.commit({ conversations: [{ ...known, unreachable }] });
      this.#log.warn('unreachable', { conversationId, why });
    } catch (error) {
      this.#log.warn('unreachableNotKept', { conversationId, error });
    }
  }

  /**
   * Whose conversation it is may not look at tenants any more: it hears nothing by itself from now on. Should they be
   * allowed to again, they can subscribe again.
   * @throws StoreError
   */
  async withdraw(conversationId: string): Promise<void> {
    const known = this.#store.conversation(conversationId);
    await this.#store.commit({
      ...(known?.subscribed && { conversations: [{ ...known, subscribed: false }] }),
      doneDeliveryIds: this.#dueTo(conversationId),
    });
    this.#log.warn('withdrawn', { conversationId });
  }

  #dueTo(conversationId: string): readonly string[] {
    return [...this.#store.deliveries()].filter((due) => due.conversationId === conversationId).map(({ id }) => id);
  }
}

function withPerson(people: readonly MetPerson[], person: MetPerson | undefined): readonly MetPerson[] {
  if (!person || people.some(({ teamsId }) => teamsId === person.teamsId)) return people;
  return [...people, person].slice(-mostPeople);
}
