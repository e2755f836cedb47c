// The pace of one process that shares its rates with none.
import type { Clock } from './clock.js';
import type { NoPlace, Pace, Place, Rate, Urgency } from './pace.js';
import { RateLimit } from './rate-limit.js';

/** What is known of a rate. Times are by the clock that never steps, in milliseconds. */
interface Kept {
  readonly rate: string;
  readonly limit: RateLimit;
  restsUntil: number;
}

/** Keeps rates in memory. Says at once what it says. */
export class LocalPace implements Pace {
  readonly #clock: Clock;
  readonly #kept = new Map<string, Kept>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  async ask(rates: readonly Rate[], urgency: Urgency): Promise<Place | NoPlace> {
    const now = this.#clock.elapsedMs();
    const kept = rates.map((rate) => this.#keptOf(rate));
    for (const { rate, limit, restsUntil } of kept) {
      const waitMs = Math.max(restsUntil - now, limit.waitMs(now, urgency === 'answer'));
      if (waitMs > 0) return { waitMs, rate };
    }
    const limits = kept.map(({ limit }) => limit);
    for (const limit of limits) limit.start(now, urgency === 'answer');
    return this.#place(limits);
  }

  rest(rate: Rate, ms: number): void {
    const kept = this.#keptOf(rate);
    kept.restsUntil = Math.max(kept.restsUntil, this.#clock.elapsedMs() + ms);
  }

  #place(limits: readonly RateLimit[]): Place {
    return {
      end: (agoMs) => {
        const countedBy = this.#clock.elapsedMs() - agoMs;
        for (const limit of limits) limit.end(countedBy);
      },
      giveBack: () => {
        for (const limit of limits) limit.giveBack();
      },
    };
  }

  #keptOf({ name, windows }: Rate): Kept {
    const known = this.#kept.get(name);
    if (known) return known;
    const kept = { rate: name, limit: new RateLimit(windows), restsUntil: Number.NEGATIVE_INFINITY };
    this.#kept.set(name, kept);
    return kept;
  }
}
