// How does the bot write to a conversation that has not just spoken to it?
import { ExpectedError } from '../../domain/errors.js';
import type { Card } from '../../views/render/templates.js';

/**
 * Why a message did not arrive.
 * - `blocked`: Teams does not let the bot write there, and documents that as lasting.
 * - `gone`: Teams does not know the conversation; also seen to pass.
 * - `denied`: Teams does not let the bot write there, and does not say that it lasts.
 * - `messageGone`: the message to change is not there any more.
 * - `tooLarge`: Teams takes no message of this size.
 * - `refused`: Teams does not take this message; sending the same again is no use.
 * - `passing`: worth trying again.
 */
export type DeliveryFailure = 'blocked' | 'gone' | 'denied' | 'messageGone' | 'tooLarge' | 'refused' | 'passing';

/** A message did not arrive. */
export class DeliveryError extends ExpectedError {
  readonly code = 'delivery';
  readonly kind: DeliveryFailure;
  /** Not to be tried again before; 0 when nobody said. */
  readonly retryAfterMs: number;
  /** Whether Teams says that the request was not carried out and may be repeated at once. */
  readonly isRepeatable: boolean;

  constructor(
    kind: DeliveryFailure,
    message: string,
    options: ErrorOptions & { readonly retryAfterMs?: number; readonly isRepeatable?: boolean } = {},
  ) {
    super(message, 'Gatehouse tries again by itself where that is of use.', options);
    this.kind = kind;
    this.retryAfterMs = options.retryAfterMs ?? 0;
    this.isRepeatable = options.isRepeatable ?? false;
  }

  /** The same failure, not to be tried again for at least so many milliseconds. */
  notBefore(ms: number): DeliveryError {
    const { kind, message, isRepeatable, cause } = this;
    return new DeliveryError(kind, message, { cause, isRepeatable, retryAfterMs: Math.max(ms, this.retryAfterMs) });
  }
}

/** Whether Teams does not take this very message, however often it is sent. */
export function isHopeless(error: unknown): error is DeliveryError {
  return error instanceof DeliveryError && (error.kind === 'refused' || error.kind === 'tooLarge');
}

/** An attachment of a message, as Teams knows it by its content type. */
export interface Attached {
  readonly contentType: string;
  readonly name: string;
  readonly contentUrl?: string;
  readonly content: object;
}

/** Where an answer goes, as the activity that asked says. */
export interface Asked {
  /** Thread included. */
  readonly conversationId: string;
  /** How to write to the conversation. */
  readonly reference: unknown;
  /** The message that is answered. */
  readonly activityId: string | undefined;
}

/** Writes cards to conversations. */
export interface Messenger {
  /**
   * Posts a card that nobody has asked for, with a line for the lock screen, to a conversation that the store knows.
   * @returns the id of the message; empty when Teams gave none.
   * @throws DeliveryError
   */
  send(conversationId: string, card: Card, summary: string): Promise<string>;
  /**
   * Posts the card that a person waits for, however long the rates of Teams hold it up.
   * @returns the id of the message; empty when Teams gave none.
   * @throws DeliveryError
   */
  answer(asked: Asked, card: Card, summary: string): Promise<string>;
  /**
   * Posts something that is no card of ours and that a person waits for, such as the question whether a file may be saved.
   * @throws DeliveryError
   */
  attach(conversationId: string, attachment: Attached, summary: string): Promise<void>;
  /**
   * Puts another card in place of a posted one. `draw` is called when the card goes out, so that however many changes
   * came while it waited, the newest state goes; `undefined`: nothing is sent any more.
   * @throws DeliveryError
   */
  update(conversationId: string, activityId: string, draw: () => Card | undefined): Promise<void>;
}
