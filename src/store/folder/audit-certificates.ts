// The lines of an audit log about offboarding certificates.
import type { CertificateHashes } from '../../domain/offboarding/certificate.js';
import type { AuditEntry } from '../../domain/tenant/audit-entry.js';
import { entryIn } from '../records/audit-chain.js';
import { linesOf } from './audit-file.js';

/** A line about an issued certificate. */
export interface CertificateLine {
  /** Counted from 1. */
  readonly line: number;
  readonly entry: AuditEntry;
  readonly certificate: CertificateHashes;
}

// Versions before schema 6 wrote the second name.
const certified = /"(?:offboarding|exit)Certified"/;

/**
 * The lines about certificates, up to and with line `upTo`.
 * @throws when the file can't be read.
 */
export async function certificateLines(path: string, upTo: number): Promise<readonly CertificateLine[]> {
  const found: CertificateLine[] = [];
  let line = 0;
  for await (const text of linesOf(path)) {
    line += 1;
    if (line > upTo) break;
    // Cheaper than parsing every line of a long log.
    const entry = certified.test(text) ? entryIn(text) : undefined;
    if (entry?.what === 'offboardingCertified' && entry.certificate) {
      found.push({ line, entry, certificate: entry.certificate });
    }
  }
  return found;
}
