// How soon the next message may go out, within Teams' published limits.

/** This many requests in this much time. */
interface Window {
  readonly count: number;
  readonly ms: number;
}

/**
 * Teams' limits for one bot in one conversation. Every request counts, updates of a message too.
 * @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit (checked 2026-11-22)
 */
export const perConversation: readonly Window[] = [
  { count: 7, ms: 1000 },
  { count: 8, ms: 2000 },
  { count: 60, ms: 30_000 },
  { count: 1800, ms: 3_600_000 },
];

/** Teams' limits for one app in one tenant, over all conversations. */
export const inTotal: readonly Window[] = [{ count: 50, ms: 1000 }];

/** The share of every window for messages that no person waits for. The rest is kept for answers. */
export const unaskedShare = 0.75;

/** Remembers when messages went out, as far back as the longest window. Times are by the monotonic clock. */
export class RateLimit {
  readonly #windows: readonly Window[];
  #sentAt: number[] = [];

  constructor(windows: readonly Window[]) {
    this.#windows = windows;
  }

  /** Milliseconds until one more fits into this share of every window. `now` is in milliseconds. */
  waitMs(now: number, share = 1): number {
    const waits = this.#windows.map(({ count, ms }) => {
      const oldest = this.#sentAt.at(-Math.max(1, Math.floor(count * share)));
      return oldest === undefined ? 0 : oldest + ms - now;
    });
    return Math.max(0, ...waits);
  }

  /** Records a message that goes out now. */
  record(now: number): void {
    const most = Math.max(...this.#windows.map(({ count }) => count));
    this.#sentAt = [...this.#sentAt, now].slice(-most);
  }
}
