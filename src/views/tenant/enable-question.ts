// The question before Enable and Request again: what will be requested, or adopted.

import { type AccessTemplate, rolesOf } from '../../domain/access/access-template.js';
import { isOpen, type Relationship } from '../../domain/access/relationship.js';
import type { IssuedCertificate } from '../../domain/offboarding/certificate.js';
import type { Foreseen } from '../../domain/onboarding/foresee.js';
import type { ListQuery } from '../../domain/tenant/list.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { Words } from '../catalogue.js';
import { frameOf, type ViewContext } from '../render/context.js';
import { dataFor, listButton, openButton, tooltipFor } from '../render/navigation.js';
import { type Card, render } from '../render/templates.js';
import { dateInWords, day, joined, literal } from '../render/text.js';
import type { ActionData, Button } from '../render/verbs.js';
import type { Literal, Markdown, Text } from '../words/text-types.js';
import { placesText } from './places.js';

/** What a person decides on, and where they pressed Enable. */
export interface EnableProposal {
  readonly template: AccessTemplate;
  /** What Enable would come to. Absent: that can't be read now. */
  readonly foreseen: Foreseen | undefined;
  /** The exit certificate that says that no access was left. Absent: there is none. */
  readonly certificate?: IssuedCertificate | undefined;
  readonly query: ListQuery;
  readonly inList: boolean;
  /** Why it's asked again. Absent: it isn't. */
  readonly notice?: Text | undefined;
}

/** The card of the question. */
export function enableQuestion(tenant: Tenant, proposal: EnableProposal, context: ViewContext): Card {
  const { template, foreseen, certificate, notice } = proposal;
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
      ...(certificate ? [enableAgain.access, enableAgain.certificateStays] : []),
    ],
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

function endFacts({ endsAt, autoExtends }: Relationship, { tenant: { facts } }: Words): readonly ProposalFact[] {
  if (endsAt === undefined) return [];
  return [{ label: autoExtends ? facts.rollsOver : facts.ends, value: day(endsAt) }];
}

/**
 * The yes lies where no Enable lay: at the left of what takes the place of a list, whose buttons are at the right, and at the
 * right of what takes the place of a tenant's card. So the second half of a double click never means yes.
 */
function answers(tenant: Tenant, { foreseen, template, certificate, query, inList }: EnableProposal, words: Words) {
  const { places, ...position } = query;
  const back: ActionData = inList ? { inList, ...(places && { places: placesText(places) }) } : {};
  const { buttons, questions } = words;
  const title = foreseen === undefined || foreseen.is === 'request' ? questions.enable.yes : buttons.enable;
  const yes: Button = {
    title,
    tooltip: tooltipFor(title, tenant, words),
    verb: 'tenant.enable',
    data: {
      ...dataFor(tenant, position),
      templateHash: template.templateHash,
      ...(certificate && { certificateId: certificate.id }),
      ...back,
    },
    style: 'positive',
  };
  const way = inList
    ? listButton(position, words, buttons.cancel)
    : openButton(tenant, position, buttons.cancel, words);
  const no: Button = { ...way, data: { ...way.data, ...back } };
  return inList
    ? { left: [yes], leftWidth: 'auto', right: [no], rightWidth: 'stretch' }
    : { left: [no], leftWidth: 'stretch', right: [yes], rightWidth: 'auto' };
}
