// The input for the reference of a ticket, on every question about what takes one.
import type { CommandName } from '../../domain/tenant/commands.js';
import { takesTicket } from '../../domain/tenant/required-ticket.js';
import type { Literal, Text } from '../words/text-types.js';
import type { ViewContext } from './context.js';
import { literal } from './text.js';

/** The input, and what is wrong with what was typed, which stands above it; empty: nothing is. */
export interface TicketField {
  readonly label: Text;
  readonly example: Text;
  readonly value: Literal;
  readonly problem: Literal;
}

const mostCharacters = 64;

/** The one input that a question has, or none where nothing asks for it. `known`: the tenant's ticket; absent: it has none, or there are many. */
export function ticketFields(
  command: CommandName | undefined,
  { words, ticketSubjects, typedTicket }: ViewContext,
  known = '',
): readonly TicketField[] {
  if (command === undefined || !takesTicket(command, ticketSubjects)) return [];
  const { label, example } = words.attention.required;
  const value = literal(typedTicket?.text ?? known, mostCharacters);
  return [{ label, example, value, problem: typedTicket?.problem ?? '' }];
}
