// The answer to Copy approval.
import { rolesOf } from '../../domain/access/access-template.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import { requestExpiry, waitingSentence } from '../explain/status-words.js';
import { frameOf, type ViewContext } from '../render/context.js';
import { type Card, render } from '../render/templates.js';
import { dateInWords, literal } from '../render/text.js';
import type { Button } from '../render/verbs.js';

/** The card with the link. For the person who asked only: it answers that click and is posted nowhere. */
export function approvalLinkView(tenant: Tenant, link: string, context: ViewContext, back: Button): Card {
  const { approval, buttons } = context.words;
  const title = approval.title({ tenant: literal(tenant.customer.displayName) });
  const data = {
    title,
    hint: approval.hint,
    link,
    linkLabel: approval.linkLabel,
    openTitle: buttons.openLink,
    openTooltip: approval.openTooltip,
    message: messageFor(tenant, link, context),
    messageLabel: approval.messageLabel,
    waiting: waitingSentence(tenant, context),
    back: [back],
  };
  return render('approval-link', data, frameOf(context, title, tenant.tenantId));
}

// More would make the message longer than people read; the approval page lists all.
const mostRoles = 12;

function messageFor(tenant: Tenant, link: string, { template, words, partnerName }: ViewContext): string {
  const { customerMessage } = words;
  const partner = partnerName === undefined ? customerMessage.partnerUnnamed : literal(partnerName);
  const roles = rolesOf(template).map(({ name }) => customerMessage.role({ role: literal(name) }));
  const hidden = roles.length - mostRoles;
  const { lasts, renews } = customerMessage;
  return [
    customerMessage.greeting,
    '',
    customerMessage.request({ partner, tenant: literal(tenant.customer.displayName) }),
    '',
    ...roles.slice(0, mostRoles),
    ...(hidden > 0 ? [customerMessage.moreRoles({ count: hidden })] : []),
    '',
    customerMessage.approve({ deadline: dateInWords(requestExpiry(tenant)) }),
    '',
    link,
    '',
    customerMessage.approver,
    '',
    (template.autoExtend ? renews : lasts)({ days: template.durationDays }),
    '',
    customerMessage.genuine,
    '',
    customerMessage.regards,
    partner,
  ].join('\n');
}
