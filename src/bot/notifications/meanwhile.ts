// The messages of digests: what came to a conversation meanwhile, a line each, the worst first, and what's open.
import { everyTenant, type Query } from '../../domain/query/query.js';
import { kindOfNews, type NewsKind, newsKinds } from '../../domain/subscription/news-kinds.js';
import type { TenantBatches } from '../../operations/batches/batches.js';
import type { Delivery } from '../../operations/ports/rows.js';
import type { Store } from '../../operations/ports/store.js';
import type { TenantList } from '../../operations/reads/tenant-list.js';
import { batchHeadline } from '../../views/batch/batch-card.js';
import type { Words } from '../../views/catalogue.js';
import { headline } from '../../views/explain/notices.js';
import { alarmWords } from '../../views/health/alarms.js';
import type { ViewContext } from '../../views/render/context.js';
import { type CameMeanwhile, digestView, meanwhileView } from '../../views/subscription/digest.js';
import type { DrawnMessage } from '../delivery/messenger.js';
import { isOver, toldBatch } from './news-card.js';
import { superseded } from './superseded.js';

interface MeanwhileDeps {
  readonly store: Pick<Store, 'tenant' | 'batch' | 'conversation'>;
  readonly batches: Pick<TenantBatches, 'progress'>;
}

/** The message of what came meanwhile; `undefined`: all of it is taken care of. */
export function meanwhileMessage(
  deliveries: readonly Delivery[],
  deps: MeanwhileDeps,
  context: ViewContext,
): DrawnMessage | undefined {
  const came = meanwhileIn(deliveries, deps, context.words);
  return came.length === 0 ? undefined : meanwhileView(came, context);
}

/** The message of what's open of the tenants that a query asks for; `undefined`: nothing is. */
export function openMessage(
  tenantList: Pick<TenantList, 'waitingOf'>,
  query: Query = everyTenant,
  context: ViewContext,
): DrawnMessage | undefined {
  return digestView(tenantList.waitingOf(query), query, context);
}

/** As things are now: what newer news have made pointless is left out, and so is what is taken care of by then. */
function meanwhileIn(deliveries: readonly Delivery[], deps: MeanwhileDeps, words: Words): readonly CameMeanwhile[] {
  const pointless = new Set(superseded(deliveries));
  return deliveries
    .filter(({ id }) => !pointless.has(id))
    .map((delivery) => ({ rank: rankOf(delivery), came: lineOf(delivery, deps, words) }))
    .toSorted((a, b) => a.rank - b.rank)
    .flatMap(({ came }) => came ?? []);
}

function lineOf(delivery: Delivery, { store, batches }: MeanwhileDeps, words: Words): CameMeanwhile | undefined {
  if (delivery.kind === 'alarm') return { line: alarmWords(delivery.alarm, words).title };
  if (delivery.kind === 'batch') {
    const batch = toldBatch(delivery, store);
    return batch && { line: batchHeadline(batch, batches.progress(batch), words) };
  }
  const tenant = delivery.kind === 'tenant' ? store.tenant(delivery.tenantId) : undefined;
  if (
    !tenant ||
    delivery.kind !== 'tenant' ||
    isOver(delivery.news, tenant, store.conversation(delivery.conversationId))
  )
    return undefined;
  return { line: headline(delivery.news, tenant, words), tenant };
}

function rankOf(delivery: Delivery): number {
  const kind: NewsKind | undefined =
    delivery.kind === 'tenant' ? kindOfNews(delivery.news) : delivery.kind === 'alarm' ? 'alarms' : undefined;
  return kind === undefined ? newsKinds.length : newsKinds.indexOf(kind);
}
