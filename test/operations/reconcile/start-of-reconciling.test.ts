// A start reads all lists again only where that wasn't done lately, by whichever process.
import assert from 'node:assert/strict';
import { onlyTemplate } from '../../../src/domain/access/access-templates.js';
import { fixedTemplates } from '../../../src/operations/ports/templates.js';
import { ReconcileAll } from '../../../src/operations/reconcile/reconcile-all.js';
import { ReconcileScheduler } from '../../../src/operations/reconcile/reconcile-scheduler.js';
import { WebhookHeartbeat } from '../../../src/operations/reconcile/webhook-heartbeat.js';
import { BackgroundWorkers } from '../../../src/runtime/background-worker.js';
import { aTemplate, aTemplates } from '../../support/builders.js';
import { ManualClock } from '../../support/manual-clock.js';
import { MemoryStore } from '../../support/memory-store.js';
import { standIn } from '../../support/stand-in.js';
import { noLog, testDependencies } from '../../support/test-dependencies.js';

/** A process that reconciles every 300 seconds, or every hour while events arrive, as they do; `run` gives how one ends. */
const aScheduler = (
  store: MemoryStore,
  clock: ManualClock,
  run: ReconcileAll['run'] = async () => undefined,
  templates = aTemplates(),
) =>
  new ReconcileScheduler({
    ...testDependencies(),
    ...{
      store,
      clock,
      templates: fixedTemplates(templates),
      workers: new BackgroundWorkers(clock, noLog),
      seconds: 300,
    },
    reconcileAll: standIn(ReconcileAll, { run }),
    heartbeat: standIn(WebhookHeartbeat, { paceSeconds: 3600 }),
  });

describe('a start of reconciling', () => {
  let clock: ManualClock;
  let store: MemoryStore;
  let reconciles: number;
  beforeEach(() => {
    clock = new ManualClock();
    store = new MemoryStore();
    reconciles = 0;
  });
  const counted = async () => {
    reconciles += 1;
    return undefined;
  };
  /** A process so many seconds after the reconcile of another, which is gone. */
  const startsAfter = async (seconds: number, { isComplete = true, templates = aTemplates() } = {}) => {
    aScheduler(store, clock, async () => (isComplete ? undefined : {})).start();
    await clock.passes(seconds);
    aScheduler(store.reopened(), clock, counted, templates).start();
    await clock.passes(0);
  };

  it('reads all lists at once where that was never done', async () => {
    aScheduler(store, clock, counted).start();
    await clock.passes(0);
    assert.equal(reconciles, 1);
  });

  it('reads no list within the interval of the last complete reconcile, and each once that is over', async () => {
    await startsAfter(100);
    await clock.passes(199);
    assert.equal(reconciles, 0);
    await clock.passes(1);
    assert.equal(reconciles, 1);
  });

  it('takes the interval without events, since no event came while there was no process, and then that with them', async () => {
    await startsAfter(301);
    assert.equal(reconciles, 1);
    await clock.passes(3599);
    assert.equal(reconciles, 1);
    await clock.passes(1);
    assert.equal(reconciles, 2);
  });

  it('reads all lists at once where the last reconcile was not complete', async () => {
    await startsAfter(100, { isComplete: false });
    assert.equal(reconciles, 1);
  });

  it('reads all lists at once by another access template', async () => {
    await startsAfter(100, { templates: onlyTemplate(aTemplate({ templateHash: 'another' })) });
    assert.equal(reconciles, 1);
  });

  it('reads all lists at once where that is wanted', async () => {
    const before = aScheduler(store, clock);
    before.start();
    await clock.passes(10);
    await before.soon();
    aScheduler(store.reopened(), clock, counted).start();
    await clock.passes(0);
    assert.equal(reconciles, 1);
  });

  it('of three replicas one after the other reads all lists once', async () => {
    aScheduler(store, clock).start();
    await clock.passes(3000);
    for (const _ of ['the first', 'the second', 'the third']) {
      aScheduler(store, clock, counted).start();
      await clock.passes(20);
    }
    assert.equal(reconciles, 1);
  });
});
