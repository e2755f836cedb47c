// How long a card that a person has clicked on is left alone.

import { type Instant, secondsBetween } from '../../domain/time.js';
import type { MessageId } from '../../operations/ports/cards.js';
import type { BackgroundWorker, BackgroundWorkers } from '../../runtime/background-worker.js';
import type { Clock } from '../../runtime/clock.js';
import type { TeamsCard } from './posted-cards.js';

// A client may paint the answer to a click after an update that was sent later, and keep showing the older of the two.
const paintingMs = 1500;
// What a person has just opened on a card, such as a question, is theirs for so long after a change that the others haven't seen.
const readingMs = 60_000;
// Others of a busy conversation see it after that, whatever is clicked there.
const mostReadingMs = 300_000;
// Of a person's own chat only their other devices are behind.
const aloneMs = 600_000;

/** What leaving cards alone takes. */
export interface ClickedCardsDeps {
  readonly workers: BackgroundWorkers;
  readonly clock: Pick<Clock, 'now'>;
}

/** The cards that people have just clicked on, here or elsewhere. `over`: is called whenever one needn't be left alone any more. */
export class ClickedCards {
  readonly #painting: BackgroundWorker;
  readonly #reading: BackgroundWorker;
  readonly #clock: Pick<Clock, 'now'>;
  readonly #over: () => Promise<void>;

  constructor({ workers, clock }: ClickedCardsDeps, over: () => void) {
    this.#clock = clock;
    const options = { failed: 'cardsNotDrawn', level: 'error' } as const;
    this.#painting = workers.open(options);
    this.#reading = workers.open(options);
    this.#over = async () => over();
  }

  /**
   * A click on a message has just been answered. `card`: what is kept of it since; `undefined`: nothing. `isShared`: several
   * people see it.
   */
  clicked(message: MessageId, card: TeamsCard | undefined, isShared: boolean): void {
    const key = keyOf(message);
    this.#painting.reschedule(key, paintingMs, this.#over);
    this.#reading.reschedule(key, this.#readingMs(card?.owedSince, isShared), this.#over);
  }

  #readingMs(owedSince: Instant | undefined, isShared: boolean): number | undefined {
    if (owedSince === undefined) return undefined;
    if (!isShared) return aloneMs;
    const owedMs = secondsBetween(owedSince, this.#clock.now()) * 1000;
    return Math.max(0, Math.min(readingMs, mostReadingMs - owedMs));
  }

  /** Whether a client may still be painting the answer to a click, and nothing is drawn over it. */
  isPainting(message: MessageId): boolean {
    return this.#painting.isPlanned(keyOf(message));
  }

  /** Whether a person reads what they have opened, and what is owed only to the others isn't drawn over it. */
  isReading(message: MessageId): boolean {
    return this.#reading.isPlanned(keyOf(message));
  }
}

function keyOf({ conversationId, activityId }: MessageId): string {
  return `${conversationId} ${activityId}`;
}
