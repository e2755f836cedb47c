// A shape that checks much says the same before and after it's compiled.
import assert from 'node:assert/strict';
import { z } from 'zod';
import { compiledOnceUsed } from '../../src/runtime/compiled-shape.js';

describe('a shape that is used often', () => {
  it('is compiled once it was used a thousand times, and says the same', () => {
    const shape: z.ZodType = z.object({ id: z.string(), at: z.string().refine((text) => text.length > 3, 'is short') });
    const values = [{ id: 'a', at: '2026', more: 1 }, { id: 'a', at: '20' }, { id: 1, at: '2026' }, null];
    const said = () => {
      const now = compiledOnceUsed(shape);
      return values.map((value) => [z.validate(now, value), now.safeParse(value).error?.issues]);
    };
    const first = said();
    for (let times = 2; times < 1000; times += 1) assert.equal(compiledOnceUsed(shape), shape);
    assert.notEqual(compiledOnceUsed(shape), shape);
    assert.deepEqual(said(), first);
    assert.deepEqual(
      first.map(([isOfIt]) => isOfIt),
      [true, false, false, false],
    );
  });

  it('is told apart from others', () => {
    const [text, number] = [z.string(), z.number()];
    for (let times = 1; times <= 1000; times += 1) compiledOnceUsed(text);
    assert.equal(compiledOnceUsed(number), number);
    assert.equal(compiledOnceUsed(text).safeParse('a').success, true);
  });
});
