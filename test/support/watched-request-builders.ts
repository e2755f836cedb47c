// What an offboarding leaves behind: a certificate and a watched request, for tests.
import type { IssuedCertificate } from '../../src/domain/offboarding/certificate.js';
import type { WatchedRequest } from '../../src/domain/offboarding/watched-request.js';
import { alex, contoso } from './builders.js';

/** Contoso's exit certificate. */
export function aCertificate(changes: Partial<IssuedCertificate> = {}): IssuedCertificate {
  return {
    id: 'exit-1',
    tenantId: contoso,
    tenantName: 'Contoso Ltd',
    issuedAt: '2026-11-10T10:00:00.000Z',
    by: alex,
    removedCount: 3,
    remainsCount: 1,
    hashes: { json: 'a', pdf: 'b' },
    ...changes,
  };
}

/** A request to Contoso that's watched until February. */
export function aWatchedRequest(changes: Partial<WatchedRequest> = {}): WatchedRequest {
  return {
    relationshipId: 'relationship-1',
    tenantId: contoso,
    certificateId: 'exit-1',
    lapsesAt: '2027-01-30T10:00:00.000Z',
    ...changes,
  };
}
