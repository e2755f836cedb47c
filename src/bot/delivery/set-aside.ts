// Messages that Teams has refused, so that those after them do not wait for them.
import type { Clock } from '../../operations/ports/ports.js';

const setAsideMs = 60 * 60_000;

/** Deliveries that are left alone for an hour. In memory: a new start tries them at once. */
export class SetAside {
  readonly #clock: Pick<Clock, 'after'>;
  readonly #cancels = new Map<string, () => void>();

  constructor(clock: Pick<Clock, 'after'>) {
    this.#clock = clock;
  }

  has(deliveryId: string): boolean {
    return this.#cancels.has(deliveryId);
  }

  /** Leaves a delivery alone, and calls back when it may be tried again. */
  put(deliveryId: string, thenTry: () => void): void {
    const cancel = this.#clock.after(setAsideMs, () => {
      this.#cancels.delete(deliveryId);
      thenTry();
    });
    this.#cancels.set(deliveryId, cancel);
  }

  /** Calls back no more. */
  stop(): void {
    for (const cancel of this.#cancels.values()) cancel();
  }
}
