// What can be told of a watched request once everything from its tenant has been deleted.

import type { ListedRelationship } from '../../domain/access/relationship.js';
import type { IssuedCertificate } from '../../domain/offboarding/certificate.js';
import type { WatchedRequestStory } from '../../domain/offboarding/watched-request.js';
import { withTimeout } from '../../runtime/timeout.js';
import type { Dependencies } from '../dependencies.js';

/** A request, and the tenant that it was made to. */
export interface AskedRequest {
  readonly relationshipId: string;
  readonly tenantId: string;
}

// A click has about ten seconds, and an urgent message shouldn't wait either.
const patienceMs = 3000;

/** Stories of watched requests. */
export class WatchedRequestStories {
  readonly #deps: Dependencies;

  constructor(deps: Dependencies) {
    this.#deps = deps;
  }

  /** Reads name and status live, and leaves them out where Microsoft doesn't answer in time. Never fails. */
  async read({ relationshipId, tenantId }: AskedRequest): Promise<WatchedRequestStory> {
    const { store } = this.#deps;
    const relationship = await this.#relationship(relationshipId);
    const watched = store.watchedRequest(relationshipId);
    const certificate = certificateOf(store.certificates(), tenantId, watched?.certificateId);
    const name = relationship?.customerName ?? certificate?.tenantName ?? tenantId;
    return { relationshipId, tenantId, name, watched, relationship, certificate };
  }

  async #relationship(relationshipId: string): Promise<ListedRelationship | undefined> {
    const { microsoft, clock, log } = this.#deps;
    try {
      return await withTimeout(clock, patienceMs, microsoft.relationships.find(relationshipId));
    } catch (error) {
      log.warn('watchedRequestNotRead', { relationshipId, error });
      return undefined;
    }
  }
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
