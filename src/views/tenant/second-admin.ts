// What waits for a second admin: the sentence and the button of the tenant's card, and the question before the yes.
import { subjectAfter, templateFor } from '../../domain/access/access-templates.js';
import { isAnotherPerson, secondYesLapsesAt } from '../../domain/second-admin.js';
import { mostTicketCharacters } from '../../domain/tenant/attention.js';
import type { AwaitedSecond } from '../../domain/tenant/awaited-second.js';
import { wishIn } from '../../domain/tenant/second-admin.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import { tagsText } from '../batch/batch-lines.js';
import type { Words } from '../catalogue.js';
import { privilegedRoleNames } from '../explain/privileged-roles.js';
import { ownAskWords } from '../explain/second-admin-note.js';
import type { ViewContext } from '../render/context.js';
import { dataFor, type ListPosition, mayPress, openButton, tooltipFor } from '../render/navigation.js';
import type { Card } from '../render/templates.js';
import { dateAndTimeInWords, dateInWords, literal, personName } from '../render/text.js';
import type { Button } from '../render/verbs.js';
import type { Literal } from '../words/text-types.js';
import { removalHappens } from './keeping-questions.js';
import { questionView } from './questions.js';

/** Says on the card what waits, who asked and until when, and what it's about; empty: nothing waits. */
export function awaitedSentences(tenant: Tenant, context: ViewContext): readonly Literal[] {
  const { awaitedSecond } = tenant;
  if (!awaitedSecond) return [];
  const { words } = context;
  const { subjects, waits } = words.secondAdmin;
  const person = personName(awaitedSecond.by, words);
  const waiting = waits({ person, what: subjects[awaitedSecond.action.do], day: lapseWords(awaitedSecond, words) });
  return [waiting, ...happens(tenant, awaitedSecond, context)];
}

/** Leads to the question, for an admin and for who asked. */
export function reviewSecondButton(tenant: Tenant, position: ListPosition, words: Words): Button {
  const { review: title } = words.secondAdmin;
  const tooltip = tooltipFor(title, tenant, words);
  return { title, tooltip, verb: 'second.review', data: dataFor(tenant, position), style: 'positive' };
}

/** Asks for the second yes. `reader`: who reads it; `undefined`: nothing waits. */
export function secondAdminQuestion(
  tenant: Tenant,
  reader: AwaitedSecond['by'],
  context: ViewContext,
  position: ListPosition,
): Card | undefined {
  const { awaitedSecond, customer } = tenant;
  if (!awaitedSecond) return undefined;
  const { words } = context;
  const { subjects, title, intro, takesAdmin, inTheirName } = words.secondAdmin;
  const person = personName(awaitedSecond.by, words);
  const isTheirs = !isAnotherPerson(reader, awaitedSecond);
  const yes = button(tenant, 'second.approve', position, words);
  const mayApprove = !isTheirs && mayPress(yes, context);
  const why = isTheirs ? [ownAskWords(context)] : mayApprove ? [inTheirName({ person })] : [takesAdmin];
  const no = isTheirs || mayApprove ? [button(tenant, 'second.decline', position, words, isTheirs)] : [];
  return questionView(
    {
      title: title({ what: subjects[awaitedSecond.action.do], tenant: literal(customer.displayName) }),
      intro: intro({
        person,
        date: dateInWords(awaitedSecond.at, words),
        day: lapseWords(awaitedSecond, words),
      }),
      happens: [...happens(tenant, awaitedSecond, context), ...ticketOf(tenant, words), ...why],
      actions: [...(mayApprove ? [yes] : []), ...no, openButton(tenant, position, words.buttons.back, words)],
    },
    tenant,
    context,
  );
}

function ticketOf({ ticket }: Tenant, { importing, exporting }: Words): readonly Literal[] {
  if (ticket === undefined) return [];
  return [importing.part({ column: exporting.columns.ticket, value: literal(ticket, mostTicketCharacters) })];
}

/** What of the tenant it's about, as its own question says. */
function happens(tenant: Tenant, { action }: AwaitedSecond, { templates, words }: ViewContext): readonly Literal[] {
  const { secondAdmin, earlier, batches } = words;
  switch (action.do) {
    case 'enable':
    case 'tag': {
      const wish = wishIn(action);
      const template = templateFor(templates, subjectAfter(tenant, wish));
      const roles = privilegedRoleNames(template, words);
      const says = action.do === 'tag' ? secondAdmin.ledTo : secondAdmin.template;
      return [
        ...(wish.tags ? [batches.tags({ tags: literal(tagsText(wish.tags), 400) })] : []),
        says({ template: literal(template.name, 60) }),
        ...(roles === '' ? [] : [secondAdmin.privileged({ roles })]),
      ];
    }
    case 'removeGlobalAdministrator':
      return removalHappens(tenant, words);
    case 'endEarlier': {
      const ended = tenant.onboarding?.earlier?.find(({ id }) => id === action.relationshipId);
      return [earlier.ended({ earlier: literal(ended?.displayName ?? '') }), earlier.groups];
    }
    default:
      return action satisfies never;
  }
}

function button(
  tenant: Tenant,
  verb: 'second.approve' | 'second.decline',
  position: ListPosition,
  { secondAdmin }: Words,
  isTheirs = false,
): Button {
  const { yes, yesTooltip, no, noTooltip, withdraw, withdrawTooltip } = secondAdmin;
  const name = { tenant: literal(tenant.customer.displayName) };
  const data = { ...dataFor(tenant, position), ...(tenant.awaitedSecond && { askedId: tenant.awaitedSecond.id }) };
  if (verb === 'second.approve') return { title: yes, tooltip: yesTooltip(name), verb, data, style: 'positive' };
  return isTheirs
    ? { title: withdraw, tooltip: withdrawTooltip(name), verb, data, style: 'destructive' }
    : { title: no, tooltip: noTooltip(name), verb, data, style: 'destructive' };
}

function lapseWords(asked: AwaitedSecond, words: Words): Literal {
  return dateAndTimeInWords(secondYesLapsesAt(asked), words);
}
