// The conversations that the bot knows, and which of them get news by themselves.

import { isDeepStrictEqual } from 'node:util';
import { StoreError } from '../../domain/errors.js';
import { type Instant, secondsBetween } from '../../domain/time.js';
import { changeConversation, commitLatest } from '../../operations/commit.js';
import type { Change, Conversation } from '../../operations/ports/rows.js';
import type { Store } from '../../operations/ports/store.js';
import { Emitter } from '../../runtime/emitter.js';
import type { Log } from '../../runtime/log.js';
import type { DeliveryState } from '../../views/health/status-report.js';
import type { LifeEvent, MetConversation, Rename } from '../turn/teams-activity.js';
import { afterRename, deletedSince, heardFrom, installedIn, reachable, silenced } from './conversation-changes.js';
import { deliveryStatesOf } from './delivery-states.js';
import type { Unreachable } from './failure-streak.js';
import type { SendQueue } from './send-queue.js';

// For this long Teams lets a deleted channel or team be restored.
// @see https://pnp.github.io/cli-microsoft365/cmd/teams/channel/channel-remove (checked 2026-11-28)
const restorableSeconds = 30 * 86_400;

const behindAfterSeconds = 3600;

/** Remembers conversations, and what each wants to hear. */
export class Subscriptions {
  readonly #store: Store;
  readonly #log: Log;
  readonly #sendQueue: SendQueue;
  readonly #arriving = new Set<string>();
  /** Unreachable conversations that are tried again: a person has just been heard from them, or it's time to. */
  readonly #tried = new Set<string>();
  /** A conversation is to be tried again, or Teams takes again what is sent to it. */
  readonly conversationBack = new Emitter<[conversationId: string]>();

  constructor(store: Store, log: Log, sendQueue: SendQueue) {
    this.#store = store;
    this.#log = log;
    this.#sendQueue = sendQueue;
  }

  /**
   * Keeps how to write to a conversation: the newest way counts. One that was unreachable is tried again, and
   * stays unreachable until Teams takes something. A person who writes gets an answer even where that cannot be kept.
   */
  async meet(met: MetConversation): Promise<void> {
    const wasUnreachable = this.#store.conversation(met.id)?.unreachable !== undefined;
    try {
      await changeConversation(this.#store, met.id, (known) => {
        const next = heardFrom(known, met);
        return isDeepStrictEqual(known, next) ? undefined : next;
      });
    } catch (error) {
      this.#log.warn('conversationNotKept', { conversationId: met.id, error });
    }
    if (!wasUnreachable) return;
    this.#tried.add(met.id);
    this.conversationBack.emit(met.id);
  }

  /** Whether nothing is sent to a conversation until it's tried again. */
  isAsleep(conversationId: string): boolean {
    const { unreachable, deletedAt } = this.#store.conversation(conversationId) ?? {};
    return deletedAt !== undefined || (unreachable !== undefined && !this.#tried.has(conversationId));
  }

  /** An unreachable conversation isn't asleep for as long as one message is tried. */
  try(conversationId: string): void {
    this.#tried.add(conversationId);
  }

  /** It was, and what came of it is known by `taken` or `lost`: otherwise it's asleep again. */
  wasTried(conversationId: string): void {
    this.#tried.delete(conversationId);
  }

  /** Whether what is sent to a conversation hasn't arrived for an hour, so that of what is due the newest is enough. */
  isBehind(conversationId: string, now: Instant): boolean {
    const { since } = this.#sendQueue.failing(conversationId) ?? {};
    return since !== undefined && secondsBetween(since, now) > behindAfterSeconds;
  }

  /** Teams has taken something that was sent to a conversation. Never fails. */
  async taken(conversationId: string, wasFailing: boolean): Promise<void> {
    const known = this.#store.conversation(conversationId);
    if (!known?.unreachable) {
      if (wasFailing) this.conversationBack.emit(conversationId);
      return;
    }
    try {
      await changeConversation(this.#store, conversationId, (now) => now && reachable(now));
      this.#tried.delete(conversationId);
      this.conversationBack.emit(conversationId);
      this.#log.info('reachable', { conversationId });
    } catch (error) {
      this.#log.warn('reachableNotKept', { conversationId, error });
    }
  }

  /** Whether a conversation is known already. */
  isKnown(conversationId: string): boolean {
    return this.#store.conversation(conversationId) !== undefined;
  }

  /** What arrives where, and what does not. */
  deliveryStates(): readonly DeliveryState[] {
    return deliveryStatesOf(this.#store, this.#sendQueue);
  }

  /**
   * Subscribes a conversation, or ends that.
   * @returns whether it was otherwise before.
   * @throws StoreError
   */
  async subscribe(conversationId: string, subscribed: boolean): Promise<boolean> {
    const hasChanged = await changeConversation(this.#store, conversationId, (known) => {
      if (!known) throw new StoreError('the conversation could not be kept');
      if (!subscribed) return silenced(known);
      return known.subscribed ? undefined : { ...known, subscribed };
    });
    if (!hasChanged) return false;
    this.#log.info('subscription', { conversationId, subscribed });
    return true;
  }

  /**
   * The bot was put into a conversation, which subscribes if the person who did that may see tenants. Having been spoken to there
   * before is no installation; having been out of reach since the last one ends that.
   * @returns whether the conversation is subscribed now, so that the bot should introduce itself; `undefined`: it is
   * installed there already.
   * @throws StoreError
   */
  async install(met: MetConversation, subscribes: boolean): Promise<boolean | undefined> {
    // Teams tells of one installation in two events, which may come at the same time.
    if (this.#arriving.has(met.id)) return undefined;
    const before = this.#store.conversation(met.id);
    if (before?.installed && !before.unreachable && !before.deletedAt) {
      await this.meet(met);
      return undefined;
    }
    let subscribed = subscribes;
    this.#arriving.add(met.id);
    try {
      await changeConversation(this.#store, met.id, (known) => {
        const next = installedIn(known, met, subscribes);
        subscribed = next.subscribed;
        return next;
      });
    } finally {
      this.#arriving.delete(met.id);
    }
    this.#log.info('installed', { conversationId: met.id, kind: met.kind, subscribed });
    this.conversationBack.emit(met.id);
    return subscribed;
  }

  /**
   * The bot was taken out of a conversation, or of a team with all its channels: nothing is due there any more. `also` is
   * committed with it.
   * @returns the ids of the conversations that it was taken out of.
   * @throws StoreError
   */
  async uninstall(left: Pick<MetConversation, 'id' | 'teamId'>, also?: Change): Promise<readonly string[]> {
    const { id, teamId = id } = left;
    const ids = [...new Set([id, teamId].flatMap((each) => this.#within(each)))].map((each) => each.id);
    if (ids.length === 0) return ids;
    const doneDeliveryIds = ids.flatMap((each) => this.#dueTo(each));
    await this.#store.commit({ ...also, forgottenConversationIds: ids, doneDeliveryIds });
    for (const conversationId of ids) this.#log.info('uninstalled', { conversationId });
    return ids;
  }

  /**
   * A channel, or a team with all its channels, was deleted: nothing is written there and nothing is due there any more.
   * Restored, it is as before. What can no longer be restored is forgotten.
   * @returns the ids of the conversations that are concerned.
   * @throws StoreError
   */
  async follow({ change, id }: LifeEvent, now: Instant): Promise<readonly string[]> {
    if (change === 'gone') return this.uninstall({ id });
    let ids: readonly string[] = [];
    await commitLatest(this.#store, () => {
      const concerned = this.#within(id);
      ids = concerned.map((each) => each.id);
      const outlived = [...this.#store.conversations()].filter(
        ({ deletedAt }) => deletedAt !== undefined && secondsBetween(deletedAt, now) > restorableSeconds,
      );
      return {
        basedOn: [...concerned, ...outlived].map((each) => this.#store.rowVersion('conversations', each.id)),
        forgottenConversationIds: outlived.map((each) => each.id),
        conversations: concerned.map((each) => deletedSince(each, change === 'deleted' ? now : undefined)),
        doneDeliveryIds: change === 'deleted' ? ids.flatMap((each) => this.#dueTo(each)) : [],
      };
    });
    for (const conversationId of ids) this.#log.info('conversationChanged', { conversationId, change });
    if (change === 'restored') for (const each of ids) this.conversationBack.emit(each);
    return ids;
  }

  /** A channel, team or group chat has another name. @throws StoreError */
  async rename(rename: Rename): Promise<void> {
    let renamed: readonly Conversation[] = [];
    await commitLatest(this.#store, () => {
      renamed = [...this.#store.conversations()].flatMap((each) => afterRename(each, rename) ?? []);
      const basedOn = renamed.map(({ id }) => this.#store.rowVersion('conversations', id));
      return renamed.length === 0 ? undefined : { basedOn, conversations: renamed };
    });
    for (const { id } of renamed) this.#log.info('conversationChanged', { conversationId: id, change: 'renamed' });
  }

  #within(id: string): readonly Conversation[] {
    return [...this.#store.conversations()].filter((each) => each.id === id || each.teamId === id);
  }

  /**
   * Teams has said for minutes that the bot may not write to a conversation: what is due to it is kept until a try succeeds, or a
   * person writes from there or installs the bot anew. Never fails: what could not be kept is noted after the next refusal.
   */
  async lost(conversationId: string, { why, since }: Unreachable): Promise<void> {
    const known = this.#store.conversation(conversationId);
    const wasTried = this.#tried.delete(conversationId);
    if (!known || known.deletedAt || (known.unreachable && !wasTried)) return;
    try {
      await changeConversation(
        this.#store,
        conversationId,
        (now) => now && { ...now, unreachable: { why, since: now.unreachable?.since ?? since } },
      );
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
    const silent = (known?: Conversation) => known && silenced(known);
    await changeConversation(this.#store, conversationId, silent, { doneDeliveryIds: this.#dueTo(conversationId) });
    this.#log.warn('subscriptionWithdrawn', { conversationId });
  }

  #dueTo(conversationId: string): readonly string[] {
    return [...this.#store.deliveriesOf(conversationId)].map(({ id }) => id);
  }
}
