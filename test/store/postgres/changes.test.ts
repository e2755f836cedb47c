// What was written is fetched a page at a time, each while the one before is checked.
import assert from 'node:assert/strict';
import { setImmediate as oneTurn } from 'node:timers/promises';
import { type ChangeRow, changesAfter, load, type Queried } from '../../../src/store/postgres/changes.js';
import { NotReadable } from '../../../src/store/postgres/failures.js';
import type { Statement } from '../../../src/store/postgres/statement.js';
import { aTenant } from '../../support/builders.js';

const count = 620;
const head = { generation: 'of the first', head: String(count), pruned: '0' };

function rowOf(seq: number): ChangeRow {
  const tenantId = `10000000-0000-4000-8000-${String(seq).padStart(12, '0')}`;
  const doc = JSON.stringify({ ...aTenant(), tenantId });
  return { ...head, kind: 'tenants', id: tenantId, seq: String(seq), place: 1, doc };
}

/** A database with so many rows, in which some may be replaced. */
function databaseOf(change: (row: ChangeRow) => ChangeRow = (row) => row) {
  const asked: number[] = [];
  const query = async ({ values = [] }: Statement): Promise<readonly ChangeRow[]> => {
    const [after, , most] = values as number[];
    asked.push(after ?? 0);
    const rows = Array.from({ length: count - (after ?? 0) }, (_, index) => change(rowOf((after ?? 0) + index + 1)));
    const page = rows.slice(0, most);
    return page.length > 0 ? page : [{ ...head, kind: null, id: null, seq: null, place: null, doc: null }];
  };
  return { asked, database: { query: query as Queried['query'] } };
}

/** A row that is read for so long that twenty of them hold the event loop for more than five milliseconds. */
function takingLong(row: ChangeRow): ChangeRow {
  return {
    ...row,
    get doc() {
      const until = performance.now() + 0.3;
      while (performance.now() < until);
      return row.doc;
    },
  };
}

describe('what was written, page by page', () => {
  it('is all there, in its order, as of the last page', async () => {
    const { tenants, sequence, generation } = await load(databaseOf().database);
    assert.deepEqual(
      [...tenants.keys()],
      Array.from({ length: count }, (_, index) => rowOf(index + 1).id),
    );
    assert.deepEqual({ sequence, generation }, { sequence: count, generation: head.generation });
  });

  it('has its next page fetched while one is checked', async () => {
    const { asked, database } = databaseOf();
    const askedAtEach: number[] = [];
    for await (const _ of changesAfter(database, 0)) askedAtEach.push(asked.length);
    assert.equal(asked.length, askedAtEach.length);
    assert.deepEqual(askedAtEach, [2, 3, 3]);
  });

  it('lets other work go on while a page is checked', async () => {
    let turns = 0;
    let isOver = false;
    const others = (async () => {
      for (; !isOver; turns += 1) await oneTurn();
    })();
    await load(databaseOf(takingLong).database);
    isOver = true;
    await others;
    // One after each twenty rows, but for those of a page's end.
    assert.ok(turns >= 12 + 12 + 6, `${turns} turns`);
  });

  it('is not readable with one row that is not of its shape, on whatever page', async () => {
    for (const broken of [1, 300, count]) {
      const { database } = databaseOf((row) =>
        row.seq === String(broken) ? { ...row, doc: JSON.stringify({ tenantId: row.id }) } : row,
      );
      await assert.rejects(load(database), NotReadable);
    }
  });

  it('does not fail for a page that is not waited for any longer', async () => {
    const { asked, database } = databaseOf();
    const query: Queried['query'] = (statement) =>
      asked.length === 0 ? database.query(statement) : Promise.reject(new Error('the database is away'));
    const untaken: unknown[] = [];
    const take = (error: unknown) => untaken.push(error);
    // It would end the process.
    process.on('unhandledRejection', take);
    for await (const { rows } of changesAfter({ query }, 0)) {
      assert.equal(rows.length, 250);
      break;
    }
    await oneTurn();
    process.off('unhandledRejection', take);
    assert.deepEqual(untaken, []);
  });

  it('fails with the page that is waited for', async () => {
    const { asked, database } = databaseOf();
    const query: Queried['query'] = (statement) =>
      asked.length === 0 ? database.query(statement) : Promise.reject(new Error('the database is away'));
    await assert.rejects(load({ query }), /is away/);
  });
});
