// The store in PostgreSQL keeps the contract, alone and where another process writes to the same database.
import assert from 'node:assert/strict';
import type { Change } from '../../../src/operations/ports/rows.js';
import type { Committed, RowsChanged, Store } from '../../../src/operations/ports/store.js';
import { Emitter } from '../../../src/runtime/emitter.js';
import type { PgStore } from '../../../src/store/postgres/pg-store.js';
import { pgStoreBench } from '../../support/pg-store-bench.js';
import { auditContract } from '../audit-contract.js';
import type { Bench } from '../contract/rows.js';
import { storeContract } from '../contract.js';

/** What the suites take, on a database of its own. */
async function onOneDatabase(): Promise<Bench & { end(): Promise<void> }> {
  const bench = await pgStoreBench();
  const open = async () => (await bench.replica()).store;
  return {
    open,
    async reopened() {
      await bench.replicas.at(-1)?.close();
      return open();
    },
    // What a process leaves that is gone is what the database has.
    crashed: open,
    whileBroken: (_, work) => bench.whileAway(work),
    whileAuditBroken: (_, work) => bench.whileAway(work),
    auditOf: () => bench.replicas.at(-1)?.store.audit ?? assert.fail('nothing is open'),
    end: () => bench.end(),
  };
}

storeContract('PostgreSQL', onOneDatabase);

auditContract('the audit log in PostgreSQL', async () => {
  const on = await onOneDatabase();
  const store = await on.open();
  return {
    audit: on.auditOf(store),
    crashed: async () => on.auditOf(await on.open()),
    whileBroken: (work) => on.whileBroken(store, work),
    end: () => on.end(),
  };
});

/** A store whose changes another process commits: what is read is what it hears of them. */
function writtenByAnother(reader: PgStore, writer: PgStore): Store {
  const told: RowsChanged[] = [];
  writer.committed.on((changed) => told.push(changed));
  const pair = {
    committed: new Emitter<[changed: RowsChanged]>(),
    mustWrite: () => writer.mustWrite(),
    async commit(change: Change): Promise<Committed> {
      const committed = await writer.commit(change);
      assert.deepEqual(await reader.current(), {});
      for (const changed of told.splice(0)) pair.committed.emit(changed);
      return committed;
    },
  };
  return new Proxy<Store>(reader, {
    get(_, key) {
      if (Object.hasOwn(pair, key)) return Reflect.get(pair, key);
      const value = Reflect.get(reader, key, reader);
      return typeof value === 'function' ? value.bind(reader) : value;
    },
  });
}

storeContract('PostgreSQL, written to by another process', async () => {
  const bench = await pgStoreBench();
  const open = async () => {
    const [reader, writer] = [await bench.replica(), await bench.replica()];
    return writtenByAnother(reader.store, writer.store);
  };
  return {
    open,
    async reopened() {
      await Promise.all(bench.replicas.splice(0).map((replica) => replica.close()));
      return open();
    },
    crashed: open,
    whileBroken: (_, work) => bench.whileAway(work),
    whileAuditBroken: (_, work) => bench.whileAway(work),
    auditOf: () => bench.replicas.at(-1)?.store.audit ?? assert.fail('nothing is open'),
    end: () => bench.end(),
  };
});
