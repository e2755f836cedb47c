// What is kept of an exit once everything else about the tenant has been deleted?
import type { Person } from '../person.js';
import type { Instant } from '../time.js';

/** SHA-256 of the two files of a certificate, in lower-case hex. */
export interface CertificateHashes {
  readonly json: string;
  readonly pdf: string;
}

/** A certificate that has been written, as a card shows it. The files themselves are in the archive. */
export interface IssuedCertificate {
  /** The exit's id. */
  readonly id: string;
  readonly tenantId: string;
  /** Foreign text. */
  readonly tenantName: string;
  readonly issuedAt: Instant;
  /** Who decided the exit. */
  readonly by: Person;
  readonly approvedBy?: Person | undefined;
  /** How many things were proved to be gone. */
  readonly removedCount: number;
  /** How many things remain that we or the customer could act on; 0: nothing ties us to the tenant any more. */
  readonly remainsCount: number;
  readonly hashes: CertificateHashes;
}
