// The input for the reference of a ticket, on every question about what takes one.
import { mostTicketCharacters } from '../../domain/tenant/attention.js';
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
  /** The longest that can be typed, in characters. */
  readonly most: number;
}

/** The input, of what was typed or is known. */
export function ticketField(
  label: Text,
  text: string,
  problem: Literal | undefined,
  { words }: ViewContext,
): TicketField {
  const { example } = words.attention.required;
  const value = literal(text, mostTicketCharacters);
  return { label, example, value, problem: problem ?? '', most: mostTicketCharacters };
}

/** The one input that a question has, or none where nothing asks for it. `known`: the tenant's ticket; absent: it has none, or there are many. */
export function ticketFields(
  command: CommandName | undefined,
  context: ViewContext,
  known = '',
): readonly TicketField[] {
  const { words, ticketSubjects, typedTicket } = context;
  if (command === undefined || !takesTicket(command, ticketSubjects)) return [];
  const { label } = words.attention.required;
  return [ticketField(label, typedTicket?.text ?? known, typedTicket?.problem, context)];
}
