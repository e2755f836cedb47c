// Metrics of replicas that share a database.
import assert from 'node:assert/strict';
import { Registry } from 'prom-client';
import { dutyMetricsIn } from '../../src/metrics/duty-metrics.js';
import { replicaMetricsIn } from '../../src/metrics/replica-metrics.js';
import { cardsDuty, messagesDuty } from '../../src/operations/ports/duties.js';
import { aReplication } from '../support/a-replication.js';
import { aTenant } from '../support/builders.js';
import { MemoryStore } from '../support/memory-store.js';
import { ScriptedDuties } from '../support/scripted-duties.js';

describe('the metrics of a replica', () => {
  it('say how it stands with the others and the database, each time they are asked for', async () => {
    const stand = { replicas: 3, behindSeconds: 0.4, connections: { open: 4, idle: 0, waiting: 7 }, locksHeld: 5 };
    const replication = aReplication();
    const registry = new Registry();
    replicaMetricsIn(registry, Object.assign(replication, stand));
    const text = await registry.metrics();
    for (const line of [
      'gatehouse_replicas 3',
      'gatehouse_store_behind_seconds 0.4',
      'gatehouse_locks_held 5',
      'gatehouse_pool_connections{state="open"} 4',
      'gatehouse_pool_connections{state="waiting"} 7',
    ])
      assert.ok(text.includes(`${line}\n`), line);
    Object.assign(replication, { replicas: 0, behindSeconds: 12 });
    const later = await registry.metrics();
    assert.ok(later.includes('gatehouse_replicas 0\n') && later.includes('gatehouse_store_behind_seconds 12\n'));
  });

  it('count its commits, what was sent again, waits for locks, and lost sessions', async () => {
    const replication = aReplication();
    const registry = new Registry();
    replicaMetricsIn(registry, replication);
    replication.commitSent.emit({ ms: 3, tries: 1, outcome: 'made' });
    replication.commitSent.emit({ ms: 4000, tries: 5, outcome: 'failed' });
    replication.commitSent.emit({ ms: 3, tries: 1, outcome: 'outdated' });
    replication.lockHad.emit(40);
    replication.sessionLost.emit();
    const text = await registry.metrics();
    for (const line of [
      'gatehouse_store_commit_seconds_count{outcome="made"} 1',
      'gatehouse_store_commit_seconds_bucket{le="0.005",outcome="made"} 1',
      'gatehouse_store_commit_seconds_sum{outcome="failed"} 4',
      'gatehouse_store_commit_seconds_count{outcome="outdated"} 1',
      'gatehouse_store_retries_total 4',
      'gatehouse_lock_wait_seconds_bucket{le="0.05"} 1',
      'gatehouse_lock_wait_seconds_sum 0.04',
      'gatehouse_session_lost_total 1',
    ])
      assert.ok(text.includes(`${line}\n`), line);
  });

  it('say how much of each kind of work is its own, and follow it where it becomes another’s', async () => {
    const [contosos, fabrikams] = [aTenant(), { ...aTenant(), tenantId: 'fabrikam' }];
    const store = new MemoryStore({ tenants: [contosos, fabrikams] });
    const conversations = ['a', 'b'].map((id) => ({ id, kind: 'personal' as const, subscribed: true, reference: {} }));
    await store.commit({ conversations });
    const all = new ScriptedDuties();
    all.giveOthers('other');
    all.give(contosos.tenantId, 'ours');
    all.give(messagesDuty('b'), 'ours');
    all.give(cardsDuty('a'), 'ours');
    all.give('reconcile', 'ours');
    const registry = new Registry();
    const cards = [{ conversationId: 'a' }, { conversationId: 'a' }, { conversationId: 'b' }];
    dutyMetricsIn(registry, { duties: all.of('ours'), store, postedCards: { cards } });
    const read = async () => (await registry.metrics()).match(/gatehouse_duties\{kind=".*/g);
    const others = ['watchedRequests', 'reconcile', 'heartbeat', 'alarms', 'batches', 'fleet'];
    const lines = (counts: Readonly<Record<string, number>>) =>
      ['tenants', 'messages', 'cards', ...others].map(
        (kind) => `gatehouse_duties{kind="${kind}"} ${counts[kind] ?? 0}`,
      );
    assert.deepEqual(await read(), lines({ tenants: 1, messages: 1, cards: 1, reconcile: 1 }));
    all.give('reconcile', 'other');
    all.give(fabrikams.tenantId, 'ours');
    assert.deepEqual(await read(), lines({ tenants: 2, messages: 1, cards: 1 }));
  });
});
