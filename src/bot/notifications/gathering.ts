// Warnings of ends of access, held for a moment, so that many that come at once are one message.

import { addSeconds, type Instant } from '../../domain/time.js';
import type { Delivery, TenantDelivery } from '../../operations/ports/store.js';

// A check of all tenants finds their ends one after the other.
const quietSeconds = 60;
const longestSeconds = 600;
/** More than this many at once become one message. */
const mostApart = 5;

/** A warning that access ends. */
export type EndWarning = TenantDelivery & { readonly news: 'accessEnding' };

/** Whether a message warns of an end of access. */
export function isEndWarning(delivery: Delivery): delivery is EndWarning {
  return delivery.kind === 'tenant' && delivery.news === 'accessEnding';
}

/**
 * When warnings go out: a minute after the last of them came, ten after the first at the latest. `undefined`: there are none.
 * A clock that was set back doesn't hold them.
 */
export function warningsGoOutAt(warnings: readonly EndWarning[], now: Instant): Instant | undefined {
  const times = warnings.map(({ at }) => at).sort();
  const [first, last] = [times[0], times.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  if (last > now) return now;
  const [quiet, longest] = [addSeconds(last, quietSeconds), addSeconds(first, longestSeconds)];
  return quiet < longest ? quiet : longest;
}

/** Whether so many warnings are told as a list. */
export function isList(warnings: readonly EndWarning[]): boolean {
  return warnings.length > mostApart;
}
