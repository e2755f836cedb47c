// What is opened at its first use.
import assert from 'node:assert/strict';
import { lazily } from '../../src/runtime/lazily.js';

describe('what is opened at its first use', () => {
  it('is opened once for all who ask, and not before', async () => {
    let count = 0;
    const get = lazily(async () => {
      count += 1;
      return count;
    });
    assert.equal(count, 0);
    assert.deepEqual(await Promise.all([get(), get()]), [1, 1]);
    assert.equal(await get(), 1);
  });

  it('is tried again after it failed, which all who had asked by then are told', async () => {
    const answers = [Promise.reject(new Error('too many open files')), Promise.resolve('open')];
    const get = lazily(() => answers.shift() ?? assert.fail('asked a third time'));
    const asked = [get(), get()];
    for (const each of asked) await assert.rejects(each, /too many open files/);
    assert.equal(await get(), 'open');
  });
});
