// What does "Review limitations" show?
import type { Tenant } from '../domain/tenant.js';
import { type ListPosition, limitationButtons } from './buttons.js';
import { sandboxBanner, type ViewContext } from './context.js';
import { traceOf, wordsFor } from './limitation-words.js';
import { lookSentences } from './status-words.js';
import { type Card, render } from './templates.js';
import { dayAndTime, literal } from './text.js';
import type { Button } from './verbs.js';

/** Each limitation with cause and cure, and what can be done about them. */
export function limitationsView(tenant: Tenant, context: ViewContext, position: ListPosition, back: Button): Card {
  const name = literal(tenant.customer.displayName);
  const { onboarding } = tenant;
  const accepted = onboarding?.accepted;
  const data = {
    name,
    limitations: (onboarding?.limitations ?? []).map((limitation) => {
      const { title, cause, cure, link, when = '' } = wordsFor(limitation, context.evidence);
      return { title, cause, when, cure, links: link ? [link] : [], trace: traceOf(limitation) };
    }),
    acceptedBy: accepted ? `Accepted by ${literal(accepted.by.name, 40)}` : '',
    acceptedAt: accepted ? dayAndTime(accepted.at) : '',
    looking: onboarding ? lookSentences(onboarding).join(' ') : '',
    actions: [...limitationButtons(tenant, position, context), back],
  };
  return render('limitations', data, {
    banner: sandboxBanner(context, tenant.tenantId),
    fallbackText: `Limitations of ${name}`,
  });
}
