// Which messages are out of date, of those that wait for a conversation that can't be written to.
import { cantWait } from '../../domain/subscription/news-kinds.js';
import { isOffboardingNews, isSecondAdminNews } from '../../domain/tenant/news.js';
import type { Delivery } from '../../operations/ports/rows.js';

// A person who comes back reads the newest of each tenant, and not a thousand messages.
const mostKept = 200;

/**
 * The ids of those that newer ones have made out of date, and of the oldest beyond two hundred but what can never wait. Lost
 * access is out of date only once access was given or lost again. `due`: those of one conversation, oldest first.
 */
export function superseded(due: readonly Delivery[]): readonly string[] {
  const newer = new Set<string>();
  const kept: Delivery[] = [];
  const gone: string[] = [];
  for (const delivery of [...due].reverse()) {
    const isOld = newer.has(subjectOf(delivery)) || (kept.length >= mostKept && !cantWait(delivery));
    if (isOld) gone.push(delivery.id);
    else kept.push(delivery);
    for (const subject of subjectsSettledBy(delivery)) newer.add(subject);
  }
  return gone;
}

function subjectOf(delivery: Delivery): string {
  switch (delivery.kind) {
    case 'alarm':
      return `alarm ${delivery.alarm.code === 'signInBack' ? 'signInLost' : delivery.alarm.code}`;
    case 'certificate':
      return `certificate ${delivery.certificateId}`;
    case 'digest':
      return 'digest';
    case 'batch':
      return `batch ${delivery.batchId}`;
    case 'fleetReport':
      return 'fleetReport';
    case 'watchedRequest':
      return `watchedRequest ${delivery.relationshipId}`;
    case 'tenant':
      if (isOffboardingNews(delivery.news)) return `offboarding ${delivery.tenantId}`;
      if (isSecondAdminNews(delivery.news)) return `secondAdmin ${delivery.tenantId}`;
      if (delivery.news === 'ownershipGiven') return `owner ${delivery.tenantId}`;
      if (delivery.news === 'acceptanceReviewDue') return `review ${delivery.tenantId}`;
      if (delivery.news === 'accessEnding') return `end ${delivery.tenantId}`;
      if (delivery.news === 'autoExtendOff') return `drift ${delivery.tenantId}`;
      return delivery.news === 'accessLost' ? `loss ${delivery.tenantId}` : `tenant ${delivery.tenantId}`;
    default:
      return delivery satisfies never;
  }
}

function subjectsSettledBy(delivery: Delivery): readonly string[] {
  if (delivery.kind !== 'tenant' || isOffboardingNews(delivery.news) || isSecondAdminNews(delivery.news))
    return [subjectOf(delivery)];
  const { tenantId, news } = delivery;
  if (news === 'autoExtendOff' || news === 'acceptanceReviewDue' || news === 'ownershipGiven')
    return [subjectOf(delivery)];
  // A card about an end says that auto-extend is off too.
  if (news === 'accessEnding') return [subjectOf(delivery), `drift ${tenantId}`];
  if (news === 'accessLost') return ['tenant', 'loss', 'end', 'drift'].map((subject) => `${subject} ${tenantId}`);
  return news === 'issuesFound' || news === 'templateChanged' || news === 'requestUnanswered'
    ? [`tenant ${tenantId}`]
    : [`tenant ${tenantId}`, `loss ${tenantId}`];
}
