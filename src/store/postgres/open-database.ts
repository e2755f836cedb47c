// Opens everything in the database that a running bot writes to, and joins the replicas that share it.
import type { Saving } from '../../operations/ports/saving.js';
import type { DataDeps, OpenData } from '../records/open-data.js';
import { checkDatabase } from './check.js';
import { Database } from './database.js';
import { DatabaseClock } from './database-clock.js';
import { inspectOpenDatabase } from './inspect-database.js';
import { PgCards } from './pg-cards.js';
import { PgCertificateStore } from './pg-certificate-store.js';
import { PgPace } from './pg-pace.js';
import { replicationOf } from './pg-replication.js';
import { PgStore } from './pg-store.js';
import { PgTokenPlaces } from './pg-token-places.js';
import { PgLinks, PgOffers } from './pg-waiting-files.js';
import { joinReplicas } from './replica.js';

/** Where the database is. */
export interface DatabasePlace {
  /** DATABASE_URL. */
  readonly url: string;
  /** DATABASE_POOL. */
  readonly poolSize?: number;
}

/**
 * Opens a database beside other replicas.
 * @throws ConfigError with a cure when it can't be used; StoreError when it doesn't answer.
 */
export async function openDatabase<View>(place: DatabasePlace, deps: DataDeps<View>): Promise<OpenData<View>> {
  const { shutdown, clock, log } = deps;
  const database = shutdown.add(await Database.open({ ...place, clock, log }));
  const { server, user, mayRewrite } = await checkDatabase(database, clock);
  log.info('databaseOpened', { server });
  if (mayRewrite) log.warn('databaseMayBeRewritten', { user, cure: 'npm run store:migrate -- --login' });
  const store = shutdown.add(await PgStore.open(database, deps));
  const cardStore = shutdown.add(await PgCards.open(database, deps));
  const { duties, locks, dutyLocks } = await joinReplicas(database, store, deps);
  return {
    store,
    audit: store.audit,
    cardStore,
    certificateStore: new PgCertificateStore(database),
    tokenPlaces: await PgTokenPlaces.open(database, clock),
    links: new PgLinks(database),
    offers: new PgOffers(database),
    pace: new PgPace({ database, clock, log }),
    saving: savingIn(database, store, new DatabaseClock(database, deps)),
    checkedStorage: { database: () => inspectOpenDatabase(database, store, clock) },
    duties,
    locks,
    dutyLocks,
    replication: replicationOf({ database, store, members: duties, locks: [locks, dutyLocks] }),
    tellTemplates: (hash) => duties.tellTemplates(hash),
    leave: () => duties.leave(),
  };
}

function savingIn(database: Database, { loss }: PgStore, time: DatabaseClock): Saving {
  return {
    get trouble() {
      return database.away?.message;
    },
    savesAgain: database.back,
    loss,
    time,
  };
}
