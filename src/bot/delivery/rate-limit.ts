// How soon the next request may go out, within Teams' published limits.

/** This many requests in this much time. */
interface Window {
  readonly count: number;
  readonly ms: number;
  /** So many of them are for answers alone. */
  readonly kept: number;
  /** So many that no person waits for go out as fast as they come; the others are spread over what is left of the time. */
  readonly atOnce: number;
}

/**
 * Teams' limits for one bot in one conversation. Every request counts, updates of a message too.
 * @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit (checked 2026-11-22)
 */
export const perConversation: readonly Window[] = [
  { count: 7, ms: 1000, kept: 2, atOnce: 5 },
  { count: 8, ms: 2000, kept: 3, atOnce: 5 },
  { count: 60, ms: 30_000, kept: 2, atOnce: 20 },
  { count: 1800, ms: 3_600_000, kept: 60, atOnce: 600 },
];

/**
 * Teams' limits for one app in one tenant, over all conversations. None is kept: the next that comes free, within a few
 * milliseconds, is an answer's.
 */
export const inTotal: readonly Window[] = [{ count: 50, ms: 1000, kept: 0, atOnce: 8 }];

// Of the time that a window has for each: even, so that an answer soon finds a place that comes free. A little less, so that
// what goes out late is caught up with.
const leastApart = 0.9;

/**
 * Has a place for each request that a window allows. Teams counts a request at some moment between its start and its answer,
 * so it keeps its place until a window's time after the answer: whatever the network does, no window at Teams gets more than
 * it allows. Times are by the monotonic clock, in milliseconds.
 */
export class RateLimit {
  readonly #windows: readonly (Window & { first: number })[];
  #underWay = 0;
  /** Since when answered requests count as answered, oldest first; `first` of a window: the oldest that's still in it. */
  #answeredAt: number[] = [];
  #lastAt = Number.NEGATIVE_INFINITY;

  constructor(windows: readonly Window[]) {
    this.#windows = windows.map((window) => ({ ...window, first: 0 }));
  }

  /**
   * Milliseconds until one more fits into every window. `isAnswer`: a person waits for it. Infinity: until Teams has answered
   * something that is under way.
   */
  waitMs(now: number, isAnswer: boolean): number {
    return Math.max(0, ...this.#windows.map((window) => this.#waitFor(window, now, isAnswer)));
  }

  #waitFor(window: Window & { first: number }, now: number, isAnswer: boolean): number {
    const { count, ms, kept, atOnce } = window;
    const backAt = (place: number) => (this.#answeredAt[place] ?? Number.POSITIVE_INFINITY) + ms;
    while (backAt(window.first) <= now) window.first += 1;
    const taken = this.#underWay + this.#answeredAt.length - window.first;
    const most = isAnswer ? count : count - kept;
    if (taken >= most) return backAt(window.first + taken - most) - now;
    if (isAnswer || taken < atOnce) return 0;
    const nextBackAt = taken > this.#underWay ? backAt(window.first) : this.#lastAt;
    const apartMs = Math.max(leastApart * (ms / most), (nextBackAt - this.#lastAt) / (most - taken + 1));
    return this.#lastAt + apartMs - now;
  }

  /** Records a request that goes out now. */
  start(now: number): void {
    this.#underWay += 1;
    this.#lastAt = now;
  }

  /** Records that Teams has answered one, whatever it said, or has had its time to; and by when Teams had counted it. */
  end(countedBy: number): void {
    this.#underWay -= 1;
    this.#answeredAt.push(Math.max(countedBy, this.#answeredAt.at(-1) ?? countedBy));
    this.#forget();
  }

  /** Records that a request didn't go out after all. */
  giveBack(): void {
    this.#underWay -= 1;
  }

  // In large pieces, so that each request costs the same.
  #forget(): void {
    const gone = Math.min(...this.#windows.map(({ first }) => first));
    if (gone * 2 <= this.#answeredAt.length) return;
    this.#answeredAt = this.#answeredAt.slice(gone);
    for (const window of this.#windows) window.first -= gone;
  }
}
