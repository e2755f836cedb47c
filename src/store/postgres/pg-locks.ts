// Locks that all replicas on a database share: advisory locks of the session, with which they end.
import { LRUCache } from 'lru-cache';
import pLimit from 'p-limit';
import type { Clock } from '../../runtime/clock.js';
import { Emitter } from '../../runtime/emitter.js';
import { busy, type HeldLock, type KeyedLock, keyedLock } from '../../runtime/keyed-lock.js';
import type { Log } from '../../runtime/log.js';
import { type ChangeRow, mostRows } from './changes.js';
import { DatabaseAway } from './failures.js';
import type { DatabaseSession } from './session.js';

/** What takes in, before work begins, what was committed before its lock was had. */
export interface KeptCurrent {
  /** The number of the last commit that can be read. */
  readonly sequence: number;
  /** Takes in an answer that was asked for with `sequence`. @throws DatabaseAway */
  takeIn(answer: readonly ChangeRow[]): Promise<void>;
}

/** What locks need. */
export interface LockDeps {
  readonly session: DatabaseSession;
  readonly store: KeptCurrent;
  readonly clock: Clock;
  readonly log: Log;
}

// The database keeps a table of locks for all sessions together, with thousands of places.
const mostHeld = 64;
// How long the next try waits: a share of the time waited so far, so that a short wait is told of soon, and a long one costs little.
const waits = { share: 0.1, leastMs: 5, mostMs: 500 };
// A short cut of the session isn't told of; a longer one is a failure, as it is for a commit.
const awayMs = 5000;
// After so many in a row by this replica others that wait get the time to find a lock free.
const mostInARow = 8;
const courtesyMs = 60;

/** A lock that this replica has just let go of. */
interface Freed {
  readonly inARow: number;
  readonly atMs: number;
}

/**
 * Keeps the contract of `KeyedLock` among all replicas. Who wants the same in this process queues here, and the first of them
 * asks the database. Two `PgLocks` never wait for each other, so work under a lock of one may take a lock of another.
 */
export class PgLocks implements KeyedLock {
  /** A lock was had, after so long. */
  readonly had = new Emitter<[waitedMs: number]>();
  readonly #name: string;
  readonly #deps: LockDeps;
  readonly #local = keyedLock();
  readonly #room = pLimit(mostHeld);
  readonly #freed = new LRUCache<string, Freed>({ max: 1000 });
  /** Ends the pause of each that waits for its next try. */
  readonly #pauses = new Set<() => void>();
  /** Grows whenever the session is lost: what was locked before isn't any more. */
  #era = 0;
  #held = 0;

  /** `name` tells the keys of these locks from those of others. */
  constructor(name: string, deps: LockDeps) {
    this.#name = name;
    this.#deps = deps;
    deps.session.lost.on(() => {
      this.#era += 1;
    });
  }

  /** How many are held now. */
  get held(): number {
    return this.#held;
  }

  /** Has each that waits try again now: a replica has come or gone, and with it what it held. */
  tryAgain(): void {
    for (const end of this.#pauses) end();
  }

  /** @throws DatabaseAway before the work has begun. */
  run<T>(key: string, work: (lock: HeldLock) => Promise<T>): Promise<T> {
    return this.#local.run(key, () =>
      this.#room(async () => {
        const done = await this.#within(key, work, Number.POSITIVE_INFINITY);
        if (done === busy) throw new Error('a lock was given up that has no deadline');
        return done;
      }),
    );
  }

  /** What a person waits for needs no room among the rest. @throws DatabaseAway before the work has begun. */
  tryRun<T>(key: string, work: (lock: HeldLock) => Promise<T>, withinMs: number): Promise<T | typeof busy> {
    const untilMs = this.#deps.clock.elapsedMs() + withinMs;
    return this.#local.tryRun(key, () => this.#within(key, work, untilMs), withinMs);
  }

  async #within<T>(key: string, work: (lock: HeldLock) => Promise<T>, untilMs: number): Promise<T | typeof busy> {
    const era = await this.#take(key, untilMs);
    if (era === undefined) return busy;
    this.#held += 1;
    try {
      return await work(this.#since(era));
    } finally {
      this.#held -= 1;
      this.#release(key, era);
    }
  }

  #since(era: number): HeldLock {
    const isHeld = () => era === this.#era && this.#deps.session.isAlive;
    return {
      get isHeld() {
        return isHeld();
      },
    };
  }

  /** Takes the lock, and resolves to the era in which it's held; `undefined`: it wasn't free by then. */
  async #take(key: string, untilMs: number): Promise<number | undefined> {
    const { clock } = this.#deps;
    const sinceMs = clock.elapsedMs();
    let away: { readonly sinceMs: number; readonly error: DatabaseAway } | undefined;
    await this.#letOthersGo(key);
    for (;;) {
      try {
        const era = await this.#tryOnce(key);
        if (era !== undefined) {
          this.had.emit(clock.elapsedMs() - sinceMs);
          return era;
        }
        away = undefined;
      } catch (error) {
        if (!(error instanceof DatabaseAway)) throw error;
        away = { sinceMs: away?.sinceMs ?? clock.elapsedMs(), error };
        if (clock.elapsedMs() - away.sinceMs >= awayMs) throw error;
      }
      const share = (clock.elapsedMs() - sinceMs) * waits.share;
      const waitMs = Math.min(waits.mostMs, Math.max(waits.leastMs, share)) * (0.5 + Math.random());
      if (clock.elapsedMs() + waitMs > untilMs) {
        if (away) throw away.error;
        return undefined;
      }
      await this.#pause(waitMs);
    }
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        cancel();
        this.#pauses.delete(end);
        resolve();
      };
      const cancel = this.#deps.clock.after(ms, end);
      this.#pauses.add(end);
    });
  }

  async #tryOnce(key: string): Promise<number | undefined> {
    const { session, store } = this.#deps;
    const era = this.#era;
    const answer = await session.query<ChangeRow>({
      name: 'lock',
      text: 'select * from gatehouse.try_lock($1, $2, $3)',
      values: [this.#keyOf(key), store.sequence, mostRows],
    });
    if (answer.length === 0) return undefined;
    try {
      // Of a session that was lost meanwhile it isn't known which one was asked.
      if (era !== this.#era) throw new DatabaseAway('the session was lost meanwhile', false);
      await store.takeIn(answer);
      return era;
    } catch (error) {
      this.#release(key, this.#era);
      throw error;
    }
  }

  // In the order of the session's statements it's free before it can be asked for again. With the session it has ended anyway.
  #release(key: string, era: number): void {
    const { session, clock, log } = this.#deps;
    const inARow = this.#freed.get(key)?.inARow ?? 0;
    this.#freed.set(key, { inARow: inARow + 1, atMs: clock.elapsedMs() });
    if (era !== this.#era) return;
    session
      .query({
        name: 'unlock',
        text: 'select pg_advisory_unlock(hashtextextended($1, 4711))',
        values: [this.#keyOf(key)],
      })
      .catch((error: unknown) => {
        if (!(error instanceof DatabaseAway)) log.error('lockNotReleased', { error });
      });
  }

  // The server keeps no queue for those who only try, and who asks from here next would always find it free first.
  async #letOthersGo(key: string): Promise<void> {
    const { clock } = this.#deps;
    const freed = this.#freed.get(key);
    if (!freed) return;
    const isInARow = clock.elapsedMs() - freed.atMs < courtesyMs;
    if (isInARow && freed.inARow < mostInARow) return;
    this.#freed.delete(key);
    if (isInARow) await clock.pause(courtesyMs);
  }

  #keyOf(key: string): string {
    return `${this.#name} ${key}`;
  }
}
