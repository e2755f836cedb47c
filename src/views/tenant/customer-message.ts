// The message to a customer who is asked for access, to be copied into a mail.
import { type AccessTemplate, rolesOf } from '../../domain/access/access-template.js';
import { templateFor } from '../../domain/access/access-templates.js';
import { type MessageLanguage, type MessagePlaceholder, messagePlaceholders } from '../../domain/message-languages.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import { requestExpiry } from '../../domain/tenant/waiting-request.js';
import { customerMessageIn, roleNameIn } from '../customer-messages.js';
import type { ViewContext } from '../render/context.js';
import { literal } from '../render/text.js';
import { longDate } from '../words/dates.js';

/** What the message is about, besides the tenant. */
export interface MessageFacts {
  readonly link: string;
  /** The name of the person who sends it. */
  readonly sender: string;
  readonly language: MessageLanguage;
}

// More would make the message longer than people read; the approval page lists all.
const mostRoles = 12;

/** The letter: in the partner's own words where they have some in this language, else in Gatehouse's. */
export function customerMessageText(tenant: Tenant, facts: MessageFacts, context: ViewContext): string {
  const own = context.ownMessages?.get(facts.language);
  return own === undefined ? gatehouseMessage(tenant, facts, context) : ownMessage(own, tenant, facts, context);
}

// Who asks for what, for how long, by when, how to end it, and how to check that it is genuine.
function gatehouseMessage(tenant: Tenant, facts: MessageFacts, context: ViewContext): string {
  const { link, language } = facts;
  const { templates, partnerName } = context;
  const template = templateFor(templates, tenant);
  const words = customerMessageIn(language);
  const sender = literal(facts.sender);
  const partner = partnerName === undefined ? undefined : literal(partnerName);
  const paragraphs = [
    words.greeting,
    partner === undefined ? words.introductionUnnamed({ sender }) : words.introduction({ sender, partner }),
    words.request({ tenant: literal(tenant.customer.displayName) }),
    rolesList(template, language),
    words.approve({ deadline: longDate(requestExpiry(tenant), language) }),
    link,
    words.approver,
    `${(template.autoExtend ? words.renews : words.lasts)({ days: template.durationDays })}\n${words.end}`,
    (context.isSandbox ? words.rehearsal : words.genuine)({ host: new URL(link).host }),
    `${words.regards}\n${partner === undefined ? sender : words.signature({ sender, partner })}`,
  ];
  return paragraphs.join('\n\n');
}

const placeholder = new RegExp(`\\{(${messagePlaceholders.join('|')})\\}`, 'g');

function ownMessage(text: string, tenant: Tenant, facts: MessageFacts, context: ViewContext): string {
  const { templates, partnerName = '' } = context;
  const template = templateFor(templates, tenant);
  const words = customerMessageIn(facts.language);
  const values: Readonly<Record<MessagePlaceholder, string>> = {
    partner: literal(partnerName),
    customer: literal(tenant.customer.displayName),
    link: facts.link,
    deadline: longDate(requestExpiry(tenant), facts.language),
    duration: words.duration({ days: template.durationDays }),
    roles: rolesList(template, facts.language),
    person: literal(facts.sender),
  };
  // In one pass, so that nothing is filled into foreign text.
  return text.replaceAll(placeholder, (_, name: MessagePlaceholder) => values[name]);
}

function rolesList(template: AccessTemplate, language: MessageLanguage): string {
  const words = customerMessageIn(language);
  const duties: Readonly<Record<string, string>> = words.roleDuties;
  const lines = rolesOf(template).map((asked) => {
    const role = literal(roleNameIn(language, asked));
    const duty = Object.hasOwn(duties, asked.name) ? duties[asked.name] : undefined;
    return duty === undefined ? words.roleAlone({ role }) : words.role({ role, duty });
  });
  const hidden = lines.length - mostRoles;
  return [...lines.slice(0, mostRoles), ...(hidden > 0 ? [words.moreRoles({ count: hidden })] : [])].join('\n');
}
