// News that many tenants have at once, held for a moment, so that they are one message.

import { addSeconds, type Instant } from '../../domain/time.js';
import type { Delivery, TenantDelivery } from '../../operations/ports/rows.js';

/**
 * Seconds that news of this kind are held: after the last that came, and at most after the first. A check of all tenants finds
 * one after the other; what was found off has months, so the message about it may wait until all have been checked.
 */
const heldFor = {
  accessEnding: { quietSeconds: 60, longestSeconds: 600 },
  autoExtendOff: { quietSeconds: 60, longestSeconds: 3600 },
  templateChanged: { quietSeconds: 60, longestSeconds: 3600 },
} as const;

/** More than this many at once become one message. A template changes for all of its tenants, so that is one message. */
const mostApart = { accessEnding: 5, autoExtendOff: 5, templateChanged: 1 } as const;

/** News that are gathered. */
export type GatheredNews = keyof typeof heldFor;

/** A message that is held so. */
export type Gathered = TenantDelivery & { readonly news: GatheredNews };

/** The kinds of them. */
export const gatheredNews = Object.keys(heldFor) as readonly GatheredNews[];

/** Whether a message is held so. */
export function isGathered(delivery: Delivery): delivery is Gathered {
  return delivery.kind === 'tenant' && Object.hasOwn(heldFor, delivery.news);
}

/** Those of one kind. */
export function gatheredOf(deliveries: readonly Delivery[], news: GatheredNews): readonly Gathered[] {
  return deliveries.filter(isGathered).filter((each) => each.news === news);
}

/**
 * When they go out, all of one kind: soon after the last of them came, or a while after the first at the latest. `undefined`:
 * there are none. A clock that was set back doesn't hold them.
 */
export function gatheredGoOutAt(gathered: readonly Gathered[], now: Instant): Instant | undefined {
  const times = gathered.map(({ at }) => at).sort();
  const [first, last] = [times[0], times.at(-1)];
  if (!gathered[0] || first === undefined || last === undefined) return undefined;
  if (last > now) return now;
  const { quietSeconds, longestSeconds } = heldFor[gathered[0].news];
  const [quiet, longest] = [addSeconds(last, quietSeconds), addSeconds(first, longestSeconds)];
  return quiet < longest ? quiet : longest;
}

/** Whether so many tenants are told of as a list. */
export function isList(gathered: readonly Gathered[]): boolean {
  const [first] = gathered;
  return first !== undefined && new Set(gathered.map(({ tenantId }) => tenantId)).size > mostApart[first.news];
}

/**
 * A message and those that say the same: news that are drawn from how things are when they go out, and came to the same tenant
 * more than once while nothing could be sent.
 */
export function sameAs(delivery: Delivery, due: readonly Delivery[]): readonly Delivery[] {
  if (!isGathered(delivery) && !(delivery.kind === 'tenant' && delivery.news === 'requestUnanswered'))
    return [delivery];
  const { tenantId, news } = delivery;
  return due.filter((each) => each.kind === 'tenant' && each.tenantId === tenantId && each.news === news);
}
