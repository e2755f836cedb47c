// How soon the next request may go out within a rate, as far as one process knows.
import type { RateWindow } from './pace.js';

// Of the time that a window has for each: even, so that an answer soon finds a place that comes free. A little less, so that
// what goes out late is caught up with.
const leastApart = 0.9;
// Who asks a moment late takes nothing from who asks next: a timer, or the way to a database, would cost a place each time.
const longestLateMs = 50;

/**
 * Has a place for each request that a window allows. The other side counts a request at some moment between its start and its
 * answer, so it keeps its place until a window's time after the answer: whatever the network does, no window over there gets
 * more than it allows. Times are by the monotonic clock, in milliseconds.
 */
export class RateLimit {
  readonly #windows: readonly (RateWindow & { first: number })[];
  #underWay = 0;
  /** Since when answered requests count as answered, oldest first; `first` of a window: the oldest that's still in it. */
  #answeredAt: number[] = [];
  #lastAt = Number.NEGATIVE_INFINITY;

  constructor(windows: readonly RateWindow[]) {
    this.#windows = windows.map((window) => ({ ...window, first: 0 }));
  }

  /**
   * Milliseconds until one more fits into every window; what's under way counts as answered now. `isAnswer`: a person waits
   * for it.
   */
  waitMs(now: number, isAnswer: boolean): number {
    return Math.max(0, this.#untilDue(now, isAnswer));
  }

  /** Below 0: since when one has been due; -Infinity: it goes out as it comes. */
  #untilDue(now: number, isAnswer: boolean): number {
    return Math.max(...this.#windows.map((window) => this.#waitFor(window, now, isAnswer)));
  }

  #waitFor(window: RateWindow & { first: number }, now: number, isAnswer: boolean): number {
    const { count, ms, kept, atOnce } = window;
    const backAt = (place: number) => (this.#answeredAt[place] ?? now) + ms;
    while (backAt(window.first) <= now) window.first += 1;
    const taken = this.#underWay + this.#answeredAt.length - window.first;
    const most = isAnswer ? count : count - kept;
    if (taken >= most) return backAt(window.first + taken - most) - now;
    if (isAnswer || taken < atOnce) return Number.NEGATIVE_INFINITY;
    const nextBackAt = taken > this.#underWay ? backAt(window.first) : this.#lastAt;
    const apartMs = Math.max(leastApart * (ms / most), (nextBackAt - this.#lastAt) / (most - taken + 1));
    return this.#lastAt + apartMs - now;
  }

  /** Records a request that goes out now, as it may. */
  start(now: number, isAnswer: boolean): void {
    const lateMs = -this.#untilDue(now, isAnswer);
    this.#underWay += 1;
    this.#lastAt = now - (Number.isFinite(lateMs) ? Math.min(lateMs, longestLateMs) : 0);
  }

  /** Records that one was answered, and by when it had been counted. */
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
