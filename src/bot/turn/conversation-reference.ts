// A stored conversation as the Bot Framework's SDK names it.
import type { ConversationReference } from 'botbuilder';
import { z } from 'zod';

/** What it takes to write to a conversation again: a shape of our own, so that no SDK's is stored. */
const storedShape = z.object({
  serviceUrl: z.string(),
  channelId: z.string(),
  bot: z.object({ id: z.string(), name: z.string() }),
  tenantId: z.string().optional(),
  conversationType: z.string().optional(),
});

/** What the SDK's has of a conversation that the bot writes to by itself. */
type Reference = Pick<ConversationReference, 'serviceUrl' | 'channelId' | 'bot' | 'conversation'>;

/** The SDK's reference to a conversation, thread included; `undefined` when what was stored isn't ours. */
export function referenceTo(conversationId: string, stored: unknown): Reference | undefined {
  const parsed = storedShape.safeParse(stored);
  if (!parsed.success) return undefined;
  const { serviceUrl, channelId, bot, tenantId, conversationType = 'personal' } = parsed.data;
  return {
    serviceUrl,
    channelId,
    bot,
    conversation: {
      id: conversationId,
      name: '',
      isGroup: conversationType !== 'personal',
      conversationType,
      ...(tenantId !== undefined && { tenantId }),
    },
  };
}
