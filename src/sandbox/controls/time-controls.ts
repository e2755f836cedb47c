// Controls of the sandbox's time. It only goes forward.
import type { Cloud } from '../cloud.js';
import type { FastForward } from '../fast-forward.js';
import { Refusal } from '../wire/refusal.js';
import { nextEnd } from '../world/ends.js';
import { daysAfter, secondsAfter } from '../world/instants.js';
import { settle } from '../world/settle.js';

const daySeconds = 24 * 60 * 60;
// What begins with an end has been seen by then.
const afterEndSeconds = 60;

/** What time it is in the sandbox. */
export interface SandboxTime {
  /** As an ISO instant. */
  readonly now: string;
  /** Seconds by which it's ahead of the machine's clock. */
  readonly aheadSeconds: number;
  /** Where it's being put forward to. Null: it passes as everywhere. */
  readonly until: string | null;
}

/** Time in the sandbox, and for its followers. */
export interface TimeControls {
  time(): SandboxTime;
  /** Skips so many seconds at once. */
  skipTime(seconds: number): void;
  /**
   * Lets so many days pass quickly, a day or `stepDays` at a time: it goes on when nothing has been asked for a moment.
   * Replaces what was going on.
   */
  forwardTime(days: number, stepDays?: number): void;
  /** The same until an active relationship reaches its end. @throws Refusal when none has one */
  forwardToNextEnd(): void;
  /** Lets time pass as everywhere again. */
  stopTime(): void;
}

/** The controls of one cloud's time. */
export function timeControls({ world }: Cloud, forward: FastForward): TimeControls {
  return {
    time() {
      return { now: world.now(), aheadSeconds: world.aheadMs / 1000, until: world.movesUntil };
    },
    skipTime(seconds) {
      void world.skip(seconds * 1000);
      settle(world);
    },
    forwardTime(days, stepDays = 1) {
      forward.goTo({ until: daysAfter(world.now(), days), stepSeconds: stepDays * daySeconds });
    },
    forwardToNextEnd() {
      settle(world);
      const end = nextEnd(world);
      if (!end) throw new Refusal(409, 'noEnd', 'No active relationship has an end.');
      forward.goTo({ until: secondsAfter(end.at, afterEndSeconds) });
    },
    stopTime() {
      forward.stop();
    },
  };
}
