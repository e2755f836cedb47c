// What an operator's command takes of the data, beside a running bot or without one, wherever it's kept.
import { join } from 'node:path';
import type { CertificateStore } from '../operations/ports/certificates.js';
import type { TokenPlaces } from '../operations/ports/token-places.js';
import { auditFileName } from './folder/audit-file.js';
import { auditInFolder } from './folder/audit-to-check.js';
import { CertificateFolder } from './folder/certificate-folder.js';
import { makeFolder } from './folder/open-state.js';
import { TokenFolder } from './folder/token-folder.js';
import type { DataPlace } from './open-data.js';
import type { AuditToCheck } from './records/audit-check.js';

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

/** Opens it; what isn't there is told when it's read. */
export async function openBeside({ dataDir }: DataPlace): Promise<DataBeside> {
  return {
    audit: auditInFolder(join(dataDir, auditFileName)),
    certificateStore: new CertificateFolder(dataDir),
    tokenPlaces: async () => {
      await makeFolder(dataDir);
      return new TokenFolder(dataDir);
    },
    close: async () => undefined,
  };
}
