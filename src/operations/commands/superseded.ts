// What of the messages that wait for a conversation is out of date, when it cannot be written to for long?
import { isExitNews } from '../../domain/tenant/news.js';
import type { Delivery, TenantDelivery } from '../ports/store.js';

// Whoever comes back reads the newest of each tenant, and not a thousand messages.
const mostKept = 200;

/**
 * The ids of those that newer ones have made out of date, and of the oldest beyond two hundred. Lost access is out of date
 * only once access was given or lost again. `due`: those of one conversation, oldest first.
 */
export function superseded(due: readonly Delivery[]): readonly string[] {
  const newer = new Set<string>();
  const kept: Delivery[] = [];
  const gone: string[] = [];
  for (const delivery of [...due].reverse()) {
    const isOld = newer.has(subjectOf(delivery)) || (kept.length >= mostKept && !isAccessLost(delivery));
    if (isOld) gone.push(delivery.id);
    else kept.push(delivery);
    for (const subject of subjectsSettledBy(delivery)) newer.add(subject);
  }
  return gone;
}

function subjectOf(delivery: Delivery): string {
  if ('alarm' in delivery) {
    const { code } = delivery.alarm;
    return code === 'signInBack' ? 'alarm signInLost' : `alarm ${code}`;
  }
  if ('certificateId' in delivery) return `certificate ${delivery.certificateId}`;
  if ('invitation' in delivery) return `invitation ${delivery.relationshipId}`;
  const { tenantId, news } = delivery;
  if (isExitNews(news)) return `exit ${tenantId}`;
  return isAccessLost(delivery) ? `loss ${tenantId}` : `tenant ${tenantId}`;
}

function subjectsSettledBy(delivery: Delivery): readonly string[] {
  if (!('news' in delivery) || isExitNews(delivery.news)) return [subjectOf(delivery)];
  const { tenantId, news } = delivery;
  return news === 'issuesFound' ? [`tenant ${tenantId}`] : [`tenant ${tenantId}`, `loss ${tenantId}`];
}

function isAccessLost(delivery: Delivery): delivery is TenantDelivery {
  return 'news' in delivery && delivery.news === 'accessLost';
}
