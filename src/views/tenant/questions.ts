// The questions before something that can't be undone: what will happen, and what will stay.

import { instancesIn, type Reservation } from '../../domain/access/delegated-admin.js';
import type { Person } from '../../domain/person.js';
import { reviewDays } from '../../domain/tenant/acceptance.js';
import { mostNoteCharacters } from '../../domain/tenant/attention.js';
import type { CommandName } from '../../domain/tenant/commands.js';
import { peopleAt } from '../../domain/tenant/people.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import { addDays } from '../../domain/time.js';
import { causeWords } from '../explain/limitation-words.js';
import { type Link, leftByDisable } from '../explain/manual-removal.js';
import { frameOf, type ViewContext } from '../render/context.js';
import { cancelButton, dataFor, type ListPosition, openButton } from '../render/navigation.js';
import { type Card, render } from '../render/templates.js';
import { dateInWords, literal, personName } from '../render/text.js';
import { ticketFields } from '../render/ticket-field.js';
import type { Button, Verb } from '../render/verbs.js';
import type { Literal, Markdown, Text } from '../words/text-types.js';

/** The parts of a question card. Lines are for text runs: names in them show literally. */
export interface Question {
  readonly title: Literal;
  readonly intro: Literal;
  readonly happens?: readonly Literal[];
  readonly stays?: readonly Literal[];
  readonly items?: readonly { readonly text: Literal; readonly date: Markdown }[];
  readonly links?: readonly Link[];
  /** Why it's asked again. */
  readonly notice?: Literal | undefined;
  /** What a yes asks for, which may take a ticket. */
  readonly takes?: CommandName | undefined;
  /** What the person fills in. */
  readonly form?: QuestionForm | undefined;
  readonly actions: readonly Button[];
}

/** Who answers for it, why, and until when: inputs of a question. */
export interface QuestionForm {
  readonly accountableLabel: Text;
  readonly accountableId: Literal;
  readonly people: readonly { readonly title: Literal; readonly value: string }[];
  readonly reasonLabel: Text;
  readonly reason: Literal;
  /** The longest reason that can be typed, in characters. */
  readonly mostReason: number;
  readonly dateLabel: Text;
  readonly date: Literal;
  readonly leastDate: string;
  readonly mostDate: string;
}

/** Asks before Disable. */
export function disableQuestion(tenant: Tenant, context: ViewContext, position: ListPosition): Card {
  const { words } = context;
  const { disable } = words.questions;
  const name = literal(tenant.customer.displayName);
  return questionView(
    {
      takes: 'disable',
      title: disable.title({ tenant: name }),
      intro: disable.intro,
      happens: [
        disable.deleted,
        disable.notManaged,
        disable.status,
        ...(tenant.delegatedAdmin.removal ? [disable.removalUnfollowed] : []),
      ],
      stays: [...(tenant.status === 'needsApproval' ? [disable.requestStays] : []), ...leftByDisable(words)],
      actions: [yesButton(tenant, position, 'tenant.disable', disable), cancelButton(tenant, position, words)],
    },
    tenant,
    context,
  );
}

/** What was typed into the form of an acceptance, and why it can't be taken so. */
export interface TypedAcceptance {
  readonly reason?: string | undefined;
  readonly reviewOn?: string | undefined;
  readonly accountableId?: string | undefined;
  readonly problem?: Literal | undefined;
}

/** Asks before accepting what is missing: who answers for it, why, and until when. The way back is the review. */
export function acceptLimitationsQuestion(
  tenant: Tenant,
  reader: Person,
  context: ViewContext,
  position: ListPosition,
  typed: TypedAcceptance = {},
): Card {
  const { acceptLimitations } = context.words.questions;
  const { title, intro, recorded, row, undone, takeBack, statusStays, checks } = acceptLimitations;
  const count = tenant.onboarding?.limitations.length ?? 0;
  return questionView(
    {
      title: title({ tenant: literal(tenant.customer.displayName), count }),
      intro: intro({ cause: causeWords(tenant, context.words) ?? '', count }),
      notice: typed.problem,
      form: acceptanceForm(tenant, reader, context, typed),
      happens: [recorded, row, undone, takeBack],
      stays: [statusStays, checks],
      actions: [
        yesButton(tenant, position, 'tenant.acceptLimitations', acceptLimitations, 'positive'),
        { ...cancelButton(tenant, position, context.words), verb: 'tenant.reviewLimitations' },
      ],
    },
    tenant,
    context,
  );
}

function acceptanceForm(
  tenant: Tenant,
  reader: Person,
  { words, now }: ViewContext,
  { reason = '', reviewOn, accountableId = reader.id }: TypedAcceptance,
): QuestionForm {
  const { accountable, reason: reasonLabel, review } = words.questions.acceptLimitations.form;
  const dayAfter = (days: number) => addDays(now, days).slice(0, 10);
  return {
    accountableLabel: accountable,
    accountableId: literal(accountableId, 100),
    people: [reader, ...peopleAt(tenant).filter(({ id }) => id !== reader.id)].map((person) => ({
      title: personName(person, words),
      value: person.id,
    })),
    reasonLabel,
    reason: literal(reason, mostNoteCharacters),
    mostReason: mostNoteCharacters,
    dateLabel: review,
    date: literal(reviewOn ?? dayAfter(reviewDays.usual), 20),
    leastDate: dayAfter(1),
    mostDate: dayAfter(reviewDays.most),
  };
}

/** Asks before removing delegated admin. */
export function removeDelegatedAdminQuestion(tenant: Tenant, context: ViewContext, position: ListPosition): Card {
  const { removeDelegatedAdmin } = context.words.questions;
  const { intro, removed, gdapStays, resellerStays, tenantStays } = removeDelegatedAdmin;
  return questionView(
    {
      takes: 'removeDelegatedAdmin',
      title: removeDelegatedAdmin.title({ tenant: literal(tenant.customer.displayName) }),
      intro,
      happens: [removed],
      stays: [gdapStays, resellerStays, tenantStays],
      actions: [
        yesButton(tenant, position, 'tenant.removeDelegatedAdmin', removeDelegatedAdmin),
        cancelButton(tenant, position, context.words),
      ],
    },
    tenant,
    context,
  );
}

/** Says that these reserved instances must be canceled before delegated admin can be removed. */
export function reservationsInTheWay(
  tenant: Tenant,
  reservations: readonly Reservation[],
  context: ViewContext,
  position: ListPosition,
): Card {
  const { words } = context;
  const { title, intro, item, unnamedKind, noProduct, until, support } = words.questions.reservations;
  const name = literal(tenant.customer.displayName);
  return questionView(
    {
      title: title({ tenant: name }),
      intro: intro({ tenant: name, count: instancesIn(reservations) }),
      items: reservations.slice(0, 20).map(({ quantity, productId, kind, expiresAt }) => ({
        text: item({ quantity, kind: literal(kind) || unnamedKind, product: literal(productId) || noProduct }),
        date: expiresAt === undefined ? '' : until({ day: dateInWords(expiresAt, words) }),
      })),
      links: [{ title: support, url: 'https://azure.microsoft.com/support/create-ticket/' }],
      actions: [openButton(tenant, position, words.buttons.back, words)],
    },
    tenant,
    context,
  );
}

function yesButton(
  tenant: Tenant,
  position: ListPosition,
  verb: Verb,
  { yes, yesTooltip }: { readonly yes: Text; readonly yesTooltip: (args: { readonly tenant: Literal }) => Literal },
  style: Button['style'] = 'destructive',
): Button {
  const tooltip = yesTooltip({ tenant: literal(tenant.customer.displayName) });
  return { title: yes, tooltip, verb, data: dataFor(tenant, position), style };
}

const nothing = { happens: [], stays: [], items: [], links: [] } as const;

/** The card of a question about a tenant. */
export function questionView(question: Question, tenant: Tenant, context: ViewContext): Card {
  const { happens: happensTitle, stays: staysTitle } = context.words.questions;
  const { notice = '', form, takes, ...asked } = question;
  const tickets = ticketFields(takes, context, tenant.ticket);
  const data = { ...nothing, ...asked, notice, forms: form ? [form] : [], tickets, happensTitle, staysTitle };
  return render('question', data, frameOf(context, question.title, tenant.tenantId));
}
