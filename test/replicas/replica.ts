// One of several replicas: the place of one, with what is its own through all of its processes.
import assert from 'node:assert/strict';
import { BotProcess } from '../crash/bot-process.js';
import type { Call } from '../crash/microsoft-process.js';
import type { Bell } from '../crash/moments.js';
import { isActionClick } from '../crash/tenant-story.js';
import type { Target } from './round-robin.js';

const mostTries = 5;

/** What a replica takes. */
export interface ReplicaOptions {
  /** Its login at the database, too. */
  readonly name: string;
  /** Its working folder. */
  readonly folder: string;
  readonly settings: Readonly<Record<string, string>>;
}

/** A replica. */
export class Replica implements Target {
  readonly name: string;
  /** Hears of what befalls it. */
  readonly bell: Bell;
  /** Each process of it, its last lines and its errors. */
  readonly processes: BotProcess[] = [];
  url: string | undefined;
  /** Hears that it has ended by itself. */
  onGone: ((error: Error) => void) | undefined;
  /** Hears what it asks Microsoft, before Microsoft does. */
  onCall: ((call: Call) => void) | undefined;
  /** Keeps back what Microsoft answers it until what this gives has resolved. */
  holds: ((call: Call) => Promise<unknown> | undefined) | undefined;
  readonly #options: ReplicaOptions;
  // The next one is loaded while this one runs: most of a start is loading.
  #loaded: BotProcess | undefined;

  constructor(bell: Bell, options: ReplicaOptions) {
    this.bell = bell;
    this.name = options.name;
    this.#options = options;
  }

  /** Starts it. */
  async start(): Promise<void> {
    const bot = this.#next();
    this.bell.ring('started');
    await this.#isUp(bot);
  }

  /** Ends it this instant, and resolves once it is gone. */
  async kill(): Promise<void> {
    const bot = this.processes.at(-1);
    this.url = undefined;
    bot?.kill();
    await bot?.killed();
  }

  /** Does something that costs it its session at the database, and waits until it has noticed. */
  async losesSession(strike: () => Promise<void>): Promise<void> {
    await this.processes.at(-1)?.losesSession(strike);
  }

  /** Starts a newer one, and then asks the older one to stop, as an update does. */
  async replace(): Promise<void> {
    const older = this.processes.at(-1);
    await this.#isUp(this.#next());
    await older?.stops();
  }

  /** Asks it to stop. */
  async stop(): Promise<void> {
    this.url = undefined;
    await this.processes.at(-1)?.stops();
  }

  async end(): Promise<void> {
    this.url = undefined;
    await this.processes.at(-1)?.discard();
    await this.#loaded?.discard();
  }

  onRequest(body: string): () => void {
    if (!isActionClick(body)) return () => undefined;
    this.bell.ring('clicked');
    return () => this.bell.ring('answered');
  }

  /** The present process's last lines. */
  get story(): string {
    return `${this.name}:\n${this.processes.at(-1)?.story}`;
  }

  #next(): BotProcess {
    const { folder, settings } = this.#options;
    const bot = this.#loaded ?? new BotProcess(folder, settings, false);
    this.#loaded = new BotProcess(folder, settings, false);
    this.processes.push(bot);
    void bot.ended.then(() => {
      if (!bot.isKilled && !bot.isStopping && bot.hasBeenReady)
        this.onGone?.(new Error(`${this.name} ended by itself:\n${bot.story}`));
    });
    bot.go();
    return bot;
  }

  async #isUp(bot: BotProcess, triesLeft = mostTries): Promise<void> {
    const url = await bot.ready;
    // It may have been killed before.
    if (bot !== this.processes.at(-1) || bot.isKilled) return;
    // What starts it starts it again where the database was too slow to let it in.
    if (url === undefined && bot.story.includes('the database doesn’t answer') && triesLeft > 0)
      return this.#isUp(this.#next(), triesLeft - 1);
    assert.ok(url !== undefined, `${this.name} did not start:\n${bot.story}`);
    this.url = url;
    this.bell.ring('ready');
  }
}
