// The system's own clock waits as long as it's told, also beyond what Node's timers can count.
import assert from 'node:assert/strict';
import { systemClock } from '../../src/runtime/clock.js';

const day = 24 * 60 * 60 * 1000;
// @see https://nodejs.org/api/timers.html#settimeoutcallback-delay-args (checked 2026-11-28)
const longestOfNodes = 2 ** 31 - 1;

describe('the system’s clock', () => {
  const original = globalThis.setTimeout;
  let waits: number[];
  let fire: (() => void) | undefined;

  /** Node's own timers, in hand: beyond what they can count they would fire after a millisecond. */
  beforeEach(() => {
    waits = [];
    fire = undefined;
    const fake = (callback: () => void, milliseconds: number) => {
      assert.ok(milliseconds <= longestOfNodes, `${milliseconds} ms fires at once`);
      waits.push(milliseconds);
      fire = callback;
      return { unref: () => undefined };
    };
    globalThis.setTimeout = fake as unknown as typeof setTimeout;
  });
  afterEach(() => {
    globalThis.setTimeout = original;
  });

  for (const [name, start] of [
    ['plans a timer', (callback: () => void) => void systemClock.after(60 * day, callback)],
    ['pauses', (callback: () => void) => void systemClock.pause(60 * day).then(callback)],
  ] as const) {
    it(`${name} of 60 days in parts, which ends once, with the last of them`, async () => {
      let ended = 0;
      start(() => {
        ended += 1;
      });
      for (let parts = 1; parts < 3; parts += 1) fire?.();
      await Promise.resolve();
      assert.equal(ended, 0);
      fire?.();
      await Promise.resolve();
      assert.equal(ended, 1);
      const all = waits.reduce((sum, each) => sum + each, 0);
      assert.deepEqual({ parts: waits.length, all }, { parts: 3, all: 60 * day });
    });
  }

  it('waits for what Node can count in one part, and for a time that is over not at all', () => {
    for (const [asked, waited] of [
      [longestOfNodes, longestOfNodes],
      [-5, 0],
      [Number.NEGATIVE_INFINITY, 0],
    ] as const) {
      waits = [];
      systemClock.after(asked, () => undefined);
      fire?.();
      assert.deepEqual(waits, [waited]);
    }
  });
});

describe('a timer beyond 24.8 days', () => {
  it('does not fire at once, and can be taken back', async () => {
    let hasFired = false;
    const cancel = systemClock.after(26 * day, () => {
      hasFired = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    cancel();
    assert.equal(hasFired, false);
  });
});

describe('time that has elapsed', () => {
  it('does not step with the wall clock', () => {
    const RealDate = globalThis.Date;
    const before = systemClock.elapsedMs();
    const yesterday = RealDate.now() - day;
    globalThis.Date = class extends RealDate {
      constructor() {
        super(yesterday);
      }
      static override now = () => yesterday;
    } as DateConstructor;
    try {
      assert.equal(Date.parse(systemClock.now()), yesterday);
      const passed = systemClock.elapsedMs() - before;
      assert.ok(passed >= 0 && passed < 10_000, `${passed} ms`);
    } finally {
      globalThis.Date = RealDate;
    }
  });
});
