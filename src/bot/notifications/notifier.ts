// Brings news to the conversations that wait for it: to each one in order, whatever happens in between.

import { type DutyDeps, doDuty } from '../../operations/duty.js';
import type { Delivery } from '../../operations/ports/store.js';
import type { BackgroundWorker, BackgroundWorkers } from '../../runtime/background-worker.js';
import type { HeldLock } from '../../runtime/keyed-lock.js';
import { DeliveryError, isHopeless } from '../delivery/messenger.js';
import type { Subscriptions } from '../delivery/subscriptions.js';
import { DeliverySender, type DeliverySenderDeps } from './delivery-sender.js';
import { superseded } from './superseded.js';

/** What notifying takes. */
export interface NotifierDeps extends DeliverySenderDeps, DutyDeps {
  readonly subscriptions: Subscriptions;
  readonly workers: BackgroundWorkers;
}

const backOff = { first: 1000, longest: 5 * 60_000 };
// What Teams has refused is left alone for so long; a new process tries it at once.
const setAsideMs = 60 * 60_000;

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
  /** Deliveries that Teams has, though they could not be taken off the list yet. */
  readonly #sent = new Set<string>();

  constructor(deps: NotifierDeps) {
    this.#deps = deps;
    this.#sender = new DeliverySender(deps);
    this.#sending = deps.workers.open({ failed: 'notificationDelayed', keyName: 'conversationId', backOff });
    this.#setAside = deps.workers.open({ failed: 'notificationDelayed' });
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
   * Whether a delivery waits for what a new start would not change: a refused message, or a reader's unchecked role, or
   * another replica, whose it is to send.
   */
  isHeldBack({ id, conversationId }: Pick<Delivery, 'id' | 'conversationId'>): boolean {
    return !this.#isOurs(conversationId) || this.#setAside.isPlanned(id) || this.#unchecked.has(conversationId);
  }

  /** Sends now what is due to a conversation, however long it would have rested. */
  retry(conversationId: string): void {
    this.#sending.forget(conversationId);
    this.send();
  }

  #isOurs(conversationId: string): boolean {
    return this.#deps.duties.isMine(dutyOf(conversationId));
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
    return doDuty(this.#deps, dutyOf(conversationId), async (lock) => {
      if (this.#deps.subscriptions.isAsleep(conversationId)) return this.#dropSuperseded(conversationId);
      const due = this.#next(conversationId);
      if (!due) return;
      await this.#deliver(due, lock);
      void this.#sending.runNow(conversationId, () => this.#sendNext(conversationId));
    });
  }

  #next(conversationId: string): Delivery | undefined {
    for (const due of this.#deps.store.deliveriesOf(conversationId)) if (!this.#setAside.isPlanned(due.id)) return due;
    return undefined;
  }

  async #deliver(delivery: Delivery, lock: HeldLock): Promise<void> {
    const { store, audience, subscriptions } = this.#deps;
    const { id, conversationId } = delivery;
    const mayHear = await audience.mayHear(conversationId);
    if (mayHear === undefined) this.#unchecked.add(conversationId);
    else this.#unchecked.delete(conversationId);
    if (mayHear === false) return subscriptions.withdraw(conversationId);
    // An alarm says nothing of tenants, and it may be the very reason why that cannot be found out.
    if (mayHear === undefined && delivery.kind !== 'alarm')
      throw new DeliveryError('passing', 'whether the person may still look cannot be read');
    if (!this.#sent.has(id)) {
      try {
        await this.#sender.send(delivery, lock);
      } catch (error) {
        if (isHopeless(error)) return this.#putAside(delivery, error);
        throw error;
      }
    }
    this.#sent.add(id);
    await store.commit({ doneDeliveryIds: [id] });
    this.#sent.delete(id);
  }

  // What comes after it must not wait for it. Drawn anew, from what is known then, it may be taken.
  #putAside({ id, conversationId }: Delivery, error: DeliveryError): void {
    this.#deps.log.error('notificationRefused', { conversationId, deliveryId: id, error });
    this.#setAside.schedule(id, setAsideMs, async () => this.send());
  }
}

/** The duty, and its lock, of what is sent to a conversation. */
function dutyOf(conversationId: string): string {
  return `conversation ${conversationId}`;
}
