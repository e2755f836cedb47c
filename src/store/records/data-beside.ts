// What an operator's command takes of the data, beside a running bot or without one, wherever it's kept.
import type { CertificateStore } from '../../operations/ports/certificates.js';
import type { TokenPlaces } from '../../operations/ports/token-places.js';
import type { AuditToCheck } from './audit-check.js';

/** The data. No lock is taken, and none of it is changed but tokens. */
export interface DataBeside {
  readonly audit: AuditToCheck;
  readonly certificateStore: Pick<CertificateStore, 'read'>;
  /**
   * Where tokens are, made ready if it isn't there yet.
   * @throws StoreError
   */
  tokenPlaces(): Promise<TokenPlaces>;
  /** Lets go of what was opened. */
  close(): Promise<void>;
}
