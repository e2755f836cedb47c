// What comes while a write is under way goes out together, in its order, and never too much of it at once.
import assert from 'node:assert/strict';
import { Batches } from '../../src/store/records/batches.js';

describe('what waits for the disk', () => {
  it('is written together, two hundred and fifty at most, in its order', async () => {
    const written: number[][] = [];
    const batches = new Batches(async (items: readonly number[]) => {
      written.push([...items]);
    });
    const all = Array.from({ length: 700 }, (_, number) => number);
    await Promise.all(all.map((number) => batches.add(number)));
    assert.deepEqual(
      written.map(({ length }) => length),
      [250, 250, 200],
    );
    assert.deepEqual(written.flat(), all);
  });

  it('fails for its own batch only', async () => {
    const batches = new Batches(async (items: readonly number[]) => {
      if (items.includes(0)) throw new Error('full');
    });
    const all = Array.from({ length: 251 }, (_, number) => batches.add(number));
    const ended = await Promise.allSettled(all);
    assert.deepEqual([ended[0]?.status, ended[249]?.status, ended[250]?.status], ['rejected', 'rejected', 'fulfilled']);
    await batches.idle();
  });
});
