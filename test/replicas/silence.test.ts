// The network between one replica and the database says nothing any more: packets are dropped, and nobody is told.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import type { Replica } from './replica.js';
import { aReplicasBench } from './replicas-bench.js';

const longestMs = 20_000;

/** Drops every packet to an address, or no longer; whether this user may. */
function drop(host: string, isDropped: boolean): boolean {
  const what = isDropped ? 'add' : 'del';
  const { status } = spawnSync('ip', ['route', what, 'blackhole', `${host}/32`, 'table', 'local']);
  return status === 0;
}

describe('a replica that the database hears nothing of', () => {
  const probe = '127.0.1.99';
  if (!drop(probe, true)) {
    it('can be made only by whoever may change the routes of this machine');
    return;
  }
  drop(probe, false);
  const bench = aReplicasBench({ hasOwnAddresses: true });

  it('is no longer one of them within twenty seconds, and is again once it is heard', async () => {
    const { play, replicas } = bench();
    const { database, all } = replicas;
    const met = await play.meet();
    const alive = () => database.replicaCount();
    assert.equal(await alive(), all.length);
    const [silent, ...others] = all as readonly [Replica, ...Replica[]];
    const host = database.hostOf(silent.name);
    drop(host, true);
    const at = performance.now();
    try {
      while ((await alive()) === all.length) {
        assert.ok(performance.now() - at < longestMs, 'it is still taken for alive');
        await pause(50);
      }
      process.stdout.write(`    gone after ${Math.round(performance.now() - at)} ms\n`);
      // Its own clicks are refused, and the others' are done.
      for (const other of others) await bench().click(other, met, ['tenants.list', {}]);
    } finally {
      drop(host, false);
    }
    while ((await alive()) < all.length) {
      assert.ok(performance.now() - at < 4 * longestMs, 'it never came back');
      await pause(100);
    }
    await bench().click(silent, met, ['tenants.list', {}]);
  });
});
