// What a checkup found about the database that several replicas share.
import { icu } from './icu.js';

/** By finding: what was found, and how to fix it. */
export const databaseFindingWords = {
  databaseGood: {
    found: icu<{ version: string; replicas: number }>(
      'PostgreSQL {version}, ready for this version of Gatehouse. {replicas, plural, =0 {No replica is running.} one {# replica is running.} other {# replicas are running.}}',
    ),
  },
  databaseAway: {
    found: ({ answer }: { answer: string }) => `Doesn’t answer, so Gatehouse can’t save anything (${answer}).`,
    cure: 'Check the database server, the network and DATABASE_URL. Gatehouse continues as soon as the database answers.',
  },
  databaseRefuses: {
    found: ({ answer }: { answer: string }) => `Doesn’t accept the connection (${answer}).`,
    cure: 'Check user, password, database and sslrootcert in DATABASE_URL, and which connections the server allows (pg_hba.conf).',
  },
  databaseTooOld: {
    found: ({ version }: { version: string }) => `PostgreSQL ${version} is too old for Gatehouse.`,
    cure: 'Use PostgreSQL 14 or later.',
  },
  databaseEncoding: {
    found: 'The encoding isn’t UTF8.',
    cure: 'Create another database with the encoding UTF8.',
  },
  databaseNotMigrated: {
    found: 'Tables that this version of Gatehouse needs are missing.',
    cure: 'Run npm run store:migrate.',
  },
  databaseNewer: {
    found: 'The database was migrated by a newer version of Gatehouse.',
    cure: 'Update Gatehouse to that version.',
  },
  databaseNotGranted: {
    found: ({ user }: { user: string }) => `The user ${user} isn’t allowed to use Gatehouse’s tables.`,
    cure: 'Set DATABASE_OWNER_URL and run npm run store:migrate -- --login.',
  },
  databaseMoved: {
    found: ({ place }: { place: string }) => `Everything in it was moved to ${place}.`,
    cure: 'Start Gatehouse there. What was saved since then isn’t in this database.',
  },
  databasePooled: {
    found: 'A pooler shares connections between transactions, so locks and notifications get lost.',
    cure: 'Set pool_mode=session for Gatehouse in the pooler, or connect DATABASE_URL to the server itself.',
  },
  databaseBehind: {
    found: icu<{ seconds: number }>(
      'Changes by other replicas have been missing here for {seconds, plural, one {# second} other {# seconds}}.',
    ),
    cure: 'Check the load of the database server and the network. Until then, lists and cards may be outdated.',
  },
  replicaTemplatesDiffer: {
    found: icu<{ sets: number }>(
      'The replicas work with {sets, plural, one {# set} other {# different sets}} of access templates, so what a tenant is missing depends on which one checks it.',
    ),
    cure: 'Put the same file or folder (ACCESS_TEMPLATE) on every machine. Each replica takes it up within a minute.',
  },
  databaseLoginLimited: {
    found: ({ user }: { user: string }) => `${user} has only the permissions that Gatehouse needs.`,
  },
  databaseOwner: {
    found: ({ user }: { user: string }) =>
      `Gatehouse signs in as ${user}, who can change everything. Anyone with this password can rewrite the audit log.`,
    cure: 'Set DATABASE_URL to a user of its own and DATABASE_OWNER_URL to the owner, and run npm run store:migrate -- --login.',
  },
  databaseClockRight: { found: 'Matches this machine’s.' },
  databaseClockOff: {
    found: icu<{ seconds: number; direction: 'ahead' | 'behind' }>(
      'This machine’s clock is {seconds, plural, one {# second} other {# seconds}} {direction, select, ahead {ahead of} other {behind}} the database’s.',
    ),
    cure: 'Let both machines synchronize their clocks with network time (NTP).',
  },
};
