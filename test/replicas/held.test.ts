// A replica that loses its lock in the middle of its work, while Microsoft answers slowly, begins nothing more there.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { Signal } from '../crash/signal.js';
import type { Replica } from './replica.js';
import { aReplicasBench } from './replicas-bench.js';

const tenantId = '10000000-0000-4000-8000-000000000018';
const relationships = '/delegatedAdminRelationships';
const longestMs = 60_000;

describe('a replica that loses its session while Microsoft carries out what it asked for', () => {
  const bench = aReplicasBench();

  it('leaves the next step to the one that has the lock since', async () => {
    const { play, replicas } = bench();
    const { microsoft } = play;
    const met = await play.meet();
    const button = await bench().enabling(met, tenantId);
    const asking = new Signal<Replica>();
    const lost = new Signal();
    const over = new Signal();
    const isCreation = (method: string, path: string) => method === 'POST' && path.endsWith(relationships);
    let slow: Replica | undefined;
    let isLost = false;
    const begun: string[] = [];
    for (const replica of replicas.all) {
      replica.onCall = ({ method, path }) => {
        if (isLost && replica === slow && method !== 'GET' && path.includes(relationships)) begun.push(path);
      };
      replica.holds = ({ method, path }) => {
        if (slow === undefined && isCreation(method, path)) {
          slow = replica;
          asking.resolve(replica);
          return lost.promise;
        }
        // What the others read waits as well, or they would save something first, which would stop it too.
        return slow !== undefined && replica !== slow && path.includes(tenantId) ? over.promise : undefined;
      };
    }
    await met.chat.clicks(met.message, button);
    const victim = await asking.promise;

    await replicas.database.lets(victim.name, false);
    await victim.losesSession(() => replicas.database.cut(victim.name, 'session'));
    isLost = true;
    lost.resolve();
    const said = (words: string) => victim.processes.at(-1)?.lines.some((line) => line.includes(words)) === true;
    await until(async () => said('the lock was lost meanwhile') || begun.length > 0, 'it neither stops nor goes on');
    assert.deepEqual(begun, []);
    over.resolve();

    const statusOf = async () => (await replicas.saved.contents()).tenants.get(tenantId)?.status;
    await until(async () => (await statusOf()) === 'needsApproval', 'no other goes on');
    assert.deepEqual(microsoft.repeatedWrites(), []);
    await replicas.database.lets(victim.name, true);
  });
});

async function until(holds: () => Promise<boolean>, orElse: string): Promise<void> {
  const latest = performance.now() + longestMs;
  while (!(await holds())) {
    assert.ok(performance.now() < latest, orElse);
    await pause(50);
  }
}
