// What the bot has saved, read past the bot, wherever it keeps it.
import { createHash } from 'node:crypto';
import type { CertificateHashes } from '../../src/domain/offboarding/certificate.js';
import type { AuditEntry } from '../../src/domain/tenant/audit-entry.js';
import type { RowMaps } from '../../src/store/records/contents.js';

/** Reads what is saved, whether a bot runs or not. */
export interface SavedState {
  /** Every row; none before the first write. */
  contents(): Promise<RowMaps>;
  /** The hashes of a certificate's files, as they lie there. */
  certificate(id: string): Promise<CertificateHashes>;
  /** The audit log, checked to be one chain. */
  audit(): Promise<readonly AuditEntry[]>;
}

/** The hash of a file, as the audit log has it. */
export function hashOf(file: Uint8Array): string {
  return createHash('sha256').update(file).digest('hex');
}
