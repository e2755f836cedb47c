// Are all pages of a list read, and what becomes of it when one of them fails?
import assert from 'node:assert/strict';
import { readPages } from '../../src/microsoft/pages.js';
import { withTimeLimit } from '../../src/microsoft/time-limit.js';
import { ManualClock } from '../support/manual-clock.js';

const first = { method: 'GET', path: '/list', template: '/list' } as const;
const pages = (count: number, read: (page: number) => Promise<number>) => {
  let asked = 0;
  return readPages({
    first,
    read() {
      asked += 1;
      return read(asked);
    },
    nextOf: (page) => (page < count ? first : undefined),
    itemsOf: (page) => [page],
  });
};

describe('a list in pages', () => {
  it('is read to its last page', async () => {
    assert.deepEqual(await pages(3, async (page) => page), [1, 2, 3]);
  });

  it('ends where there is no such page', async () => {
    const all = readPages({
      first,
      read: async (request) => (request === first ? 1 : undefined),
      nextOf: () => ({ ...first }),
      itemsOf: (page) => [page],
    });
    assert.deepEqual(await all, [1]);
  });

  it('fails, and nothing else does, when the next page fails before anybody waits for it', async () => {
    const unhandled: unknown[] = [];
    const hear = (error: unknown) => unhandled.push(error);
    process.prependListener('unhandledRejection', hear);
    try {
      const work = pages(2, async (page) => (page === 1 ? page : Promise.reject(new Error('throttled'))));
      await assert.rejects(work, /throttled/);
      const refused = readPages({
        first,
        read: (request) => (request === first ? Promise.resolve(1) : Promise.reject(new Error('throttled'))),
        nextOf: () => ({ ...first }),
        itemsOf: () => assert.fail('not understood'),
      });
      await assert.rejects(refused, /not understood/);
      await new Promise((resolve) => setTimeout(resolve, 5));
      assert.deepEqual(unhandled, []);
    } finally {
      process.removeListener('unhandledRejection', hear);
    }
  });

  it('that leads in circles comes to an end', async () => {
    await assert.rejects(
      pages(Number.POSITIVE_INFINITY, async (page) => page),
      /more than 10000 pages/,
    );
  });
});

describe('a time limit', () => {
  it('aborts after ten seconds, and not before', async () => {
    const clock = new ManualClock();
    let signal: AbortSignal | undefined;
    const work = withTimeLimit(clock, (given) => {
      signal = given;
      return new Promise((_, reject) => given.addEventListener('abort', () => reject(given.reason)));
    });
    const failed = assert.rejects(work, { name: 'TimeoutError' });
    await clock.passes(9.9);
    assert.equal(signal?.aborted, false);
    await clock.passes(0.2);
    await failed;
  });

  it('leaves no timer behind, however the work ends', async () => {
    const clock = new ManualClock();
    await withTimeLimit(clock, async () => 1);
    await assert.rejects(withTimeLimit(clock, async () => Promise.reject(new Error('x'))));
    assert.equal(clock.next(Number.POSITIVE_INFINITY), false);
  });
});
