// When events can be relied on, and what that changes about reconciling.
import assert from 'node:assert/strict';
import { reconcilePaceSeconds } from '../../../src/domain/health/webhook-heartbeat.js';
import { allDuties } from '../../../src/operations/ports/duties.js';
import { fixedTemplates } from '../../../src/operations/ports/templates.js';
import { ReconcileAll } from '../../../src/operations/reconcile/reconcile-all.js';
import { ReconcileScheduler } from '../../../src/operations/reconcile/reconcile-scheduler.js';
import { WebhookHeartbeat } from '../../../src/operations/reconcile/webhook-heartbeat.js';
import { BackgroundWorkers } from '../../../src/runtime/background-worker.js';
import { keyedLock } from '../../../src/runtime/keyed-lock.js';
import { aTemplates } from '../../support/builders.js';
import { ManualClock } from '../../support/manual-clock.js';
import { MemoryStore } from '../../support/memory-store.js';
import { standIn } from '../../support/stand-in.js';
import { noLog } from '../../support/test-dependencies.js';

const minute = 60;
const aFailure = {};

/** Partner Center, which sends what it is asked for unless it is silent, and reconciles at the pace that follows. */
const listening = (settingSeconds = 5 * minute) => {
  const clock = new ManualClock();
  const store = new MemoryStore();
  const start = clock.milliseconds;
  const seconds = () => (clock.milliseconds - start) / 1000;
  const asked: number[] = [];
  const knownToBeOurs: boolean[] = [];
  const lines: string[] = [];
  const log = {
    ...noLog,
    info: (line: string) => void lines.push(line),
    warn: (line: string) => void lines.push(line),
  };
  let throttleGate: Promise<void> = Promise.resolve();
  const reconciles: number[] = [];
  const microsoft = { isSilent: false, isDown: false, isForOthers: false, isClosed: false };
  const warnings: string[] = [];
  const workers = new BackgroundWorkers(clock, noLog);
  const address = { eventsUrl: 'https://a.example/hook' };
  const asks = async (areOurs: boolean) => {
    asked.push(seconds());
    knownToBeOurs.push(areOurs);
    await throttleGate;
    if (microsoft.isDown) throw new Error('down');
  };
  const heartbeat: WebhookHeartbeat = new WebhookHeartbeat({
    store,
    duties: allDuties(),
    clock,
    log: {
      ...log,
      warn: (event) => {
        lines.push(event);
        warnings.push(event);
      },
    },
    workers,
    webhooks: {
      async registration() {
        await asks(false);
        return { url: microsoft.isForOthers ? 'https://another.example/hook' : address.eventsUrl };
      },
      async sendTest() {
        // Where it's known that events come to us, this is the first call.
        if (heartbeat.arrives) await asks(true);
        if (!microsoft.isSilent) heartbeat.recordTest();
      },
      auditRecord: async () => undefined,
    },
    address,
    reconcileSeconds: settingSeconds,
  });
  const timer = new ReconcileScheduler({
    store,
    templates: fixedTemplates(aTemplates()),
    log: noLog,
    duties: allDuties(),
    dutyLocks: keyedLock(),
    reconcileAll: standIn(ReconcileAll, {
      run: async () => {
        reconciles.push(seconds());
        await throttleGate;
        return microsoft.isClosed ? aFailure : undefined;
      },
    }),
    clock,
    workers,
    seconds: settingSeconds,
    heartbeat,
  });
  /** Nothing that is asked for or swept comes to its end before the answer is called. */
  const holds = () => {
    let release = () => {};
    throttleGate = new Promise((resolve) => {
      release = resolve;
    });
    return release;
  };
  return { clock, asked, knownToBeOurs, lines, reconciles, microsoft, heartbeat, timer, warnings, holds };
};

describe('while events arrive', () => {
  it('a reconcile comes once an hour instead of every five minutes, and one quiet hour costs one question', async () => {
    const { clock, asked, reconciles, heartbeat, timer } = listening();
    heartbeat.start();
    timer.start();
    await clock.passes(4 * 3600 - 1);
    assert.deepEqual(reconciles, [0, 3600, 7200, 10_800]);
    assert.deepEqual(asked, [0, 3600, 7200, 10_800]);
  });

  it('a reconcile that came to nothing is made again after five minutes all the same', async () => {
    const { clock, reconciles, microsoft, heartbeat, timer } = listening();
    heartbeat.start();
    microsoft.isClosed = true;
    timer.start();
    await clock.passes(12 * minute);
    microsoft.isClosed = false;
    await clock.passes(48 * minute);
    assert.deepEqual(reconciles, [0, 300, 600, 900]);
  });

  it('nobody asks for one as long as others come', async () => {
    const { clock, asked, heartbeat } = listening();
    heartbeat.start();
    for (let count = 0; count < 8; count += 1) {
      await clock.passes(30 * minute);
      heartbeat.recordOurs();
    }
    assert.deepEqual(asked, [0]);
  });

  it('one is asked for an hour after the last, whenever that was, and its address is not asked for again', async () => {
    const { clock, asked, knownToBeOurs, heartbeat } = listening();
    heartbeat.start();
    await clock.passes(30 * minute);
    heartbeat.recordOurs();
    await clock.passes(60 * minute);
    assert.deepEqual(asked, [0, 90 * minute]);
    assert.deepEqual(knownToBeOurs, [false, true]);
  });

  it('that is logged once', async () => {
    const { clock, lines, heartbeat } = listening();
    heartbeat.start();
    await clock.passes(4 * 3600);
    assert.deepEqual(lines, ['partnerEventsArrive']);
  });

  it('a pace that is slow already is not made slower, and a quick one stays quick', () => {
    assert.deepEqual(
      [5, 300, 7200].map((setting) => reconcilePaceSeconds(setting, true)),
      [60, 3600, 7200],
    );
    assert.deepEqual(
      [5, 300, 7200].map((setting) => reconcilePaceSeconds(setting, false)),
      [5, 300, 7200],
    );
  });
});

describe('when events stop coming', () => {
  it('reconciles speed up by themselves, ten minutes after an answer was due, and slow down when events are back', async () => {
    const { clock, reconciles, microsoft, heartbeat, timer } = listening();
    heartbeat.start();
    timer.start();
    await clock.passes(10 * minute);
    microsoft.isSilent = true;
    await clock.passes(80 * minute);
    assert.deepEqual(reconciles, [0, 3600, 4200, 4500, 4800, 5100, 5400]);
    microsoft.isSilent = false;
    await clock.passes(60 * minute);
    assert.deepEqual(reconciles.slice(7), [5700, 6000, 6300, 6600, 6900]);
  });

  it('and cannot be asked for, they are asked for again after an hour', async () => {
    const { clock, asked, microsoft, heartbeat } = listening();
    microsoft.isDown = true;
    heartbeat.start();
    await clock.passes(2 * 3600);
    assert.deepEqual(asked, [0, 3600, 7200]);
    assert.equal(heartbeat.arrives, false);
  });

  it('that is said once for every hour', async () => {
    const { clock, microsoft, heartbeat, warnings } = listening();
    microsoft.isSilent = true;
    heartbeat.start();
    await clock.passes(3 * 3600);
    assert.deepEqual(warnings, ['partnerEventsMissing', 'partnerEventsMissing', 'partnerEventsMissing']);
  });

  it('and were never to come, nobody misses them', async () => {
    const { clock, microsoft, heartbeat, warnings } = listening();
    microsoft.isForOthers = true;
    heartbeat.start();
    await clock.passes(3 * 3600);
    assert.deepEqual(warnings, []);
  });

  it('that is logged, though not before one was asked for', async () => {
    const { clock, lines, microsoft, heartbeat } = listening();
    microsoft.isSilent = true;
    heartbeat.start();
    await clock.passes(minute);
    assert.deepEqual(lines, []);
    await clock.passes(3600);
    assert.deepEqual(lines, ['partnerEventsMissing']);
  });
});

describe('an event that nobody here has asked for', () => {
  it('does not show that ours arrive when it means nothing: somebody may have handed on one of theirs', async () => {
    const { clock, heartbeat, microsoft } = listening();
    microsoft.isSilent = true;
    heartbeat.start();
    await clock.passes(601);
    heartbeat.recordAny();
    heartbeat.recordTest();
    assert.equal(heartbeat.arrives, false);
    assert.equal(heartbeat.lastEventAt, clock.now());
  });

  it('shows it when it comes within ten minutes of our asking', async () => {
    const { clock, heartbeat, microsoft } = listening();
    microsoft.isSilent = true;
    heartbeat.start();
    await clock.passes(600);
    heartbeat.recordTest();
    assert.equal(heartbeat.arrives, true);
  });
});

describe('a reconcile that is wanted soon', () => {
  it('comes at once when the last one is a while ago, and then as usual', async () => {
    const { clock, reconciles, timer } = listening();
    timer.start();
    await clock.passes(100);
    timer.soon();
    await clock.passes(299);
    assert.deepEqual(reconciles, [0, 100]);
    await clock.passes(1);
    assert.deepEqual(reconciles, [0, 100, 400]);
  });

  it('comes once for many wishes, and not more often than every minute', async () => {
    const { clock, reconciles, timer } = listening();
    timer.start();
    await clock.passes(10);
    for (let count = 0; count < 50; count += 1) timer.soon();
    await clock.passes(90);
    assert.deepEqual(reconciles, [0, 60]);
  });

  it('is not held back where reconciles are quick anyway', async () => {
    const { clock, reconciles, timer } = listening(5);
    timer.start();
    await clock.passes(1);
    timer.soon();
    await clock.passes(5);
    assert.deepEqual(reconciles, [0, 5]);
  });

  it('comes after the one under way, and never beside it', async () => {
    const { clock, reconciles, timer, holds } = listening();
    const release = holds();
    timer.start();
    timer.soon();
    // Nobody waits for the reconcile here, which has not ended.
    assert.equal(clock.next(clock.milliseconds + 600_000), false);
    assert.deepEqual(reconciles, [0]);
    release();
    await clock.passes(60);
    assert.deepEqual(reconciles, [0, 660]);
  });
});
