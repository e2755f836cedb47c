// The data in a database, for a command: no replica is joined.
import type { Clock } from '../../runtime/clock.js';
import type { Log } from '../../runtime/log.js';
import type { AuditToCheck } from '../records/audit-check.js';
import { type DataBeside, outgoingIn } from '../records/data-beside.js';
import { load } from './changes.js';
import { checkDatabase } from './check.js';
import { Database } from './database.js';
import { auditLines } from './pg-audit.js';
import { PgCertificateStore } from './pg-certificate-store.js';
import { PgTokenPlaces } from './pg-token-places.js';

// A command does one thing at a time, and its session another.
const poolSize = 2;

/**
 * What is in the database that `url` (DATABASE_URL) names.
 * @throws ConfigError with a cure when it can't be used; StoreError when it doesn't answer.
 */
export async function databaseBeside(url: string, { clock, log }: { clock: Clock; log: Log }): Promise<DataBeside> {
  const database = await Database.open({ url, poolSize, clock, log });
  try {
    await checkDatabase(database, clock);
  } catch (error) {
    await database.close();
    throw error;
  }
  return {
    audit: auditIn(database),
    certificateStore: new PgCertificateStore(database),
    tokenPlaces: () => PgTokenPlaces.open(database, clock),
    outgoing: async () => outgoingIn(await load(database)),
    close: () => database.close(),
  };
}

function auditIn(database: Database): AuditToCheck {
  return {
    place: 'the database',
    isThere: async () => true,
    knownEnds: async () => {
      const [head] = await database.query<{ lines: string; hash: string }>({
        text: 'select lines, hash from gatehouse.head',
      });
      return head ? [{ lines: Number(head.lines), hash: head.hash }] : [];
    },
    lines: () => auditLines(database),
  };
}
