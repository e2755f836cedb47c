// Puts the sandbox's time forward step by step, at the pace of its clients.
import type { Cloud } from './cloud.js';
import type { After } from './events/courier.js';
import { secondsAfter } from './world/instants.js';
import { settle } from './world/settle.js';

const daySeconds = 24 * 60 * 60;
// After a step it waits until this long nothing has been asked, but not for a client that never stops asking.
const lookMs = 20;
const mostLooks = 100;
// Who follows may wait for something itself, such as a service that asked to be left alone.
const longestWorkMs = 5000;

/** Where time goes, and in what steps. */
export interface Destination {
  /** As an ISO instant. */
  readonly until: string;
  /** Default: a day. */
  readonly stepSeconds?: number | undefined;
}

/**
 * Lets time pass quickly. After each step, clients get the time to do what has become due, so that they live through every day
 * instead of finding themselves a year later.
 */
export class FastForward {
  readonly #cloud: Cloud;
  readonly #after: After;
  #cancel: () => void = () => {};
  #step = daySeconds;

  /** `after` waits for real, not by the time that it puts forward. */
  constructor(cloud: Cloud, after: After) {
    this.#cloud = cloud;
    this.#after = after;
  }

  /** Takes the first step now, and the others by itself, instead of any that were still to come. */
  goTo({ until, stepSeconds = daySeconds }: Destination): void {
    this.stop();
    this.#step = stepSeconds;
    this.#cloud.world.movesUntil = until;
    this.#takeStep();
  }

  /** Takes no further step. */
  stop(): void {
    this.#cancel();
    this.#cancel = () => {};
    this.#cloud.world.movesUntil = null;
  }

  #takeStep(): void {
    const { world } = this.#cloud;
    if (world.movesUntil === null) return;
    const next = secondsAfter(world.now(), this.#step);
    const isLast = next >= world.movesUntil;
    const to = isLast ? world.movesUntil : next;
    if (isLast) world.movesUntil = null;
    const followed = world.skip(Math.max(0, Date.parse(to) - Date.parse(world.now())));
    settle(world);
    if (isLast) return;
    if (followed) this.#waitFor(followed);
    else this.#look(0);
  }

  #waitFor(followed: Promise<void>): void {
    let isOver = false;
    const cancel = this.#after(longestWorkMs, () => goOn());
    const goOn = () => {
      if (isOver) return;
      isOver = true;
      cancel();
      this.#look(0);
    };
    this.#cancel = () => {
      isOver = true;
      cancel();
    };
    void followed.finally(goOn);
  }

  #look(looks: number): void {
    const { recorder } = this.#cloud;
    const seen = recorder.count;
    this.#cancel = this.#after(lookMs, () => {
      if (recorder.count === seen || looks >= mostLooks) this.#takeStep();
      else this.#look(looks + 1);
    });
  }
}
