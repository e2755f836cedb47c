// The answer to /templates: every access template, and which tenants have it.
import { templatesView } from '../../views/tenant/templates.js';
import type { Reply } from '../turn/turn.js';
import type { BotServices } from './bot-services.js';

/** The card of a page of the templates. */
export async function showTemplates(services: BotServices, page = 1): Promise<Reply> {
  const usage = await services.templateUsage.read();
  const context = services.context();
  return { card: templatesView(usage, context, page), summary: context.words.templates.title };
}
