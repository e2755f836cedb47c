// News that many tenants have at once, held for a moment, so that they are one message.

import type { Batch } from '../../domain/batch/batch.js';
import { isToldOfBatches, type News } from '../../domain/tenant/news.js';
import { addSeconds, type Instant } from '../../domain/time.js';
import type { Delivery, TenantDelivery } from '../../operations/ports/rows.js';

/** How long news are held, and how many are still a message each. */
interface Holding {
  /** Seconds after the last that came. */
  readonly quietSeconds: number;
  /** Seconds after the first, at most. */
  readonly longestSeconds: number;
  readonly mostApart: number;
}

/**
 * By kind of news. A check of all tenants finds one after the other; what was found off has months, so the message about it may
 * wait until all have been checked. A template changes for all of its tenants, so that is one message. What people wait for isn't
 * held: only what can't go out as fast as it comes is told together.
 */
const byNews = {
  accessEnding: { quietSeconds: 60, longestSeconds: 600, mostApart: 5 },
  autoExtendOff: { quietSeconds: 60, longestSeconds: 3600, mostApart: 5 },
  templateChanged: { quietSeconds: 60, longestSeconds: 3600, mostApart: 1 },
  requestUnanswered: { quietSeconds: 60, longestSeconds: 3600, mostApart: 5 },
  // All days of a review begin at the same moment.
  acceptanceReviewDue: { quietSeconds: 60, longestSeconds: 3600, mostApart: 5 },
  approved: { quietSeconds: 0, longestSeconds: 0, mostApart: 5 },
  issuesFound: { quietSeconds: 0, longestSeconds: 0, mostApart: 5 },
} as const satisfies Partial<Record<News, Holding>>;

// What comes of a batch later comes by and by, as its customers approve.
const ofBatch: Holding = { quietSeconds: 60, longestSeconds: 600, mostApart: 1 };
// While it's worked off, its card says it all, and its end is a message.
const ofBatchUnderWay: Holding = { ...ofBatch, quietSeconds: 3600, longestSeconds: 3600 };

/** News that are gathered. */
export type GatheredNews = keyof typeof byNews;

/** A message that is gathered. */
export type Gathered = TenantDelivery & { readonly news: GatheredNews };

/** Whether a message is gathered with others. */
export function isGathered(delivery: Delivery): delivery is Gathered {
  return delivery.kind === 'tenant' && Object.hasOwn(byNews, delivery.news);
}

/** What is told together, by name: what comes of a batch, or one kind of news. */
export function gatheringOf({ news, batchId }: Gathered): string {
  return batchId === undefined ? news : `batch ${batchId}`;
}

/** Those that are told together, each gathering oldest first. */
export function gatherings(deliveries: readonly Delivery[]): ReadonlyMap<string, readonly Gathered[]> {
  const all = new Map<string, Gathered[]>();
  for (const each of deliveries.filter(isGathered)) {
    const name = gatheringOf(each);
    all.set(name, [...(all.get(name) ?? []), each]);
  }
  return all;
}

/**
 * When the news of one gathering go out: soon after the last of them came, or a while after the first at the latest. `undefined`:
 * there are none. A clock that was set back doesn't hold them. `batchOf`: a batch as far as it's known.
 */
export function gatheredGoOutAt(
  gathered: readonly Gathered[],
  now: Instant,
  batchOf: (batchId: string) => Batch | undefined = () => undefined,
): Instant | undefined {
  const times = gathered.map(({ at }) => at).sort();
  const [first, last] = [times[0], times.at(-1)];
  if (!gathered[0] || first === undefined || last === undefined) return undefined;
  if (last > now) return now;
  const { quietSeconds, longestSeconds } = holdingOf(gathered[0], batchOf);
  const [quiet, longest] = [addSeconds(last, quietSeconds), addSeconds(first, longestSeconds)];
  return quiet < longest ? quiet : longest;
}

function holdingOf({ news, batchId }: Gathered, batchOf: (batchId: string) => Batch | undefined): Holding {
  if (batchId === undefined) return byNews[news];
  const batch = batchOf(batchId);
  return batch && batch.endedAt === undefined ? ofBatchUnderWay : ofBatch;
}

/** Whether so many tenants are told of as a list. */
export function isList(gathered: readonly Gathered[]): boolean {
  const [first] = gathered;
  const { mostApart } = first?.batchId === undefined ? byNews[first?.news ?? 'approved'] : ofBatch;
  return new Set(gathered.map(({ tenantId }) => tenantId)).size > mostApart;
}

/**
 * A message and those that say the same: news that are drawn from how things are when they go out, and came to the same tenant
 * more than once while nothing could be sent.
 */
export function sameAs(delivery: Delivery, due: readonly Delivery[]): readonly Delivery[] {
  if (!isGathered(delivery) || isToldOfBatches(delivery.news)) return [delivery];
  const { tenantId, news } = delivery;
  return due.filter((each) => each.kind === 'tenant' && each.tenantId === tenantId && each.news === news);
}
