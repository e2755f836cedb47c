// What replicas share in a database besides rows keeps the contracts that the folder and the memory keep.
import { systemClock } from '../../../src/runtime/clock.js';
import type { Database } from '../../../src/store/postgres/database.js';
import { PgCards } from '../../../src/store/postgres/pg-cards.js';
import { PgCertificateStore } from '../../../src/store/postgres/pg-certificate-store.js';
import { PgTokenPlaces } from '../../../src/store/postgres/pg-token-places.js';
import { PgLinks, PgOffers } from '../../../src/store/postgres/pg-waiting-files.js';
import { certificateStoreContract } from '../../certificate/store-contract.js';
import { sharedSignIn } from '../../microsoft/sign-in/shared-sign-in.js';
import { databaseBench } from '../../support/postgres-bench.js';
import { cardContract } from '../card-contract.js';
import { tokenPlacesContract } from '../token-places-contract.js';
import { linksContract, offersContract } from '../waiting-files-contract.js';

const clock = systemClock;

cardContract('posted cards in a database', async () => {
  const bench = await databaseBench();
  const open = async () => PgCards.open<string>(await bench.connect(), { clock, log: bench.log, viewFrom: String });
  let cardStore = await open();
  return {
    cardStore,
    async reopened() {
      await cardStore.close();
      cardStore = await open();
      return cardStore;
    },
    async end() {
      await cardStore.close();
      await bench.end();
    },
  };
});

async function waiting<Place>(table: 'link' | 'offer', make: (database: Database) => Place) {
  const bench = await databaseBench();
  return {
    sharers: [make(await bench.connect()), make(await bench.connect()), make(await bench.connect())],
    // As much later, by the server's clock.
    passes: async (seconds: number) => {
      await bench.on.sql(`update gatehouse.${table} set until = until - interval '${seconds} seconds'`);
    },
    kept: async () => {
      const [row] = await bench.on.sql(`select count(*)::int as count from gatehouse.${table}`);
      return (row as { count: number }).count;
    },
    end: () => bench.end(),
  };
}

linksContract('links in a database', (bounds) => waiting('link', (database) => new PgLinks(database, bounds)));
offersContract('offers in a database', () => waiting('offer', (database) => new PgOffers(database)));

tokenPlacesContract('places of tokens in a database', async () => {
  const bench = await databaseBench();
  const open = async () => PgTokenPlaces.open(await bench.connect(), clock);
  const both = [await open(), await open()] as const;
  return { both, exclusive: both, end: () => bench.end() };
});

sharedSignIn('a database', async () => {
  const bench = await databaseBench();
  const open = async () => PgTokenPlaces.open(await bench.connect(), clock);
  const places = [await open(), await open(), await open()];
  return {
    places,
    async heard() {
      // A notification is heard within this, and what it has begun goes through the same queue.
      await clock.pause(100);
      await Promise.all(places.map((each) => each.exclusively(async () => undefined)));
    },
    end: () => bench.end(),
  };
});

certificateStoreContract('certificates in a database', async () => {
  const bench = await databaseBench();
  const open = async () => new PgCertificateStore(await bench.connect());
  const files = await open();
  return { files, sharers: [files, await open(), await open()], reopened: open, end: () => bench.end() };
});
