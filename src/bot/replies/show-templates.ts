// The answer to /templates: every access template, and which tenants have it.
import { templatesView } from '../../views/tenant/templates.js';
import type { Reply } from '../turn/turn.js';
import type { BotServices } from './bot-services.js';

/** The card of all templates. */
export async function showTemplates(services: BotServices): Promise<Reply> {
  const usage = await services.templateUsage.read();
  const context = services.context();
  return { card: templatesView(usage, context), summary: context.words.templates.title };
}
