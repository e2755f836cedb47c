// Who makes the next request to Teams: within the rates of its conversation and of all, by urgency and then in turn.
import type { Clock } from '../../runtime/clock.js';
import { type Pace, type Place, type Rate, type Urgency, urgencies } from '../../runtime/pace.js';
import { DeliveryError } from './messenger.js';
import { rateOf, rateOfAll } from './teams-rates.js';

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
  readonly rate: Rate;
  /** One of each urgency waits at most. */
  readonly waiting: Map<Urgency, Waiter>;
  /** Nothing of an urgency goes out before, because of what Teams said. */
  readonly restsUntil: Record<Urgency, number>;
  /** Its rate has no place for an urgency before, as far as is known. */
  readonly noPlaceUntil: Record<Urgency, number>;
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
const atOnce: Readonly<Record<Urgency, number>> = { answer: 0, notice: 0, update: 0 };

/** Gives out slots. Times are by the clock that never steps, in milliseconds. */
export class Slots {
  readonly #clock: Clock;
  readonly #pace: Pace;
  readonly #lines = new Map<string, Line>();
  /** Conversations with something that goes out as soon as there's a place for it, the first come first. */
  readonly #ready: Readonly<Record<Urgency, Set<Line>>> = { answer: new Set(), notice: new Set(), update: new Set() };
  /** In a row, while an update was ready. */
  #notices = 0;
  #answers = 0;
  #fastestMs = Number.POSITIVE_INFINITY;
  #handedOverAtMs = Number.NEGATIVE_INFINITY;
  #wakesAt = Number.POSITIVE_INFINITY;
  #isGivingOut = false;
  /** Whether something has changed since the pace was last asked. */
  #hasChanged = false;

  constructor(clock: Clock, pace: Pace) {
    this.#clock = clock;
    this.#pace = pace;
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
      this.#reconsider(line);
    });
  }

  /** Nothing of an urgency goes out in a conversation for so long. */
  rest(conversationId: string, urgency: Urgency, ms: number): void {
    const { restsUntil } = this.#lineOf(conversationId);
    restsUntil[urgency] = Math.max(restsUntil[urgency], this.#clock.elapsedMs() + ms);
  }

  /** Nothing goes out in a conversation for so long, from any process: Teams has said so. */
  restEverywhere(conversationId: string, ms: number): void {
    this.#pace.rest(this.#lineOf(conversationId).rate, ms);
  }

  /** Teams takes again what is sent to a conversation. */
  restIsOver(conversationId: string): void {
    Object.assign(this.#lineOf(conversationId).restsUntil, atOnce);
  }

  #reconsider(line: Line): void {
    this.#lineUp(line);
    void this.#giveOut();
  }

  /** Finds out what of a conversation the pace may be asked for, or when. */
  #lineUp(line: Line): void {
    const now = this.#clock.elapsedMs();
    const waits = urgencies.map((urgency) => {
      const waiter = line.waiting.get(urgency);
      const waitMs =
        waiter && !line.isTaken
          ? Math.max(line.restsUntil[urgency], line.noPlaceUntil[urgency]) - now
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
      this.#reconsider(line);
    });
  }

  async #giveOut(): Promise<void> {
    this.#hasChanged = true;
    // One place after the other: whose turn is next depends on whose was before.
    if (this.#isGivingOut) return;
    this.#isGivingOut = true;
    try {
      while (this.#hasChanged) {
        this.#hasChanged = false;
        await this.#giveOutPlaces();
      }
    } finally {
      this.#isGivingOut = false;
    }
  }

  /** Gives out places for as long as there are some. */
  async #giveOutPlaces(): Promise<void> {
    for (;;) {
      const [line, urgency] = this.#next();
      if (!line) return;
      const said = await this.#pace.ask([line.rate, rateOfAll], urgency);
      const now = this.#clock.elapsedMs();
      if (!('waitMs' in said)) this.#give(line, urgency, said);
      else if (said.rate === rateOfAll.name) return this.#giveOutLater(now + said.waitMs);
      else {
        line.noPlaceUntil[urgency] = now + said.waitMs;
        this.#lineUp(line);
      }
    }
  }

  #giveOutLater(wakesAt: number): void {
    if (this.#wakesAt <= wakesAt) return;
    this.#wakesAt = wakesAt;
    void this.#clock.pause(wakesAt - this.#clock.elapsedMs()).then(() => {
      if (this.#wakesAt !== wakesAt) return;
      this.#wakesAt = Number.POSITIVE_INFINITY;
      void this.#giveOut();
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

  #give(line: Line, urgency: Urgency, place: Place): void {
    const waiter = line.waiting.get(urgency);
    // While the pace was asked, Teams may have said that the conversation has to rest.
    if (!waiter || !this.#ready[urgency].has(line)) {
      place.giveBack();
      return;
    }
    if (urgency === 'update') line.notices = 0;
    else if (urgency === 'notice' && line.waiting.has('update')) line.notices += 1;
    if (urgency === 'update') this.#notices = 0;
    else if (urgency === 'notice' && this.#ready.update.size > 0) this.#notices += 1;
    line.waiting.delete(urgency);
    line.isTaken = true;
    this.#handedOverAtMs = this.#clock.elapsedMs();
    this.#lineUp(line);
    waiter.go(this.#slot(line, place, this.#handedOverAtMs));
  }

  #slot(line: Line, place: Place, startedAt: number): Slot {
    let holdsLine = true;
    let isUnderWay = true;
    const letOthersGo = () => {
      if (holdsLine) line.isTaken = false;
      holdsLine = false;
      this.#reconsider(line);
    };
    const over = (record: () => void) => {
      if (isUnderWay) record();
      isUnderWay = false;
      Object.assign(line.noPlaceUntil, atOnce);
      letOthersGo();
    };
    const end = () => {
      if (!isUnderWay) return;
      const tookMs = this.#clock.elapsedMs() - startedAt;
      this.#answers += 1;
      this.#fastestMs = Math.min(this.#fastestMs, tookMs);
      // The next request needs some of that time to get there, and this answer has needed the rest to get here.
      over(() => place.end(this.#answers < leastAnswers ? 0 : surePart * this.#fastestMs));
    };
    return { letOthersGo, end, giveBack: () => over(() => place.giveBack()) };
  }

  #lineOf(conversationId: string): Line {
    const known = this.#lines.get(conversationId);
    if (known) return known;
    const line: Line = {
      rate: rateOf(conversationId),
      waiting: new Map(),
      restsUntil: { ...atOnce },
      noPlaceUntil: { ...atOnce },
      isTaken: false,
      notices: 0,
      wakesAt: Number.POSITIVE_INFINITY,
    };
    this.#lines.set(conversationId, line);
    return line;
  }
}
