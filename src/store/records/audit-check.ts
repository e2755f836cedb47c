// Checks an audit log from its first line to its last, wherever it's kept.
import type { CertificateHashes } from '../../domain/offboarding/certificate.js';
import type { AuditEntry } from '../../domain/tenant/audit-entry.js';
import type { Audit } from '../../operations/ports/audit.js';
import { type ChainEnd, ChainReader, entryIn } from './audit-chain.js';

/** An audit log to be checked, beside a running bot or without one. */
export interface AuditToCheck extends Pick<Audit, 'lines'> {
  /** Where it's kept, for people. */
  readonly place: string;
  isThere(): Promise<boolean>;
  /** Ends that its chain is known to have had. To be read before its lines, which may grow meanwhile. */
  knownEnds(): Promise<readonly ChainEnd[]>;
}

/** What checking a whole log found: the end of its chain, or the first line that doesn't follow or is missing. */
export type AuditCheck = ChainEnd | { readonly brokenAt: number; readonly why: string };

/**
 * Follows the chain from the first line to the last, past every known end of it.
 * @throws when the lines can't be read.
 */
export async function checkAudit(
  lines: AsyncIterable<Buffer> | Iterable<Buffer>,
  known: readonly ChainEnd[] = [],
): Promise<AuditCheck> {
  const reader = new ChainReader(known);
  for await (const line of lines) {
    const why = reader.take(line);
    if (why !== undefined) return { brokenAt: reader.end.lines + 1, why };
  }
  const { end } = reader;
  if (!reader.hasAll()) return { brokenAt: end.lines + 1, why: 'it’s missing, although Gatehouse has a record of it' };
  return reader.isLastWhole() ? end : { brokenAt: end.lines, why: 'it isn’t an audit log line' };
}

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
 * @throws when the lines can't be read.
 */
export async function certificateLines(
  lines: AsyncIterable<Buffer>,
  upTo: number,
): Promise<readonly CertificateLine[]> {
  const found: CertificateLine[] = [];
  let line = 0;
  for await (const bytes of lines) {
    line += 1;
    if (line > upTo) break;
    const text = bytes.toString('utf8');
    // Cheaper than parsing every line of a long log.
    const entry = certified.test(text) ? entryIn(text) : undefined;
    if (entry?.what === 'offboardingCertified' && entry.certificate) {
      found.push({ line, entry, certificate: entry.certificate });
    }
  }
  return found;
}
