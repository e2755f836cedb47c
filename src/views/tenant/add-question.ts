// The question before a customer is added who is on no list: whom Microsoft knows by what was typed.
import type { Customer } from '../../domain/customer.js';
import type { ViewContext } from '../render/context.js';
import { messageView } from '../render/message.js';
import type { Card } from '../render/templates.js';
import { literal } from '../render/text.js';
import type { Button } from '../render/verbs.js';
import type { Literal } from '../words/text-types.js';

/** Whom a person would add. */
export interface AddProposal {
  readonly tenantId: string;
  readonly customer: Customer;
  /** Whether Microsoft says what it's called. */
  readonly isNamed: boolean;
  /** As the person typed it; the yes looks it up again. */
  readonly typed: string;
  /** Why it's asked again. Absent: it isn't. */
  readonly notice?: Literal | undefined;
}

// As much as the yes can carry back. Only a domain can be longer.
const mostTyped = 200;

/** The card of the question. */
export function addQuestion(proposal: AddProposal, context: ViewContext): Card {
  const { tenantId, customer, isNamed, typed, notice } = proposal;
  const { adding, buttons } = context.words;
  const tenant = literal(customer.displayName);
  const title = adding.question({ tenant });
  const hasDomain = customer.domain !== '' && customer.domain !== customer.displayName;
  const yes: Button = {
    title: adding.yes,
    tooltip: buttons.about({ title: adding.yes, subject: tenant }),
    verb: 'customer.add',
    data: { tenantId, search: typed.length > mostTyped ? tenantId : typed },
    style: 'positive',
  };
  const no: Button = {
    title: buttons.cancel,
    tooltip: buttons.about({ title: buttons.cancel, subject: tenant }),
    verb: 'tenants.list',
    data: {},
    style: 'default',
  };
  const lines = [
    ...(notice === undefined ? [] : [notice]),
    ...(hasDomain ? [adding.domain({ domain: literal(customer.domain) })] : []),
    adding.tenantId({ id: literal(tenantId) }),
    ...(isNamed ? [] : [adding.unnamed]),
    adding.unlisted,
  ];
  return messageView({ title, lines, actions: [yes, no] }, context);
}
