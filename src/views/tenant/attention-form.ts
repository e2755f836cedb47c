// The form for what people leave at a tenant: a note, a ticket, a snooze.
import { mostNoteCharacters } from '../../domain/tenant/attention.js';
import type { Note, Tenant } from '../../domain/tenant/tenant.js';
import type { Words } from '../catalogue.js';
import { frameOf, type ViewContext } from '../render/context.js';
import { cancelButton, dataFor, type ListPosition, tooltipFor } from '../render/navigation.js';
import { type Card, render } from '../render/templates.js';
import { literal } from '../render/text.js';
import { ticketField } from '../render/ticket-field.js';
import type { Button, Verb } from '../render/verbs.js';
import type { Literal } from '../words/text-types.js';

/** What was typed, all of it foreign, and what is wrong with it. Absent: nothing is. `deletable`: the notes that who asks may delete. */
export interface TypedAttention {
  readonly note?: string | undefined;
  readonly deletable?: readonly Note[] | undefined;
  readonly deletedNote?: string | undefined;
  readonly ticket?: string | undefined;
  readonly snoozeDays?: string | undefined;
  readonly reason?: string | undefined;
  readonly notice?: Literal | undefined;
  readonly ticketProblem?: Literal | undefined;
  readonly snoozeProblem?: Literal | undefined;
}

/** For how many days a snooze can be chosen; `/snooze` takes any number up to the last. */
export const snoozeChoices = [1, 2, 3, 7, 14, 30, 60, 90] as const;

/** What a choice of a note is carried back by. */
export function noteChoice({ at, by }: Pick<Note, 'at' | 'by'>): string {
  return `${at} ${by.id}`;
}

// Of a longer note, so much is enough to know it by.
const mostOfNote = 60;

/** The form's card. The ticket is the one that it has; a snooze is none until its days are chosen. */
export function attentionForm(
  tenant: Tenant,
  context: ViewContext,
  position: ListPosition,
  typed: TypedAttention = {},
): Card {
  const { words } = context;
  const { form, asked } = words.attention;
  const { ticket = '', snooze } = tenant;
  const title = form.title({ tenant: literal(tenant.customer.displayName) });
  const data = dataFor(tenant, position);
  const button = (text: Button['title'], verb: Verb, style: Button['style']): Button => ({
    ...{ title: text, tooltip: tooltipFor(text, tenant, words), verb, style },
    data: verb === 'tenant.attend' ? { ...data, shownTicket: ticket } : data,
  });
  return render(
    'attention',
    {
      ...{ title, notice: typed.notice ?? '', hint: form.hint, mostNote: mostNoteCharacters },
      ...{ noteLabel: form.note, note: literal(typed.note ?? '', mostNoteCharacters) },
      ...{ deletionLabel: form.deletion, deletedNote: literal(typed.deletedNote ?? '', 100) },
      noteChoices: deletions(typed.deletable ?? [], words),
      tickets: [ticketField(form.ticket, typed.ticket ?? ticket, typed.ticketProblem, context)],
      ...{ snoozeProblem: typed.snoozeProblem ?? '', daysLabel: form.days, days: literal(typed.snoozeDays ?? '', 3) },
      dayChoices: [
        { title: snooze ? form.asBefore : form.notSnoozed, value: '' },
        ...snoozeChoices.map((count) => ({ title: form.ofDays({ count }), value: `${count}` })),
      ],
      ...{ reasonLabel: form.reason, reason: literal(typed.reason ?? '', mostNoteCharacters) },
      actions: [button(form.save, 'tenant.attend', 'positive')],
      others: [
        ...(snooze ? [button(asked.wake, 'tenant.wake', 'default')] : []),
        cancelButton(tenant, position, words),
      ],
    },
    frameOf(context, title, tenant.tenantId),
  );
}

// None of them is the first choice; without notes there's nothing to choose.
function deletions(notes: readonly Note[], { attention: { form } }: Words) {
  if (notes.length === 0) return [];
  const choices = notes.map((note) => ({ title: literal(note.text, mostOfNote), value: noteChoice(note) }));
  return [{ title: form.noDeletion, value: '' }, ...choices];
}
