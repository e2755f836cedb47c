// The question before Enable and Request again: what will be requested, or adopted.

import { type AccessTemplate, rolesOf } from '../../domain/access/access-template.js';
import type { TemplateReason } from '../../domain/access/access-templates.js';
import { isOpen, type Relationship } from '../../domain/access/relationship.js';
import type { IssuedCertificate } from '../../domain/offboarding/certificate.js';
import type { Foreseen } from '../../domain/onboarding/foresee.js';
import type { ListQuery } from '../../domain/tenant/list.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { Words } from '../catalogue.js';
import { secondAdminNote } from '../explain/second-admin-note.js';
import { templateAndReason } from '../explain/template-words.js';
import { frameOf, type ViewContext } from '../render/context.js';
import { cancelButton, dataFor, type ListPosition, listButton, tooltipFor } from '../render/navigation.js';
import { type Card, render } from '../render/templates.js';
import { dateInWords, joined, literal } from '../render/text.js';
import { ticketFields } from '../render/ticket-field.js';
import type { ActionData, Button } from '../render/verbs.js';
import type { Literal, Markdown, Text } from '../words/text-types.js';
import { placesText } from './places.js';

/** What a person decides on, and where they pressed Enable. */
export interface EnableProposal {
  /** The one that it would be. */
  readonly template: AccessTemplate;
  /** Which of several it is, and why. Absent: there's one for all. */
  readonly offer?: OfferedTemplates | undefined;
  /** What was typed as tags. Absent: nothing. */
  readonly typedTags?: string | undefined;
  /** What Enable would come to. Absent: that can't be read now. */
  readonly foreseen: Foreseen | undefined;
  /** The exit certificate that says that no access was left. Absent: there is none. */
  readonly certificate?: IssuedCertificate | undefined;
  readonly query: ListQuery;
  readonly inList: boolean;
  /** Why it's asked again. Absent: it isn't. */
  readonly notice?: Literal | undefined;
}

/** The templates that a person may choose from. */
export interface OfferedTemplates {
  readonly names: readonly string[];
  /** Why it's the one that it is. */
  readonly reason: TemplateReason;
  /** The one that it would be without a choice. */
  readonly ruled: string;
}

/** What the list of templates says where none is chosen. No template is called so. */
export const byRuleChoice = '*';

// A template behind these is reached by a rule; more choices wouldn't fit into a message.
const mostChoices = 40;
const mostTypedTags = 700;

/** The card of the question. */
export function enableQuestion(tenant: Tenant, proposal: EnableProposal, context: ViewContext): Card {
  const { template, foreseen, certificate, notice } = proposal;
  const { tags = [] } = tenant;
  const { words } = context;
  const { enable, enableAgain } = words.questions;
  const name = literal(tenant.customer.displayName);
  const isAgain = certificate !== undefined || tenant.onboarding !== undefined;
  const title = (isAgain ? enableAgain : enable).title({ tenant: name });
  const mayRequest = foreseen === undefined || foreseen.is === 'request';
  const data = {
    title,
    notice: notice ?? '',
    paragraphs: [
      ...(certificate ? [enableAgain.intro({ tenant: name, date: dateInWords(certificate.issuedAt, words) })] : []),
      outlookSentence(foreseen, template, words),
      ...secondAdminNote('enable', template, context),
      ...(certificate ? [enableAgain.access, enableAgain.certificateStays] : []),
      ...(proposal.offer ? [templateAndReason(template.name, proposal.offer.reason, words)] : []),
      ...(tags.length > 0 ? [words.tags.now({ tenant: name, tags: literal(tags.join(', '), 700) })] : []),
    ],
    ...inputs(tenant, proposal, words),
    tickets: ticketFields('enable', context, tenant.ticket),
    rolesTitle: enable.roles,
    groups: template.assignments.map(({ groupName, roles }) => ({
      name: literal(groupName),
      roles: joined(
        roles.map((role) => literal(role.name)),
        ', ',
      ),
    })),
    facts: mayRequest ? [durationFact(template, words)] : endFacts(foreseen.relationship, words),
    lasting: mayRequest ? enable.lasting : '',
    ...answers(tenant, proposal, words),
  };
  return render('enable-question', data, frameOf(context, title, tenant.tenantId));
}

function outlookSentence(foreseen: Foreseen | undefined, template: AccessTemplate, { questions }: Words): Literal {
  const { request, adopt, adoptRequest, requestElsewhere, unknown } = questions.enable;
  const count = rolesOf(template).length;
  if (!foreseen) return unknown({ count });
  if (foreseen.is === 'request') return request({ count });
  const relationship = literal(foreseen.relationship.displayName);
  if (foreseen.is === 'requestElsewhere') return requestElsewhere({ relationship });
  return (isOpen(foreseen.relationship.status) ? adoptRequest : adopt)({ relationship });
}

interface ProposalFact {
  readonly label: Text;
  readonly value: Markdown;
}

function durationFact({ durationDays: days, autoExtend }: AccessTemplate, { questions }: Words): ProposalFact {
  const { howLong, lasts, renews } = questions.enable;
  return { label: howLong, value: (autoExtend ? renews : lasts)({ days }) };
}

function endFacts({ endsAt, autoExtends }: Relationship, words: Words): readonly ProposalFact[] {
  if (endsAt === undefined) return [];
  const { facts } = words.tenant;
  return [{ label: autoExtends ? facts.rollsOver : facts.ends, value: dateInWords(endsAt, words) }];
}

/** What can be chosen and typed, and the button that shows what it comes to. */
function inputs(tenant: Tenant, { template, offer, typedTags = '', query, inList }: EnableProposal, words: Words) {
  const { enable } = words.questions;
  const { ruled = '', names = [], reason } = offer ?? {};
  const chosen = reason === 'chosen' ? template.name : byRuleChoice;
  const shown = names.slice(0, mostChoices);
  const preview: Button = {
    title: enable.preview,
    tooltip: tooltipFor(enable.preview, tenant, words),
    verb: 'tenant.askEnable',
    data: { ...dataFor(tenant, positionOf(query)), ...backData(query, inList) },
    style: 'default',
  };
  return {
    tagsLabel: enable.tags,
    tagsPlaceholder: enable.tagsExample,
    mostTypedTags,
    typedTags: literal(typedTags, mostTypedTags),
    templateLabel: enable.template,
    chosen,
    choices: offer
      ? [
          { title: enable.byRule({ template: literal(ruled, 64) }), value: byRuleChoice },
          ...(shown.includes(chosen) || chosen === byRuleChoice ? shown : [...shown, chosen]).map((each) => ({
            title: literal(each, 64),
            value: each,
          })),
        ]
      : [],
    preview: offer ? [preview] : [],
  };
}

function positionOf({ places: _, ...position }: ListQuery): ListPosition {
  return position;
}

function backData({ places }: ListQuery, inList: boolean): ActionData {
  return inList ? { inList, ...(places && { places: placesText(places) }) } : {};
}

/**
 * The yes lies where no Enable lay: at the left of what takes the place of a list, whose buttons are at the right, and at the
 * right of what takes the place of a tenant's card. So the second half of a double click never means yes.
 */
function answers(tenant: Tenant, proposal: EnableProposal, words: Words) {
  const { foreseen, template, offer, certificate, query, inList } = proposal;
  const position = positionOf(query);
  const back = backData(query, inList);
  const { buttons, questions } = words;
  const title = foreseen === undefined || foreseen.is === 'request' ? questions.enable.yes : buttons.enable;
  const yes: Button = {
    title,
    tooltip: tooltipFor(title, tenant, words),
    verb: 'tenant.enable',
    data: {
      ...dataFor(tenant, position),
      templateHash: template.templateHash,
      ...(offer && { shownTemplate: template.name }),
      ...(certificate && { certificateId: certificate.id }),
      ...back,
    },
    style: 'positive',
  };
  const way = inList ? listButton(position, words, buttons.cancel) : cancelButton(tenant, position, words);
  const no: Button = { ...way, data: { ...way.data, ...back } };
  return inList
    ? { left: [yes], leftWidth: 'auto', right: [no], rightWidth: 'stretch' }
    : { left: [no], leftWidth: 'stretch', right: [yes], rightWidth: 'auto' };
}
