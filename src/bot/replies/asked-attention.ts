// What a person typed about a tenant, as commands: the same for a typed command and for the form on the tenant's card.
import type { Person } from '../../domain/person.js';
import { type AttentionCommand, mostSnoozeDays, noteText, ticketIn } from '../../domain/tenant/attention.js';
import type { AttentionFault } from '../../views/explain/attention-words.js';

/** The command, or why what was typed is none; `undefined`: nothing was typed that could be one. */
export type AskedAttention = { readonly command: AttentionCommand } | { readonly fault: AttentionFault } | undefined;

/** A note. */
export function noteAsked(by: Person, typed: string): AskedAttention {
  const text = noteText(typed);
  return text === '' ? undefined : { command: { do: 'note', by, text } };
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
  const reason = noteText(typedReason);
  if (reason === '') return { fault: { is: 'reasonMissing', given: '' } };
  return { command: { do: 'snooze', by, days: count, reason } };
}
