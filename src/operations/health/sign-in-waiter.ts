// Notices within seconds that a bot whose sign-in is lost can sign in again.
import type { BackgroundWorker, BackgroundWorkers } from '../../runtime/background-worker.js';

/** What waiting for a new sign-in takes. */
export interface SignInWaiterPorts {
  readonly workers: BackgroundWorkers;
  /** Whether there is anything to wait for. */
  readonly isLost: () => boolean;
  /** Takes up a new sign-in, where there is one, and tries whether the one before works again. */
  readonly trySignIn: () => Promise<void>;
}

// The person who puts it right waits to see it work. A look is a glance at two files, and one call at most.
const lookEveryMs = 10_000;
const key = 'sign-in';

/** Looks every few seconds while the sign-in is lost, and rests otherwise. */
export class SignInWaiter {
  readonly #ports: SignInWaiterPorts;
  readonly #worker: BackgroundWorker;

  constructor(ports: SignInWaiterPorts) {
    this.#ports = ports;
    this.#worker = ports.workers.open({ failed: 'signInNotRetried' });
  }

  /** Waits from now on, if there is anything to wait for. Called again it changes nothing. */
  wait(): void {
    if (!this.#worker.isRunning(key)) this.#plan();
  }

  #plan(): void {
    const { isLost, trySignIn } = this.#ports;
    if (isLost()) this.#worker.schedule(key, lookEveryMs, () => trySignIn().finally(() => this.#plan()));
  }
}
