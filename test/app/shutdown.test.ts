// What was opened is closed again, whoever does not answer.
import assert from 'node:assert/strict';
import { Shutdown } from '../../src/app/shutdown.js';

describe('closing', () => {
  it('goes in the reverse of the order of opening, each step after the one before, and only once', async () => {
    const shutdown = new Shutdown();
    const closed: string[] = [];
    for (const name of ['store', 'watch', 'server']) {
      shutdown.add({
        async close() {
          await new Promise((resolve) => setImmediate(resolve));
          closed.push(name);
        },
      });
    }
    await shutdown.run();
    await shutdown.run();
    assert.deepEqual(closed, ['server', 'watch', 'store']);
  });

  it('leaves behind a step that does not come to its end, and still does those after it', async () => {
    const shutdown = new Shutdown(20);
    let isReleased = false;
    shutdown.add({
      async close() {
        isReleased = true;
      },
    });
    shutdown.add({ close: () => new Promise(() => undefined) });
    await shutdown.run();
    assert.ok(isReleased);
  });

  it('still does what comes after a step that fails, and then says what failed', async () => {
    const shutdown = new Shutdown();
    let isReleased = false;
    shutdown.add({
      async close() {
        isReleased = true;
      },
    });
    shutdown.add({ close: () => Promise.reject(new Error('the disk is read-only')) });
    await assert.rejects(shutdown.run(), /the disk is read-only/);
    assert.ok(isReleased);
  });
});

describe('waiting until nothing is under way', () => {
  it('also waits for what one part begins in another that was idle before', async () => {
    const shutdown = new Shutdown();
    const waited: string[] = [];
    for (const name of ['workers', 'sandbox']) shutdown.add({ idle: async () => waited.push(name) });
    shutdown.add({});
    await shutdown.idle();
    assert.deepEqual(waited, ['workers', 'sandbox', 'workers', 'sandbox']);
  });
});
