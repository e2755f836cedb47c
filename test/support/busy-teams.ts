// Teams behind a network with delays of its own: when requests arrive there, and whether more do than Teams allows.
import { SendQueue } from '../../src/bot/delivery/send-queue.js';
import { LocalPace } from '../../src/runtime/local-pace.js';
import type { Pace, Urgency } from '../../src/runtime/pace.js';
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

/** A send queue and Teams, which takes everything and keeps count; and as many more send queues as there are paces. */
export class BusyTeams {
  readonly clock: ManualClock;
  readonly sendQueue: SendQueue;
  readonly arrivals: Arrival[] = [];
  readonly #sendQueues: readonly SendQueue[];
  readonly #start: number;
  readonly #wayMs: () => number;

  constructor(wayMs: () => number, clock = new ManualClock(), paces: readonly Pace[] = [new LocalPace(clock)]) {
    this.clock = clock;
    this.#sendQueues = paces.map((pace) => new SendQueue(clock, pace));
    this.sendQueue = this.#of(0);
    this.#start = clock.elapsedMs();
    this.#wayMs = wayMs;
  }

  #of(replica: number): SendQueue {
    const sendQueue = this.#sendQueues[replica];
    if (!sendQueue) throw new Error(`there is no replica ${replica}`);
    return sendQueue;
  }

  get nowMs(): number {
    return this.clock.elapsedMs() - this.#start;
  }

  /** Sends something; milliseconds until it has arrived. */
  async send(conversationId: string, urgency: Urgency, replica = 0): Promise<number> {
    const askedAt = this.nowMs;
    let arrivedAt = Number.NaN;
    await this.#of(replica).send(conversationId, urgency, async () => {
      await this.clock.pause(this.#wayMs());
      arrivedAt = this.nowMs;
      this.arrivals.push({ conversationId, urgency, at: arrivedAt });
      await this.clock.pause(this.#wayMs());
    });
    return arrivedAt - askedAt;
  }

  /** Sends these to a conversation one after the other, again as soon as it may where they are handed back. */
  async flood(conversationId: string, urgency: Urgency, count: number, replica = 0): Promise<void> {
    for (let sent = 0; sent < count; sent += 1) {
      await this.send(conversationId, urgency, replica).catch(async ({ retryAfterMs }) => {
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
    return exceededBy(this.arrivals);
  }
}

/** Every window in which more of these arrived than Teams allows, wherever it begins. */
export function exceededBy(arrivals: readonly Omit<Arrival, 'urgency'>[]): readonly string[] {
  const ids = [...new Set(arrivals.map(({ conversationId }) => conversationId))];
  const arrivedIn = (id: string) => arrivals.filter(({ conversationId }) => conversationId === id);
  return [
    ...tooMany('all', arrivals, publishedInTotal),
    ...ids.flatMap((id) => tooMany(id, arrivedIn(id), publishedPerConversation)),
  ];
}

/** Every window of these in which more requests came than it has. */
export function tooMany(
  whose: string,
  arrivals: readonly { readonly at: number }[],
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
