// The answer to Copy approval.
import type { Tenant } from '../../domain/tenant/tenant.js';
import { sandboxBanner, type ViewContext } from '../render/context.js';
import { type Card, render } from '../render/templates.js';
import { counted, literal } from '../render/text.js';
import type { Button } from '../render/verbs.js';
import { waitingSentence } from '../words/status-words.js';

/** The card with the link. For the person who asked only: it answers that click and is posted nowhere. */
export function approvalLinkView(tenant: Tenant, link: string, context: ViewContext, back: Button): Card {
  const name = literal(tenant.customer.displayName);
  const data = {
    name,
    link,
    message: messageFor(name, link, context),
    waiting: waitingSentence(tenant, context.now),
    back: [back],
  };
  return render('approval-link', data, {
    banner: sandboxBanner(context, tenant.tenantId),
    fallbackText: `Approval link for ${name}`,
  });
}

function messageFor(name: string, link: string, { template }: ViewContext): string {
  return [
    'Hello,',
    '',
    `to look after the Microsoft 365 tenant of ${name} we ask for your approval of our delegated access.`,
    '',
    'Please open this link with an account that is a Global Administrator or a Customer Delegated Admin Relationship Administrator of your tenant, look at the roles it lists, and approve:',
    '',
    link,
    '',
    `The access lasts ${counted(template.durationDays, 'day')}${template.autoExtend ? ' and then renews itself' : ''}; you can end it at any time in the Microsoft 365 admin center under Settings, Partner relationships.`,
    '',
    'Thank you!',
  ].join('\n');
}
