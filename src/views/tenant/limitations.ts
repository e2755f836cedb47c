// The card of Review limitations.
import { templateFor } from '../../domain/access/access-templates.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import { traceOf, wordsFor } from '../explain/limitation-words.js';
import { checkSentences } from '../explain/status-words.js';
import { frameOf, type ViewContext } from '../render/context.js';
import type { ListPosition } from '../render/navigation.js';
import { type Card, render } from '../render/templates.js';
import { dayAndTime, joined, literal, personName } from '../render/text.js';
import type { Button } from '../render/verbs.js';
import { limitationButtons } from './buttons.js';

/** Each limitation with cause and cure, and the buttons for what can be done. */
export function limitationsView(tenant: Tenant, context: ViewContext, position: ListPosition, back: Button): Card {
  const name = literal(tenant.customer.displayName);
  const { onboarding } = tenant;
  const accepted = onboarding?.accepted;
  const { words } = context;
  const evidence = context.evidence?.get(templateFor(context.templates, tenant).name);
  const { card } = words.limitations;
  const title = card.title({ tenant: name });
  const buttons = limitationButtons(tenant, position, context);
  const canAccept = buttons.some(({ verb }) => verb === 'tenant.askAcceptLimitations');
  const data = {
    title,
    howToFix: card.howToFix,
    limitations: (onboarding?.limitations ?? []).map((limitation) => {
      const { title, cause, instead, link, when = '', ...found } = wordsFor(limitation, words, evidence);
      const cure = canAccept && instead !== undefined ? joined([found.cure, instead]) : found.cure;
      return { title, cause, when, cure, links: link ? [link] : [], trace: traceOf(limitation, words) };
    }),
    acceptedBy: accepted ? card.acceptedBy({ person: personName(accepted.by, words) }) : '',
    acceptedAt: accepted ? dayAndTime(accepted.at) : '',
    looking: onboarding ? joined(checkSentences(onboarding, words)) : '',
    actions: [...buttons, back],
  };
  return render('limitations', data, frameOf(context, title, tenant.tenantId));
}
