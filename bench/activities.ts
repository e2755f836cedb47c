// The activities that Teams sends to a bot when a person types or presses a button.
import { addressOf, connectorPort } from './places.js';

/** A button of a card. */
export interface Button {
  readonly verb: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** A message in a conversation. */
export function message(conversationId: string, text: string): string {
  return activity(conversationId, { type: 'message', text, textFormat: 'plain' });
}

/** A click in a conversation, on its one card; or what a client asks for by itself, to redraw it. */
export function click(
  conversationId: string,
  { verb, data = {} }: Button,
  trigger: 'manual' | 'automatic' = 'manual',
): string {
  const value = { action: { type: 'Action.Execute', verb, data }, trigger };
  const replyToId = `card-of-${conversationId}`;
  return activity(conversationId, { type: 'invoke', name: 'adaptiveCard/action', value, replyToId });
}

/** What Teams asks for while a person types a search: with the message extension, or in an input of a card. */
export function search(conversationId: string, where: 'anywhere' | 'input', text: string): string {
  const options = { skip: 0, count: 25, top: 15 };
  const what =
    where === 'anywhere'
      ? {
          name: 'composeExtension/query',
          value: { commandId: 'tenants', parameters: [{ name: 'query', value: text }] },
        }
      : { name: 'application/search', value: { dataset: 'tenants', queryText: text } };
  return activity(conversationId, { type: 'invoke', ...what, value: { ...what.value, queryOptions: options } });
}

function activity(conversationId: string, what: Readonly<Record<string, unknown>>): string {
  const tenantId = 'aaaaaaaa-0000-4000-8000-000000000001';
  return JSON.stringify({
    ...what,
    id: 'activity',
    timestamp: new Date().toISOString(),
    channelId: 'msteams',
    serviceUrl: addressOf(connectorPort),
    from: { id: '29:alex', name: 'Alex Wilber', aadObjectId: '00000000-0000-4000-8000-000000000020' },
    recipient: { id: '28:bot', name: 'Bot' },
    conversation: { id: conversationId, conversationType: 'personal', tenantId },
    channelData: { tenant: { id: tenantId } },
  });
}
