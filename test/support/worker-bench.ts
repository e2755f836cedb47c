// A background worker on a manual clock, and work that says when it began.
import { BackgroundWorker, type WorkerOptions } from '../../src/runtime/background-worker.js';
import { ManualClock } from './manual-clock.js';

interface Line {
  readonly level: string;
  readonly event: string;
  readonly fields: Readonly<Record<string, unknown>> | undefined;
}

/** A worker, and work that says when it began, in seconds, and goes on until it is ended. */
export function working(options: Partial<WorkerOptions> = {}) {
  const clock = new ManualClock();
  const start = clock.milliseconds;
  const lines: Line[] = [];
  const to = (level: string) => (event: string, fields?: Readonly<Record<string, unknown>>) =>
    void lines.push({ level, event, fields });
  const log = { info: to('info'), warn: to('warn'), error: to('error') };
  const worker = new BackgroundWorker(clock, log, { failed: 'checkFailed', ...options });
  const began: string[] = [];
  const ends = new Map<string, () => void>();
  const seconds = () => (clock.elapsedMs() - start) / 1000;
  const note = (name: string) => void began.push(`${name} ${seconds()}`);
  return {
    clock,
    lines,
    log,
    worker,
    began,
    note,
    /** Is over at once. */
    short: (name: string) => async () => note(name),
    /** Lasts until it is ended. */
    long: (name: string) => () => {
      note(name);
      return new Promise<void>((resolve) => {
        ends.set(name, resolve);
      });
    },
    async end(name: string) {
      ends.get(name)?.();
      await new Promise(setImmediate);
    },
    isOver: async (promise: Promise<unknown>) => {
      let isOver = false;
      void promise.then(() => {
        isOver = true;
      });
      await new Promise(setImmediate);
      return isOver;
    },
  };
}

/** A back-off from one second to a minute, in milliseconds. */
export const minuteToMinutes = { first: 1000, longest: 60_000 };
