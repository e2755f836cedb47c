// The answer to Copy approval.

import { type MessageLanguage, messageLanguages } from '../../domain/message-languages.js';
import type { Person } from '../../domain/person.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import { customerMessageIn } from '../customer-messages.js';
import { waitingSentence } from '../explain/status-words.js';
import { frameOf, type ViewContext } from '../render/context.js';
import { dataFor, type ListPosition, tooltipFor } from '../render/navigation.js';
import { type Card, render } from '../render/templates.js';
import { literal } from '../render/text.js';
import type { Button } from '../render/verbs.js';
import { customerMessageText } from './customer-message.js';

/** A link that a person has asked for, and where they did. */
export interface Approval {
  readonly link: string;
  /** Who asked for it, and sends the message. */
  readonly sender: Person;
  /** The language of the message. */
  readonly language: MessageLanguage;
  readonly position: ListPosition;
  /** Whether it was asked for in the list. */
  readonly inList: boolean;
  readonly back: Button;
}

/** The card with the link. For the person who asked only: it answers that click and is posted nowhere. */
export function approvalLinkView(tenant: Tenant, approval: Approval, context: ViewContext): Card {
  const { link, sender, language, position, inList, back } = approval;
  const { approval: words, buttons } = context.words;
  const title = words.title({ tenant: literal(tenant.customer.displayName) });
  const rewrite: Button = {
    title: words.rewrite,
    tooltip: tooltipFor(words.rewrite, tenant, context.words),
    verb: 'tenant.copyApproval',
    data: { ...dataFor(tenant, position), ...(inList && { inList }) },
    style: 'default',
  };
  const data = {
    title,
    hint: words.hint,
    link,
    linkLabel: words.linkLabel,
    openTitle: buttons.openLink,
    openTooltip: words.openTooltip,
    message: customerMessageText(
      tenant,
      { link, sender: sender.name || context.partnerName || context.words.card.nameless, language },
      context,
    ),
    messageLabel: words.messageLabel,
    languageLabel: words.languageLabel,
    language,
    languages: messageLanguages.map((tag) => ({ title: customerMessageIn(tag).languageName, value: tag })),
    unnamed: context.partnerName === undefined && !context.ownMessages?.has(language) ? words.partnerUnnamed : '',
    waiting: waitingSentence(tenant, context),
    rewrite: [rewrite],
    back: [back],
  };
  return render('approval-link', data, frameOf(context, title, tenant.tenantId));
}
