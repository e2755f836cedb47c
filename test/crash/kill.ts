// Ends one run of a bot at an exact moment.
import type { Event, Moment } from './moments.js';
import { Signal } from './signal.js';

/** What ended a run. */
export type Cause = Event | 'nothing happened';

const longestStartMs = 60_000;
// Counted from when the bot is ready: whoever waits for an event that has not come by then takes one of any other kind, then
// the very next one, as on a busy machine few come; and when nothing comes at all, kills in the middle of nothing.
const patienceMs = 600;
const longestChoiceMs = 2000;
const longestRunMs = 5000;

/** The end of one run. `Whose`: where there are several bots, which of them an event is of. */
export class Kill<Whose = void> {
  /** Resolves when the run is over. */
  readonly done = new Signal<Cause>();
  readonly #moment: Moment;
  readonly #kill: (whose: Whose | undefined) => void;
  // Whatever was to end this run must not come upon the next one.
  readonly #timers: NodeJS.Timeout[] = [];
  #count = 0;
  #spared = 0;
  #waitsFor: 'its event' | 'any event' | 'the next event' | 'its delay' = 'its event';

  constructor(moment: Moment, kill: (whose: Whose | undefined) => void) {
    this.#moment = moment;
    this.#kill = kill;
    this.#after(longestStartMs, () => this.#end('nothing happened'));
  }

  /** Hears of an event; whether it is the one that kills. */
  hear(event: Event, whose: Whose): boolean {
    if (this.done.isSettled || this.#waitsFor === 'its delay') return false;
    if (!this.#isIts(event)) return false;
    this.#waitsFor = 'its delay';
    const { delayMs } = this.#moment;
    // At once: whoever waits for an answer still waits.
    if (delayMs === 0) this.#end(event, whose);
    else this.#after(delayMs, () => this.#end(event, whose));
    return true;
  }

  /** Hears that the bot takes clicks. */
  hearReady(): void {
    this.#after(patienceMs, () => {
      if (this.#waitsFor === 'its event') this.#waitsFor = 'any event';
    });
    this.#after(longestChoiceMs, () => {
      if (this.#waitsFor === 'any event') this.#waitsFor = 'the next event';
    });
    this.#after(longestRunMs, () => this.#end('nothing happened'));
  }

  /** Hears that the bot has ended by itself. */
  hearGone(): void {
    this.#timers.forEach(clearTimeout);
    this.done.resolve('nothing happened');
  }

  #isIts(event: Event): boolean {
    // A run without a token needs one first: killed there one after the other, they would get nowhere.
    if (this.#waitsFor === 'the next event') return event !== 'tokenRedeemed';
    if (this.#waitsFor === 'any event') return event !== 'tokenRedeemed' && this.#spared++ >= this.#moment.spares;
    return event === this.#moment.event && this.#count++ === this.#moment.after;
  }

  #after(ms: number, callback: () => void): void {
    if (!this.done.isSettled) this.#timers.push(setTimeout(callback, ms));
  }

  #end(cause: Cause, whose?: Whose): void {
    this.#timers.forEach(clearTimeout);
    this.#kill(whose);
    this.done.resolve(cause);
  }
}
