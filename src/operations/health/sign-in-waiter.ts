// When does a running bot notice that it can sign in again? Within seconds, while it has been waiting for that.
import type { Clock } from '../ports/ports.js';

/** What waiting for a new sign-in takes. */
export interface SignInWaiterPorts {
  readonly clock: Clock;
  /** Whether there is anything to wait for. */
  readonly isLost: () => boolean;
  /** Takes up a new sign-in, where there is one, and tries whether the one before works again. Never fails. */
  readonly look: () => Promise<void>;
}

// Whoever puts it right stands there and waits to see it work. A look is a glance at two files, and one call at most.
const lookEverySeconds = 10;

/** Looks every few seconds while the sign-in is lost, and rests otherwise. */
export class SignInWaiter {
  readonly #ports: SignInWaiterPorts;
  #planned: (() => void) | undefined;
  #looking: Promise<void> = Promise.resolve();
  #isRunning = true;

  constructor(ports: SignInWaiterPorts) {
    this.#ports = ports;
  }

  /** Waits from now on, if there is anything to wait for. Called again it changes nothing. */
  wait(): void {
    const { clock, isLost, look } = this.#ports;
    if (!this.#isRunning || this.#planned || !isLost()) return;
    this.#planned = clock.after(lookEverySeconds * 1000, () => {
      this.#looking = look().then(() => {
        this.#planned = undefined;
        this.wait();
      });
    });
  }

  /** Resolves when nobody is looking. */
  idle(): Promise<void> {
    return this.#looking;
  }

  /** Waits no more. */
  async stop(): Promise<void> {
    this.#isRunning = false;
    this.#planned?.();
    await this.#looking;
  }
}
