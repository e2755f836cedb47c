// Which due messages wait for the end of a conversation's quiet hours, and which become one message then.
import { cantWait } from '../../domain/subscription/news-kinds.js';
import type { NewsSubscription } from '../../domain/subscription/subscription.js';
import { endOf, isWithin } from '../../domain/subscription/week-hours.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import { addDays, type Instant } from '../../domain/time.js';
import type { Delivery } from '../../operations/ports/rows.js';

/** What is due to a conversation, by its quiet hours. */
export interface ByHours {
  /** What goes out now, each as its own message. */
  readonly now: readonly Delivery[];
  /** What came in quiet hours that are over, as one message. */
  readonly together: readonly Delivery[];
  /** When the quiet hours end. Absent: it's none of them. */
  readonly quietUntil?: Instant | undefined;
}

type TenantOf = (tenantId: string) => Tenant | undefined;

/** Divides what is due. */
export function byHours(
  due: readonly Delivery[],
  { quiet = [], zone }: Pick<NewsSubscription, 'quiet' | 'zone'>,
  tenantOf: TenantOf,
  now: Instant,
): ByHours {
  if (quiet.length === 0) return { now: due, together: [] };
  const quietUntil = endOf(quiet, now, zone);
  if (quietUntil !== undefined)
    return { now: due.filter((each) => !canWait(each, tenantOf, quietUntil)), together: [], quietUntil };
  const came = due.filter((each) => isLine(each) && isWithin(quiet, each.at, zone) && canWait(each, tenantOf, each.at));
  return came.length < 2
    ? { now: due, together: [] }
    : { now: due.filter((each) => !came.includes(each)), together: came };
}

/** Whether a message may wait until then: not what never can, and not that access ends before or on the day after. */
function canWait(delivery: Delivery, tenantOf: TenantOf, until: Instant): boolean {
  if (delivery.kind !== 'tenant' || delivery.news !== 'accessEnding') return !cantWait(delivery);
  const endsOn = tenantOf(delivery.tenantId)?.onboarding?.coverage?.on;
  return endsOn === undefined || endsOn > addDays(until, 1);
}

// The others come with files or buttons of their own.
function isLine({ kind }: Delivery): boolean {
  return kind === 'tenant' || kind === 'alarm' || kind === 'batch';
}
