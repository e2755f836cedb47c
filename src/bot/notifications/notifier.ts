// Brings news to the conversations that wait for it: to each one in order, whatever happens in between.

import type { Tenant } from '../../domain/tenant/tenant.js';
import type { WatchedRequestStories } from '../../operations/offboarding/watched-request-story.js';
import type {
  AlarmDelivery,
  CertificateDelivery,
  Delivery,
  Store,
  TenantDelivery,
  WatchedRequestDelivery,
} from '../../operations/ports/store.js';
import type { BackgroundWorker, BackgroundWorkers } from '../../runtime/background-worker.js';
import type { Log } from '../../runtime/log.js';
import type { LogEvents } from '../../runtime/log-events.js';
import { headline } from '../../views/explain/notices.js';
import { alarmView, alarmWords } from '../../views/health/alarms.js';
import { certificateHeadline } from '../../views/offboarding/past-offboarding.js';
import { watchedRequestView, watchedRequestWords } from '../../views/offboarding/watched-request.js';
import type { ContextOf, ViewContext } from '../../views/render/context.js';
import { messageView } from '../../views/render/message.js';
import { openButton } from '../../views/render/navigation.js';
import type { CardUpdater, DrawnView } from '../cards/card-updater.js';
import { DeliveryError, isHopeless, type Messenger } from '../delivery/messenger.js';
import type { Subscriptions } from '../delivery/subscriptions.js';
import type { OffboardingFiles } from '../files/offboarding-files.js';
import type { Audience } from '../people/audience.js';
import { isOver, newsCard, type ToldNews, viewFor } from './news-card.js';
import { superseded } from './superseded.js';

/** What notifying takes. */
export interface NotifierDeps {
  readonly store: Store;
  readonly messenger: Messenger;
  readonly updater: CardUpdater;
  readonly subscriptions: Subscriptions;
  readonly workers: BackgroundWorkers;
  readonly log: Log;
  readonly audience: Audience;
  readonly context: ContextOf;
  readonly files: OffboardingFiles;
  readonly watchedRequestStories: WatchedRequestStories;
}

const backOff = { first: 1000, longest: 5 * 60_000 };
// What Teams has refused is left alone for so long; a new process tries it at once.
const setAsideMs = 60 * 60_000;

/**
 * Sends what is due, a conversation's messages one after the other, conversations side by side. A delivery is taken
 * off the list once Teams has it; a crash between the two repeats the message and never loses it.
 */
export class Notifier {
  readonly #deps: NotifierDeps;
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
    this.#sending = deps.workers.open({ failed: 'notificationDelayed', keyName: 'conversationId', backOff });
    this.#setAside = deps.workers.open({ failed: 'notificationDelayed' });
  }

  /** Sends whatever is due and not being sent yet. */
  send(): void {
    for (const conversationId of this.#deps.store.dueConversationIds()) {
      if (!this.#sending.isRunning(conversationId) && !this.#sending.isPlanned(conversationId))
        void this.#sending.runNow(conversationId, () => this.#sendNext(conversationId));
    }
  }

  /** Whether a delivery waits for what a new start would not change: a refused message, or a reader's unchecked role. */
  isHeldBack({ id, conversationId }: Pick<Delivery, 'id' | 'conversationId'>): boolean {
    return this.#setAside.isPlanned(id) || this.#unchecked.has(conversationId);
  }

  /** Sends now what is due to a conversation, however long it would have rested. */
  retry(conversationId: string): void {
    this.#sending.forget(conversationId);
    this.send();
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

  async #sendNext(conversationId: string): Promise<void> {
    if (this.#deps.subscriptions.isAsleep(conversationId)) return this.#dropSuperseded(conversationId);
    const due = this.#next(conversationId);
    if (!due) return;
    await this.#deliver(due);
    void this.#sending.runNow(conversationId, () => this.#sendNext(conversationId));
  }

  #next(conversationId: string): Delivery | undefined {
    for (const due of this.#deps.store.deliveriesOf(conversationId)) if (!this.#setAside.isPlanned(due.id)) return due;
    return undefined;
  }

  async #deliver(delivery: Delivery): Promise<void> {
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
        await this.#tell(delivery);
      } catch (error) {
        if (isHopeless(error)) return this.#putAside(delivery, error);
        throw error;
      }
    }
    this.#sent.add(id);
    await store.commit({ doneDeliveryIds: [id] });
    this.#sent.delete(id);
  }

  #tell(delivery: Delivery): Promise<void> {
    switch (delivery.kind) {
      case 'alarm':
        return this.#postAlarm(delivery);
      case 'tenant':
        return this.#postNews(delivery);
      case 'certificate':
        return this.#postCertificate(delivery);
      case 'watchedRequest':
        return this.#postWatchedRequest(delivery);
      default:
        return delivery satisfies never;
    }
  }

  async #postCertificate({ conversationId, certificateId }: CertificateDelivery): Promise<void> {
    const certificate = this.#deps.store.certificate(certificateId);
    if (!certificate) return;
    const view = { kind: 'offboarding', tenantId: certificate.tenantId, offboardingId: certificateId } as const;
    await this.#post({ conversationId, certificateId }, async () => {
      await this.#postInFull(conversationId, () => {
        return { view, line: certificateHeadline(certificate, this.#contextIn(conversationId)) };
      });
      await this.#deps.files.offerByItself(conversationId, certificate, this.#contextIn(conversationId).words);
    });
  }

  async #postWatchedRequest({ conversationId, relationshipId, tenantId, news }: WatchedRequestDelivery): Promise<void> {
    const { messenger, watchedRequestStories } = this.#deps;
    const read = await watchedRequestStories.read({ relationshipId, tenantId });
    // That it is over is told by a message of its own, or there is nothing left that anybody would have to know.
    if (!read.watched && news !== 'terminated') return;
    const story = { ...read, isOver: news === 'terminated' };
    await this.#post({ conversationId, relationshipId, watchedRequest: news }, async () => {
      await messenger.send(conversationId, () => {
        const now = this.#contextIn(conversationId);
        return { card: watchedRequestView(story, now), summary: watchedRequestWords(story, now.words).title };
      });
    });
  }

  async #postNews({ conversationId, tenantId, news }: TenantDelivery): Promise<void> {
    const { store } = this.#deps;
    const tellNow = () => {
      const tenant = store.tenant(tenantId);
      if (!tenant || isOver(news, tenant)) return undefined;
      const line = headline(news, tenant, this.#contextIn(conversationId).words);
      return { tenant, view: viewFor(news, tenant), line };
    };
    if (!tellNow()) return;
    await this.#post({ conversationId, tenantId, news }, () =>
      this.#postInFull(conversationId, tellNow).catch((error) => {
        if (!isHopeless(error)) throw error;
        return this.#postInShort(conversationId, tellNow);
      }),
    );
  }

  #contextIn(conversationId: string): ViewContext {
    const { audience, context } = this.#deps;
    return context(audience.roleIn(conversationId), audience.languageIn(conversationId));
  }

  async #postAlarm({ conversationId, alarm }: AlarmDelivery): Promise<void> {
    await this.#post({ conversationId, alarm: alarm.code }, async () => {
      await this.#deps.messenger.send(conversationId, () => {
        const now = this.#contextIn(conversationId);
        return { card: alarmView(alarm, now), summary: alarmWords(alarm, now.words).title };
      });
    });
  }

  async #post(what: LogEvents['notified'], send: () => Promise<void>): Promise<void> {
    await send();
    this.#deps.log.info('notified', what);
  }

  // What comes after it must not wait for it. Drawn anew, from what is known then, it may be taken.
  #putAside({ id, conversationId }: Delivery, error: DeliveryError): void {
    this.#deps.log.error('notificationRefused', { conversationId, deliveryId: id, error });
    this.#setAside.schedule(id, setAsideMs, async () => this.send());
  }

  async #postInFull(conversationId: string, tellNow: () => ToldNews | undefined): Promise<void> {
    const { store, messenger, updater, audience } = this.#deps;
    const shown: { now?: DrawnView } = {};
    const activityId = await messenger.send(conversationId, () => {
      const told = tellNow();
      if (!told) return undefined;
      const { view, line: summary } = told;
      shown.now = updater.now(view, conversationId);
      const card = newsCard(store, view, this.#contextIn(conversationId), summary);
      return card && { card: audience.refreshing(conversationId, card, view), summary };
    });
    if (activityId !== '' && shown.now) updater.posted({ conversationId, activityId }, shown.now);
  }

  // What happened to whom, and the way to the rest.
  async #postInShort(conversationId: string, tellNow: () => (ToldNews & { readonly tenant: Tenant }) | undefined) {
    await this.#deps.messenger.send(conversationId, () => {
      const told = tellNow();
      if (!told) return undefined;
      const { tenant, line: summary } = told;
      const now = this.#contextIn(conversationId);
      const open = openButton(tenant, {}, now.words.buttons.open, now.words);
      return { card: messageView({ title: summary, lines: [], actions: [open] }, now), summary };
    });
  }
}
