// How tenants are searched for, as an answer.
import { searchHelpView } from '../../views/tenant/search-help.js';
import type { Reply } from '../turn/turn.js';
import type { BotServices } from './bot-services.js';

/** The card of the query language. */
export function showSearchHelp(services: Pick<BotServices, 'context'>): Reply {
  const context = services.context();
  return { card: searchHelpView(context), summary: context.words.query.help.title };
}
