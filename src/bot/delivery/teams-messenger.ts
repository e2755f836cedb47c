// Sends cards through Teams' connector, and reads its answers.

import { type Activity, ActivityTypes, CardFactory, TurnContext } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import type { Store } from '../../operations/ports/store.js';
import { retryAfterSeconds } from '../../runtime/back-off.js';
import type { Urgency } from '../../runtime/pace.js';
import type { Card } from '../../views/render/templates.js';
import type { Literal } from '../../views/words/text-types.js';
import { referenceTo } from '../turn/conversation-reference.js';
import { withoutThread } from '../turn/teams-activity.js';
import {
  type Asked,
  type Attached,
  DeliveryError,
  type DeliveryFailure,
  type DrawnMessage,
  type Messenger,
} from './messenger.js';
import type { SendQueue } from './send-queue.js';

/** A message with a card. The summary is the lock screen's line; text beside a card would make two messages of it. */
export function cardMessage(card: Card, summary: Literal): Partial<Activity> {
  return { type: ActivityTypes.Message, summary, attachments: [CardFactory.adaptiveCard(card)] };
}

// @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages (checked 2026-11-30)
const alerting = { channelData: { notification: { alert: true } } };

/** What writing to Teams takes. */
export interface TeamsMessengerDeps {
  readonly adapter: { connectorAt(serviceUrl: string): Promise<ConnectorClient> };
  readonly store: Store;
  readonly sendQueue: SendQueue;
}

type Conversations = ConnectorClient['conversations'];

/** Writes to Teams through its connector, each conversation's messages in the order of the queue. */
export class TeamsMessenger implements Messenger {
  readonly #deps: TeamsMessengerDeps;

  constructor(deps: TeamsMessengerDeps) {
    this.#deps = deps;
  }

  send(conversationId: string, draw: () => DrawnMessage | undefined): Promise<string> {
    return this.#post(this.#known(conversationId), 'notice', () => {
      const drawn = draw();
      return drawn && { ...cardMessage(drawn.card, drawn.summary), ...(drawn.alerts && alerting) };
    });
  }

  answer(asked: Asked, card: Card, summary: Literal): Promise<string> {
    return this.#post(asked, 'answer', () => cardMessage(card, summary));
  }

  async attach(conversationId: string, attachment: Attached, summary: Literal): Promise<void> {
    const message = { type: ActivityTypes.Message, summary, attachments: [{ ...attachment }] };
    await this.#post(this.#known(conversationId), 'answer', () => message);
  }

  async update(conversationId: string, activityId: string, draw: () => Card | undefined): Promise<void> {
    const message = () => {
      const card = draw();
      return card && { ...cardMessage(card, ''), id: activityId };
    };
    await this.#write(this.#known(conversationId), 'update', message, (conversations, drawn) =>
      conversations.updateActivity(conversationId, activityId, drawn),
    );
  }

  async #post(to: Asked, urgency: Urgency, message: () => Partial<Activity> | undefined): Promise<string> {
    const { conversationId, activityId } = to;
    const response = await this.#write(to, urgency, message, (conversations, drawn) =>
      activityId
        ? conversations.replyToActivity(conversationId, activityId, drawn)
        : conversations.sendToConversation(conversationId, drawn),
    );
    return response?.id ?? '';
  }

  #write<T>(
    to: Asked,
    urgency: Urgency,
    message: () => Partial<Activity> | undefined,
    write: (conversations: Conversations, drawn: Partial<Activity>) => Promise<T>,
  ): Promise<T | undefined> {
    return this.#deps.sendQueue.send(withoutThread(to.conversationId), urgency, () => {
      // A card that can't be drawn is no failure of Teams'.
      const drawn = message();
      return drawn && this.#ask(to, drawn, write);
    });
  }

  async #ask<T>(
    { conversationId, activityId, reference: stored }: Asked,
    drawn: Partial<Activity>,
    write: (conversations: Conversations, drawn: Partial<Activity>) => Promise<T>,
  ): Promise<T> {
    const reference = referenceTo(conversationId, stored);
    if (!reference) throw new DeliveryError('refused', 'the conversation is not known');
    return delivered(async () => {
      const { conversations } = await this.#deps.adapter.connectorAt(reference.serviceUrl);
      const asked = activityId ? { ...reference, activityId } : reference;
      return write(conversations, TurnContext.applyConversationReference(drawn, asked));
    });
  }

  #known(conversationId: string): Asked {
    const reference = this.#deps.store.conversation(withoutThread(conversationId))?.reference;
    return { conversationId, reference, activityId: undefined };
  }
}

/**
 * A request to the connector, with its failure as a DeliveryError.
 * @throws DeliveryError
 */
export async function delivered<T>(request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (cause) {
    throw deliveryError(cause);
  }
}

// The statuses that Teams wants repeated; after any other failure the request may have been carried out.
// @see https://learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability (checked 2026-11-28)
const repeatable: readonly (number | undefined)[] = [412, 429, 502, 503, 504];

// The bot may write there again only after a person writes from there, installs it or allows it. Any other 403 may pass.
// @see https://learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability (checked 2026-11-28)
const blocking: readonly (string | undefined)[] = [
  'BotNotInConversationRoster',
  'BotDisabledByAdmin',
  'ConversationBlockedByUser',
  'ForbiddenOperationException',
  'MessageWritesBlocked',
];

function deliveryError(cause: unknown): DeliveryError {
  if (cause instanceof DeliveryError) return cause;
  const status = statusOf(cause);
  const code = codeOf(cause);
  const message = ['Teams answered', status ?? 'nothing', ...(code === undefined ? [] : [code])].join(' ');
  if (status === 403 || status === 404) return new DeliveryError(refusalOf(code), message, { cause });
  if (status === 413) return new DeliveryError('tooLarge', message, { cause });
  if (status === 400) return new DeliveryError('refused', message, { cause });
  const isRepeatable = repeatable.includes(status);
  return new DeliveryError('passing', message, { cause, retryAfterMs: retryAfterMs(cause), isRepeatable });
}

function refusalOf(code: string | undefined): DeliveryFailure {
  if (blocking.includes(code)) return 'blocked';
  if (code === 'ConversationNotFound') return 'gone';
  return code === 'ActivityNotFoundInConversation' ? 'messageGone' : 'denied';
}

/** Teams' own name for what's wrong; in one case it's in the text of the message instead of in the error. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const said =
    'code' in error && typeof error.code === 'string' ? error.code : /subCode\W+(\w+)/.exec(error.message)?.[1];
  return said !== undefined && /^\w{1,60}$/.test(said) ? said : undefined;
}

function statusOf(error: unknown): number | undefined {
  return error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : undefined;
}

function retryAfterMs(error: unknown): number {
  const response: unknown = error instanceof Error && 'response' in error ? error.response : undefined;
  const headers =
    typeof response === 'object' && response !== null && 'headers' in response ? response.headers : undefined;
  if (typeof headers !== 'object' || headers === null || !('get' in headers) || typeof headers.get !== 'function')
    return 0;
  return retryAfterSeconds(String(headers.get('retry-after') ?? ''), String(headers.get('date') ?? '')) * 1000;
}
