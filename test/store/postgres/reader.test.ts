// When what others have written is read: at once, then together with what comes in the next moments.
import assert from 'node:assert/strict';
import { BackgroundWorkers } from '../../../src/runtime/background-worker.js';
import { Emitter } from '../../../src/runtime/emitter.js';
import { Database } from '../../../src/store/postgres/database.js';
import { Reader } from '../../../src/store/postgres/reader.js';
import { DatabaseSession } from '../../../src/store/postgres/session.js';
import { ManualClock } from '../../support/manual-clock.js';
import { standIn } from '../../support/stand-in.js';
import { noLog } from '../../support/test-dependencies.js';

describe('what others have written', () => {
  const begin = async (written: () => Promise<void> = async () => undefined) => {
    const clock = new ManualClock();
    const start = clock.elapsedMs();
    const begun = new Emitter();
    let notify: (payload: string) => void = () => undefined;
    const heartbeat = new Emitter<[at: string]>();
    const session = standIn(DatabaseSession, {
      begun,
      heartbeat,
      listen: async (_, listener) => {
        notify = listener;
      },
    });
    const reads: number[] = [];
    const state = { committed: 0, read: 0 };
    /** What a read waits for, after it has been asked what there is. */
    const gate: { wait?: Promise<void> | undefined } = {};
    const reader = new Reader(
      standIn(Database, { session }),
      { clock, log: noLog, workers: new BackgroundWorkers(clock, noLog) },
      {
        read: async () => {
          reads.push(clock.elapsedMs() - start);
          const { committed } = state;
          await gate.wait;
          state.read = committed;
        },
        hasRead: (seq) => state.read >= seq,
        written,
      },
    );
    await reader.begin();
    return {
      clock,
      reads,
      begun,
      heartbeat,
      reader,
      gate,
      state,
      notify: (payload: string) => notify(payload),
      commits(seq: number) {
        state.committed = seq;
        notify(`${seq}`);
      },
    };
  };

  it('is read at once, and then at most every fifty milliseconds', async () => {
    const { clock, reads, commits } = await begin();
    await clock.passes(0.1);
    for (let seq = 1; seq <= 120; seq += 1) {
      commits(seq);
      await clock.passes(0.001);
    }
    await clock.passes(1);
    assert.deepEqual(reads, [0, 100, 150, 200, 250]);
  });

  it('is not read where our own commits have brought it', async () => {
    const state: { read?: () => void } = {};
    const bench = await begin(async () => state.read?.());
    state.read = () => {
      bench.state.read = bench.state.committed;
    };
    bench.commits(1);
    await bench.clock.passes(1);
    assert.deepEqual(bench.reads, [0]);
  });

  it('is read when a session begins, as nothing was heard before', async () => {
    const { clock, reads, begun } = await begin();
    await clock.passes(1);
    begun.emit();
    await clock.passes(1);
    assert.deepEqual(reads, [0, 1000]);
  });

  it('is current once it has been read, even where a commit was notified that isn’t there', async () => {
    const { clock, reads, commits, notify, heartbeat, reader } = await begin();
    commits(1);
    // Lost in a failover, or told by someone else who may connect to the database.
    for (const seq of ['999', 'nonsense']) notify(seq);
    await clock.passes(60);
    assert.deepEqual(reads, [0, 50]);
    heartbeat.emit(clock.now());
    assert.equal(reader.behindSeconds, 0);
    commits(2);
    await clock.passes(1);
    assert.deepEqual(reads, [0, 50, 60_000]);
  });

  it('isn’t current before what was notified during a read has been read', async () => {
    const { clock, commits, heartbeat, reader, gate } = await begin();
    await clock.passes(1);
    const goesOn: (() => void)[] = [];
    const holds = () => {
      gate.wait = new Promise((resolve) => {
        goesOn.push(resolve);
      });
    };
    holds();
    commits(1);
    await clock.passes(1);
    commits(2);
    holds();
    goesOn[0]?.();
    await clock.passes(0);
    heartbeat.emit(clock.now());
    assert.ok(reader.behindSeconds >= 1, `${reader.behindSeconds}`);
    goesOn[1]?.();
    await clock.passes(1);
    heartbeat.emit(clock.now());
    assert.equal(reader.behindSeconds, 0);
  });
});
