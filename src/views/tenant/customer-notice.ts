// What a customer is told before their own alarms see it: the text to be copied, and the card that it's on.
import { knownCoverage } from '../../domain/access/coverage.js';
import { type MessageLanguage, messageLanguages } from '../../domain/message-languages.js';
import type { Person } from '../../domain/person.js';
import type { CustomerNotice } from '../../domain/tenant/customer-notice.js';
import type { Onboarding } from '../../domain/tenant/onboarding.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import { customerMessageIn, customerNoticeLetterIn } from '../customer-messages.js';
import { frameOf, type ViewContext } from '../render/context.js';
import { dataFor, type ListPosition, tooltipFor } from '../render/navigation.js';
import { type Card, render } from '../render/templates.js';
import { literal } from '../render/text.js';
import type { Button } from '../render/verbs.js';
import { longDate } from '../words/dates.js';
import type { Literal } from '../words/text-types.js';

/** A text that a person has asked for, and where they did. */
export interface AskedNotice {
  readonly customerNotice: CustomerNotice;
  /** Who asked for it, and sends it. */
  readonly sender: Person;
  readonly language: MessageLanguage;
  readonly position: ListPosition;
  readonly back: Button;
}

/** The card with the text. It answers the click of who asked. */
export function customerNoticeView(tenant: Tenant, asked: AskedNotice, context: ViewContext): Card {
  const { customerNotice, language, position, back } = asked;
  const { customerNotice: words, approval } = context.words;
  const title = words.title({ tenant: literal(tenant.customer.displayName) });
  const rewrite: Button = {
    title: approval.rewrite,
    tooltip: tooltipFor(approval.rewrite, tenant, context.words),
    verb: 'tenant.copyCustomerNotice',
    data: { ...dataFor(tenant, position), customerNotice },
    style: 'default',
  };
  const data = {
    title,
    hint: words.hint,
    languageLabel: approval.languageLabel,
    language,
    languages: messageLanguages.map((tag) => ({ title: customerMessageIn(tag).languageName, value: tag })),
    rewrite: [rewrite],
    unnamed: context.partnerName === undefined ? approval.partnerUnnamed : '',
    message: customerNoticeText(tenant, asked, context),
    messageLabel: approval.messageLabel,
    back: [back],
  };
  return render('customer-notice', data, frameOf(context, title, tenant.tenantId));
}

/**
 * The letter: who writes, what happens and when, what the customer's own alarms may report of it, and how to check it. What
 * their logs call it isn't published, so it's named by what it is. Microsoft mails customers before an end.
 * @see https://learn.microsoft.com/partner-center/customers/gdap-expiring-notifications (checked 2026-11-29)
 */
export function customerNoticeText(
  tenant: Tenant,
  { customerNotice, sender: { name }, language }: Pick<AskedNotice, 'customerNotice' | 'sender' | 'language'>,
  { now, partnerName, words }: Pick<ViewContext, 'now' | 'partnerName' | 'words'>,
): string {
  const message = customerMessageIn(language);
  const letter = customerNoticeLetterIn(language);
  const sender = literal(name || partnerName || words.card.nameless);
  const partner = partnerName === undefined ? undefined : literal(partnerName);
  const coverage = tenant.onboarding && knownCoverage(tenant.onboarding);
  const about = {
    relationship: literal(relationshipNamed(tenant.onboarding, coverage?.relationshipId)),
    date: literal(longDate(coverage?.on ?? now, language)),
  };
  const paragraphs = [
    message.greeting,
    partner === undefined ? message.introductionUnnamed({ sender }) : message.introduction({ sender, partner }),
    letter.purpose({ tenant: literal(tenant.customer.displayName) }),
    said(letter.what[customerNotice], about),
    letter.when({ date: literal(longDate(now, language)) }),
    said(letter.mayReport[customerNotice], about),
    customerNotice === 'request' ? letter.checkRequest : letter.check,
    customerNotice === 'offboarding' ? letter.unexpected : `${letter.unexpected}\n${message.end}`,
    `${message.regards}\n${partner === undefined ? sender : message.signature({ sender, partner })}`,
  ];
  return paragraphs.join('\n\n');
}

type About = { readonly relationship: Literal; readonly date: Literal };

function said(words: string | ((about: About) => string), about: About): string {
  return typeof words === 'function' ? words(about) : words;
}

function relationshipNamed(onboarding: Onboarding | undefined, id: string | undefined): string {
  const { relationship, earlier = [] } = onboarding ?? {};
  const known = [...(relationship ? [relationship] : []), ...earlier];
  return (known.find((each) => each.id === id) ?? known[0])?.displayName ?? '';
}
