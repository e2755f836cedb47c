// The questions before access is kept in a way that gives something up, or asks the customer.
import { templateFor } from '../../domain/access/access-templates.js';
import { knownCoverage } from '../../domain/access/coverage.js';
import { groupsWithNothingElse } from '../../domain/tenant/decide-keeping.js';
import { takesTicket } from '../../domain/tenant/required-ticket.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { Words } from '../catalogue.js';
import { customerNoticeButton } from '../explain/customer-notice-button.js';
import { secondAdminNote } from '../explain/second-admin-note.js';
import type { ViewContext } from '../render/context.js';
import { cancelButton, dataFor, type ListPosition, listButton, mayPress } from '../render/navigation.js';
import type { Card } from '../render/templates.js';
import { dateInWords, literal } from '../render/text.js';
import type { Button } from '../render/verbs.js';
import type { Literal } from '../words/text-types.js';
import { type Question, questionView } from './questions.js';

/**
 * Asks before access is kept; `undefined`: there's nothing to keep, or nothing to ask about. `inList`: it was asked for in the list,
 * which both answers lead back to.
 */
export function keepAccessQuestion(
  tenant: Tenant,
  context: ViewContext,
  position: ListPosition,
  inList = false,
): Card | undefined {
  const { onboarding, customer } = tenant;
  const coverage = onboarding && knownCoverage(onboarding);
  const { words, ticketSubjects } = context;
  if (!coverage?.keep || (coverage.keep === 'extend' && !takesTicket('keepAccess', ticketSubjects))) return undefined;
  const { title } = words.keeping;
  const { cancel } = words.buttons;
  const asked = {
    title: title({ tenant: literal(customer.displayName) }),
    date: dateInWords(coverage.on, words),
    data: { ...dataFor(tenant, position), ...(inList && { inList }) },
    notice: customerNoticeButton(tenant, coverage.keep, position, words),
    back: inList ? listButton(position, words, cancel) : cancelButton(tenant, position, words),
  };
  const question = { extend: beforeExtension, request: beforeRequest, removeGlobalAdministrator: beforeRemoval };
  return questionView({ takes: 'keepAccess', ...question[coverage.keep](tenant, asked, context) }, tenant, context);
}

interface Asked {
  readonly title: Question['title'];
  readonly date: Question['title'];
  readonly data: Button['data'];
  readonly notice: Button;
  readonly back: Button;
}

// Only asked where it takes a ticket: nothing is given up.
function beforeExtension(
  { customer }: Tenant,
  { title, date, data, notice, back }: Asked,
  { words }: ViewContext,
): Question {
  const { extension, removal } = words.keeping;
  const yes: Button = {
    title: extension.yes,
    tooltip: extension.yesTooltip({ tenant: literal(customer.displayName) }),
    verb: 'tenant.keepAccess',
    data: { ...data, way: 'extend' },
    style: 'positive',
  };
  return { title, intro: extension.intro({ date }), happens: [removal.extended], actions: [yes, notice, back] };
}

function beforeRequest(
  { customer }: Tenant,
  { title, date, data, notice, back }: Asked,
  { words }: ViewContext,
): Question {
  const { request } = words.keeping;
  const yes: Button = {
    title: request.yes,
    tooltip: request.yesTooltip({ tenant: literal(customer.displayName) }),
    verb: 'tenant.keepAccess',
    data: { ...data, way: 'request' },
    style: 'positive',
  };
  const happens = [request.sent, request.approval];
  return { title, intro: request.intro({ date }), happens, stays: [request.accessStays], actions: [yes, notice, back] };
}

function beforeRemoval(tenant: Tenant, { title, date, data, notice, back }: Asked, context: ViewContext): Question {
  const { customer, onboarding } = tenant;
  const { removal } = context.words.keeping;
  const yes: Button = {
    title: removal.yes,
    tooltip: removal.yesTooltip({ tenant: literal(customer.displayName) }),
    verb: 'tenant.removeGlobalAdministrator',
    data,
    style: 'destructive',
  };
  const isAllowed = mayPress(yes, context);
  return {
    title,
    intro: removal.intro({ date }),
    happens: [
      ...removalHappens({ onboarding }, context.words),
      ...secondAdminNote('removeGlobalAdministrator', templateFor(context.templates, tenant), context),
      ...(isAllowed ? [] : [removal.takesAdmin]),
    ],
    stays: [removal.othersStay],
    actions: [...(isAllowed ? [yes, notice] : []), back],
  };
}

/** What the removal of Global Administrator does, in a line each. */
export function removalHappens({ onboarding }: Pick<Tenant, 'onboarding'>, { keeping }: Words): readonly Literal[] {
  const { removal } = keeping;
  const emptied = onboarding ? groupsWithNothingElse(onboarding).length : 0;
  return [
    removal.removed({ relationship: literal(onboarding?.relationship?.displayName ?? '') }),
    removal.noLonger,
    ...(emptied === 0 ? [] : [removal.groups({ count: emptied })]),
    removal.extended,
  ];
}
