// The data in a folder, for a command: no lock is taken.
import { join } from 'node:path';
import type { DataBeside } from '../records/data-beside.js';
import { auditFileName } from './audit-file.js';
import { auditInFolder } from './audit-to-check.js';
import { CertificateFolder } from './certificate-folder.js';
import { makeFolder } from './open-state.js';
import { TokenFolder } from './token-folder.js';

/** What is in a folder; what isn't there is told when it's read. */
export function folderBeside(folder: string): DataBeside {
  return {
    audit: auditInFolder(join(folder, auditFileName)),
    certificateStore: new CertificateFolder(folder),
    tokenPlaces: async () => {
      await makeFolder(folder);
      return new TokenFolder(folder);
    },
    close: async () => undefined,
  };
}
