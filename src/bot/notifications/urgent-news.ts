// Which messages must not be missed, and whom they concern.
import type { Person } from '../../domain/person.js';
import { cantWait, mustBeHeard } from '../../domain/subscription/news-kinds.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { Instant } from '../../domain/time.js';
import type { Delivery } from '../../operations/ports/rows.js';

type TenantOf = (tenantId: string) => Tenant | undefined;

/** Whether a message raises an alert: it can't wait, or tells that access ends within a week and no one looks after the tenant. */
export function isUrgent(delivery: Delivery, tenantOf: TenantOf, now: Instant): boolean {
  if (delivery.kind !== 'tenant' || delivery.news !== 'accessEnding') return cantWait(delivery);
  const { onboarding, owner } = tenantOf(delivery.tenantId) ?? {};
  return mustBeHeard({ news: delivery.news, endsOn: onboarding?.coverage?.on, isOwned: owner !== undefined }, now);
}

/**
 * The people whom messages concern above all, each once: of each tenant the person who looks after it, else the one who asked for access. Who
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
