// Notices within seconds that a bot whose sign-in is lost can sign in again.
import { lostSignIn } from '../../domain/health/alarm.js';
import type { SignIn } from '../../domain/health/sign-in.js';
import type { BackgroundWorker, BackgroundWorkers } from '../../runtime/background-worker.js';
import { Emitter } from '../../runtime/emitter.js';
import type { SignInRetry } from '../ports/sign-in.js';

/** What waiting for a new sign-in takes. */
export interface SignInWaiterDeps {
  readonly workers: BackgroundWorkers;
  /** The sign-in at the start. */
  readonly signIn: SignIn;
  readonly clients: SignInRetry;
}

// The person who fixes it waits to see it work. A check is a glance at two files, and one call at most.
const lookEveryMs = 10_000;
const key = 'sign-in';

/** Knows whether the sign-in is lost. While it is, checks every few seconds whether it works again. */
export class SignInWaiter {
  readonly #deps: SignInWaiterDeps;
  readonly #worker: BackgroundWorker;
  /** A sign-in that was lost works again. */
  readonly signInBack = new Emitter();
  #lost: SignIn['failing'];

  constructor(deps: SignInWaiterDeps) {
    this.#deps = deps;
    this.#worker = deps.workers.open({ failed: 'signInNotRetried' });
    this.#lost = lostSignIn(deps.signIn);
  }

  /** Why, and since when, the sign-in is lost: the same object as long as nothing changes. `undefined`: it isn't. */
  get lost(): SignIn['failing'] {
    return this.#lost;
  }

  /** Takes the present sign-in. */
  take(signIn: SignIn): void {
    const wasLost = this.#lost !== undefined;
    this.#lost = lostSignIn(signIn);
    if (this.#lost) this.start();
    else if (wasLost) this.signInBack.emit();
  }

  /** Waits from now on, if there is anything to wait for. Called again it changes nothing. */
  start(): void {
    if (!this.#worker.isRunning(key)) this.#plan();
  }

  #plan(): void {
    const { clients } = this.#deps;
    if (this.#lost) this.#worker.schedule(key, lookEveryMs, () => clients.trySignIn().finally(() => this.#plan()));
  }
}
