// The pace of all replicas: the database counts their requests, each at the moment when it goes out.
import { randomUUID } from 'node:crypto';
import type { Clock } from '../../runtime/clock.js';
import type { Log } from '../../runtime/log.js';
import { type NoPlace, type Pace, type Place, type Rate, type Urgency, urgencies } from '../../runtime/pace.js';
import { withTimeoutOr } from '../../runtime/timeout.js';
import type { Database } from './database.js';
import { DatabaseAway } from './failures.js';

// A person waits for the request that it's about.
const answerMs = 1000;
// After this, a database that did not answer is asked again.
const againMs = 1000;
// A place whose end the database never hears of comes free by itself.
const placeMs = 15_000;
// Longer than any window, and than a request.
const forgetMs = 2 * 3_600_000;
const forgetEveryMs = 10 * 60_000;

/** A question that waits for its answer. */
interface Question {
  readonly id: string;
  readonly rates: readonly Rate[];
  readonly urgency: Urgency;
  readonly answer: (said: Place | NoPlace) => void;
}

/** What the database says to one question. */
interface Said {
  readonly wait_ms: number;
  readonly rate: string | null;
}

/** What a pace takes. */
export interface PgPaceDeps {
  readonly database: Pick<Database, 'query'>;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Makes one call at a time, with all that has gathered meanwhile. While the database is away, answers go out uncounted. A
 * replica that ends with requests under way has their places come free by themselves.
 */
export class PgPace implements Pace {
  readonly #deps: PgPaceDeps;
  readonly #asker = randomUUID();
  #questions: Question[] = [];
  /** Places that nothing is to be told of any more but this: since when their requests count as answered, by our clock. */
  readonly #ended = new Map<string, number>();
  /** Places that nothing went out in, and since when. */
  readonly #givenBack = new Map<string, number>();
  /** Until when rates rest, as this replica was told, by our clock. */
  readonly #rests = new Map<string, number>();
  readonly #untoldRests = new Set<string>();
  #isAsking = false;
  #isAway = false;
  #asksAgainAt = Number.NEGATIVE_INFINITY;
  #forgetsAt: number;

  constructor(deps: PgPaceDeps) {
    this.#deps = deps;
    this.#forgetsAt = deps.clock.elapsedMs();
  }

  ask(rates: readonly Rate[], urgency: Urgency): Promise<Place | NoPlace> {
    return new Promise((answer) => {
      this.#questions.push({ id: randomUUID(), rates, urgency, answer });
      void this.#askAll();
    });
  }

  rest({ name }: Rate, ms: number): void {
    this.#rests.set(name, Math.max(this.#rests.get(name) ?? 0, this.#now + ms));
    this.#untoldRests.add(name);
    void this.#askAll();
  }

  get #now(): number {
    return this.#deps.clock.elapsedMs();
  }

  async #askAll(): Promise<void> {
    if (this.#isAsking) return;
    this.#isAsking = true;
    try {
      while (this.#hasMore()) await this.#askOnce();
    } finally {
      this.#isAsking = false;
    }
  }

  // What isn't a question is told with the next one, once the database has failed.
  #hasMore(): boolean {
    if (this.#questions.length > 0) return true;
    return !this.#isAway && this.#ended.size + this.#givenBack.size + this.#untoldRests.size > 0;
  }

  async #askOnce(): Promise<void> {
    const questions = this.#questions;
    this.#questions = [];
    const said = this.#now >= this.#asksAgainAt ? await this.#call(questions) : undefined;
    for (const [index, question] of questions.entries()) question.answer(this.#answer(question, said?.[index]));
  }

  #answer({ id, rates, urgency }: Question, said: Said | undefined): Place | NoPlace {
    if (said?.rate) return { waitMs: said.wait_ms, rate: said.rate };
    if (said) return this.#place(id, rates);
    const resting = rates.find(({ name }) => this.#restMs(name) > 0);
    if (resting) return { waitMs: this.#restMs(resting.name), rate: resting.name };
    const widest = rates.at(-1)?.name ?? '';
    const isFree = urgency === 'answer' || rates.every(({ windows }) => windows.length === 0);
    return isFree ? uncounted : { waitMs: Math.max(1, this.#asksAgainAt - this.#now), rate: widest };
  }

  #restMs(rate: string): number {
    return (this.#rests.get(rate) ?? 0) - this.#now;
  }

  #place(id: string, rates: readonly Rate[]): Place {
    if (rates.every(({ windows }) => windows.length === 0)) return uncounted;
    const tell = (over: () => void) => {
      over();
      void this.#askAll();
    };
    return {
      end: (agoMs) => tell(() => this.#ended.set(id, this.#now - agoMs)),
      giveBack: () => tell(() => this.#givenBack.set(id, this.#now)),
    };
  }

  /** What the database says to each question; `undefined`: it doesn't answer. */
  async #call(questions: readonly Question[]): Promise<readonly Said[] | undefined> {
    const { database, clock, log } = this.#deps;
    const now = this.#now;
    for (const [name, until] of this.#rests) if (until <= now) this.#rests.delete(name);
    const [ended, givenBack] = [[...this.#ended], [...this.#givenBack]];
    const untold = [...this.#untoldRests].filter((name) => this.#rests.has(name));
    for (const told of [this.#ended, this.#givenBack, this.#untoldRests]) told.clear();
    const forgets = now >= this.#forgetsAt;
    const trip = {
      asker: this.#asker,
      asks: questions.map(({ id, rates, urgency }) => ({ id, rates, urgency: urgencies.indexOf(urgency) })),
      ended: ended.map(([id, countedAt]) => ({ id, ago: now - countedAt })),
      givenBack: givenBack.map(([id]) => id),
      rests: untold.map((rate) => ({ rate, ms: this.#restMs(rate) })),
      ...(forgets && { forgetMs }),
    };
    try {
      const asked = database.query<Said>({ ...statement, values: [JSON.stringify(trip)] });
      const said = await withTimeoutOr(clock, answerMs, asked, async () => {
        throw new DatabaseAway('the pace isn’t answered in time', true);
      });
      this.#isAway = false;
      if (forgets) this.#forgetsAt = now + forgetEveryMs;
      return said;
    } catch (error) {
      if (!this.#isAway) log.warn('paceNotAsked', { error });
      this.#isAway = true;
      this.#asksAgainAt = this.#now + againMs;
      for (const name of untold) this.#untoldRests.add(name);
      for (const [id, countedAt] of ended) if (countedAt > now - placeMs) this.#ended.set(id, countedAt);
      for (const [id, at] of givenBack) if (at > now - placeMs) this.#givenBack.set(id, at);
      // Only the answer may be lost.
      for (const { id } of questions) this.#givenBack.set(id, now);
      return undefined;
    }
  }
}

const statement = { name: 'pace', text: 'select wait_ms, rate from gatehouse.pace($1)' };

/** A place that nothing has to be told of. */
const uncounted: Place = { end: () => undefined, giveBack: () => undefined };
