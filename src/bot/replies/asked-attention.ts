// What a person typed about a tenant, as commands: the same for a typed command and for the form on the tenant's card.
import type { Person } from '../../domain/person.js';
import {
  type AttentionCommand,
  isTooLongNote,
  mostSnoozeDays,
  noteText,
  ticketIn,
} from '../../domain/tenant/attention.js';
import type { Note, Tenant } from '../../domain/tenant/tenant.js';
import type { AttentionFault } from '../../views/explain/attention-words.js';
import { mayAsk } from '../people/permissions.js';
import type { BotServices } from './bot-services.js';

/** The command, or why what was typed is none; `undefined`: nothing was typed that could be one. */
export type AskedAttention = { readonly command: AttentionCommand } | { readonly fault: AttentionFault } | undefined;

/** A note. */
export function noteAsked(by: Person, typed: string): AskedAttention {
  if (isTooLongNote(typed)) return { fault: { is: 'tooLong', given: typed } };
  const text = noteText(typed);
  return text === '' ? undefined : { command: { do: 'note', by, text } };
}

/** The deletion of a note: of their own, and by admins of all. `undefined` as a note: there's none such. */
export async function deletionAsked(
  { roles }: Pick<BotServices, 'roles'>,
  by: Person,
  note: Pick<Note, 'at' | 'by'> | undefined,
): Promise<AskedAttention> {
  const [writtenAt, writer] = [note?.at ?? '', note?.by.id ?? ''];
  const mayAll = note !== undefined && note.by.id !== by.id && (await mayDeleteAll(roles, by));
  return { command: { do: mayAll ? 'deleteOthersNote' : 'deleteNote', by, writtenAt, writer } };
}

/** The notes that a person may delete, the newest first. */
export async function deletableNotes(
  { roles }: Pick<BotServices, 'roles'>,
  by: Person,
  { notes = [] }: Pick<Tenant, 'notes'>,
): Promise<readonly Note[]> {
  const newest = notes.toReversed();
  const isAllTheirs = newest.every((note) => note.by.id === by.id);
  return isAllTheirs || (await mayDeleteAll(roles, by)) ? newest : newest.filter((note) => note.by.id === by.id);
}

async function mayDeleteAll(roles: BotServices['roles'], by: Person): Promise<boolean> {
  return (await mayAsk({ roles }, by, 'deleteOthersNote')) === 'yes';
}

/** A ticket; a dash, or nothing, for none. */
export function ticketAsked(by: Person, typed: string): AskedAttention {
  if (/^\s*[-–—]?\s*$/u.test(typed)) return { command: { do: 'setTicket', by, ticket: undefined } };
  const ticket = ticketIn(typed);
  return ticket === undefined
    ? { fault: { is: 'notTicket', given: typed } }
    : { command: { do: 'setTicket', by, ticket } };
}

/** A snooze for so many days, as they are typed; 0 days end it. */
export function snoozeAsked(by: Person, days: string, typedReason: string): AskedAttention {
  if (!/^\d{1,9}$/.test(days)) return undefined;
  const count = Number(days);
  if (count === 0) return { command: { do: 'wake', by } };
  if (count > mostSnoozeDays) return { fault: { is: 'wrongDays', given: days } };
  if (isTooLongNote(typedReason)) return { fault: { is: 'tooLong', given: typedReason } };
  const reason = noteText(typedReason);
  if (reason === '') return { fault: { is: 'reasonMissing', given: '' } };
  return { command: { do: 'snooze', by, days: count, reason } };
}
