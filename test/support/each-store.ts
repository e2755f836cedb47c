// The essential story of a walk, on a data folder and on PostgreSQL.
import type { AsyncFunc, Context } from 'mocha';

/** Where a bot keeps what it saves. */
export type StoreKind = 'folder' | 'postgres';

const onPostgres = 'on PostgreSQL';

/** A test on a folder, and the same on PostgreSQL, for which the suite's hooks ask `storeFor`. */
export function onEachStore(title: string, test: AsyncFunc): void {
  it(title, test);
  describe(onPostgres, function () {
    // Each write is a round trip to another process.
    this.timeout(240_000);
    it(title, test);
  });
}

/** Where the test keeps what it saves, before which a hook runs. */
export function storeFor({ currentTest }: Context): StoreKind {
  return currentTest?.parent?.title === onPostgres ? 'postgres' : 'folder';
}
