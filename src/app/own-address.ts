// Where our own server is reached: from the settings, and from where it listens once it does.
import type { Config } from '../config/config.js';
import { eventsPath } from '../http/events-route.js';
import { addressOf } from '../runtime/loopback.js';

/** The addresses of the bot's server. */
export class OwnAddress {
  readonly #config: Config;
  #listening: string | undefined;

  constructor(config: Config) {
    this.#config = config;
  }

  /** The server listens there, whatever port the settings gave. */
  listens(url: string): void {
    this.#listening = url;
  }

  /** Whether a setting names it. */
  get isSet(): boolean {
    return this.#config.publicUrl !== undefined;
  }

  /** Where people reach it, without a slash at the end. `undefined`: people elsewhere can't open what this machine calls itself. */
  get baseUrl(): string | undefined {
    const { publicUrl, bot } = this.#config;
    return publicUrl ?? (bot ? undefined : this.#listening);
  }

  /** Where Partner Center sends its events; `undefined`: the settings don't say where the internet reaches us. A sandbox is on this machine. */
  get eventsUrl(): string | undefined {
    const { publicUrl, isSandbox, host, port } = this.#config;
    const base = publicUrl ?? (isSandbox ? (this.#listening ?? addressOf(host, port)) : undefined);
    return base && base + eventsPath;
  }
}
