// What was opened is closed again, whoever does not answer.
import assert from 'node:assert/strict';
import { Closing } from '../../src/app/shutdown.js';

describe('closing', () => {
  it('goes in the reverse of the order of opening, each step after the one before, and only once', async () => {
    const closing = new Closing();
    const closed: string[] = [];
    for (const name of ['store', 'watch', 'server']) {
      closing.add(async () => {
        await new Promise((resolve) => setImmediate(resolve));
        closed.push(name);
      });
    }
    await closing.run();
    await closing.run();
    assert.deepEqual(closed, ['server', 'watch', 'store']);
  });

  it('leaves behind a step that does not come to its end, and still does those after it', async () => {
    const closing = new Closing(20);
    let isReleased = false;
    closing.add(async () => {
      isReleased = true;
    });
    closing.add(() => new Promise(() => undefined));
    await closing.run();
    assert.ok(isReleased);
  });

  it('still does what comes after a step that fails, and then says what failed', async () => {
    const closing = new Closing();
    let isReleased = false;
    closing.add(async () => {
      isReleased = true;
    });
    closing.add(() => Promise.reject(new Error('the disk is read-only')));
    await assert.rejects(closing.run(), /the disk is read-only/);
    assert.ok(isReleased);
  });
});
