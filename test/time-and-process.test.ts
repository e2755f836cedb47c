// A file of src touches the process, the wall clock or a timer: only those that are named here, each with its reason.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { files, partOf, src } from './support/source-files.js';

describe('the process', () => {
  it('is touched by program.ts, by commands, by the sandbox’s own, and by the lock, which needs to know who is alive', () => {
    const touching = files.filter((file) =>
      /(?<!\.)\bprocess\.\w|\} = process\b|node:process/.test(readFileSync(join(src, file), 'utf8')),
    );
    const others = touching.filter((file) => partOf(file) !== 'cli');
    assert.deepEqual(others.sort(), ['program.ts', 'sandbox/main.ts', 'store/folder/folder-lock.ts']);
  });

  it('is not asked whether this is a test or production', () => {
    for (const file of files) assert.doesNotMatch(readFileSync(join(src, file), 'utf8'), /NODE_ENV/);
  });
});

// Where the wall clock is compared with something, and why that is no duration of this process. All others use `elapsedMs`.
const wallClockComparisons: Readonly<Record<string, string>> = {
  'runtime/clock.ts': 'is the wall clock',
  'bot/cards/clicked-cards.ts': 'a card is stored with since when others wait to see it',
  'bot/notifications/notifier.ts': 'quiet hours end by the clock on the wall',
  'microsoft/http/clock-skew.ts': 'measures the wall clock by Microsoft’s',
  'microsoft/events/event-receiver.ts': 'an event says when it happened, by Microsoft’s clock',
  'microsoft/sign-in/access-token-cache.ts': 'MSAL says when a token ends, by the wall clock; the span is kept',
  'operations/offboarding/advance-offboarding.ts': 'an offboarding is stored, and begins and lapses when its card says',
  'operations/offboarding/advance-task.ts': 'a task is stored with when it was sent',
  'operations/offboarding/watched-request-termination.ts': 'a termination is stored with when it was asked for',
  'operations/outgoing/outgoing-sender.ts': 'an event is stored with when it’s sent next',
  'operations/reconcile/reconcile-all.ts': 'how far reconciling has come is stored',
  'operations/reconcile/remove-delegated-admin.ts': 'a removal is stored with when it was sent',
  'store/folder/folder-lock.ts': 'the name of a file',
};

describe('the wall clock, which anybody may set', () => {
  it('is compared only with instants that are stored, or that Microsoft says', () => {
    const compares =
      /Date\.now\(\)|new Date\(\)|Date\.parse\([^)]*now\(\)|seconds(?:Between|Since)\([^;]*now\(\)|[<>]=? [\w.#]*clock\.now\(\)|clock\.now\(\) [<>]/;
    const comparing = files.filter(
      (file) => partOf(file) !== 'sandbox' && compares.test(readFileSync(join(src, file), 'utf8')),
    );
    for (const file of comparing)
      assert.ok(Object.hasOwn(wallClockComparisons, file), `${file} compares the wall clock`);
  });
});

// What begins by itself, later, is a background worker's, which all go idle and stop together. What else has a timer, and why.
const timers: Readonly<Record<string, string>> = {
  'app/cloud.ts': 'hands the sandbox its clock',
  'app/opening-scene.ts': 'is a clock that stands at a moment, with the timers of the one behind it',
  'bot/delivery/send-queue.ts': 'lets the next request pass while one is slow',
  'http/events-route.ts': 'ends a body that is slow to arrive',
  'http/server.ts': 'ends requests that outlast the closing',
  'outgoing/targets.ts': 'ends a request that is not answered',
  'program.ts': 'ends a process that does not end',
  'runtime/background-worker.ts': 'is the one',
  'runtime/bounded-log.ts': 'is the log that workers write',
  'runtime/clock.ts': 'is the clock',
  'runtime/movable-clock.ts': 'is a clock',
  'runtime/timeout.ts': 'is the time-out',
  'sign-in/sign-in.ts': 'ends connections that outlast the closing',
  'store/postgres/pg-locks.ts': 'waits for its next try of a lock, or until a replica has gone',
  'store/folder/card-store.ts': 'gathers writes, and its closing writes the last one',
};

describe('a timer', () => {
  it('is started by background workers, time-outs and what is named here only', () => {
    const starting = files.filter(
      (file) =>
        partOf(file) !== 'sandbox' &&
        /\.(?:after|limit)\(|set(?:Timeout|Interval)\(|AbortSignal\.timeout\(/.test(
          readFileSync(join(src, file), 'utf8'),
        ),
    );
    assert.deepEqual(starting.sort(), Object.keys(timers).sort());
  });
});
