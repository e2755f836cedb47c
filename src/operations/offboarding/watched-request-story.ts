// What can be told of a watched request once everything from its tenant has been deleted.

import type { ListedRelationship } from '../../domain/access/relationship.js';
import type { IssuedCertificate } from '../../domain/offboarding/certificate.js';
import type { WatchedRequestStory } from '../../domain/offboarding/watched-request.js';
import { withTimeout } from '../../runtime/timeout.js';
import type { Dependencies } from '../dependencies.js';

/** Reads name and status live, and leaves them out where Microsoft doesn't answer in time. Never fails. */
export type TellWatchedRequest = (about: {
  readonly relationshipId: string;
  readonly tenantId: string;
}) => Promise<WatchedRequestStory>;

// A click has about ten seconds, and an urgent message shouldn't wait either.
const patienceMs = 3000;

/** Builds a `TellWatchedRequest`. */
export function watchedRequestTeller({
  microsoft,
  store,
  clock,
  log,
}: Pick<Dependencies, 'microsoft' | 'store' | 'clock' | 'log'>): TellWatchedRequest {
  const read = async (relationshipId: string): Promise<ListedRelationship | undefined> => {
    try {
      return await withTimeout(clock, patienceMs, microsoft.relationship(relationshipId));
    } catch (error) {
      log.warn('watchedRequestNotRead', { relationshipId, error });
      return undefined;
    }
  };
  return async ({ relationshipId, tenantId }) => {
    const relationship = await read(relationshipId);
    const watched = store.watchedRequest(relationshipId);
    const certificate = certificateOf(store.certificates(), tenantId, watched?.certificateId);
    const name = relationship?.customerName ?? certificate?.tenantName ?? tenantId;
    return { relationshipId, tenantId, name, watched, relationship, certificate };
  };
}

// Of a request that's over only the tenant is known, so its newest certificate is taken.
function certificateOf(
  all: Iterable<IssuedCertificate>,
  tenantId: string,
  id: string | undefined,
): IssuedCertificate | undefined {
  let last: IssuedCertificate | undefined;
  for (const each of all) {
    if (each.id === id) return each;
    if (each.tenantId === tenantId && (last === undefined || each.issuedAt > last.issuedAt)) last = each;
  }
  return last;
}
