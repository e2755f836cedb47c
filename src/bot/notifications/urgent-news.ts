// Which messages must not be missed, and whom they concern.
import type { Person } from '../../domain/person.js';
import { mustBeHeard, mustLeftoverBeHeard } from '../../domain/subscription/news-kinds.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { Instant } from '../../domain/time.js';
import type { Delivery } from '../../operations/ports/rows.js';

type TenantOf = (tenantId: string) => Tenant | undefined;

/**
 * Whether a message raises an alert: access was lost, it ends within a week and no one looks after the tenant, a request that an
 * offboarding left was approved, a second admin is waited for, or a sign-in or changes were lost.
 */
export function isUrgent(delivery: Delivery, tenantOf: TenantOf, now: Instant): boolean {
  switch (delivery.kind) {
    case 'alarm':
      return delivery.alarm.code === 'signInLost' || delivery.alarm.code === 'changesLost';
    case 'watchedRequest':
      return mustLeftoverBeHeard(delivery.news);
    case 'tenant': {
      const { onboarding, owner } = tenantOf(delivery.tenantId) ?? {};
      const { news } = delivery;
      return mustBeHeard({ news, endsOn: onboarding?.coverage?.on, isOwned: owner !== undefined }, now);
    }
    case 'batch':
      return delivery.asksSecond === true;
    default:
      return false;
  }
}

/**
 * The people whom messages concern above all, each once: of each tenant whoever looks after it, else whoever asked for access. Who
 * decided what a second admin is waited for isn't meant.
 */
export function concernedBy(deliveries: readonly Delivery[], tenantOf: TenantOf): readonly Person[] {
  const people = deliveries.flatMap((delivery) => {
    const tenant = 'tenantId' in delivery ? tenantOf(delivery.tenantId) : undefined;
    const person = tenant?.owner?.person ?? tenant?.onboarding?.requestedBy;
    const decided =
      delivery.kind === 'tenant' &&
      ((delivery.news === 'offboardingAwaitsApproval' && tenant?.offboarding?.by) ||
        (delivery.news === 'secondAdminAsked' && tenant?.awaitedSecond?.by));
    return person && !(decided && decided.id === person.id) ? [[person.id, person] as const] : [];
  });
  return [...new Map(people).values()];
}
