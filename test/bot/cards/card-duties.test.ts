// Two replicas keep the same cards up to date: each conversation's are redrawn by one, and by none while a click is painted.
import assert from 'node:assert/strict';
import type { PostedView } from '../../../src/bot/turn/posted-view.js';
import { BackgroundWorkers } from '../../../src/runtime/background-worker.js';
import type { KeyedLock } from '../../../src/runtime/keyed-lock.js';
import { enabled, tenantBy } from '../../support/builders.js';
import { cardUpdater, ofContoso } from '../../support/card-bench.js';
import { MemoryCardStore } from '../../support/memory-card-store.js';
import { ScriptedDuties } from '../../support/scripted-duties.js';
import { noLog, testDependencies } from '../../support/test-dependencies.js';

const ofChat = 'cards chat';
const message = { conversationId: 'chat', activityId: 'message' };

/** Two updaters over the same store, cards and locks, each with a messenger of its own. */
function twoReplicas(locks?: KeyedLock) {
  const shared = testDependencies(tenantBy.notConfigured());
  const { clock } = shared;
  const cardStore = new MemoryCardStore<PostedView>();
  const all = new ScriptedDuties();
  cardStore.put({ ...message, view: ofContoso, drawn: 'before' });
  const replica = (name: string) => {
    const duties = all.of(name);
    const workers = new BackgroundWorkers(clock, noLog);
    const bench = cardUpdater({ ...shared, workers, duties, ...(locks && { dutyLocks: locks }) }, cardStore);
    duties.changed.on(() => bench.updater.refresh());
    return bench;
  };
  const a = replica('a');
  const b = replica('b');
  return { clock, happens: shared.happens, duties: all, a, b, drawn: () => [a.drawn().length, b.drawn().length] };
}

describe('a card that two replicas know', () => {
  it('is redrawn by the one whose it is, also when that has changed', async () => {
    const { clock, duties, happens, drawn } = twoReplicas();
    duties.give(ofChat, 'b');
    await clock.passes(1);
    assert.deepEqual(drawn(), [0, 1]);
    duties.give(ofChat);
    await happens(enabled);
    await clock.passes(10);
    assert.deepEqual(drawn(), [0, 1]);
    duties.give(ofChat, 'a');
    await clock.passes(1);
    assert.deepEqual(drawn(), [1, 1]);
  });

  it('is not redrawn by a lock that was lost while it waited, and is by the next', async () => {
    const lock = { isHeld: false };
    const run: KeyedLock['run'] = (_, work) => work(lock);
    const { clock, duties, drawn } = twoReplicas({ run, tryRun: run });
    duties.give(ofChat, 'a');
    await clock.passes(1);
    assert.deepEqual(drawn(), [0, 0]);
    lock.isHeld = true;
    await clock.passes(5);
    assert.deepEqual(drawn(), [1, 0]);
  });
});
