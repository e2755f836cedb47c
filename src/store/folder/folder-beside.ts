// The data in a folder, for a command: no lock is taken.
import { join } from 'node:path';
import { StoreError } from '../../domain/errors.js';
import { type Contents, emptyContents } from '../records/contents.js';
import { type DataBeside, outgoingIn } from '../records/data-beside.js';
import { auditFileName } from './audit-file.js';
import { auditInFolder } from './audit-to-check.js';
import { CertificateFolder } from './certificate-folder.js';
import { journalFileName, Replay } from './journal.js';
import { readLines } from './lines.js';
import { makeFolder, stateFileName } from './open-state.js';
import { TokenFolder } from './token-folder.js';
import { WholeFile } from './whole-file.js';

// A running bot may replace one file between two reads.
const mostReads = 5;

/** What is in a folder; what isn't there is told when it's read. */
export function folderBeside(folder: string): DataBeside {
  return {
    audit: auditInFolder(join(folder, auditFileName)),
    certificateStore: new CertificateFolder(folder),
    tokenPlaces: async () => {
      await makeFolder(folder);
      return new TokenFolder(folder);
    },
    outgoing: async () => outgoingIn(await contentsIn(folder)),
    close: async () => undefined,
  };
}

async function contentsIn(folder: string): Promise<Contents> {
  for (let reads = 1; ; reads += 1) {
    try {
      const contents = (await new WholeFile(join(folder, stateFileName)).read()) ?? emptyContents();
      if (contents.sequence > 0) await readLines(join(folder, journalFileName), new Replay(contents, undefined));
      return contents;
    } catch (cause) {
      if (reads === mostReads)
        throw new StoreError(`${folder} can’t be read`, 'If a bot uses it, try again.', { cause });
    }
  }
}
