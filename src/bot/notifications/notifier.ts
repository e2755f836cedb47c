// Brings news to the conversations that wait for it: to each one in order, whatever happens in between.

import { everythingAtOnce } from '../../domain/subscription/subscription.js';
import { type Instant, secondsBetween } from '../../domain/time.js';
import { type DutyDeps, doDuty } from '../../operations/duty.js';
import { messagesDuty } from '../../operations/ports/duties.js';
import type { Delivery } from '../../operations/ports/rows.js';
import type { BackgroundWorker, BackgroundWorkers } from '../../runtime/background-worker.js';
import type { Clock } from '../../runtime/clock.js';
import type { HeldLock } from '../../runtime/keyed-lock.js';
import { isRefusedByTeams, secondsAsleep } from '../delivery/failure-streak.js';
import { DeliveryError, isHopeless } from '../delivery/messenger.js';
import type { Subscriptions } from '../delivery/subscriptions.js';
import { DeliverySender, type DeliverySenderDeps } from './delivery-sender.js';
import { type Gathered, gatheredGoOutAt, gatheringOf, gatherings, isGathered, isList, sameAs } from './gathering.js';
import { byHours } from './quiet-hours.js';
import { superseded } from './superseded.js';

/** What notifying takes. */
export interface NotifierDeps extends DeliverySenderDeps, DutyDeps {
  readonly subscriptions: Subscriptions;
  readonly workers: BackgroundWorkers;
  readonly clock: Clock;
}

/** What goes out as one message. `isMeanwhile`: it came in quiet hours. */
interface DueMessage {
  readonly deliveries: readonly Delivery[];
  readonly isMeanwhile?: boolean;
}

const backOff = { first: 1000, longest: 5 * 60_000 };
// What Teams has refused is left alone for so long; a new process tries it at once.
const setAsideMs = 60 * 60_000;
// Since when it wasn't tried isn't known to a new process, nor to a replica that takes over.
const firstTrySeconds = 60;
// Whatever becomes of clocks, what waits is looked at again within a day.
const longestWaitSeconds = 86_400;

/**
 * Sends what is due, a conversation's messages one after the other and by one replica, conversations side by side. A delivery
 * is taken off the list once Teams has it; a crash between the two repeats the message and never loses it.
 */
export class Notifier {
  readonly #deps: NotifierDeps;
  readonly #sender: DeliverySender;
  /** By conversation: one that is planned rests after a failure. */
  readonly #sending: BackgroundWorker;
  /** By delivery: what Teams has refused, until it is tried again. */
  readonly #setAside: BackgroundWorker;
  /** Conversations of which it could not be read, the last time, whether their person may still look. */
  readonly #unchecked = new Set<string>();
  /** By kind and conversation: when what is held for a moment goes out. */
  readonly #gathering: BackgroundWorker;
  /** By conversation: when its quiet hours are over, so that what waits for that goes out. */
  readonly #quiet: BackgroundWorker;
  /** By conversation: when one that can't be reached is tried again. */
  readonly #trying: BackgroundWorker;
  /** Conversations that were written to by this process, be it in vain. */
  readonly #writtenTo = new Set<string>();
  /** Deliveries that Teams has, though they could not be taken off the list yet. */
  readonly #sent = new Set<string>();

  constructor(deps: NotifierDeps) {
    this.#deps = deps;
    this.#sender = new DeliverySender(deps);
    this.#sending = deps.workers.open({ failed: 'notificationDelayed', keyName: 'conversationId', backOff });
    this.#setAside = deps.workers.open({ failed: 'notificationDelayed' });
    this.#quiet = deps.workers.open({ failed: 'notificationDelayed' });
    this.#gathering = deps.workers.open({ failed: 'notificationDelayed' });
    this.#trying = deps.workers.open({ failed: 'notificationDelayed' });
  }

  /** Sends whatever is due to conversations of ours and not being sent yet. */
  send(): void {
    for (const conversationId of this.#deps.store.dueConversationIds()) {
      if (!this.#isOurs(conversationId)) continue;
      if (!this.#sending.isRunning(conversationId) && !this.#sending.isPlanned(conversationId))
        void this.#sending.runNow(conversationId, () => this.#sendNext(conversationId));
    }
  }

  /**
   * Whether a delivery waits for what a new start would not change: a refused message, a reader's unchecked role, others that
   * may come with it, or another replica, whose it is to send.
   */
  isHeldBack(delivery: Delivery): boolean {
    const { id, conversationId } = delivery;
    if (!this.#byHours(conversationId, [delivery]).now.includes(delivery)) return true;
    if (isGathered(delivery) && this.#gathering.isPlanned(gatheringKey(delivery))) return true;
    return !this.#isOurs(conversationId) || this.#setAside.isPlanned(id) || this.#unchecked.has(conversationId);
  }

  /** Sends now what is due to a conversation, however long it would have rested. */
  retry(conversationId: string): void {
    this.#sending.forget(conversationId);
    this.send();
  }

  #isOurs(conversationId: string): boolean {
    return this.#deps.duties.isMine(messagesDuty(conversationId));
  }

  // Of what waits until a conversation can be written to again, the newest is kept.
  async #dropSuperseded(conversationId: string): Promise<void> {
    const { store, log } = this.#deps;
    const due = [...store.deliveriesOf(conversationId)];
    const doneDeliveryIds = superseded(due);
    if (doneDeliveryIds.length === 0) return;
    await store.commit({ doneDeliveryIds });
    log.info('deliveriesSuperseded', { conversationId, count: doneDeliveryIds.length, kept: due.length });
  }

  #sendNext(conversationId: string): Promise<void> {
    return doDuty(this.#deps, messagesDuty(conversationId), async (lock) => {
      const { subscriptions, clock } = this.#deps;
      const isAsleep = subscriptions.isAsleep(conversationId);
      if (isAsleep || subscriptions.isBehind(conversationId, clock.now())) await this.#dropSuperseded(conversationId);
      if (isAsleep) return this.#tryLater(conversationId);
      const due = this.#next(conversationId);
      if (due.deliveries.length === 0) return;
      this.#writtenTo.add(conversationId);
      await this.#deliver(conversationId, due, lock);
      void this.#sending.runNow(conversationId, () => this.#sendNext(conversationId));
    });
  }

  #tryLater(conversationId: string): void {
    const { store, clock } = this.#deps;
    const { unreachable, deletedAt } = store.conversation(conversationId) ?? {};
    if (!unreachable || deletedAt || [...store.deliveriesOf(conversationId)].length === 0) return;
    const away = secondsBetween(unreachable.since, clock.now());
    const seconds = this.#writtenTo.has(conversationId) ? secondsAsleep(away) : firstTrySeconds;
    this.#trying.schedule(conversationId, seconds * 1000, async () => {
      if (!this.#sending.isRunning(conversationId))
        void this.#sending.runNow(conversationId, () => this.#try(conversationId));
    });
  }

  /** One message of what has waited; Teams' answer to it says whether the rest can follow. */
  async #try(conversationId: string): Promise<void> {
    const { subscriptions } = this.#deps;
    subscriptions.try(conversationId);
    try {
      await this.#sendNext(conversationId);
    } catch (error) {
      if (!(error instanceof DeliveryError && isRefusedByTeams(error))) throw error;
    } finally {
      subscriptions.wasTried(conversationId);
      this.#tryLater(conversationId);
    }
  }

  /** What is sent as the next message: one delivery with those that say the same, or many of a kind; nothing while there's none, or it's held for a moment. */
  #next(conversationId: string): DueMessage {
    const { store } = this.#deps;
    const all = [...store.deliveriesOf(conversationId)].filter(({ id }) => !this.#setAside.isPlanned(id));
    const { now: due, together: meanwhile, quietUntil } = this.#byHours(conversationId, all);
    if (quietUntil !== undefined) this.#sendAfter(conversationId, quietUntil);
    if (meanwhile.length > 0) return { deliveries: meanwhile, isMeanwhile: true };
    const together = gatherings(due);
    const held = new Set([...together].filter(([, each]) => this.#areHeld(each)).map(([name]) => name));
    const first = due.find((each) => !(isGathered(each) && held.has(gatheringOf(each))));
    if (!first) return { deliveries: [] };
    const alike = (isGathered(first) && together.get(gatheringOf(first))) || [];
    return { deliveries: isList(alike) ? alike : sameAs(first, due) };
  }

  #byHours(conversationId: string, due: readonly Delivery[]) {
    const { store, clock } = this.#deps;
    const { subscription = everythingAtOnce } = store.conversation(conversationId) ?? {};
    return byHours(due, subscription, (tenantId) => store.tenant(tenantId), clock.now());
  }

  #sendAfter(conversationId: string, at: Instant): void {
    const seconds = secondsBetween(this.#deps.clock.now(), at);
    this.#quiet.reschedule(conversationId, Math.min(seconds, longestWaitSeconds) * 1000, async () => this.send());
  }

  #areHeld(gathered: readonly Gathered[]): boolean {
    const [first] = gathered;
    if (!first) return false;
    const { store, clock } = this.#deps;
    const now = clock.now();
    const goOutAt = gatheredGoOutAt(gathered, now, (batchId) => store.batch(batchId)) ?? now;
    const seconds = secondsBetween(now, goOutAt);
    if (seconds <= 0) return false;
    this.#gathering.reschedule(gatheringKey(first), seconds * 1000, async () => this.send());
    return true;
  }

  async #deliver(conversationId: string, message: DueMessage, lock: HeldLock): Promise<void> {
    const { deliveries: due, isMeanwhile = false } = message;
    const { store, audience, subscriptions } = this.#deps;
    const mayHear = await audience.mayHear(conversationId);
    if (mayHear === undefined) this.#unchecked.add(conversationId);
    else this.#unchecked.delete(conversationId);
    if (mayHear === false) return subscriptions.withdraw(conversationId);
    // An alarm says nothing of tenants, and it may be the very reason why that cannot be found out.
    if (mayHear === undefined && due.some(({ kind }) => kind !== 'alarm'))
      throw new DeliveryError('passing', 'whether the person may still look cannot be read');
    const unsent = due.filter(({ id }) => !this.#sent.has(id));
    try {
      if (unsent.length > 0 && isMeanwhile) await this.#sender.sendMeanwhile(unsent, lock);
      else if (unsent.length > 0) await this.#sender.send(unsent, lock);
    } catch (error) {
      if (!isHopeless(error)) throw error;
      for (const each of unsent) this.#putAside(each, error);
      return;
    }
    const doneDeliveryIds = due.map(({ id }) => id);
    for (const id of doneDeliveryIds) this.#sent.add(id);
    await store.commit({ doneDeliveryIds });
    for (const id of doneDeliveryIds) this.#sent.delete(id);
  }

  // What comes after it must not wait for it. Drawn anew, from what is known then, it may be taken.
  #putAside({ id, conversationId }: Delivery, error: DeliveryError): void {
    this.#deps.log.error('notificationRefused', { conversationId, deliveryId: id, error });
    this.#setAside.schedule(id, setAsideMs, async () => this.send());
  }
}

function gatheringKey(gathered: Gathered) {
  return `${gatheringOf(gathered)} ${gathered.conversationId}`;
}
