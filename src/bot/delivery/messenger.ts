// The port to Teams: posts and updates cards in conversations.

import { ExpectedError } from '../../domain/errors.js';
import type { Card } from '../../views/render/templates.js';
import type { Literal } from '../../views/words/text-types.js';

/**
 * Why a message didn't arrive.
 * - `blocked`: Teams doesn't let the bot write there, and documents that as lasting.
 * - `gone`: Teams doesn't know the conversation; also seen to pass.
 * - `denied`: Teams doesn't let the bot write there, and doesn't say that it lasts.
 * - `messageGone`: the message to change isn't there any more.
 * - `tooLarge`: Teams accepts no message of this size.
 * - `refused`: Teams doesn't accept this message; sending it again is useless.
 * - `passing`: worth another try.
 */
export type DeliveryFailure = 'blocked' | 'gone' | 'denied' | 'messageGone' | 'tooLarge' | 'refused' | 'passing';

/** A message didn't arrive. */
export class DeliveryError extends ExpectedError {
  readonly code = 'delivery';
  readonly kind: DeliveryFailure;
  /** Milliseconds to wait before another try; 0 when Teams didn't say. */
  readonly retryAfterMs: number;
  /** Whether Teams says that the request wasn't carried out and may be repeated at once. */
  readonly isRepeatable: boolean;

  constructor(
    kind: DeliveryFailure,
    message: string,
    options: ErrorOptions & { readonly retryAfterMs?: number; readonly isRepeatable?: boolean } = {},
  ) {
    super(message, options);
    this.kind = kind;
    this.retryAfterMs = options.retryAfterMs ?? 0;
    this.isRepeatable = options.isRepeatable ?? false;
  }

  /** The same failure with at least this wait before another try. */
  notBefore(ms: number): DeliveryError {
    const { kind, message, isRepeatable, cause } = this;
    return new DeliveryError(kind, message, { cause, isRepeatable, retryAfterMs: Math.max(ms, this.retryAfterMs) });
  }
}

/** Whether Teams never accepts this very message. */
export function isHopeless(error: unknown): error is DeliveryError {
  return error instanceof DeliveryError && (error.kind === 'refused' || error.kind === 'tooLarge');
}

const messageFailures: readonly DeliveryFailure[] = ['messageGone', 'tooLarge', 'refused'];

/** Whether a failure is about the message, so that the same can't be done with it again; any other may pass, and its conversation come back. */
export function isAboutMessage({ kind }: DeliveryError): boolean {
  return messageFailures.includes(kind);
}

/** An attachment of a message, as Teams knows it by its content type. */
export interface Attached {
  readonly contentType: string;
  readonly name: string;
  readonly contentUrl?: string;
  readonly content: object;
}

/** Where an answer goes, from the activity that asked. */
export interface Asked {
  /** Thread included. */
  readonly conversationId: string;
  /** The conversation reference to write with. */
  readonly reference: unknown;
  /** The message to answer; absent or empty: none is known. */
  readonly activityId: string | undefined;
}

/** A card with its line for the lock screen. */
export interface DrawnMessage {
  readonly card: Card;
  readonly summary: Literal;
  /** Whether it's also put into the activity feed of those who read the conversation, as far as they let it. Absent: it isn't. */
  readonly alerts?: boolean;
}

/** Writes cards to conversations. */
export interface Messenger {
  /**
   * Posts a card unasked, to a conversation that the store knows, or into a thread of it (`threadOf`). `draw` is called when the request goes out, so that a message
   * that has waited for long says the newest, and waits without its card; `undefined`: nothing is sent any more.
   * @returns the id of the message; empty when Teams gave none, or nothing was sent.
   * @throws DeliveryError
   */
  send(conversationId: string, draw: () => DrawnMessage | undefined): Promise<string>;
  /**
   * Posts the card that a person waits for, even if Teams' rate limits delay it.
   * @returns the id of the message; empty when Teams gave none.
   * @throws DeliveryError
   */
  answer(asked: Asked, card: Card, summary: Literal): Promise<string>;
  /**
   * Posts an attachment other than our cards that a person waits for, such as the question whether to save a file.
   * @throws DeliveryError
   */
  attach(conversationId: string, attachment: Attached, summary: Literal): Promise<void>;
  /**
   * Replaces a posted card. `draw` is called when the request goes out, so that it sends the newest state; `undefined`:
   * nothing is sent any more.
   * @throws DeliveryError
   */
  update(conversationId: string, activityId: string, draw: () => Card | undefined): Promise<void>;
}
