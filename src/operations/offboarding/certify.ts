// Ends an offboarding: writes its certificate and deletes everything else about the tenant.

import { approvalLapsesAfterDays, isEnded } from '../../domain/access/relationship.js';
import { issuedOf } from '../../domain/offboarding/certify.js';
import type { Offboarding } from '../../domain/offboarding/offboarding.js';
import type { PlanLine } from '../../domain/offboarding/plan.js';
import type { WatchedRequest } from '../../domain/offboarding/watched-request.js';
import { hearersOf, type Topic } from '../../domain/subscription/who-hears.js';
import { evolve } from '../../domain/tenant/evolve.js';
import type { Fact } from '../../domain/tenant/facts.js';
import { addDays } from '../../domain/time.js';
import type { Dependencies } from '../dependencies.js';
import { auditEntry } from '../recording/audit-entries.js';
import type { Recording } from '../recording/recording.js';
import { isAboutOneOf } from '../recording/tenant-topic.js';

/**
 * Writes the certificate, and then, in one write, puts its hashes into the audit log, forgets the tenant, keeps the watched
 * requests and makes the message due. `recording` has nothing unsaved. After a crash in between, the same certificate is written again.
 * @throws StoreError
 */
export async function certify(
  { store, archive, log, templates }: Dependencies,
  recording: Recording,
  offboarding: Offboarding,
): Promise<void> {
  const { tenant, row } = recording;
  const { tenantId } = tenant;
  const certificate = await archive.write(tenant, offboarding);
  const at = offboarding.end?.at ?? offboarding.at;
  const fact: Fact = { type: 'offboardingCertified', by: offboarding.by, certificate, at };
  const entry = auditEntry(tenant, fact);
  const remains = offboarding.end?.remains.lines ?? [];
  // A tenant that's no longer a customer isn't kept; the next reconcile tells if something of the partner's is still there.
  const isCustomer = !remains.some((line) => line.kind === 'reseller' && !line.isReseller);
  const topic: Topic = {
    kind: 'tenant',
    news: 'offboarding',
    mustBeHeard: false,
    isOutcome: true,
    isAbout: isAboutOneOf([tenant], templates, at),
    askedFrom: offboarding.conversationId,
  };
  const hearers = hearersOf(topic, store.conversations());
  const pointless = [...store.deliveries()].filter((due) => due.kind === 'tenant' && due.tenantId === tenantId);
  await row.commit({
    ...(isCustomer ? { tenants: [evolve(tenant, fact)] } : { forgottenTenantIds: [tenantId] }),
    certificates: [issuedOf({ tenant, offboarding }, certificate)],
    watchedRequests: toWatch(tenantId, offboarding, at),
    deliveries: hearers.map((conversationId) => ({
      id: `${offboarding.id} ${conversationId}`,
      conversationId,
      kind: 'certificate',
      certificateId: offboarding.id,
      at,
    })),
    doneDeliveryIds: pointless.map(({ id }) => id),
    audit: entry ? [entry] : [],
  });
  log.info('offboardingCertified', { tenantId, offboardingId: offboarding.id });
}

/** Requests that can still be approved, and those that came up while the offboarding went on. */
function toWatch(tenantId: string, offboarding: Offboarding, now: string): readonly WatchedRequest[] {
  const agreed = offboarding.plan.lines.filter(({ kind }) => kind === 'relationship').map(relationshipIdOf);
  const found = offboarding.end?.remains.lines ?? [];
  // What couldn't be read may be as it was.
  const isRead = !found.some((line) => line.kind === 'unread' && line.part === 'relationships');
  const lines = isRead ? found : offboarding.plan.lines.filter(({ kind }) => kind === 'invitation');
  return lines.flatMap((line) => {
    if (line.kind !== 'invitation' && line.kind !== 'relationship') return [];
    const { id: relationshipId, status } = line.relationship;
    // A relationship that was left in place isn't watched; one that has become a request since is.
    const isAsBefore = line.kind === 'relationship' && agreed.includes(relationshipId);
    if (isEnded(status) || isAsBefore) return [];
    const lapsesAt = (line.kind === 'invitation' && line.lapsesAt) || addDays(now, approvalLapsesAfterDays);
    return [{ relationshipId, tenantId, certificateId: offboarding.id, lapsesAt }];
  });
}

function relationshipIdOf(line: PlanLine): string | undefined {
  return line.kind === 'relationship' ? line.relationship.id : undefined;
}
