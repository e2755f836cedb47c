// Posted cards of several replicas on one database: what one does, the others see, and a click is never undone by a redraw.
import assert from 'node:assert/strict';
import type { CardsChanged, PostedCard } from '../../../src/operations/ports/cards.js';
import { systemClock } from '../../../src/runtime/clock.js';
import type { Database } from '../../../src/store/postgres/database.js';
import { PgCards } from '../../../src/store/postgres/pg-cards.js';
import { databaseBench, until } from '../../support/postgres-bench.js';

const card = (activityId: string, drawn = 'stamp', view = 'a view'): PostedCard<string> => ({
  ...{ conversationId: 'chat', activityId, view, drawn },
});

describe('posted cards that replicas share', () => {
  let bench: Awaited<ReturnType<typeof databaseBench>>;
  let opened: PgCards<string>[];
  let databases: Database[];
  const open = async () => {
    const database = await bench.connect();
    databases.push(database);
    const viewFrom = (json: unknown) => {
      if (json === 'of a newer version') throw new Error('no such view');
      return String(json);
    };
    const cards = await PgCards.open<string>(database, { clock: systemClock, log: bench.log, viewFrom });
    opened.push(cards);
    return cards;
  };
  const find = (cards: PgCards<string>, { activityId }: Pick<PostedCard<string>, 'activityId'>) =>
    cards.cards().find((each) => each.activityId === activityId);
  /** Waits until they have the same cards in the same order. */
  const agree = (...all: readonly PgCards<string>[]) =>
    until(() => new Set(all.map((each) => JSON.stringify(each.cards()))).size === 1);

  beforeEach(async () => {
    bench = await databaseBench();
    opened = [];
    databases = [];
  });
  afterEach(async () => {
    for (const cards of opened) await cards.close();
    await bench.end();
  });

  it('are the same for all, who are told of what others did and not of their own', async () => {
    const [a, b] = [await open(), await open()];
    const [toldA, toldB]: [CardsChanged<string>[], CardsChanged<string>[]] = [[], []];
    a.changedElsewhere.on((changed) => toldA.push(changed));
    b.changedElsewhere.on((changed) => toldB.push(changed));
    const clicked = { ...card('1', ''), clickedAt: '2026-11-29T10:00:00.000Z' };
    a.put(card('1'));
    a.put(card('2'));
    await until(() => b.cards().length === 2);
    a.put(clicked);
    a.remove(card('2'));
    await until(() => b.cards().length === 1);
    assert.deepEqual(b.cards(), [clicked]);
    assert.deepEqual(toldB.flatMap(({ put }) => put).at(-1), clicked);
    assert.deepEqual(
      toldB.flatMap(({ removed }) => removed),
      [{ conversationId: 'chat', activityId: '2' }],
    );
    b.put(card('3'));
    await agree(a, b);
    assert.deepEqual(
      toldA.flatMap(({ put }) => put),
      [card('3')],
    );
    assert.deepEqual((await open()).cards(), [clicked, card('3')]);
  });

  it('are not redrawn over what a person did at another replica meanwhile, on whichever side the redraw is heard of', async () => {
    const [a, b] = [await open(), await open()];
    a.put(card('1'));
    await agree(a, b);
    for (let round = 0; round < 40; round += 1) {
      const before = find(b, card('1'));
      assert.ok(before);
      const clicked = card('1', '', `turned ${round}`);
      const both = [() => a.put(clicked), () => b.redrawn(before, { ...before, drawn: `redrawn ${round}` })];
      if (round % 2 === 0) both.reverse();
      for (const act of both) act();
      await agree(a, b);
      assert.equal(find(b, card('1'))?.view, `turned ${round}`);
      assert.equal(find(b, card('1'))?.drawn, '');
    }
  });

  it('stay removed when another replica redraws one that it has not heard of yet', async () => {
    const [a, b] = [await open(), await open()];
    for (let round = 0; round < 20; round += 1) {
      a.put(card(`${round}`));
      await agree(a, b);
      const before = find(b, card(`${round}`));
      assert.ok(before);
      const both = [() => a.remove(before), () => b.redrawn(before, { ...before, drawn: 'redrawn' })];
      if (round % 2 === 0) both.reverse();
      for (const act of both) act();
      // Whatever both have sent is there before this.
      a.put(card('last', `${round}`));
      await until(() => find(b, card('last'))?.drawn === `${round}`);
      b.put(card('last', `${round} again`));
      await until(() => find(a, card('last'))?.drawn === `${round} again`);
      for (const cards of [a, b]) assert.equal(find(cards, before), undefined);
    }
    assert.deepEqual(
      (await open()).cards().map(({ activityId }) => activityId),
      ['last'],
    );
  });

  it('are caught up with after a session was lost, and told once the database is back', async () => {
    const [a, b] = [await open(), await open()];
    const [, ofB] = databases;
    a.put(card('0'));
    await agree(a, b);
    const lost = new Promise<void>((resolve) => void ofB?.session.lost.on(() => resolve()));
    await bench.on.shutOut();
    await lost;
    a.put(card('of a'));
    b.put(card('of b'));
    a.remove(card('0'));
    await systemClock.pause(300);
    await bench.on.letIn();
    const ids = (cards: PgCards<string>) =>
      cards
        .cards()
        .map(({ activityId }) => activityId)
        .sort()
        .join();
    // One of them may have what it put itself, and not yet what the other has put and removed.
    await until(() => ids(a) === 'of a,of b' && ids(b) === 'of a,of b');
    assert.equal(ids(await open()), 'of a,of b');
  }).timeout(60_000);

  it('are read anew where a backup was restored', async () => {
    const [a, b] = [await open(), await open()];
    for (let count = 0; count < 5; count += 1) {
      a.put(card(`${count}`));
      await agree(a, b);
    }
    // Nothing stays connected over that.
    await bench.on.sql(
      'update gatehouse.card_head set seq = 1',
      'delete from gatehouse.card where seq > 1',
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
    a.put(card('later'));
    await until(() => find(b, card('later')) !== undefined);
    b.put(card('last'));
    await until(() => find(a, card('last')) !== undefined);
  });

  it('leave out what only a newer version can draw, and ids that no database can keep', async () => {
    const [a, b] = [await open(), await open()];
    a.put(card('1', 'stamp', 'of a newer version'));
    a.put({ ...card('2'), conversationId: 'no \u0000 chat' });
    a.put(card('3', 'stamp', '\u0000 \ud83d\udd12 __proto__'));
    await until(() => b.cards().length === 1);
    assert.deepEqual(b.cards(), [card('3', 'stamp', '\u0000 \ud83d\udd12 __proto__')]);
    assert.equal(a.cards().length, 3);
  });
});
