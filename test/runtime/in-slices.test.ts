// Many things are gone through while the event loop goes on.
import assert from 'node:assert/strict';
import { inSlices } from '../../src/runtime/in-slices.js';

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

/** Goes through a thousand things of which a slice takes so long: how long each slice was, and the turns before it. */
async function goneThrough(sliceMs: number) {
  let count = 0;
  const turn = () => {
    count += 1;
    immediate = setImmediate(turn);
  };
  let immediate = setImmediate(turn);
  const lengths: number[] = [];
  const turns: number[] = [];
  for await (const { length } of inSlices(numbers(1000))) {
    lengths.push(length);
    turns.push(count);
    const until = performance.now() + sliceMs;
    while (performance.now() < until);
  }
  clearImmediate(immediate);
  return { lengths, turns };
}

describe('many things in slices', () => {
  it('are all gone through, in their order', async () => {
    for (const count of [0, 1, 249, 250, 251, 1000]) {
      const seen: number[] = [];
      for await (const slice of inSlices(numbers(count))) seen.push(...slice);
      assert.deepEqual(seen, numbers(count));
    }
  });

  it('are a few hundred at a time, and the event loop turns as soon as they have held it for five milliseconds', async () => {
    const { lengths, turns } = await goneThrough(6);
    assert.deepEqual(lengths, [250, 250, 250, 250]);
    assert.deepEqual(turns, [0, 1, 2, 3]);
  });

  it('take no turn of the event loop for what is cheap', async () => {
    const { turns } = await goneThrough(0);
    // A busy machine may have taken the processor away meanwhile.
    assert.ok(new Set(turns).size < turns.length, `${turns}`);
  });

  it('are fewer at a time where each costs more', async () => {
    const lengths: number[] = [];
    for await (const slice of inSlices(numbers(50), 20)) lengths.push(slice.length);
    assert.deepEqual(lengths, [20, 20, 10]);
  });
});
