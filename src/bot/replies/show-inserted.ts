// The card of a tenant in a message that a person has written, as it is now. Its readers' clients alone keep it up to date.
import { messageView } from '../../views/render/message.js';
import { literal } from '../../views/render/text.js';
import { insertedCardView, insertedForOthersView } from '../../views/tenant/inserted-card.js';
import type { Reply } from '../turn/turn.js';
import type { BotServices } from './bot-services.js';

/** The card with the buttons that its reader may press. */
export function showInserted(services: BotServices, tenantId: string): Reply {
  const tenant = services.store.tenant(tenantId);
  const context = services.context();
  if (tenant) return { card: insertedCardView(tenant, context), summary: literal(tenant.customer.displayName) };
  const { title } = context.words.searchAnywhere.forOthers;
  return { card: messageView({ title, lines: [context.words.replies.noCustomer] }, context), summary: title };
}

/** The card in its place for a person who may see no tenant. */
export function insertedForOthers(services: BotServices): Reply {
  const context = services.context();
  return { card: insertedForOthersView(context), summary: context.words.searchAnywhere.forOthers.title };
}
