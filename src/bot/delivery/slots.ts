// Who makes the next request to Teams: within the rates of its conversation and of all, by urgency and then in turn.
import type { Clock } from '../../runtime/clock.js';
import { DeliveryError } from './messenger.js';
import { inTotal, perConversation, RateLimit } from './rate-limit.js';

/**
 * What is sent, the most urgent first: an answer that a person waits for, a notice, a change of a posted card.
 */
export const urgencies = ['answer', 'notice', 'update'] as const;

/** How urgent a request is. */
export type Urgency = (typeof urgencies)[number];

/** A request that may go out now. Saying the same twice is harmless. */
export interface Slot {
  /** Teams is slow to answer: others of its conversation needn't wait for that. */
  letOthersGo(): void;
  /** Teams has answered, whatever it said, or has had its time to. */
  end(): void;
  /** Nothing was asked of Teams after all. */
  giveBack(): void;
}

interface Waiter {
  readonly go: (slot: Slot) => void;
  readonly giveUp: (error: DeliveryError) => void;
}

/** One conversation's way out. */
interface Line {
  /** One of each urgency waits at most. */
  readonly waiting: Map<Urgency, Waiter>;
  readonly rate: RateLimit;
  /** Nothing of an urgency goes out before, because of what Teams said. */
  readonly restsUntil: Record<Urgency, number>;
  /** Teams takes one request of a conversation at a time. */
  isTaken: boolean;
  /** In a row, while an update waited. */
  notices: number;
  /** When it's looked at again; Infinity: once something happens. */
  wakesAt: number;
}

// What no person waits for is handed back when it would have to wait longer, to be tried again by its sender.
const patienceMs = 10_000;
// News goes before updates, but not for as long as it keeps coming: a card that isn't redrawn says what isn't true any more.
const mostNoticesInARow = 19;
// Of the fastest of so many answers, this much is taken for sure: an even faster one may come.
const leastAnswers = 100;
const surePart = 0.9;

/** Gives out slots. Times are by the clock that never steps, in milliseconds. */
export class Slots {
  readonly #clock: Clock;
  readonly #lines = new Map<string, Line>();
  readonly #total = new RateLimit(inTotal);
  /** Conversations with something that may go out as soon as the rate of all allows it, the first come first. */
  readonly #ready: Readonly<Record<Urgency, Set<Line>>> = { answer: new Set(), notice: new Set(), update: new Set() };
  /** In a row, while an update was ready. */
  #notices = 0;
  #answers = 0;
  #fastestMs = Number.POSITIVE_INFINITY;
  #handedOverAtMs = Number.NEGATIVE_INFINITY;
  #wakesAt = Number.POSITIVE_INFINITY;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** When a slot was last given out, by the clock's `elapsedMs`; -Infinity: never. */
  get handedOverAtMs(): number {
    return this.#handedOverAtMs;
  }

  /**
   * Waits for a slot; the one of the same urgency that a conversation had before must have ended. An answer waits for as long as
   * it takes.
   * @throws DeliveryError where anything else would have to wait for long.
   */
  take(conversationId: string, urgency: Urgency): Promise<Slot> {
    const line = this.#lineOf(conversationId);
    return new Promise((go, giveUp) => {
      line.waiting.set(urgency, { go, giveUp });
      this.#place(line);
      this.#giveOut();
    });
  }

  /** Nothing of an urgency goes out in a conversation for so long. */
  rest(conversationId: string, urgency: Urgency, ms: number): void {
    const { restsUntil } = this.#lineOf(conversationId);
    restsUntil[urgency] = Math.max(restsUntil[urgency], this.#clock.elapsedMs() + ms);
  }

  /** Teams takes again what is sent to a conversation. */
  restIsOver(conversationId: string): void {
    Object.assign(this.#lineOf(conversationId).restsUntil, { answer: 0, notice: 0, update: 0 });
  }

  /** Finds out what of a conversation may go out by its own rate, or when. */
  #place(line: Line): void {
    const now = this.#clock.elapsedMs();
    const waits = urgencies.map((urgency) => {
      const waiter = line.waiting.get(urgency);
      const waitMs =
        waiter && !line.isTaken
          ? Math.max(line.restsUntil[urgency] - now, line.rate.waitMs(now, urgency === 'answer'))
          : Number.POSITIVE_INFINITY;
      if (waitMs <= 0) this.#ready[urgency].add(line);
      else this.#ready[urgency].delete(line);
      if (urgency !== 'answer' && Number.isFinite(waitMs) && waitMs > patienceMs) {
        line.waiting.delete(urgency);
        waiter?.giveUp(new DeliveryError('passing', 'it is not its turn yet', { retryAfterMs: waitMs }));
        return Number.POSITIVE_INFINITY;
      }
      return waitMs <= 0 ? Number.POSITIVE_INFINITY : waitMs;
    });
    const wakesAt = now + Math.min(...waits);
    if (line.wakesAt <= wakesAt) return;
    line.wakesAt = wakesAt;
    void this.#clock.pause(wakesAt - now).then(() => {
      if (line.wakesAt !== wakesAt) return;
      line.wakesAt = Number.POSITIVE_INFINITY;
      this.#place(line);
      this.#giveOut();
    });
  }

  #giveOut(): void {
    for (;;) {
      const [line, urgency] = this.#next();
      if (!line) return;
      const now = this.#clock.elapsedMs();
      const waitMs = this.#total.waitMs(now, urgency === 'answer');
      if (waitMs > 0) {
        this.#giveOutLater(now + waitMs);
        return;
      }
      this.#give(line, urgency, now);
    }
  }

  #giveOutLater(wakesAt: number): void {
    if (this.#wakesAt <= wakesAt) return;
    this.#wakesAt = wakesAt;
    void this.#clock.pause(wakesAt - this.#clock.elapsedMs()).then(() => {
      if (this.#wakesAt !== wakesAt) return;
      this.#wakesAt = Number.POSITIVE_INFINITY;
      this.#giveOut();
    });
  }

  #next(): readonly [line: Line | undefined, urgency: Urgency] {
    const { answer, notice, update } = this.#ready;
    const [asked] = answer;
    if (asked) return [asked, 'answer'];
    const isUpdateDue = notice.size === 0 || this.#notices >= mostNoticesInARow;
    const [line] = isUpdateDue && update.size > 0 ? update : notice;
    return [line, line && update.has(line) && (isUpdateDue || line.notices >= mostNoticesInARow) ? 'update' : 'notice'];
  }

  #give(line: Line, urgency: Urgency, now: number): void {
    if (urgency === 'update') line.notices = 0;
    else if (urgency === 'notice' && line.waiting.has('update')) line.notices += 1;
    if (urgency === 'update') this.#notices = 0;
    else if (urgency === 'notice' && this.#ready.update.size > 0) this.#notices += 1;
    const waiter = line.waiting.get(urgency);
    line.waiting.delete(urgency);
    line.isTaken = true;
    line.rate.start(now);
    this.#total.start(now);
    this.#handedOverAtMs = now;
    this.#place(line);
    waiter?.go(this.#slot(line, now));
  }

  #slot(line: Line, startedAt: number): Slot {
    let holdsLine = true;
    let isUnderWay = true;
    const letOthersGo = () => {
      if (holdsLine) line.isTaken = false;
      holdsLine = false;
      this.#place(line);
      this.#giveOut();
    };
    const over = (record: (rate: RateLimit) => void) => {
      if (isUnderWay) for (const rate of [line.rate, this.#total]) record(rate);
      isUnderWay = false;
      letOthersGo();
    };
    const end = () => {
      if (!isUnderWay) return;
      const now = this.#clock.elapsedMs();
      this.#answers += 1;
      this.#fastestMs = Math.min(this.#fastestMs, now - startedAt);
      // The next request needs some of that time to get there, and this answer has needed the rest to get here.
      const wayMs = this.#answers < leastAnswers ? 0 : surePart * this.#fastestMs;
      over((rate) => rate.end(now - wayMs));
    };
    return { letOthersGo, end, giveBack: () => over((rate) => rate.giveBack()) };
  }

  #lineOf(conversationId: string): Line {
    const known = this.#lines.get(conversationId);
    if (known) return known;
    const line: Line = {
      waiting: new Map(),
      rate: new RateLimit(perConversation),
      restsUntil: { answer: 0, notice: 0, update: 0 },
      isTaken: false,
      notices: 0,
      wakesAt: Number.POSITIVE_INFINITY,
    };
    this.#lines.set(conversationId, line);
    return line;
  }
}
