// How does the bot write to a conversation that has not just spoken to it?
import type { Card } from '../views/templates.js';

/**
 * Why a message did not arrive.
 * - `blocked`: Teams does not let the bot write there.
 * - `gone`: the conversation or the message is not there any more.
 * - `refused`: Teams does not take this message; sending it again is no use.
 * - `passing`: worth trying again.
 */
export type DeliveryFailure = 'blocked' | 'gone' | 'refused' | 'passing';

/** A message did not arrive. */
export class DeliveryError extends Error {
  readonly kind: DeliveryFailure;
  /** Not to be tried again before; 0 when nobody said. */
  readonly retryAfterMs: number;

  constructor(kind: DeliveryFailure, message: string, retryAfterMs = 0, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DeliveryError';
    this.kind = kind;
    this.retryAfterMs = retryAfterMs;
  }
}

/** Writes cards to conversations that the store knows. */
export interface Messenger {
  /**
   * Posts a card, with a line for the lock screen.
   * @returns the id of the message.
   * @throws DeliveryError
   */
  send(conversationId: string, card: Card, summary: string): Promise<string>;
  /**
   * Puts another card in place of a posted one.
   * @throws DeliveryError
   */
  update(conversationId: string, activityId: string, card: Card): Promise<void>;
}
