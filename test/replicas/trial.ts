// Three replicas, of which something befalls one, two or their database again and again, while tenants are onboarded and
// offboarded by clicks that come to any of them.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { type Cause, Kill } from '../crash/kill.js';
import { Bell, type Moment, nextMoment } from '../crash/moments.js';
import type { Play } from '../crash/play.js';
import { Seeded } from '../crash/seeded.js';
import { Signal } from '../crash/signal.js';
import { type Fault, Faults } from './faults.js';
import { checkKeptCards } from './kept-cards.js';
import type { Replica } from './replica.js';
import type { Replicas } from './replicas.js';
import { ReplicasBench } from './replicas-bench.js';

const longestOutageMs = 1500;
const longestDrawMs = 15_000;

/** All of it: Microsoft, Teams, the replicas and their database. */
export class Trial {
  readonly play: Play;
  readonly replicas: Replicas;
  /** How often each fault, and how often each cause was what it waited for. */
  readonly counts = new Map<Fault | Cause, number>();
  readonly #bench: ReplicasBench;
  readonly #seeded: Seeded;
  readonly #faults: Faults;
  #down: readonly Replica[] = [];

  private constructor(bench: ReplicasBench, seed: number) {
    this.#bench = bench;
    this.play = bench.play;
    this.replicas = bench.replicas;
    this.#seeded = new Seeded(seed);
    this.#faults = new Faults(this.#seeded);
  }

  /** Sets the scene. `times` says how many tenants will be needed at most. */
  static async start(seed: number, times: number): Promise<Trial> {
    return new Trial(await ReplicasBench.start({ times, settings: { RECONCILE_SECONDS: '10' } }), seed);
  }

  /** Has so many things befall them, then lets what is under way come to its end. */
  async goThrough(times: number, onFault: (count: number, fault: Fault) => void): Promise<void> {
    const { play, replicas } = this;
    const met = await play.meet();
    play.news.listen((name) => replicas.senderOf(name));
    const up = () => replicas.robin.has(1);
    const failure = new Signal<never>();
    failure.promise.catch(() => undefined);
    for (const replica of replicas.all) replica.onGone = failure.reject;
    const playing = play.goOn(met, { saved: replicas.saved, seeded: this.#seeded, bell: new Bell(), up });
    playing.catch((error) => failure.reject(error));
    for (let count = 1; count <= times; count += 1) {
      const fault = this.#faults.next();
      await Promise.race([this.#befall(fault, nextMoment(this.#seeded)), failure.promise]);
      await play.checkSaved(replicas.saved);
      onFault(count, fault);
    }
    await this.#startDown();
    play.finish();
    await playing;
  }

  /** Every card that is kept up to date shows what is saved, in a moment; gives how many there are. */
  async checkCards(): Promise<number> {
    const { replicas, play } = this;
    const deadline = performance.now() + longestDrawMs;
    for (;;) {
      const { count, wrong } = await checkKeptCards({
        database: replicas.database,
        saved: replicas.saved,
        teams: play.teams,
        news: play.news,
      });
      if (wrong.length === 0) return count;
      assert.ok(performance.now() < deadline, wrong.join('\n'));
      await pause(200);
    }
  }

  /** Stops all of them as an operator does. */
  async stop(): Promise<void> {
    await Promise.all(this.replicas.all.map((replica) => replica.stop()));
  }

  end(): Promise<void> {
    return this.#bench.end();
  }

  async #befall(fault: Fault, moment: Moment): Promise<void> {
    const { all, robin } = this.replicas;
    const { microsoft, teams } = this.play;
    // A start may be cut short by a kill; whatever else befalls one befalls one that is there.
    if (fault !== 'killOne') await this.#startDown();
    let striking: Promise<void> = Promise.resolve();
    const end = new Kill<Replica>(moment, (whose) => {
      striking = this.#strike(fault, whose ?? this.#seeded.oneOf(all));
    });
    for (const replica of all)
      replica.bell.listener = (event) => {
        const isLost = end.hear(event, replica) && this.#seeded.next() < 0.3;
        if (isLost && event === 'writeArrived') microsoft.losesNext = true;
        if (isLost && event === 'newsArrived') teams.failures.push({ status: 502 });
      };
    const starting = this.#startDown();
    starting.then(
      () => end.hearReady(),
      () => end.hearGone(),
    );
    const cause = await end.done.promise;
    for (const replica of all) replica.bell.listener = undefined;
    await Promise.all([striking, starting]);
    await robin.has(1);
    for (const what of [fault, cause]) this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
  }

  async #strike(fault: Fault, whose: Replica): Promise<void> {
    const { all, database } = this.replicas;
    const others = all.filter((replica) => replica !== whose);
    switch (fault) {
      case 'killOne':
        return this.#kill([whose]);
      case 'killTwo':
        return this.#kill([whose, ...others.slice(this.#seeded.next() < 0.5 ? 1 : 0).slice(0, 1)]);
      case 'cutSession':
        await database.hasSession(whose.name);
        return whose.losesSession(() => database.cut(whose.name, this.#seeded.next() < 0.7 ? 'session' : 'all'));
      case 'crashDatabase': {
        await Promise.all(all.map(({ name }) => database.hasSession(name)));
        let crashing: Promise<void> | undefined;
        const crash = () => {
          crashing ??= database.crash();
          return crashing;
        };
        await Promise.all(all.map((replica) => replica.losesSession(crash)));
        await pause(this.#seeded.next() * longestOutageMs);
        return database.startAgain();
      }
      case 'replaceOne':
        return whose.replace();
    }
  }

  async #kill(victims: readonly Replica[]): Promise<void> {
    this.#down = victims;
    await Promise.all(victims.map((replica) => replica.kill()));
  }

  async #startDown(): Promise<void> {
    const down = this.#down;
    this.#down = [];
    await Promise.all(down.map((replica) => replica.start()));
  }
}
