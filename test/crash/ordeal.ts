// Kills the bot over and over, while tenants are onboarded and offboarded, and checks everything each time.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BotProcess } from './bot-process.js';
import { DataFolder } from './data-folder.js';
import { type Cause, Kill } from './kill.js';
import { Bell, type Moment, nextMoment } from './moments.js';
import { Play } from './play.js';
import { Seeded } from './seeded.js';
import { Signal } from './signal.js';

// Loading takes one core for longer than a run lasts.
const loadedAhead = 2;

/** The bot that is killed. */
export class Ordeal {
  readonly play: Play;
  readonly folder: DataFolder;
  /** How often each cause was the one that killed. */
  readonly killedAt = new Map<Cause, number>();
  readonly #bell: Bell;
  readonly #home: string;
  readonly #settings: Readonly<Record<string, string>>;
  readonly #seeded: Seeded;
  /** All that have been started, the present one last. */
  readonly #bots: BotProcess[] = [];
  readonly #loaded: BotProcess[] = [];
  #made = 0;
  #up = new Signal();

  private constructor(
    home: string,
    play: Play,
    { seed, bell, settings }: { seed: number; bell: Bell; settings: Readonly<Record<string, string>> },
  ) {
    this.#home = home;
    this.play = play;
    this.#seeded = new Seeded(seed);
    this.#bell = bell;
    this.folder = new DataFolder(join(home, 'data'));
    this.#settings = { ...settings, DATA_DIR: this.folder.path, OFFBOARD_GRACE_MINUTES: '0' };
  }

  /** Sets the scene. `kills` says how many tenants will be needed at most. */
  static async start(seed: number, kills: number): Promise<Ordeal> {
    const home = await mkdtemp(join(tmpdir(), 'gatehouse-crash-'));
    const play = await Play.prepare(home, kills);
    const bell = new Bell();
    return new Ordeal(home, play, { seed, bell, settings: await play.microsoft.tap({ bell }) });
  }

  /** Kills the bot so many times, then lets what is under way come to its end. */
  async goThrough(kills: number, onKill: (killed: number) => void): Promise<void> {
    const { play } = this;
    const bot = this.#startBot();
    const url = await this.#ready(bot);
    play.teams.connect(url);
    const met = await play.meet();
    play.news.listen((name) => {
      const bot = this.#bots.find((each) => each.name === name);
      return bot && { name, hits: bot.hits, bell: this.#bell };
    });
    await bot.stops();

    const stage = { saved: this.folder, seeded: this.#seeded, bell: this.#bell, up: () => this.#up.promise };
    const failure = new Signal<never>();
    const playing = play.goOn(met, stage);
    playing.catch((error) => failure.reject(error));
    failure.promise.catch(() => undefined);
    for (let killed = 1; killed <= kills; killed += 1) {
      await Promise.race([this.#killOnce(nextMoment(this.#seeded)), failure.promise]);
      await this.checkSaved();
      onKill(killed);
    }
    play.finish();
    const last = this.#startBot();
    this.#isUp(await this.#ready(last));
    await playing;
    await last.stops();
  }

  /** What is on disk is whole, and has everything that the bot has said. */
  checkSaved(): Promise<void> {
    return this.play.checkSaved(this.folder);
  }

  /** What the bot said last. */
  get story(): string {
    return this.#bots.at(-1)?.story ?? '';
  }

  async end(): Promise<void> {
    await this.#bots.at(-1)?.discard();
    await Promise.all(this.#loaded.map((bot) => bot.discard()));
    await this.play.end();
    await rm(this.#home, { recursive: true, force: true });
  }

  #startBot(): BotProcess {
    const load = () =>
      // Every other run, one that the run before left as a zombie.
      new BotProcess(this.#home, this.#settings, (this.#made++ & 1) === 1);
    const bot = this.#loaded.shift() ?? load();
    while (this.#loaded.length < loadedAhead) this.#loaded.push(load());
    this.#bots.push(bot);
    bot.go();
    return bot;
  }

  async #ready(bot: BotProcess): Promise<string> {
    const url = await bot.ready;
    assert.ok(url !== undefined, `the bot did not start:\n${bot.story}`);
    return url;
  }

  #isUp(url: string): void {
    this.play.teams.connect(url);
    this.#up.resolve();
  }

  async #killOnce(moment: Moment): Promise<void> {
    const bot = this.#startBot();
    const end = new Kill(moment, () => {
      bot.kill();
      // Whoever waits for a bot already goes on waiting for the next one.
      if (this.#up.isSettled) this.#up = new Signal();
    });
    this.#bell.listener = (event) => {
      const isLost = end.hear(event) && this.#seeded.next() < 0.3;
      if (isLost && event === 'writeArrived') this.play.microsoft.losesNext = true;
      if (isLost && event === 'newsArrived') this.play.teams.failures.push({ status: 502 });
    };
    this.#bell.ring('started');
    void bot.ready.then((url) => {
      if (end.done.isSettled) return;
      if (url === undefined) return end.hearGone();
      this.#isUp(url);
      end.hearReady();
      this.#bell.ring('ready');
    });
    const cause = await end.done.promise;
    this.#bell.listener = undefined;
    await bot.killed();
    this.killedAt.set(cause, (this.killedAt.get(cause) ?? 0) + 1);
  }
}
