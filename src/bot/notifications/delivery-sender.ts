// Sends one delivery: the card of its kind, as things are when it goes out.

import { isOverAtOnce } from '../../domain/batch/progress.js';
import { isToldOfBatches } from '../../domain/tenant/news.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { TenantBatches } from '../../operations/batches/batches.js';
import type { WatchedRequestStories } from '../../operations/offboarding/watched-request-story.js';
import type {
  AlarmDelivery,
  BatchDelivery,
  CertificateDelivery,
  Delivery,
  DigestDelivery,
  FleetReportDelivery,
  TenantDelivery,
  WatchedRequestDelivery,
} from '../../operations/ports/rows.js';
import type { TenantList } from '../../operations/reads/tenant-list.js';
import { type HeldLock, mustHold } from '../../runtime/keyed-lock.js';
import type { Log } from '../../runtime/log.js';
import type { LogEvents } from '../../runtime/log-events.js';
import { batchOverView } from '../../views/batch/batch-card.js';
import { cameTogetherView, reviewsDueView, unansweredView } from '../../views/batch/batch-news.js';
import { headline } from '../../views/explain/notices.js';
import { alarmView, alarmWords } from '../../views/health/alarms.js';
import { certificateHeadline } from '../../views/offboarding/past-offboarding.js';
import { watchedRequestView, watchedRequestWords } from '../../views/offboarding/watched-request.js';
import type { ViewContext } from '../../views/render/context.js';
import { togetherView } from '../../views/tenant/told-together.js';
import { firstTenantsOf } from '../cards/batch-card.js';
import type { DrawnMessage, Messenger } from '../delivery/messenger.js';
import type { FleetReports } from '../files/fleet-reports.js';
import type { OffboardingFiles } from '../files/offboarding-files.js';
import { CardNews, type CardNewsDeps, type Send } from './card-news.js';
import { type Gathered, isGathered } from './gathering.js';
import { meanwhileMessage, openMessage } from './meanwhile.js';
import { isOver, toldBatch, viewFor } from './news-card.js';

/** What sending takes. */
export interface DeliverySenderDeps extends CardNewsDeps {
  readonly messenger: Messenger;
  readonly log: Log;
  readonly files: OffboardingFiles;
  readonly fleetReports: FleetReports;
  readonly watchedRequestStories: WatchedRequestStories;
  readonly batches: Pick<TenantBatches, 'progress'>;
  readonly tenantList: Pick<TenantList, 'waitingOf' | 'waitingReady'>;
}

/** A delivery that is being sent. */
interface Sending {
  readonly send: Send;
  readonly lock: HeldLock;
}

/** Sends deliveries that are due, each while its conversation's lock is held. */
export class DeliverySender {
  readonly #deps: DeliverySenderDeps;
  readonly #cardNews: CardNews;

  constructor(deps: DeliverySenderDeps) {
    this.#deps = deps;
    this.#cardNews = new CardNews(deps);
  }

  /**
   * Resolves once Teams has it, or there's nothing in it any more that has to be told. A message waits for its place among
   * all that goes to Teams, so the lock is asked for again when its turn comes. Several are news of one kind, which are told
   * together, or once where they are about one tenant.
   * @throws DeliveryError, or LockLost before anything was sent.
   */
  async send([delivery, ...others]: readonly Delivery[], lock: HeldLock): Promise<void> {
    if (!delivery) return;
    const { conversationId } = delivery;
    const { messenger } = this.#deps;
    const send: Send = (draw, threadId = conversationId) =>
      messenger.send(threadId, () => {
        mustHold(lock);
        return draw();
      });
    const isOfOne = (each: Delivery) =>
      'tenantId' in delivery && 'tenantId' in each && each.tenantId === delivery.tenantId;
    if (!others.every(isOfOne))
      return this.#postTogether(conversationId, [delivery, ...others].filter(isGathered), send);
    switch (delivery.kind) {
      case 'alarm':
        return this.#postAlarm(delivery, send);
      case 'tenant':
        return this.#postNews(delivery, { send, lock });
      case 'certificate':
        return this.#postCertificate(delivery, { send, lock });
      case 'watchedRequest':
        return this.#postWatchedRequest(delivery, send);
      case 'digest':
        return this.#postDigest(delivery, send);
      case 'batch':
        return this.#postBatch(delivery, send);
      case 'fleetReport':
        return this.#postFleetReport(delivery, send);
      default:
        return delivery satisfies never;
    }
  }

  /** Sends what came in quiet hours as one message, the worst first. @throws as `send` does */
  async sendMeanwhile(deliveries: readonly Delivery[], lock: HeldLock): Promise<void> {
    const { messenger, store, batches } = this.#deps;
    const conversationId = deliveries[0]?.conversationId ?? '';
    await messenger.send(conversationId, () => {
      mustHold(lock);
      const { now, alerts } = this.#cardNews.drawnWith(conversationId, deliveries);
      const drawn = meanwhileMessage(deliveries, { store, batches }, now);
      return drawn && { ...drawn, alerts };
    });
    this.#notified({ conversationId, digest: 'meanwhile' });
  }

  async #postDigest({ conversationId }: DigestDelivery, send: Send): Promise<void> {
    const { store, tenantList } = this.#deps;
    const query = () => store.conversation(conversationId)?.subscription?.query;
    await tenantList.waitingReady();
    const activityId = await send(() => openMessage(tenantList, query(), this.#contextIn(conversationId)));
    if (activityId !== '') this.#notified({ conversationId, digest: 'open' });
  }

  async #postCertificate(delivery: CertificateDelivery, sending: Sending): Promise<void> {
    const { conversationId, certificateId } = delivery;
    const certificate = this.#deps.store.certificate(certificateId);
    if (!certificate) return;
    const view = { kind: 'offboarding', tenantId: certificate.tenantId, offboardingId: certificateId } as const;
    const tellNow = () => ({ view, line: certificateHeadline(certificate, this.#contextIn(conversationId)) });
    await this.#cardNews.tell({ conversationId, delivery, ...sending, tellNow });
    await this.#deps.files.offerByItself(conversationId, certificate, this.#contextIn(conversationId).words);
    this.#notified({ conversationId, certificateId });
  }

  async #postWatchedRequest(delivery: WatchedRequestDelivery, send: Send): Promise<void> {
    const { conversationId, relationshipId, tenantId, news } = delivery;
    const read = await this.#deps.watchedRequestStories.read({ relationshipId, tenantId });
    // That it is over is told by a message of its own, or there is nothing left that anybody would have to know.
    if (!read.watched && news !== 'terminated') return;
    const story = { ...read, isOver: news === 'terminated' };
    await send(() => {
      const { now, alerts } = this.#cardNews.drawnWith(conversationId, [delivery]);
      return { card: watchedRequestView(story, now), summary: watchedRequestWords(story, now.words).title, alerts };
    });
    this.#notified({ conversationId, relationshipId, watchedRequest: news });
  }

  // That it's over, and whom it left out, or that a second admin is asked; its card has the rest. Who still looks at the card reads it there.
  async #postBatch(delivery: BatchDelivery, send: Send): Promise<void> {
    const { conversationId, batchId } = delivery;
    const { store, batches, updater } = this.#deps;
    await send(() => {
      const batch = toldBatch(delivery, store);
      if (!batch || (isOverAtOnce(batch) && updater.followsBatch(conversationId, batchId))) return undefined;
      const { now, alerts } = this.#cardNews.drawnWith(conversationId, [delivery]);
      const first = firstTenantsOf(batch, store);
      return { ...batchOverView(batch, batches.progress(batch), now, first), alerts };
    });
    this.#notified({ conversationId, batchId });
  }

  // What it says, and the way to the file.
  async #postFleetReport({ conversationId }: FleetReportDelivery, send: Send): Promise<void> {
    const { fleetReports } = this.#deps;
    await send(() => fleetReports.message(this.#contextIn(conversationId)));
    await fleetReports.offerByItself(conversationId, this.#contextIn(conversationId));
    this.#notified({ conversationId, report: 'fleet' });
  }

  async #postNews(delivery: TenantDelivery, sending: Sending): Promise<void> {
    const { conversationId, tenantId, news } = delivery;
    const { store } = this.#deps;
    const tellNow = () => {
      const tenant = store.tenant(tenantId);
      if (!tenant || isOver(news, tenant, store.conversation(conversationId))) return undefined;
      const line = headline(news, tenant, this.#contextIn(conversationId).words);
      return { view: viewFor(news, tenant), line };
    };
    if (!tellNow()) return;
    await this.#cardNews.tell({ conversationId, delivery, ...sending, tellNow });
    this.#notified({ conversationId, tenantId, news });
  }

  // Who has been taken care of by then is left out.
  async #postTogether(conversationId: string, gathered: readonly Gathered[], send: Send): Promise<void> {
    const { store } = this.#deps;
    const [first] = gathered;
    if (!first) return;
    await send(() => {
      const hearer = store.conversation(conversationId);
      const tenants = [...new Set(gathered.map(({ tenantId }) => tenantId))]
        .flatMap((tenantId) => store.tenant(tenantId) ?? [])
        .filter((tenant) => !isOver(first.news, tenant, hearer));
      if (tenants.length === 0) return undefined;
      const { now, alerts } = this.#cardNews.drawnWith(conversationId, gathered);
      if (isToldOfBatches(first.news)) return this.#drawCame(first, tenants, now);
      if (first.news === 'requestUnanswered') return unansweredView(tenants, now);
      if (first.news === 'acceptanceReviewDue') return reviewsDueView(tenants, now);
      // Review plans all that the template has changed for, also those of which other messages tell.
      const isAbout = (each: Tenant) => !each.formerCustomer && !isOver(first.news, each, hearer);
      const about = first.news === 'templateChanged' ? [...store.tenants()].filter(isAbout) : tenants;
      return { ...togetherView(first.news, about, now), alerts };
    });
    for (const { tenantId, news } of gathered) this.#notified({ conversationId, tenantId, news });
  }

  // What a tenant's status is by then decides; who is neither Approved nor in Issues found is told of by other news.
  #drawCame({ batchId }: Gathered, tenants: readonly Tenant[], now: ViewContext): DrawnMessage | undefined {
    const came = tenants.filter(({ status }) => status === 'approved' || status === 'issuesFound');
    const batch = batchId === undefined ? undefined : this.#deps.store.batch(batchId);
    return came.length > 0 ? cameTogetherView(came, now, batch) : undefined;
  }

  async #postAlarm(delivery: AlarmDelivery, send: Send): Promise<void> {
    const { conversationId, alarm } = delivery;
    await send(() => {
      const { now, alerts } = this.#cardNews.drawnWith(conversationId, [delivery]);
      return { card: alarmView(alarm, now), summary: alarmWords(alarm, now.words).title, alerts };
    });
    this.#notified({ conversationId, alarm: alarm.code });
  }

  #contextIn(conversationId: string): ViewContext {
    const { audience, context } = this.#deps;
    return context(audience.roleIn(conversationId), audience.languageIn(conversationId));
  }

  #notified(what: LogEvents['notified']): void {
    this.#deps.log.info('notified', what);
  }
}
