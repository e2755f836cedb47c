// A messenger for tests: records what's sent, and fails when the test says so.
import type { Asked, Attached, DeliveryError, DrawnMessage, Messenger } from '../../src/bot/delivery/messenger.js';
import type { Card } from '../../src/views/render/templates.js';
import type { ManualClock } from './manual-clock.js';

/** One card to send. */
export interface Attempt {
  readonly conversationId: string;
  /** The message to change; empty for a new one. */
  readonly activityId: string;
  readonly card: Card;
  readonly summary: string;
  /** Seconds since the messenger was made. */
  readonly at: number;
  readonly arrived: boolean;
}

/** Delivers everything, until the test says otherwise. */
export class FakeMessenger implements Messenger {
  readonly attempts: Attempt[] = [];
  /** Failures of the next attempts, one after the other. */
  readonly failures: DeliveryError[] = [];
  /** Runs while the next card is being sent. */
  meanwhile: (() => unknown) | undefined;
  readonly #clock: ManualClock;
  readonly #start: number;

  constructor(clock: ManualClock) {
    this.#clock = clock;
    this.#start = clock.milliseconds;
  }

  /** The cards that have arrived. */
  get arrived(): readonly Attempt[] {
    return this.attempts.filter(({ arrived }) => arrived);
  }

  async send(conversationId: string, draw: () => DrawnMessage | undefined): Promise<string> {
    const drawn = draw();
    return drawn ? this.#post(conversationId, drawn.card, drawn.summary) : '';
  }

  async #post(conversationId: string, card: Card, summary: string): Promise<string> {
    await this.#take(conversationId, '', card, summary);
    return `message-${this.attempts.length}`;
  }

  /** Attachments other than our cards. */
  readonly attached: { readonly conversationId: string; readonly attachment: Attached }[] = [];

  async attach(conversationId: string, attachment: Attached): Promise<void> {
    const failure = this.failures.shift();
    if (failure) throw failure;
    this.attached.push({ conversationId, attachment });
  }

  async answer({ conversationId }: Asked, card: Card, summary: string): Promise<string> {
    return this.#post(conversationId, card, summary);
  }

  async update(conversationId: string, activityId: string, draw: () => Card | undefined): Promise<void> {
    const card = draw();
    if (card) await this.#take(conversationId, activityId, card, '');
  }

  async #take(conversationId: string, activityId: string, card: Card, summary: string): Promise<void> {
    const { meanwhile } = this;
    this.meanwhile = undefined;
    await meanwhile?.();
    const failure = this.failures.shift();
    const at = (this.#clock.milliseconds - this.#start) / 1000;
    this.attempts.push({ conversationId, activityId, card, summary, at, arrived: failure === undefined });
    if (failure) throw failure;
  }
}
