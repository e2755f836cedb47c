// How is a click answered on the wire? With HTTP 200 always; what came of it stands in the body.
import type { InvokeResponse } from 'botbuilder';
import type { Card } from '../views/templates.js';

/**
 * The name of the invoke that a button of a card makes.
 * @see https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model (checked 2026-11-22)
 */
export const cardAction = 'adaptiveCard/action';

/** A card that takes the place of the one that was clicked, for whoever clicked. */
export function cardAnswer(card: Card): InvokeResponse {
  return { status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card } };
}

/** A failure that leaves the card as it is. `code` is for programs, `message` for people. */
export function errorAnswer(statusCode: 400 | 403 | 500, code: string, message: string): InvokeResponse {
  return { status: 200, body: { statusCode, type: 'application/vnd.microsoft.error', value: { code, message } } };
}
