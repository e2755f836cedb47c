// Teams behind a network with delays of its own: when requests arrive there, and whether more do than Teams allows.
import { SendQueue } from '../../src/bot/delivery/send-queue.js';
import { LocalPace } from '../../src/runtime/local-pace.js';
import type { Urgency } from '../../src/runtime/pace.js';
import { ManualClock } from './manual-clock.js';

/** A request that has arrived. */
export interface Arrival {
  readonly conversationId: string;
  readonly urgency: Urgency;
  readonly at: number;
}

/** What Teams publishes, written down here once more: so many requests in so many milliseconds. */
const publishedInTotal = [[50, 1000]] as const;
const publishedPerConversation = [
  [7, 1000],
  [8, 2000],
  [60, 30_000],
  [1800, 3_600_000],
] as const;

/** Milliseconds that a request, or its answer, is on its way: anything from the least to the most, the same in every run. */
export function aNetwork(leastMs: number, mostMs: number): () => number {
  let state = 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return leastMs + (state / 2_147_483_647) * (mostMs - leastMs);
  };
}

/** A send queue and Teams, which takes everything and keeps count. */
export class BusyTeams {
  readonly clock = new ManualClock();
  readonly sendQueue = new SendQueue(this.clock, new LocalPace(this.clock));
  readonly arrivals: Arrival[] = [];
  readonly #start = this.clock.elapsedMs();
  readonly #wayMs: () => number;

  constructor(wayMs: () => number) {
    this.#wayMs = wayMs;
  }

  get nowMs(): number {
    return this.clock.elapsedMs() - this.#start;
  }

  /** Sends something; milliseconds until it has arrived. */
  async send(conversationId: string, urgency: Urgency): Promise<number> {
    const askedAt = this.nowMs;
    let arrivedAt = Number.NaN;
    await this.sendQueue.send(conversationId, urgency, async () => {
      await this.clock.pause(this.#wayMs());
      arrivedAt = this.nowMs;
      this.arrivals.push({ conversationId, urgency, at: arrivedAt });
      await this.clock.pause(this.#wayMs());
    });
    return arrivedAt - askedAt;
  }

  /** Sends these to a conversation one after the other, again as soon as it may where they are handed back. */
  async flood(conversationId: string, urgency: Urgency, count: number): Promise<void> {
    for (let sent = 0; sent < count; sent += 1) {
      await this.send(conversationId, urgency).catch(async ({ retryAfterMs }) => {
        sent -= 1;
        await this.clock.pause(retryAfterMs);
      });
    }
  }

  /** How many have arrived since an instant, by urgency. */
  arrived(urgency: Urgency, sinceMs = 0): number {
    return this.arrivals.filter((each) => each.urgency === urgency && each.at >= sinceMs).length;
  }

  /** Every window in which more arrived than Teams allows, wherever it begins. */
  get exceeded(): readonly string[] {
    const ids = [...new Set(this.arrivals.map(({ conversationId }) => conversationId))];
    const arrivedIn = (id: string) => this.arrivals.filter(({ conversationId }) => conversationId === id);
    return [
      ...tooMany('all', this.arrivals, publishedInTotal),
      ...ids.flatMap((id) => tooMany(id, arrivedIn(id), publishedPerConversation)),
    ];
  }
}

function tooMany(
  whose: string,
  arrivals: readonly Arrival[],
  windows: readonly (readonly [count: number, ms: number])[],
): readonly string[] {
  const times = arrivals.map(({ at }) => at).sort((a, b) => a - b);
  return windows.flatMap(([count, ms]) =>
    times.flatMap((at, index) => {
      const excess = times[index + count];
      return excess !== undefined && excess - at < ms ? [`${whose}: more than ${count} in ${ms} ms from ${at}`] : [];
    }),
  );
}
