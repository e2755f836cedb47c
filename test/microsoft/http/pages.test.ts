// All pages of a list are read, and what follows when one of them fails.
import assert from 'node:assert/strict';
import { gathered, readPages } from '../../../src/microsoft/http/pages.js';

const lines: unknown[] = [];
const log = {
  info: () => undefined,
  warn: (event: string, fields?: unknown) => void lines.push([event, fields]),
  error: () => undefined,
};
const first = { method: 'GET', path: '/list', template: '/list' } as const;
const parse = (items: readonly unknown[]) => items;
const pages = (
  count: number,
  read: (page: number) => Promise<number>,
  itemsOf: (page: number) => number[] = (page) => [page],
) => {
  let asked = 0;
  return gathered(
    readPages({
      first,
      log,
      read() {
        asked += 1;
        return read(asked);
      },
      nextOf: (page) => (page < count ? { ...first, path: `/list?page=${page + 1}` } : undefined),
      itemsOf,
      parse,
    }),
  );
};

describe('a list in pages', () => {
  it('is read to its last page', async () => {
    assert.deepEqual(await pages(3, async (page) => page), [1, 2, 3]);
  });

  it('is parsed a part at a time, and what has been gone through is held by nothing', async () => {
    const page = Array.from({ length: 250 }, (_, index) => index);
    const parsed: number[] = [];
    const sizes: number[] = [];
    const parts = readPages({
      first,
      log,
      read: async () => page,
      nextOf: () => undefined,
      itemsOf: (items) => items,
      parse(items) {
        parsed.push(items.length);
        return items;
      },
    });
    for await (const part of parts) {
      sizes.push(part.length);
      assert.deepEqual([parsed, page.length], [sizes, 250 - sizes.reduce((sum, size) => sum + size)]);
    }
    assert.deepEqual(sizes, [100, 100, 50]);
  });

  it('is partial in its very last part only, where it breaks off', async () => {
    const parts = readPages({
      first,
      log,
      read: async () => Array.from({ length: 150 }, (_, index) => index),
      nextOf: () => first,
      itemsOf: (items) => items,
      parse,
    });
    const partial: unknown[] = [];
    for await (const { isPartial } of parts) partial.push(isPartial);
    assert.deepEqual(partial, [undefined, true]);
  });

  it('ends where there is no such page', async () => {
    const all = gathered(
      readPages({
        first,
        log,
        read: async (request) => (request === first ? 1 : undefined),
        nextOf: () => ({ ...first, path: '/list?page=2' }),
        itemsOf: (page) => [page],
        parse,
      }),
    );
    assert.deepEqual(await all, [1]);
  });

  it('fails, and nothing else does, when the next page fails before anybody waits for it', async () => {
    const unhandled: unknown[] = [];
    const hear = (error: unknown) => unhandled.push(error);
    process.prependListener('unhandledRejection', hear);
    try {
      const work = pages(2, async (page) => (page === 1 ? page : Promise.reject(new Error('throttled'))));
      await assert.rejects(work, /throttled/);
      const refused = gathered(
        readPages({
          first,
          log,
          read: (request) => (request === first ? Promise.resolve(1) : Promise.reject(new Error('throttled'))),
          nextOf: () => ({ ...first, path: '/list?page=2' }),
          itemsOf: (page) => [page],
          parse: () => assert.fail('not understood'),
        }),
      );
      await assert.rejects(refused, /not understood/);
      await new Promise((resolve) => setTimeout(resolve, 5));
      assert.deepEqual(unhandled, []);
    } finally {
      process.removeListener('unhandledRejection', hear);
    }
  });

  describe('whose link leads to where it was', () => {
    const leading = (nextOf: (page: number) => object, itemsOf: (page: number) => number[]) => {
      let asked = 0;
      const read = async () => {
        asked += 1;
        return asked;
      };
      const all = gathered(
        readPages({ first, log, read, nextOf: (page) => ({ ...first, ...nextOf(page) }), itemsOf, parse }),
      );
      return all.then((items) => ({ items: [...items], isPartial: items.isPartial, asked }));
    };
    const one = (page: number) => [page];

    beforeEach(() => lines.splice(0));

    it('ends at once where it is the page’s own, keeps what was read, and says so', async () => {
      assert.deepEqual(await leading(() => ({}), one), { items: [1], isPartial: true, asked: 1 });
      assert.deepEqual(lines, [['pagingBrokeOff', { path: '/list', why: 'repeats', pages: 1, items: 1 }]]);
    });

    it('ends where it was any number of pages before, or is written in another way', async () => {
      const inThrees = await leading((page) => ({ path: `/list?page=${page % 3}` }), one);
      assert.deepEqual(inThrees, { items: [1, 2, 3, 4], isPartial: true, asked: 4 });
      const written = await leading(
        (page) => ({ path: page === 1 ? "/list?$filter=a eq 'b'" : '/list?$filter=a%20eq%20%27b%27' }),
        one,
      );
      assert.deepEqual(written, { items: [1, 2], isPartial: true, asked: 2 });
    });

    it('ends at Partner Center’s token that was sent before', async () => {
      const path = '/list?seekOperation=Next';
      const same = await leading(() => ({ path, headers: { 'MS-ContinuationToken': 'one' } }), one);
      assert.deepEqual(same, { items: [1, 2], isPartial: true, asked: 2 });
    });

    it('ends after ten pages with nothing on them, and after a thousand with anything', async () => {
      const endless = (page: number) => ({ path: `/list?page=${page + 1}` });
      assert.equal((await leading(endless, () => [])).asked, 11);
      const { asked, items, isPartial } = await leading(endless, one);
      assert.deepEqual([asked, items.length, isPartial], [1000, 1000, true]);
      assert.deepEqual(
        (lines as [string, { why: string }][]).map(([, { why }]) => why),
        ['empty', 'tooLong'],
      );
    });

    it('is whole where each page is another one, many empty ones among them', async () => {
      const all = await pages(
        24,
        async (page) => page,
        (page) => (page % 2 === 0 ? [page] : []),
      );
      assert.deepEqual([all.length, all.isPartial, lines], [12, undefined, []]);
    });
  });
});
