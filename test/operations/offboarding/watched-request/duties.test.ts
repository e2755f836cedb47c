// Two replicas watch one request: what is asked for at one is carried on by the one whose duty it is.
import assert from 'node:assert/strict';
import { WatchedRequestMonitor } from '../../../../src/operations/offboarding/watched-request-monitor.js';
import { BackgroundWorkers } from '../../../../src/runtime/background-worker.js';
import { active, id, reading, watching } from '../../../support/a-watched-request-monitor.js';
import { alex } from '../../../support/builders.js';
import { ScriptedDuties } from '../../../support/scripted-duties.js';
import { noLog } from '../../../support/test-dependencies.js';

/** Two monitors over one store, one Microsoft and the same locks. */
async function twoReplicas() {
  const w = await watching(active);
  w.microsoft.listedRelationships = [reading('active')];
  const all = new ScriptedDuties();
  const replica = (name: string) => {
    const duties = all.of(name);
    const workers = new BackgroundWorkers(w.clock, noLog);
    const hearers = { ofAdmins: async () => ['alex'] };
    const monitor = new WatchedRequestMonitor({ ...w, workers, duties, hearers });
    duties.changed.on(() => monitor.takeUp());
    w.store.committed.on(({ watchedRequestIds }) => monitor.carryOn(watchedRequestIds));
    return monitor;
  };
  return { ...w, duties: all, a: replica('a'), b: replica('b') };
}

describe('a request that two replicas watch', () => {
  it('is terminated by the one whose it is, wherever that was asked for', async () => {
    const { duties, b, clock, calls, watched } = await twoReplicas();
    duties.give(id, 'a');
    await b.terminate(id, alex);
    await clock.passes(0);
    assert.equal(calls(), 1);
    assert.ok(watched()?.termination?.sentAt);
  });

  it('is terminated once while both take it for theirs', async () => {
    const { duties, b, clock, calls } = await twoReplicas();
    duties.give(id, 'a', 'b');
    await b.terminate(id, alex);
    await clock.passes(0);
    assert.equal(calls(), 1);
  });

  it('is gone on with at once by the one whose it becomes', async () => {
    const { duties, b, clock, calls } = await twoReplicas();
    duties.give(id);
    await b.terminate(id, alex);
    await clock.passes(600);
    assert.equal(calls(), 0);
    duties.give(id, 'b');
    await clock.passes(0);
    assert.equal(calls(), 1);
  });
});
