// The HTTP answer to a click: status 200 always, with the result in the body.
import type { InvokeResponse } from 'botbuilder';
import type { Card } from '../../views/render/templates.js';

/**
 * The name of the invoke that a button of a card makes.
 * @see https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model (checked 2026-11-22)
 */
export const cardAction = 'adaptiveCard/action';

const cardType = 'application/vnd.microsoft.card.adaptive';

/** A card that takes the place of the one that was clicked, for the person who clicked. */
export function cardAnswer(card: Card): InvokeResponse {
  return { status: 200, body: { statusCode: 200, type: cardType, value: card } };
}

// In a person's own chat the same card answers many a click, and turning it into bytes takes longer than most of the rest.
const bytesOfCards = new WeakMap<Card, Buffer>();

/** The bytes to send for an answer's body, the SDK's own answers included. */
export function bytesOf(body: unknown): Buffer {
  const card = isAnswer(body) && body.type === cardType ? body.value : undefined;
  const known = card && bytesOfCards.get(card);
  if (known) return known;
  const bytes = Buffer.from(JSON.stringify(body));
  if (card) bytesOfCards.set(card, bytes);
  return bytes;
}

function isAnswer(body: unknown): body is { readonly type: string; readonly value: Card } {
  return typeof body === 'object' && body !== null && 'type' in body && 'value' in body;
}

/** A failure that leaves the card as it is. `code` is for programs, `message` for people. */
export function errorAnswer(statusCode: 400 | 403 | 500, code: string, message: string): InvokeResponse {
  return { status: 200, body: { statusCode, type: 'application/vnd.microsoft.error', value: { code, message } } };
}
