// Many things are gone through while the event loop goes on.
import assert from 'node:assert/strict';
import { inSlices } from '../../src/runtime/in-slices.js';

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

describe('many things in slices', () => {
  it('are all gone through, in their order', async () => {
    for (const count of [0, 1, 249, 250, 251, 1000]) {
      const seen: number[] = [];
      for await (const slice of inSlices(numbers(count))) seen.push(...slice);
      assert.deepEqual(seen, numbers(count));
    }
  });

  it('are a few hundred at a time, and the event loop turns in between', async () => {
    let turns = 0;
    const turn = () => {
      turns += 1;
      immediate = setImmediate(turn);
    };
    let immediate = setImmediate(turn);
    const lengths: number[] = [];
    const turnsBefore: number[] = [];
    for await (const slice of inSlices(numbers(1000))) {
      lengths.push(slice.length);
      turnsBefore.push(turns);
    }
    clearImmediate(immediate);
    assert.ok(Math.max(...lengths) <= 250);
    assert.equal(new Set(turnsBefore).size, lengths.length);
  });

  it('are fewer at a time where each costs more', async () => {
    const lengths: number[] = [];
    for await (const slice of inSlices(numbers(50), 20)) lengths.push(slice.length);
    assert.deepEqual(lengths, [20, 20, 10]);
  });
});
