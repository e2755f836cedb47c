// What an operator's command takes of the data, beside a running bot or without one, wherever it's kept.
import type { CertificateStore } from '../../operations/ports/certificates.js';
import type { Store } from '../../operations/ports/store.js';
import type { TokenPlaces } from '../../operations/ports/token-places.js';
import type { AuditToCheck } from './audit-check.js';
import type { Contents } from './contents.js';

/** The data. No lock is taken, and none of it is changed but tokens. */
export interface DataBeside {
  readonly audit: AuditToCheck;
  readonly certificateStore: Pick<CertificateStore, 'read'>;
  /**
   * Where tokens are, made ready if it isn't there yet.
   * @throws StoreError
   */
  tokenPlaces(): Promise<TokenPlaces>;
  /**
   * Events for the partner's own systems, with what they tell of, as saved by now.
   * @throws StoreError
   */
  outgoing(): Promise<Pick<Store, 'outgoingEvents' | 'tenant' | 'certificates'>>;
  /** Lets go of what was opened. */
  close(): Promise<void>;
}

/** What can be read of events in contents that were read beside a bot. */
export function outgoingIn(contents: Contents): Awaited<ReturnType<DataBeside['outgoing']>> {
  return {
    outgoingEvents: () => contents.outgoingEvents.values(),
    tenant: (tenantId) => contents.tenants.get(tenantId),
    certificates: () => contents.certificates.values(),
  };
}
