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
    const session = standIn(DatabaseSession, {
      begun,
      heartbeat: new Emitter<[at: string]>(),
      listen: async (_, listener) => {
        notify = listener;
      },
    });
    const reads: number[] = [];
    const state = { committed: 0, read: 0 };
    const reader = new Reader(
      standIn(Database, { session }),
      { clock, log: noLog, workers: new BackgroundWorkers(clock, noLog) },
      {
        read: async () => {
          reads.push(clock.elapsedMs() - start);
          state.read = state.committed;
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
      state,
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
});
